"""Whether a pairing may be so, in the sentences of the services, given what is stored and what the file said so far."""

from datetime import date
from typing import Any

from dashboard.errors import InvalidError, RuleError
from dashboard.imports.pairs.bonds import Bond
from dashboard.imports.pairs.roll import Human, Member
from dashboard.queries.program_pairs import ProgramPairs, Recorded
from dashboard.services import pairing_sentences as sentences
from models import OPEN


def check(
    bond: Bond, after: dict[str, Any], stored: ProgramPairs, *, names: dict[int, Member], opening: int = 0
) -> None:
    """Refuse what a pairing would be with these fields; those that do not change are not asked again. ``opening`` are
    the places of the mentor that the same row takes besides."""
    start, end = after["started_on"], after["ended_on"]
    if after["status"] in OPEN and not bond.is_open:
        _check_opening(bond, stored, opening)
    if bond.id is None or start != bond.now("started_on"):
        _check_start(bond, start, end, stored, names)
    if end is not None and (end != bond.now("ended_on") or bond.id is None):
        _check_end(bond, start, end, stored, names)


def _check_opening(bond: Bond, stored: ProgramPairs, opening: int) -> None:
    mentor, mentee = bond.mentor, bond.mentee
    _check_two(mentor.human, mentee.human, stored.separations)
    for member in (mentee, mentor):
        if member.status != "active":
            raise RuleError(sentences.not_active(member.name, member.status))
    if mentee.mentors:
        raise RuleError(sentences.paired_already(mentee.name, mentee.mentors[0].name))
    taken = mentor.taken + opening
    if mentor.id is not None and taken >= (mentor.capacity or 0):
        raise RuleError(sentences.full(mentor.name, taken, mentor.capacity))


def _check_two(mentor: Human, mentee: Human, separations: dict[tuple[int, int], str]) -> None:
    if mentee.manager_email and mentee.manager_email == mentor.email_key:
        raise RuleError(sentences.manages(mentor.name, mentee.name))
    if mentor.manager_email and mentor.manager_email == mentee.email_key:
        raise RuleError(sentences.reports(mentor.name, mentee.name))
    if mentor.id is None or mentee.id is None:
        return
    low, high = sorted((mentor.id, mentee.id))
    if (low, high) in separations:
        raise RuleError(sentences.kept_apart(mentee.name, mentor.name, separations[low, high]))


def _check_start(bond: Bond, start: date, end: date | None, stored: ProgramPairs, names: dict[int, Member]) -> None:
    if unfit := sentences.unfit_start(start, stored.cohort, stored.starts_on, stored.ends_on):
        raise InvalidError(unfit)
    if end is not None and end < start:
        raise InvalidError(sentences.before_start(start))
    first = stored.firsts.get(bond.id) if bond.id is not None else None
    if first is not None and start > first.on:
        raise InvalidError(sentences.after_record(_told(first, names)))


def _check_end(bond: Bond, start: date, end: date, stored: ProgramPairs, names: dict[int, Member]) -> None:
    if end < start:
        raise InvalidError(sentences.before_start(start))
    last = stored.lasts.get(bond.id) if bond.id is not None else None
    if last is not None and end < last.on:
        raise InvalidError(sentences.before_record(_told(last, names), "check-in" if last.by else "meeting"))


def _told(record: Recorded, names: dict[int, Member]) -> str:
    return sentences.answered(names[record.by].name, record.on) if record.by else sentences.met(record.on)
