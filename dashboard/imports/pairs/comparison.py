"""What a file of pairs comes to: each pairing as stored against what the file says, and the rows to write."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.endings import END_REASONS
from dashboard.imports.cells import Trouble
from dashboard.imports.pairs.bonds import FIELDS, Bond
from dashboard.imports.pairs.choices import COUNTS
from dashboard.imports.pairs.fields import PAIRS
from dashboard.imports.pairs.plan import PairsPlan
from dashboard.imports.pairs.roll import Human, Member
from dashboard.imports.pairs.terms import Terms
from dashboard.imports.review import Difference, Line, State
from dashboard.words import day
from models import OPEN

LABELS = {field.key: field.label for field in PAIRS.fields}
SHORT = 60


def compare(touched: Sequence[Bond], joining: Sequence[Member], lines: list[Line]) -> PairsPlan:
    """The plan; every line learns its state and its differences on the way."""
    people: dict[int, Human] = {id(member.human): member.human for member in joining if member.human.id is None}
    news = {key: place for place, key in enumerate(people)}
    places = {id(member): -1 - place for place, member in enumerate(joining)}
    return PairsPlan(
        people=tuple({"name": one.name, "email": one.email, "external_id": one.external_id} for one in people.values()),
        participants=tuple(_participant(member, news) for member in joining),
        pairings=tuple(_new(bond, places, lines) for bond in touched if bond.id is None),
        changed_pairings=tuple(
            (bond.id, changes) for bond in touched if bond.id is not None and (changes := _changes(bond, lines))
        ),
    )


def contradictions(bond: Bond, terms: Terms, lines: list[Line]) -> list[Trouble]:
    """What an earlier row said otherwise about the same pairing. What merely follows gives way, unless one of the two
    is about an open pairing and the other about one that is over."""
    troubles = []
    for key, value in terms.given.items():
        before, row = bond.given.get(key, (value, 0))
        gives_way = key in terms.implied or not bond.is_said(key)
        if before == value or (gives_way and not (key == "status" and (before in OPEN) != (value in OPEN))):
            continue
        sentence = (
            f'Row {lines[row].number} is the same pairing and says "{_shown(key, before)}" for {LABELS[key]}, '
            f'this row "{_shown(key, value)}". Delete one of the two, or decide that this row counts.'
        )
        troubles.append(Trouble("", sentence, COUNTS))
    return troubles


def _shown(key: str, value: Any) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if key == "end_reason":
        return END_REASONS[value]
    text = day(value) if isinstance(value, date) else str(value).replace("_", " ")
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}\u2026"


def _participant(member: Member, news: dict[int, int]) -> dict[str, Any]:
    return {
        "person_id": member.human.id,
        "new": news.get(id(member.human)),
        "role": member.role,
        "capacity": member.capacity,
    }


def _new(bond: Bond, places: dict[int, int], lines: list[Line]) -> dict[str, Any]:
    assert bond.row is not None
    line = lines[bond.row]
    line.state = State.NEW
    values = {key: bond.now(key) for key in FIELDS}
    brings = (f"{LABELS[key]}: {_shown(key, value)}" for key, value in values.items() if value is not None)
    line.brings = tuple(dict.fromkeys([*line.brings, *brings]))
    two = {"mentor": bond.mentor, "mentee": bond.mentee}
    return values | {role: member.id or places[id(member)] for role, member in two.items()}


def _changes(bond: Bond, lines: list[Line]) -> dict[str, Any]:
    changes = {key: value for key, (value, _) in bond.given.items() if bond.stored.get(key) != value}
    for key, value in changes.items():
        line = lines[bond.given[key][1]]
        difference = Difference((LABELS[key], _shown(key, bond.stored.get(key)), _shown(key, value)))
        line.differences = tuple(dict.fromkeys([*line.differences, difference]))  # once for all pairings of a row
        line.state = State.CHANGED
    return changes
