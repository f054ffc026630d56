"""Days between two dates, counted by either database."""

from datetime import date
from typing import Any

from sqlalchemy import Date, Integer, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import GenericFunction


class days_between(GenericFunction[int]):  # noqa: N801 - it is the name of a function in SQL
    """``days_between(later, earlier)``: the whole days from ``earlier`` to ``later``."""

    type = Integer()
    inherit_cache = True


@compiles(days_between, "postgresql")
def _subtract(element: Any, compiler: Any, **options: Any) -> str:
    later, earlier = element.clauses
    return f"({compiler.process(later, **options)} - {compiler.process(earlier, **options)})"


@compiles(days_between, "sqlite")
def _subtract_julian_days(element: Any, compiler: Any, **options: Any) -> str:
    later, earlier = element.clauses
    return (
        f"CAST(julianday({compiler.process(later, **options)})"
        f" - julianday({compiler.process(earlier, **options)}) AS INTEGER)"
    )


def on(value: date) -> ColumnElement[date]:
    """A date as a value in SQL."""
    return literal(value, Date())
