"""The two people of a pairing, for statements about what was recorded on it."""

from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import aliased
from sqlmodel import col

from models import Pairing, Participant, Person, Role

_sides = {role: (aliased(Participant), aliased(Person)) for role in (Role.MENTEE, Role.MENTOR)}
PEOPLE = {role: person for role, (_, person) in _sides.items()}
"""The person of each role, once ``with_people`` has joined them."""


def with_people(rows: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """A statement about pairings, joined to both people."""
    for role, (participant, person) in _sides.items():
        rows = rows.join(participant, col(participant.id) == col(getattr(Pairing, f"{role}_id")))
        rows = rows.join(person, col(person.id) == col(participant.person_id))
    return rows


def named(rows: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """The statement with the names of both: ``mentee`` and ``mentor``."""
    return rows.add_columns(*(col(person.name).label(role) for role, person in PEOPLE.items()))
