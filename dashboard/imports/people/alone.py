"""Rows that stand alone: somebody new, whom no other row and nobody in the program has anything in common with.

Most of a large file is like that, and such rows go column by column into the plan; the others are walked through one by
one. What a row comes to is the same on both ways.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from dashboard.imports.people.bringing import part_brings, person_brings
from dashboard.imports.people.comparison import Draft
from dashboard.imports.people.everybody import Everybody, loose_name
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.plan import Columns
from dashboard.imports.review import Line, State
from dashboard.queries.imports import PERSON_FIELDS
from dashboard.services.texts import MOST_SKILLS


def alone(reader: Reader, everybody: Everybody, in_trouble: Container[int], once: NDArray[np.bool_]) -> list[int]:
    """The positions of these rows; ``once`` are those whose ID, address and name no other row has."""
    keys, ids, names = reader.keys, reader.own("external_id"), reader.names
    return [
        row
        for row, (is_once, key, external_id, name) in enumerate(zip(once.tolist(), keys, ids, names, strict=True))
        if is_once
        and name
        and (key or external_id)
        and not everybody.knows(key, external_id, name)
        and row not in in_trouble
        and reader.roles(row)
    ]


def once(reader: Reader) -> NDArray[np.bool_]:
    """By row, whether no other has anything in common with it."""
    names = (name and loose_name(name) for name in reader.names)
    return _are_once(reader.keys) & _are_once(reader.own("external_id")) & _are_once(names)


def _are_once(values: Iterable[str | None]) -> NDArray[np.bool_]:
    """Whether no other row has this value; a blank one is nobody's. Hashes tell: where two clash, which hardly happens,
    the two rows are walked through and come to the same."""
    hashes = np.fromiter((hash(value or place) for place, value in enumerate(values)), np.int64)
    _, places, times = np.unique(hashes, return_inverse=True, return_counts=True)
    return np.asarray(times[places] == 1)


def take_in(rows: list[int], reader: Reader, draft: Draft, lines: list[Line]) -> None:
    """Put everybody of these rows into the plan, as its first; their lines tell what they bring when somebody looks."""
    for key in PERSON_FIELDS:
        values = reader.own(key)
        draft.people[key] = [values[row] for row in rows]
    roles = [reader.roles(row) for row in rows]
    draft.participants.update(_parts(rows, roles, reader))
    unfold = partial(
        _brings, draft.people, draft.participants, [lines[row].number for row in rows], sum(map(len, roles))
    )
    for row, held in zip(rows, roles, strict=True):
        line = lines[row]
        line.state, line.who, line.unfold = State.NEW, str(reader.names[row]), unfold
        line.remarks += reader.remarks(row, held)
    draft.added += len(rows)


def _parts(rows: list[int], roles: list[tuple[str, ...]], reader: Reader) -> Columns:
    whose = [row for row, held in zip(rows, roles, strict=True) for _ in held]
    role = [one for held in roles for one in held]
    capacities, hopes = reader.column("capacity"), reader.column("hopes")
    return {
        "person_id": [None] * len(role),
        "new": [new for new, held in enumerate(roles) for _ in held],
        "role": role,
        "capacity": [
            (1 if capacities[row] is None else capacities[row]) if one == "mentor" else None
            for row, one in zip(whose, role, strict=True)
        ],
        "hopes": [hopes[row] for row in whose],
        **{key: [reader.column(key)[row] for row in whose] for key in ("status", "joined_on")},
        "skills": [_skills(reader, row, one) for row, one in zip(whose, role, strict=True)],
    }


def _skills(reader: Reader, row: int, role: str) -> tuple[str, ...]:
    columns = reader.skill_columns(role)
    if len(columns) == 1:
        return tuple(columns[0][row] or ())[:MOST_SKILLS]
    names: dict[str, str] = {}
    for column in columns:
        for name in column[row] or ():
            names.setdefault(name.casefold(), name)
    return tuple(names.values())[:MOST_SKILLS]


def _brings(people: Columns, participants: Columns, numbers: list[int], parts: int, number: int) -> list[str]:
    """What the row of this number brings: those with these numbers, in so many parts, are the first in the plan."""
    new, owners = bisect_left(numbers, number), participants["new"]
    places = range(bisect_left(owners, new, hi=parts), bisect_right(owners, new, hi=parts))
    return [told for place in places for told in part_brings(participants, place)] + person_brings(people, new)
