"""Removing the sample program without a trace: its rows, what was built on them by hand, and the history of both."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import delete, func, or_, select, update
from sqlmodel import Session

from dashboard.database import writing
from dashboard.recording import CHUNK, table_of
from dashboard.sample.hanging import Ids, doomed_rows, runs
from dashboard.words import both, counted
from models import Action, ActionKind, Base, Change, Import

# What a coordinator counts, in the order in which it is said.
COUNTED = {
    "cohort": ("cohort", "cohorts"),
    "person": ("person", "people"),
    "participant": ("participant", "participants"),
    "plan": ("plan", "plans"),
    "pairing": ("pairing", "pairings"),
    "meeting": ("meeting", "meetings"),
    "check_in": ("check-in", "check-ins"),
    "separation": ("separation", "separations"),
}


@dataclass(frozen=True)
class Footprint:
    """How many rows would go, by table: those of the sample, and those that somebody added on top of them."""

    sample: dict[str, int]
    own: dict[str, int]

    @property
    def sample_words(self) -> str:
        """Such as "4 cohorts, 120 people and 80 pairings"; empty when there is nothing."""
        return _in_words(self.sample)

    @property
    def own_words(self) -> str:
        """The same for the rows of the coordinator's own."""
        return _in_words(self.own)


def sample_footprint(session: Session) -> Footprint:
    """What ``remove_sample`` would take out, as the data is now."""
    seed, doomed = doomed_rows(session)
    return Footprint(
        sample={name: _count(session, name, ids & seed.get(name, set())) for name, ids in doomed.items()},
        own={name: _count(session, name, ids - seed.get(name, set())) for name, ids in doomed.items()},
    )


def erase_sample(*, actor: str) -> None:
    """Remove the sample program in a transaction of its own. It can't be undone: ask first."""
    with writing(actor, "Removed the sample program", recorded=False) as session:
        remove_sample(session)


def remove_sample(session: Session) -> None:
    """Take the sample out, in a writing block with ``recorded=False``.

    Goes: every row that loading inserted, every row that hangs on one of those, and the history of them all. Stays:
    the coordinator's own people and cohorts, and a skill of the sample that somebody of theirs uses by now.
    """
    _, doomed = doomed_rows(session)
    actions = _actions_about(session, doomed)
    for table in reversed(Base.metadata.sorted_tables):
        for first, last in runs(doomed.get(table.name, set())):
            session.connection().execute(delete(table).where(table.c.id.between(first, last)))
    _forget(session, doomed, actions)
    session.expire_all()


def _count(session: Session, name: str, ids: Ids) -> int:
    """How many of the ids are still in the table."""
    table = Base.metadata.tables[name]
    counts = (select(func.count()).where(table.c.id.between(first, last)) for first, last in runs(ids))
    return sum(session.connection().execute(count).scalar_one() for count in counts)


def _actions_about(session: Session, doomed: dict[str, Ids]) -> Ids:
    """The actions that changed one of the rows."""
    change = table_of(Change)
    found: Ids = set()
    for name, ids in doomed.items():
        for first, last in runs(ids):
            about = select(change.c.action_id).where(change.c.table_name == name, change.c.row_id.between(first, last))
            found |= set(session.connection().execute(about.distinct()).scalars())
    return found


def _forget(session: Session, doomed: dict[str, Ids], actions: Ids) -> None:
    """Take the changes of these rows out of the history, and the actions of which nothing is left."""
    connection, change, action = session.connection(), table_of(Change), table_of(Action)
    # The sample's own action goes whole, even where it brought in a skill that stays.
    loaded = select(action.c.id).where(action.c.kind == ActionKind.SAMPLE)
    connection.execute(delete(change).where(change.c.action_id.in_(loaded)))
    for name, ids in doomed.items():
        for first, last in runs(ids):
            gone = delete(change).where(change.c.table_name == name, change.c.row_id.between(first, last))
            connection.execute(gone)
    for chunk in _chunks(actions):
        left = set(
            connection.execute(select(change.c.action_id).where(change.c.action_id.in_(chunk)).distinct()).scalars()
        )
        empty = [row_id for row_id in chunk if row_id not in left]
        linked = or_(action.c.undoes_id.in_(empty), action.c.undone_by_id.in_(empty), action.c.id.in_(empty))
        connection.execute(update(action).where(linked).values(undoes_id=None, undone_by_id=None))
        connection.execute(delete(table_of(Import)).where(table_of(Import).c.action_id.in_(empty)))
        connection.execute(delete(action).where(action.c.id.in_(empty)))


def _chunks(ids: Ids) -> Iterator[list[int]]:
    ordered = sorted(ids)
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def _in_words(counts: dict[str, int]) -> str:
    return both([counted(counts[name], *nouns) for name, nouns in COUNTED.items() if counts.get(name)])
