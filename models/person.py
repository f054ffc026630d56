"""A person: a human, once, whatever they do. And the pairs of people who are kept apart."""

import unicodedata

from sqlalchemy import CheckConstraint, Connection, String, UniqueConstraint, event
from sqlalchemy.orm import Mapper
from sqlmodel import Field

from models.base import Base, not_blank, within

UNMARKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "'": "", "\u2019": ""}
)

# Keys are folded already, so their plain byte order is the order that people expect, at a fraction of a locale's price.
Key = String().with_variant(String(collation="C"), "postgresql")


def name_key(name: str) -> str:
    """A name as it is sorted and searched: casefolded, without accents, so that "jose oneil" finds José O'Neil."""
    if name.isascii():  # most of them, and twenty times as fast
        return name.casefold().replace("'", "")
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(UNMARKED)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


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
    name: str
    name_key: str = Field(default="", index=True, sa_type=Key)
    """Follows ``name`` through the ORM; whoever inserts many rows at once brings it along."""
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


def _follow_name(mapper: Mapper[Person], connection: Connection, person: Person) -> None:
    person.name_key = name_key(person.name)


event.listen(Person, "before_insert", _follow_name)
event.listen(Person, "before_update", _follow_name)


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
