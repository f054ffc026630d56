"""What keeps pairs from being made now, asked for many at once: the drafts of a plan, or what is to be drafted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlmodel import Session, col

from dashboard.matching.rules import Bits, Rule, places_taken, why
from dashboard.queries.names import partners_of
from dashboard.queries.parties import Party, party
from dashboard.words import both, counted
from models import Participant

Pair = tuple[int, int]
"""A mentee and a mentor, as participants."""
Row = dict[Any, Any]
ASKED_APART = Rule.FULL | Rule.PAST
"""The rules that say nothing here: places are counted pair by pair, and a past pair may be asked for again."""


@dataclass(frozen=True)
class Trouble:
    """Why two can't be paired now, in words without a full stop; ``remedy`` is a sentence. ``is_held`` when there would
    be a place if it was not for others who are to be paired, too."""

    mentee: str
    mentor: str
    told: str
    remedy: str
    is_held: bool = False

    def __str__(self) -> str:
        return f"{self.mentee} with {self.mentor} ({self.told})"


def pair_troubles(
    session: Session, *, cohort_id: int, pairs: Sequence[Pair], on: date, held: Mapping[int, int] | None = None
) -> list[Trouble | None]:
    """For each pair, in order, what is in the way of making them all on a day (clocks change).

    The first ones take the places that are left; ``held`` are places that are not to be had, by mentor.
    """
    if not pairs:
        return []
    mentees, mentors = {mentee for mentee, _ in pairs}, {mentor for _, mentor in pairs}
    two = party(
        session,
        cohort_id=cohort_id,
        mentees=col(Participant.id).in_(mentees),
        mentors=col(Participant.id).in_(mentors),
    )
    standing = _Standing(two, two.bits(on), partners_of(session, sorted(mentees)), held or {})
    return [standing.trouble(mentee, mentor) for mentee, mentor in pairs]


@dataclass
class _Standing:
    """The people of some pairs as they are now, and the places that the pairs looked at so far leave."""

    two: Party
    bits: Bits
    partners: dict[int, list[str]]
    held: Mapping[int, int]
    mentees: dict[int, Row] = field(init=False)
    mentors: dict[int, Row] = field(init=False)
    taken: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.mentees = {row["id"]: {**row, "at": at} for at, row in enumerate(self.two.mentees.to_dict("records"))}
        self.mentors = {row["id"]: {**row, "at": at} for at, row in enumerate(self.two.mentors.to_dict("records"))}
        self.taken = {mentor: row["taken"] + self.held.get(mentor, 0) for mentor, row in self.mentors.items()}

    def trouble(self, mentee_id: int, mentor_id: int) -> Trouble | None:
        """What is in the way of the pair, after those that were asked about before."""
        mentee, mentor = self.mentees.get(mentee_id), self.mentors.get(mentor_id)
        if mentee is None or mentor is None:
            one, other = (row["name"] if row else "Somebody" for row in (mentee, mentor))
            told = "one of the two is not a mentee or a mentor of this cohort"
            return Trouble(one, other, told, "Look at the plan again.")
        if found := self._about_mentee(mentee) or self._between(mentee, mentor):
            return Trouble(mentee["name"], mentor["name"], *found)
        if found := self._about_places(mentor):
            is_held = mentor["taken"] < mentor["capacity"]
            return Trouble(mentee["name"], mentor["name"], *found, is_held=is_held)
        self.taken[mentor_id] += 1
        return None

    def _about_mentee(self, mentee: Row) -> tuple[str, str] | None:
        name = mentee["name"]
        if partners := self.partners.get(mentee["id"]):
            return f"{name} is paired with {both(partners)} now", "End or move that pairing first."
        if mentee["status"] != "active":
            return f"{name} is {mentee['status']}", f"Reactivate {name} first."
        return None

    def _between(self, mentee: Row, mentor: Row) -> tuple[str, str] | None:
        rules = int(self.bits[mentee["at"], mentor["at"]]) & ~ASKED_APART
        if not rules:
            return None
        apart = self._apart(mentee["person_id"], mentor["person_id"]) if rules & Rule.SEPARATED else None
        told = why(rules, mentee["name"], mentor, apart=apart, hours=self.two.demands.hours_apart)
        return told, "Choose another mentor."

    def _apart(self, *people: int) -> str | None:
        """Why two people are kept apart, if that is on record."""
        low, high = sorted(people)
        rows = self.two.separations
        reasons = rows["reason"][(rows["person_a_id"] == low) & (rows["person_b_id"] == high)]
        return next(iter(reasons), None)

    def _about_places(self, mentor: Row) -> tuple[str, str] | None:
        taken, free = self.taken[mentor["id"]], mentor["capacity"] - mentor["taken"]
        if taken < mentor["capacity"]:
            return None
        told = f"{mentor['name']} is full: {places_taken(mentor['taken'], mentor['capacity'])}"
        if free > 0:
            told = f"{mentor['name']} has {counted(free, 'place')} left, which others take"
        return told, "Raise the capacity or choose another mentor."
