"""A check-in: one answered set of feedback questions, by one participant about one pairing, in a wave."""

from datetime import date
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from models.base import Base, one_of, within
from models.cohort import Wave


class Fit(StrEnum):
    """The answer to "is this a good fit?", asked after the first meeting."""

    GOOD = "good"
    DECIDING = "deciding"
    NOT_A_FIT = "not_a_fit"


class CheckIn(Base, table=True):
    """What one participant said about one pairing in a wave; only the pulse can be answered more than once.

    ``confidential`` covers the comment: it is shown on request, one at a time, and never in a list, chart or export.
    """

    __tablename__ = "check_in"
    __table_args__ = (
        one_of("wave", Wave),
        one_of("fit", Fit, optional=True),
        within("relationship", 1, 5),
        within("progress", 1, 5),
        within("confidence", 1, 5),
        within("recommend", 0, 10),
        UniqueConstraint("pairing_id", "participant_id", "wave", "answered_on"),
        Index(
            "uq_check_in_once",
            "pairing_id",
            "participant_id",
            "wave",
            unique=True,
            sqlite_where=text("wave <> 'pulse'"),
            postgresql_where=text("wave <> 'pulse'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    pairing_id: int = Field(foreign_key="pairing.id", ondelete="RESTRICT")
    participant_id: int = Field(foreign_key="participant.id", ondelete="RESTRICT", index=True)
    wave: str
    answered_on: date
    relationship: int | None = None
    progress: int | None = None
    confidence: int | None = None
    fit: str | None = None
    recommend: int | None = None
    would_mentor: bool | None = None
    comment: str | None = None
    confidential: bool = False
