"""A plan: drafts of pairings for a cohort, to be looked at, compared and published in one step."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from models.base import Base, not_blank


class Plan(Base, table=True):
    """Some drafts under a name, beside the other plans of its cohort; ``name_key`` is the casefolded name.

    It goes when its last draft is published: from then on the pairings tell the story.
    """

    __table_args__ = (
        not_blank("name"),
        UniqueConstraint("cohort_id", "name_key"),
        # What a draft's foreign key points at, so that no plan can cross cohorts.
        UniqueConstraint("id", "cohort_id"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    cohort_id: int = Field(foreign_key="cohort.id", ondelete="RESTRICT")
    name: str
    name_key: str
    started_on: date
