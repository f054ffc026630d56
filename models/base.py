"""What every table shares: a registry of its own, constraint names, and two small column helpers."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, DateTime, Dialect, MetaData
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(SQLModel, registry=registry(metadata=MetaData(naming_convention=CONSTRAINT_NAMES))):
    """Owns a private registry, so that a hot reload of the models starts from a clean one."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: aware in Python, without a zone in the database, the same on every database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def one_of(column: str, words: type[StrEnum], *, optional: bool = False) -> CheckConstraint:
    """The column holds one of the words (stored as text), or nothing when ``optional``."""
    listed = f"{column} IN ({quoted(words)})"
    return CheckConstraint(f"{column} IS NULL OR {listed}" if optional else listed, name=f"{column}_known")


def within(column: str, low: int, high: int) -> CheckConstraint:
    """The column, when it holds something, lies between ``low`` and ``high``, both included."""
    return CheckConstraint(f"{column} IS NULL OR {column} BETWEEN {low} AND {high}", name=f"{column}_in_range")


def not_blank(column: str) -> CheckConstraint:
    """The column holds more than spaces."""
    return CheckConstraint(f"length(trim({column})) > 0", name=f"{column}_not_blank")


def quoted(words: Iterable[str]) -> str:
    """The words as they stand in SQL: ``'a', 'b'``."""
    return ", ".join(f"'{word}'" for word in words)
