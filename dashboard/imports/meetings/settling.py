"""Rows become meetings: each finds the stored one that it tells of, or is a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.errors import RuleError
from dashboard.imports.meetings.book import FIELDS, Book, Entry, is_same
from dashboard.imports.meetings.periods import counted_for
from dashboard.imports.meetings.undated import dated, is_undated, undated
from dashboard.imports.people.identity import UnclearError
from dashboard.services.meeting_rules import checked_meeting
from dashboard.services.record_rules import Known
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

    def exactly(self, pairing_ids: Sequence[int], on: date, given: dict[str, Any]) -> Claim | None:
        """The stored meeting of that day in one of these that is just as the row says, if no other row has it."""
        for entry in (entry for one in pairing_ids for entry in self._book.on(one, on)):
            is_open = is_undated(entry) and not counted_for(given.get("notes"))
            if entry.row is None and not is_open and _is_as(entry.stored, given):
                return Claim(entry, entry.stored)
        return None

    def meeting(self, pairing: Known, on: date, given: dict[str, Any], *, decision: str) -> Claim:
        """What the row comes to; raises the services' sentences for what can't be."""
        there = self._book.on(pairing.id, on)
        said = [entry for entry in there if entry.row is not None]
        if same := [entry for entry in said if _is_as(entry.now(), given)]:
            return Claim(same[0], same[0].now(), is_repeated=True)
        free = [entry for entry in there if entry.row is None]
        is_another = not said or decision == SECOND
        if not free and is_another and not given.get("missed") and not counted_for(given.get("notes")):
            free = undated(self._book, pairing.id, on)
        entry = free[0] if free else Entry(pairing.id, on)
        before = entry.stored or {"format": str(MeetingFormat.VIDEO), "missed": False}
        wanted = {**dated(before), **given}
        if given.get("missed") and "minutes" not in given:
            wanted["minutes"] = None
        is_second = bool(said) and not free
        row = {**wanted, "held_on": on, "allow_second": decision == SECOND}
        try:
            checked = checked_meeting(row, pairing, {(pairing.id, on)} if is_second else set(), today=self._today)
        except RuleError as error:
            raise UnclearError(str(error), SECOND if is_second else "") from error
        return Claim(entry, {**{key: checked[key] for key in FIELDS}, "skills": wanted.get("skills", [])})

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
