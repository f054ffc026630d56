"""Invented participants: who is in which cohort, with their capacity, hopes and the skills they offer or seek."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from dashboard.sample.casting import RUNNING, UPCOMING, Cast
from dashboard.sample.words import Columns, in_a_sentence, pick, pick_weighted, skill_names, some, words
from models import ParticipantStatus, Role

CAPACITIES = {1: 0.32, 2: 0.38, 3: 0.21, 4: 0.09}
WAITLISTED = {RUNNING: 0.03, UPCOMING: 0.2}
"""The share of a cohort's mentees who wait for a place."""


def invent_participants(rng: np.random.Generator, casts: Sequence[Cast], cohorts: Columns, today: date) -> Columns:
    """Every participant of every cohort: its mentors first, then its mentees, the waitlisted ones last."""
    columns: Columns = {"person_id": [], "cohort_id": [], "role": [], "status": [], "capacity": [], "joined_on": []}
    for cohort, each in enumerate(casts):
        for role, members in ((Role.MENTOR, each.mentors), (Role.MENTEE, each.mentees)):
            count = len(members)
            columns["person_id"] += members.tolist()
            columns["cohort_id"] += [cohort] * count
            columns["role"] += [role.value] * count
            columns["status"] += _statuses(cohort, role, count)
            columns["capacity"] += pick_weighted(rng, CAPACITIES, count) if role == Role.MENTOR else [None] * count
            columns["joined_on"] += _joined(rng, cohorts["starts_on"][cohort], count, today)
    return columns


def _statuses(cohort: int, role: Role, count: int) -> list[str]:
    waiting = max(1, round(count * WAITLISTED[cohort])) if role == Role.MENTEE and cohort in WAITLISTED else 0
    waiting = min(waiting, count - 1)
    return [ParticipantStatus.ACTIVE.value] * (count - waiting) + [ParticipantStatus.WAITLISTED.value] * waiting


def _joined(rng: np.random.Generator, starts_on: date, count: int, today: date) -> list[date]:
    return [min(starts_on - timedelta(days=days), today) for days in rng.integers(3, 50, size=count).tolist()]


def invent_hopes(rng: np.random.Generator, participants: Columns, people: Columns, links: Columns) -> list[str | None]:
    """What each hopes for, in the words of their first skill; one in seven has left the question empty."""
    count = len(participants["role"])
    voices = {role: pick(rng, words("voice")[f"{role}_hopes"], count) for role in ("mentor", "mentee")}
    ranked = zip(links["participant_id"], links["skill_id"], links["priority"], strict=True)
    first = {at: skill_names()[skill] for at, skill, priority in ranked if priority == 1}
    hopes = [
        voices[role][at].format(
            skill=in_a_sentence(first[at]),
            title=in_a_sentence(people["job_title"][person]),
            organization=people["organization"][person],
        )
        for at, (role, person) in enumerate(zip(participants["role"], participants["person_id"], strict=True))
    ]
    return some(rng, 0.86, hopes)


def invent_skill_links(rng: np.random.Generator, participants: Columns, people: Columns) -> Columns:
    """The skills of each participant, most important first: mentors offer 3 to 6, mentees seek 2 to 4."""
    columns: Columns = {"participant_id": [], "skill_id": [], "priority": []}
    order = skill_order(rng, participants, people)
    mentors = np.array(participants["role"]) == Role.MENTOR
    counts = np.where(mentors, rng.integers(3, 7, size=len(mentors)), rng.integers(2, 5, size=len(mentors)))
    for at, (skills, count) in enumerate(zip(order.tolist(), counts.tolist(), strict=True)):
        columns["participant_id"] += [at] * count
        columns["skill_id"] += skills[:count]
        columns["priority"] += range(1, count + 1)
    return columns


def skill_order(rng: np.random.Generator, participants: Columns, people: Columns) -> NDArray[np.int64]:
    """Per participant every skill, likeliest first: what the department knows, and for mentees the soft skills."""
    departments = words("work")["departments"]
    names = {name: at for at, name in enumerate(skill_names())}
    likely = {name: [names[skill] for skill in own["skills"]] for name, own in departments.items()}
    scores = rng.random((len(participants["role"]), len(names)))
    scores[np.array(participants["role"]) == Role.MENTEE, len(words("work")["skills"]["industry"]) :] += 0.15
    for at, person in enumerate(participants["person_id"]):
        scores[at, likely[people["department"][person]]] += 0.45
    return np.argsort(-scores, axis=1)[:, :6]
