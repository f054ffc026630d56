"""A person: a human, once, whatever they do. And the pairs of people who are kept apart."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from models.base import Base, not_blank, within


class Person(Base, table=True):
    """A human, once. ``email_key`` and ``manager_email`` are casefolded: they are what is compared.

    An e-mail is not unique on purpose: a family or a team may share one. ``external_id`` is, and outlives an e-mail.
    """

    __table_args__ = (
        not_blank("name"),
        within("years_experience", 0, 80),
        CheckConstraint("(email IS NULL) = (email_key IS NULL)", name="email_key_follows_email"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    external_id: str | None = Field(default=None, unique=True)
    email: str | None = None
    email_key: str | None = Field(default=None, index=True)
    name: str = Field(index=True)
    job_title: str | None = None
    department: str | None = None
    organization: str | None = None
    location: str | None = None
    time_zone: str | None = None
    """An IANA name such as ``America/Bogota``."""
    languages: str | None = None
    """Names joined by ``", "``."""
    years_experience: float | None = None
    manager_email: str | None = None
    bio: str | None = None


class Separation(Base, table=True):
    """Two people who are never to be paired; the smaller id stands first, so that a pair of people has one row."""

    __table_args__ = (
        CheckConstraint("person_a_id < person_b_id", name="in_order"),
        UniqueConstraint("person_a_id", "person_b_id"),
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    person_a_id: int = Field(foreign_key="person.id", ondelete="RESTRICT")
    person_b_id: int = Field(foreign_key="person.id", ondelete="RESTRICT", index=True)
    reason: str | None = None
