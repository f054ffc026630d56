"""How each pairing goes: when it starts, how keenly the two meet, when and why it ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from dashboard.sample.casting import RUNNING
from dashboard.sample.courses import COURSES, EARLY_ENDS, GONE, Course
from dashboard.sample.pairings import Desk, Pool, find_mentor, pair_cohort
from dashboard.sample.words import Columns, in_a_sentence, pick, pick_weighted, some, words
from models import EndReason, PairingStatus, ParticipantStatus


@dataclass
class Story:
    """One pairing from its start to its end, or to today. Participants and cohort are positions."""

    cohort: int
    mentor: int
    mentee: int
    course: Course
    started_on: date
    stops_on: date
    """The last day on which anything can have happened: the end, or today."""
    status: PairingStatus = PairingStatus.ACTIVE
    end_reason: EndReason | None = None


def tell_stories(rng: np.random.Generator, desk: Desk, cohorts: Columns, today: date) -> list[Story]:
    """Every pairing of every cohort; some mentees whose first pairing ended early get a second."""
    stories: list[Story] = []
    for cohort, (starts_on, ends_on) in enumerate(zip(cohorts["starts_on"], cohorts["ends_on"], strict=True)):
        pool = desk.pool(cohort)
        pairs = pair_cohort(rng, desk, pool, cohort)
        courses = pick_weighted(rng, {each: COURSES[each] for each in Course}, len(pairs))
        begun = [
            _tell(rng, Story(cohort, mentor, mentee, course, _start(rng, cohort, starts_on, today), today), ends_on)
            for (mentor, mentee), course in zip(pairs, courses, strict=True)
        ]
        stories += begun
        stories += list(_second_tries(rng, desk, pool, begun, ends_on, today))
    for story in stories:
        if story.end_reason == EndReason.LEFT_PROGRAM:
            desk.participants["status"][story.mentee] = ParticipantStatus.WITHDRAWN.value
    return stories


def _start(rng: np.random.Generator, cohort: int, starts_on: date, today: date) -> date:
    """In the first three weeks; in the running cohort a few begin only now."""
    if cohort == RUNNING and rng.random() < 0.06:
        return today - timedelta(days=int(rng.integers(1, 13)))
    return starts_on + timedelta(days=int(rng.integers(0, 21)))


def _tell(rng: np.random.Generator, story: Story, ends_on: date) -> Story:
    """The story with its end, as far as it has come by today (its ``stops_on`` so far)."""
    today, end, reason = story.stops_on, ends_on - timedelta(days=int(rng.integers(0, 13))), EndReason.COMPLETED_PLAN
    if story.course == Course.GHOSTING:
        reason = EndReason.NO_REPLY
    if story.course in EARLY_ENDS:
        chance, (low, high), reasons = EARLY_ENDS[story.course]
        if rng.random() < chance:
            end = story.started_on + (end - story.started_on) * float(rng.uniform(low, high))
            reason = pick_weighted(rng, reasons, 1)[0]
    if end <= today:
        well = reason in (EndReason.COMPLETED_PLAN, EndReason.GOAL_MET)
        story.status = PairingStatus.COMPLETED if well else PairingStatus.ENDED_EARLY
        story.stops_on, story.end_reason = end, reason
    elif story.course == Course.PAUSED and (today - story.started_on).days > 45:
        story.status = PairingStatus.PAUSED
    return story


def _second_tries(
    rng: np.random.Generator, desk: Desk, pool: Pool, begun: list[Story], ends_on: date, today: date
) -> Iterator[Story]:
    for first in begun:
        start = first.stops_on + timedelta(days=int(rng.integers(6, 25)))
        over = first.status == PairingStatus.ENDED_EARLY and first.end_reason not in GONE
        if not over or start > min(today, ends_on - timedelta(days=60)) or rng.random() < 0.35:
            continue
        if (mentor := find_mentor(rng, desk, pool, first.mentee)) is not None:
            course = Course.STEADY if rng.random() < 0.7 else Course.FADING
            yield _tell(rng, Story(first.cohort, mentor, first.mentee, course, start, today), ends_on)


def pairing_columns(rng: np.random.Generator, stories: list[Story], shared: Sequence[str | None]) -> Columns:
    """The stories as rows; ``shared`` has for each a skill that is sought and offered, if there is one."""
    count = len(stories)
    texts = pick(rng, words("voice")["rationales"], count)
    rationales = [
        text.format(skill=in_a_sentence(skill)) if skill else "" if "{skill}" in text else text
        for text, skill in zip(texts, shared, strict=True)
    ]
    notes = pick(rng, words("voice")["end_notes"], count)
    ended = [story.end_reason is not None for story in stories]
    return {
        "cohort_id": [story.cohort for story in stories],
        "mentor_id": [story.mentor for story in stories],
        "mentee_id": [story.mentee for story in stories],
        "status": [story.status.value for story in stories],
        "started_on": [story.started_on for story in stories],
        "ended_on": [story.stops_on if over else None for story, over in zip(stories, ended, strict=True)],
        "end_reason": [story.end_reason and story.end_reason.value for story in stories],
        "end_note": [note if over else None for note, over in zip(some(rng, 0.5, notes), ended, strict=True)],
        "rationale": some(rng, 0.8, rationales),
    }
