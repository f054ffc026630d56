"""A value of a cell as the text that people see."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

EXACT = 2**53


def text(value: object) -> str:
    """A value as people see it; dates and times as ISO."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, time):
        return _clock(value.hour, value.minute, value.second)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return _clock(*divmod(minutes, 60), seconds)
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value: float) -> str:
    """Without the point of a whole number; of others the 15 digits that a spreadsheet knows."""
    if value == int(value) and abs(value) < EXACT:
        return str(int(value))
    return format(Decimal(format(value, ".15g")), "f")


def _moment(value: datetime) -> str:
    """To the second: halves of a second come from how spreadsheets count days."""
    value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    return f"{value.date().isoformat()} {_clock(value.hour, value.minute, value.second)}"


def _clock(hours: int, minutes: int, seconds: int) -> str:
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
