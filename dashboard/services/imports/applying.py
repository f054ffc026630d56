"""Putting a reviewed file into the program: all of its good rows in one action, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sqlmodel import Session

from dashboard.errors import ConflictError, RuleError
from dashboard.imports.kinds import KINDS
from dashboard.imports.review import Plan, Review, State
from dashboard.queries.imports import revision
from dashboard.services.cohorts import cohort_named
from dashboard.services.imports.check_ins import write_check_ins
from dashboard.services.imports.meetings import write_meetings
from dashboard.services.imports.pairs import write_pairs
from dashboard.services.imports.people import write_people
from models import Action, Import


class Writing(Protocol):
    """Writes the plan of one kind of file; those who join the cohort by it do so on ``joined_on``."""

    def __call__(self, session: Session, plan: Any, *, cohort_id: int, joined_on: date) -> None: ...


WRITERS: dict[str, Writing] = {
    "people": write_people,
    "pairs": write_pairs,
    "meetings": write_meetings,
    "check_ins": write_check_ins,
}
"""By kind of file."""


CHANGED_SINCE = (
    "Somebody changed the data since this file was reviewed, so nothing was applied. "
    "It has been reviewed again: look at the changes and apply them."
)


@dataclass(frozen=True)
class Source:
    """Which file it was and how its columns were read; what the history keeps of it."""

    file_name: str
    sha256: str
    kind: str
    mapping: dict[str, str]
    header_key: str | None = None
    said: dict[str, dict[str, str]] | None = None
    """What a coordinator said about how to read it: ``separators`` by column, ``options`` by question."""


def apply_review(
    session: Session,
    *,
    review: Review,
    again: Callable[[Any], Review],
    cohort_id: int,
    source: Source,
    joined_on: date,
    step: Callable[[], None] = lambda: None,
) -> Plan:
    """Write the plan of a review, and return it. ``again`` reviews the same file against another picture of the data.

    ``step`` is called twice: when the data were checked, and when they are written and the history is next.

    Raises ConflictError when the data changed in the meantime so that the review would now say something else.
    """
    cohort, kind = cohort_named(session, cohort_id), KINDS[source.kind]
    if cohort.archived_at:
        raise RuleError(f"{cohort.name} is archived. Restore it before a file goes into it.")
    if revision(session) != review.revision and again(kind.picture(session, cohort_id=cohort_id)).plan != review.plan:
        raise ConflictError(CHANGED_SINCE)
    step()
    WRITERS[source.kind](session, review.plan, cohort_id=cohort_id, joined_on=joined_on)
    step()
    session.info["summary"] = f"Uploaded {source.file_name} into {cohort.name}: {kind.said(review.plan)}"
    session.info["with_action"].append(lambda action: _remember(session, action, source, review))
    return review.plan


def _remember(session: Session, action: Action, source: Source, review: Review) -> None:
    counts = {str(state): review.counts[state] for state in State}
    session.add(Import(action_id=action.id, counts=counts, **vars(source)))
