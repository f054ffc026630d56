"""Meetings that were only counted: their very day is not known until a row with a day tells of one of them."""

from datetime import date, timedelta
from typing import Any

from dashboard.imports.meetings.book import Book, Entry
from dashboard.imports.meetings.periods import IN_NOTES, counted_for

LONGEST = timedelta(31)
"""A counted meeting lies no further than this from any day that it may have been on."""


def is_undated(entry: Entry) -> bool:
    """Whether it was counted, and no row has told its day yet."""
    return counted_for(entry.stored.get("notes")) is not None


def undated(book: Book, pairing_id: int, on: date) -> list[Entry]:
    """The counted meetings that no row of the file is about and that may have been held on this day."""
    around = book.between(pairing_id, on - LONGEST, on + LONGEST)
    times = [(entry, counted_for(entry.stored.get("notes"))) for entry in around if entry.row is None]
    return sorted((entry for entry, time in times if time and on in time), key=lambda entry: entry.held_on)


def dated(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a meeting without the mark that its day is not known."""
    if counted_for(fields.get("notes")) is None:
        return fields
    return {**fields, "notes": IN_NOTES.sub("", fields["notes"]) or None}
