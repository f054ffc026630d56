"""Rows become meetings: each finds the stored one that it tells of, or is a new one."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.errors import InvalidError, RuleError
from dashboard.imports.meetings.book import FIELDS, Book, Entry, is_same
from dashboard.imports.meetings.counts import IN_NOTES, days_to_add, is_counted, note_of, told_month, window_of
from dashboard.imports.meetings.facts import Count
from dashboard.imports.people.identity import UnclearError
from dashboard.services.meeting_rules import checked_meeting
from dashboard.services.record_rules import Known, check_day
from models import MeetingFormat

SECOND = "second"
"""The decision that a row tells of a second meeting on one day."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A meeting and what it will be when the row is taken in."""

    entry: Entry
    after: dict[str, Any]
    is_repeated: bool = False
    """Whether an earlier row said the very same."""


class Settling:
    """Finds or makes the meetings of rows; nothing holds until it is taken in."""

    def __init__(self, book: Book, today: date) -> None:
        self._book, self._today = book, today
        self._counts: dict[tuple[int, date], tuple[int, int]] = {}
        """How many meetings which row counts, by pairing and month."""

    def exactly(self, pairing_ids: Sequence[int], on: date, given: dict[str, Any]) -> Claim | None:
        """The stored meeting of that day in one of these that is just as the row says, if no other row has it."""
        for entry in (entry for one in pairing_ids for entry in self._book.on(one, on)):
            is_open = is_counted(entry.stored.get("notes")) and not is_counted(given.get("notes"))
            if entry.row is None and not is_open and _is_as(entry.stored, given):
                return Claim(entry, entry.stored)
        return None

    def meeting(self, pairing: Known, on: date, given: dict[str, Any], *, decision: str) -> Claim:
        """What the row comes to; raises the services' sentences for what can't be."""
        there = self._book.on(pairing.id, on)
        said = [entry for entry in there if entry.row is not None]
        if same := [entry for entry in said if _is_as(entry.now(), given)]:
            return Claim(same[0], same[0].now(), is_repeated=True)
        free = [entry for entry in there if entry.row is None] or self._undated(pairing.id, on, given)
        entry = free[0] if free else Entry(pairing.id, on)
        before = entry.stored or {"format": str(MeetingFormat.VIDEO), "missed": False}
        if is_counted(before.get("notes")):
            before = {**before, "notes": IN_NOTES.sub("", before["notes"]) or None}
        wanted = {**before, **given}
        if given.get("missed") and "minutes" not in given:
            wanted["minutes"] = None
        is_second = bool(said) and not free
        row = {**wanted, "held_on": on, "allow_second": decision == SECOND}
        try:
            checked = checked_meeting(row, pairing, {(pairing.id, on)} if is_second else set(), today=self._today)
        except RuleError as error:
            raise UnclearError(str(error), SECOND if is_second else "") from error
        return Claim(entry, {**{key: checked[key] for key in FIELDS}, "skills": wanted.get("skills", [])})

    def counted(
        self, number: int, counts: Sequence[tuple[Known, Count]], first: dict[str, Any], notes: str | None
    ) -> list[Claim]:
        """The meetings that are missing from what the row of this number counts."""
        claims = []
        for pairing, count in counts:
            said, row = self._counts.get((pairing.id, count.month[0]), (count.number, number))
            if said != count.number:
                month = told_month(count.month[0])
                raise InvalidError(f"{month} has {count.number} here and {said} in row {row}. Correct one of the two.")
            claims += self._missing(pairing, count, first, notes)
        self._counts |= {(pairing.id, count.month[0]): (count.number, number) for pairing, count in counts}
        return claims

    def _undated(self, pairing_id: int, on: date, given: dict[str, Any]) -> list[Entry]:
        """The meetings of that month whose day is not known yet: a row with a day tells when one of them was held."""
        if given.get("missed") or is_counted(given.get("notes")):
            return []
        around = self._book.between(pairing_id, on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1]))
        known = [entry for entry in around if entry.row is None and is_counted(entry.stored.get("notes"))]
        return sorted(known, key=lambda entry: entry.held_on)

    def _missing(self, pairing: Known, count: Count, first: dict[str, Any], notes: str | None) -> list[Claim]:
        """The meetings that are missing from a count; ``notes`` go with the first of them."""
        there = self._book.between(pairing.id, *count.month)
        held = sum(not entry.now()["missed"] for entry in there)
        if not (count.number or held):
            return []
        start = pairing.started_on
        assert start is not None
        check_day(pairing, min(max(count.month[0], start), count.month[1]), today=self._today, what="meeting")
        window = window_of(count.month, start, pairing.ended_on, self._today)
        days = days_to_add(count.number, window, held, (entry.held_on for entry in there))
        mark = note_of(count.month[0])
        told = [f"{mark}\n\n{notes}" if notes and not place else mark for place in range(len(days))]
        fields = {"minutes": None, "format": first.get("format", str(MeetingFormat.VIDEO)), "missed": False}
        return [
            Claim(
                Entry(pairing.id, on), {"held_on": on, **fields, "notes": note, "skills": list(first.get("skills", []))}
            )
            for on, note in zip(days, told, strict=True)
        ]

    def take_in(self, claims: Sequence[Claim], row: int) -> None:
        """From now on these meetings are as the row says."""
        for claim in claims:
            if claim.entry.row is None:
                claim.entry.row = row
                claim.entry.after = claim.after
                if claim.entry.id is None:
                    self._book.add(claim.entry)
                elif claim.entry.held_on != claim.after["held_on"]:
                    self._book.move(claim.entry, claim.after["held_on"])


def _is_as(stored: dict[str, Any], given: dict[str, Any]) -> bool:
    return all(is_same(key, stored.get(key), value) for key, value in given.items())
