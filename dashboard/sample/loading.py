"""Loading the sample program: one action, recorded like any other, so that it can be told apart and removed."""

from datetime import date
from typing import Any

from sqlalchemy import Table
from sqlmodel import Session, SQLModel, col, select

from dashboard.errors import RuleError
from dashboard.recording import insert_rows, table_of
from dashboard.sample.program import invent
from dashboard.sample.words import Columns
from models import (
    Action,
    ActionKind,
    CheckIn,
    CheckInSchedule,
    Cohort,
    Meeting,
    MeetingSkill,
    Pairing,
    Participant,
    ParticipantSkill,
    Person,
    Separation,
    Skill,
)

DEFAULT_PEOPLE = 120
DEFAULT_SEED = 33
MODELS: tuple[type[SQLModel], ...] = (
    Cohort,
    CheckInSchedule,
    Skill,
    Person,
    Separation,
    Participant,
    ParticipantSkill,
    Pairing,
    Meeting,
    MeetingSkill,
    CheckIn,
)


def has_sample(session: Session) -> bool:
    """Whether a sample program is loaded (and its loading was not undone)."""
    loaded = select(Action.id).where(col(Action.kind) == ActionKind.SAMPLE, col(Action.undone_by_id).is_(None))
    return session.exec(loaded.limit(1)).first() is not None


def load_sample(
    session: Session, *, people: int = DEFAULT_PEOPLE, seed: int = DEFAULT_SEED, today: date
) -> dict[str, int]:
    """Load an invented program; returns how many rows of each table it has.

    The writing block must be of the kind ``ActionKind.SAMPLE``: that is how the sample is found again. Skills that the
    program knows already are used and not doubled; names and IDs that are taken give way.
    """
    if has_sample(session):
        raise RuleError("The sample program is loaded already. Remove it first, then load it anew.")
    program = invent(people=people, seed=seed, today=today)
    _give_way(session, program)
    ids: dict[str, list[int]] = {}
    for model in MODELS:
        table = table_of(model)
        columns = _with_ids(table, program[table.name], ids)
        ids[table.name] = (
            _insert_skills(session, columns) if model is Skill else insert_rows(session, model, _rows(columns))
        )
    return {name: len(inserted) for name, inserted in ids.items()}


def _give_way(session: Session, program: dict[str, Columns]) -> None:
    """Change what would collide with the coordinator's own cohorts and people."""
    taken = set(session.exec(select(Cohort.name_key)))
    cohorts = program["cohort"]
    cohorts["name"] = [_free_name(name, taken) for name in cohorts["name"]]
    cohorts["name_key"] = [name.casefold() for name in cohorts["name"]]
    known = set(session.exec(select(Person.external_id).where(col(Person.external_id).is_not(None))))
    people = program["person"]
    people["external_id"] = [None if external_id in known else external_id for external_id in people["external_id"]]


def _free_name(name: str, taken: set[str]) -> str:
    candidates = (name, f"{name} (sample)", *(f"{name} (sample {number})" for number in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate.casefold() not in taken)


def _with_ids(table: Table, columns: Columns, ids: dict[str, list[int]]) -> Columns:
    """The columns with positions in other tables turned into the ids that the database gave."""
    targets = {
        key.parent.name: ids[key.column.table.name]
        for key in table.foreign_keys
        if key.column.name == "id" and key.parent.name in columns
    }
    return {
        name: [targets[name][position] for position in values] if name in targets else values
        for name, values in columns.items()
    }


def _rows(columns: Columns) -> list[dict[str, Any]]:
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _insert_skills(session: Session, columns: Columns) -> list[int]:
    """The ids of all skills in order; only those that the program does not know yet are inserted."""
    known = dict(session.exec(select(Skill.name_key, Skill.id)).all())
    new = [row for row in _rows(columns) if row["name_key"] not in known]
    known |= zip((row["name_key"] for row in new), insert_rows(session, Skill, new), strict=True)
    return [known[key] for key in columns["name_key"]]
