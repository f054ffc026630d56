"""Rows that stand alone: somebody new, whom no other row and nobody in the program has anything in common with.

Most of a large file is like that, and such rows go column by column into the plan; the others are walked through one by
one. What a row comes to is the same on both ways.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container
from functools import partial

from dashboard.imports.people.comparison import MOST_SKILLS, Draft, part_brings, person_brings
from dashboard.imports.people.everybody import Everybody, loose_name
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.plan import Columns
from dashboard.imports.review import Line, State
from dashboard.queries.imports import PERSON_FIELDS


def alone(reader: Reader, everybody: Everybody, in_trouble: Container[int]) -> list[int]:
    """The positions of these rows."""
    keys, ids = reader.keys, reader.own("external_id")
    loose = [loose_name(name) if name else "" for name in reader.names]
    times = [Counter(column) for column in (keys, ids, loose)]
    for count in times:
        count[None] = count[""] = 1
    return [
        row
        for row, (key, external_id, name) in enumerate(zip(keys, ids, loose, strict=True))
        if name
        and (key or external_id)
        and times[0][key] == times[1][external_id] == times[2][name] == 1
        and not everybody.knows(key, external_id, name)
        and row not in in_trouble
        and reader.roles(row)
    ]


def take_in(rows: list[int], reader: Reader, draft: Draft, lines: list[Line]) -> None:
    """Put everybody of these rows into the plan, as its first; their lines tell what they bring when somebody looks."""
    for key in PERSON_FIELDS:
        values = reader.own(key)
        draft.people[key] += [values[row] for row in rows]
    parts = [(row, new, role) for new, row in enumerate(rows) for role in reader.roles(row)]
    for key, values in _parts(parts, reader).items():
        draft.participants[key] += values
    unfold = partial(_brings, draft.people, draft.participants, [lines[row].number for row in rows], len(parts))
    for row in rows:
        line = lines[row]
        line.state, line.who, line.unfold = State.NEW, str(reader.names[row]), unfold
        if row in reader.remarks:
            line.remarks += (reader.remarks[row],)
    draft.added += len(rows)


def _parts(parts: list[tuple[int, int, str]], reader: Reader) -> Columns:
    capacities, hopes = reader.column("capacity"), reader.column("hopes")
    return {
        "person_id": [None] * len(parts),
        "new": [new for _, new, _ in parts],
        "role": [role for _, _, role in parts],
        "capacity": [
            (1 if capacities[row] is None else capacities[row]) if role == "mentor" else None for row, _, role in parts
        ],
        "hopes": [hopes[row] for row, _, _ in parts],
        "skills": [_skills(reader, row, role) for row, _, role in parts],
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
