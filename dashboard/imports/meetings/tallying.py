"""Rows that count: a number becomes the meetings that are missing from it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.meetings.book import Book, Entry
from dashboard.imports.meetings.counts import days_to_add, window_of
from dashboard.imports.meetings.facts import Count
from dashboard.imports.meetings.periods import Period
from dashboard.imports.meetings.settling import Claim
from dashboard.imports.meetings.undated import dated, undated
from dashboard.services.record_rules import Known, check_day
from models import MeetingFormat

NO_LENGTH = "The length is left out: a number of meetings does not say how long each of them was."
Told = tuple[Known, Count]


class Tally:
    """Makes the meetings of rows that count; nothing holds until it is taken in."""

    def __init__(self, book: Book, today: date) -> None:
        self._book, self._today = book, today
        self._said: dict[tuple[int, Period], tuple[int, int]] = {}
        """How many meetings which row counts, by pairing and time."""

    def meetings(self, number: int, told: Sequence[Told], given: dict[str, Any]) -> tuple[list[Claim], Sequence[str]]:
        """The meetings that are missing from what the row of this number counts, and what is to be said about it.

        ``given`` is what the row says about each of them, but its notes go with the first alone.
        """
        claims: list[Claim] = []
        remarks = []
        for pairing, count in told:
            said, row = self._said.get((pairing.id, count.period), (count.number, number))
            if said != count.number:
                title = count.period.title
                raise InvalidError(f"{title} has {count.number} here and {said} in row {row}. Correct one of the two.")
            shorter = [one for other, (one, _) in told if other.id == pairing.id and one.days < count.period.days]
            missing = self._missing(pairing, count, given, claims, shorter)
            if 0 < len(missing) < count.number:
                remarks.append(_told_there(count, count.number - len(missing)))
            claims += missing
        self._said |= {(pairing.id, count.period): (count.number, number) for pairing, count in told}
        return claims, tuple(remarks + [NO_LENGTH] * bool(claims and given.get("minutes")))

    def _missing(
        self,
        pairing: Known,
        count: Count,
        given: dict[str, Any],
        claims: Sequence[Claim],
        counted: Sequence[Period],
    ) -> list[Claim]:
        """The meetings that are missing from a count; ``claims`` are what the row has come to so far, and ``counted``
        the times within this one that it counts, too."""
        period = count.period
        known = undated(self._book, pairing.id, period.first) if period.days == 1 else []
        there = [entry.now() for entry in self._book.between(pairing.id, *period) if entry not in known]
        there += [one.after for one in claims if one.entry.pairing_id == pairing.id and one.after["held_on"] in period]
        held = sum(not one["missed"] for one in there)
        if not (count.number or held):
            return []
        start = pairing.started_on
        assert start is not None
        check_day(pairing, min(max(period.first, start), period.last), today=self._today, what="meeting")
        window = window_of(period, start, pairing.ended_on, self._today)
        taken = {one["held_on"] for one in there} | self._settled_days(pairing.id, period, counted)
        days = days_to_add(count.number, period, window, held, taken)
        entries = [*known, *(Entry(pairing.id, on) for on in days)][: len(days)]
        marks = ["" if period.days == 1 else period.note] * len(days)
        return [
            _claim(entry, on, given if not place else {**given, "notes": None}, mark)
            for place, (entry, on, mark) in enumerate(zip(entries, days, marks, strict=True))
        ]

    def _settled_days(self, pairing_id: int, period: Period, counted: Sequence[Period]) -> set[date]:
        """The days of shorter times that are counted themselves: one more meeting in them would be one too many."""
        said = [one for of, one in self._said if of == pairing_id and one.days < period.days]
        return {one.first + timedelta(place) for one in (*said, *counted) for place in range(one.days)}


def _claim(entry: Entry, on: date, given: dict[str, Any], mark: str) -> Claim:
    """A meeting of this day, new or one whose day was not known; a ``mark`` says that it is not known yet."""
    usual: dict[str, Any] = {"minutes": None, "format": str(MeetingFormat.VIDEO), "skills": []}
    fields = usual | dated(entry.stored) | {key: given[key] for key in ("format", "skills") if key in given}
    notes = "\n\n".join(part for part in (mark, fields.get("notes"), dated(given).get("notes")) if part)
    return Claim(entry, {**fields, "held_on": on, "missed": False, "notes": notes or None})


def _told_there(count: Count, there: int) -> str:
    """That some of the meetings are stored, or in a row before: only the others are new."""
    return f"{count.period.title}: {there} of the {count.number} {'is' if there == 1 else 'are'} there already."
