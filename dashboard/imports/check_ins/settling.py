"""A row becomes a check-in: it finds the stored one that it is, or is a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.imports.check_ins.book import FIELDS, Book, Entry
from dashboard.imports.check_ins.waves import wave_on
from dashboard.imports.people.choices import SAME
from dashboard.imports.people.identity import UnclearError
from dashboard.imports.records.whose import Whose
from dashboard.queries.program_pairs import Paired
from dashboard.queries.program_records import ProgramCheckIns
from dashboard.questions import WAVES
from dashboard.services.check_in_rules import checked_check_in
from dashboard.services.record_rules import Known, check_day
from models import Wave

NO_ANSWER = {"answered_on", "confidential"}
"""What a row gives besides answers."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says, whomever it is about; without a ``wave`` it follows from the day."""

    row: int
    on: date | None
    wave: Wave | None
    given: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Claim:
    """A check-in and what it will be when the row is taken in."""

    entry: Entry
    after: dict[str, Any]


class Settling:
    """Finds or makes the check-ins of rows; nothing holds until it is taken in."""

    def __init__(
        self, whose: Whose, book: Book, stored: ProgramCheckIns, *, numbers: Sequence[int], today: date
    ) -> None:
        self._whose, self._book, self._stored = whose, book, stored
        self._numbers, self._today = numbers, today

    def check_in(self, said: Said, paired: Paired, ids: set[int | None], *, decision: str) -> Claim:
        """What the row comes to for one pairing, answered by whichever of the two is among ``ids``; raises the
        services' sentences for what can't be."""
        pairing = self._whose.known(paired)
        participant_id = paired.mentee_id if paired.mentee_id in ids else paired.mentor_id
        may_be_late = said.wave in (None, Wave.FINAL)
        on = check_day(pairing, said.on, today=self._today, what="check-in", after_end=may_be_late)
        wave = said.wave or self._due(pairing, on)
        known = (self._book.find(one.id, participant_id, wave, on) for one in self._whose.alike(paired, on))
        entry = next(filter(None, known), None) or Entry(pairing.id, participant_id, wave)
        if entry.id is not None and not said.given.keys() - NO_ANSWER:
            return Claim(entry, entry.after or entry.stored)  # nothing is answered, so nothing changes
        told = {key: entry.now(key) for key in FIELDS} | said.given | {"answered_on": on}
        checked = checked_check_in(
            {**told, "participant_id": participant_id, "wave": wave}, pairing, {}, today=self._today
        )
        after = {key: checked[key] for key in FIELDS}
        if entry.id is not None and ("confidential" not in said.given or after["comment"] is None):
            after["confidential"] = entry.now("confidential")
        self._check_repeated(said.row, entry, after, decision)
        return Claim(entry, after)

    def _check_repeated(self, row: int, entry: Entry, after: dict[str, Any], decision: str) -> None:
        if entry.row in (None, row) or after == entry.after or decision == SAME:
            return
        wave = WAVES[Wave(entry.wave)].lower()
        raise UnclearError(
            f"Row {self._numbers[entry.row or 0]} is the same person's {wave} check-in, on another day or with other "
            "answers. Delete one of the two, or decide that this row counts.",
            SAME,
        )

    def _due(self, pairing: Known, on: date) -> Wave:
        stored = self._stored
        days = (stored.ends_on - stored.starts_on).days
        first = stored.first_meetings.get(pairing.id)
        return wave_on(pairing, on, schedule=stored.schedule, cohort_days=days, first_meeting=first)
