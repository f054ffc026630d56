"""How many meetings a cohort's pace asks for. Pure; no database."""

from datetime import date

DAYS_A_YEAR = 365
MONTHS_A_YEAR = 12


def expected_meetings(started_on: date, until: date, *, per_month: int) -> int:
    """Meetings that a pairing should have held from its start until this day; whole ones: nobody owes a part."""
    days = max(0, (until - started_on).days)
    return days * per_month * MONTHS_A_YEAR // DAYS_A_YEAR
