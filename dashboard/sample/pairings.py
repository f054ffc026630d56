"""Who is paired with whom: mostly by the skills that are sought and offered, and never against a rule."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dashboard.sample.casting import RUNNING, UPCOMING
from dashboard.sample.words import Columns, pick, skill_names, words
from models import ParticipantStatus, Role

UNPAIRED = 0.06
"""The share of the running cohort's mentees whom nobody has paired yet."""
BY_CHANCE = 0.12
"""The share of pairings that were made for another reason than skills."""
SKILL_WEIGHTS = (3.0, 2.0, 1.5, 1.0, 1.0, 1.0)


@dataclass
class Pool:
    """The mentors of one cohort, what they offer, and the places they have left."""

    mentors: NDArray[np.int64]
    offers: NDArray[np.float64]
    places: NDArray[np.int64]


@dataclass
class Desk:
    """What must be known to pair people: what they want, who is kept apart, who was paired before."""

    participants: Columns
    people: Columns
    wants: NDArray[np.float64]
    """Participants by skills: how much each is sought or offered, 0 for not at all."""
    apart: set[tuple[int, int]]
    """Persons, the smaller position first."""
    past: set[tuple[int, int]] = field(default_factory=set)
    """Persons, the mentor first."""

    def pool(self, cohort: int) -> Pool:
        """The mentors of a cohort with all of their places."""
        mentors = self.members(cohort, Role.MENTOR)
        offers = (self.wants[mentors] > 0).astype(float)
        return Pool(mentors, offers, np.array([self.participants["capacity"][at] for at in mentors], dtype=np.int64))

    def members(self, cohort: int, role: Role) -> NDArray[np.int64]:
        """The active participants of a cohort in a role."""
        table = self.participants
        rows = zip(table["cohort_id"], table["role"], table["status"], strict=True)
        wanted = (cohort, role, ParticipantStatus.ACTIVE)
        return np.array([at for at, row in enumerate(rows) if row == wanted], dtype=np.int64)

    def may_pair(self, mentor: int, mentee: int) -> bool:
        """Two different people, new to each other, neither kept apart nor manager and report."""
        one, other = self.persons(mentor, mentee)
        met = (one, other) in self.past or (min(one, other), max(one, other)) in self.apart
        return one != other and not met and not self._manages(one, other) and not self._manages(other, one)

    def persons(self, mentor: int, mentee: int) -> tuple[int, int]:
        return self.participants["person_id"][mentor], self.participants["person_id"][mentee]

    def _manages(self, one: int, other: int) -> bool:
        key = self.people["email_key"][one]
        return key is not None and self.people["manager_email"][other] == key


def open_desk(participants: Columns, people: Columns, links: Columns, separations: Columns) -> Desk:
    """The desk before the first pairing."""
    wants = np.zeros((len(participants["role"]), len(skill_names())))
    wants[links["participant_id"], links["skill_id"]] = [SKILL_WEIGHTS[priority - 1] for priority in links["priority"]]
    apart = set(zip(separations["person_a_id"], separations["person_b_id"], strict=True))
    return Desk(participants, people, wants, apart)


def pair_cohort(rng: np.random.Generator, desk: Desk, pool: Pool, cohort: int) -> list[tuple[int, int]]:
    """Mentor and mentee (participants) of each pairing of the cohort; nobody is paired yet in the upcoming one."""
    if cohort == UPCOMING:
        return []
    mentees = rng.permutation(desk.members(cohort, Role.MENTEE))
    unpaired = max(1, round(len(mentees) * UNPAIRED)) if cohort == RUNNING and len(mentees) > 1 else 0
    chosen = ((find_mentor(rng, desk, pool, mentee), mentee) for mentee in mentees[unpaired:].tolist())
    return [(mentor, mentee) for mentor, mentee in chosen if mentor is not None]


def find_mentor(rng: np.random.Generator, desk: Desk, pool: Pool, mentee: int) -> int | None:
    """The mentor with a place left who offers most of what the mentee seeks, and takes it; None when nobody can."""
    fit = rng.random(len(pool.mentors)) * 1.5
    if rng.random() > BY_CHANCE:
        fit += pool.offers @ desk.wants[mentee]
    fit[pool.places < 1] = -1
    while len(fit) and fit.max() >= 0:
        best = int(fit.argmax())
        mentor = int(pool.mentors[best])
        if desk.may_pair(mentor, mentee):
            pool.places[best] -= 1
            desk.past.add(desk.persons(mentor, mentee))
            return mentor
        fit[best] = -1
    return None


def invent_separations(rng: np.random.Generator, participants: Columns) -> Columns:
    """A few people of the running cohort who are never to be paired: about one in sixty, and at least one."""
    rows = sorted({(min(pair), max(pair)) for pair in _pairs_by_chance(rng, participants) if pair[0] != pair[1]})
    return {
        "person_a_id": [one for one, _ in rows],
        "person_b_id": [other for _, other in rows],
        "reason": pick(rng, words("voice")["separations"], len(rows)),
    }


def _pairs_by_chance(rng: np.random.Generator, participants: Columns) -> Iterator[tuple[int, int]]:
    table = zip(participants["cohort_id"], participants["role"], participants["person_id"], strict=True)
    running = [(role, person) for cohort, role, person in table if cohort == RUNNING]
    mentors = [person for role, person in running if role == Role.MENTOR]
    mentees = [person for role, person in running if role == Role.MENTEE]
    count = max(1, len(running) // 60)
    return zip(pick(rng, mentors, count), pick(rng, mentees, count), strict=True)
