"""Invented meetings: on pace, late, missed or not at all, as the story of each pairing goes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.sample.casting import CADENCES
from dashboard.sample.courses import Course
from dashboard.sample.stories import Story
from dashboard.sample.words import Columns, in_a_sentence, pick, pick_weighted, skill_names, words
from models import MeetingFormat, PairingStatus

Days = NDArray[np.datetime64]
MONTH = 365.25 / 12
# Per course: the chance that a planned meeting happens at the start and at the end of the time, and that it is missed.
KEENNESS = {
    Course.STRONG: (0.99, 0.96, 0.03),
    Course.STEADY: (0.92, 0.86, 0.06),
    Course.FADING: (0.98, 0.15, 0.12),
    Course.GHOSTING: (0.5, -0.9, 0.35),
    Course.PAUSED: (0.9, 0.85, 0.06),
    Course.PARTING: (0.8, 0.5, 0.15),
}
PACE = {Course.STRONG: 1.15}
FORMATS = {
    MeetingFormat.VIDEO: 0.62,
    MeetingFormat.PHONE: 0.14,
    MeetingFormat.IN_PERSON: 0.14,
    MeetingFormat.CHAT: 0.07,
    MeetingFormat.OTHER: 0.03,
}
MINUTES = {60: 0.34, 45: 0.27, 30: 0.18, 50: 0.07, 90: 0.06, 25: 0.05, 75: 0.03}
NOTED, NOTED_MISSED, PRACTICED = 0.3, 0.5, 0.6


@dataclass
class Slots:
    """Planned meetings that came to something: of which pairing, on which day, and whether it was missed."""

    pairing: NDArray[np.int64]
    held_on: Days
    missed: NDArray[np.bool_]


def plan_slots(rng: np.random.Generator, stories: list[Story]) -> Slots:
    """Every meeting that was held or missed, in the order of the days."""
    starts, stops = (np.array(days, dtype="datetime64[D]") for days in _spans(stories))
    length = (stops - starts).astype(np.int64)
    gap = MONTH / np.array([CADENCES[story.cohort] * PACE.get(story.course, 1.0) for story in stories])
    first = rng.integers(2, 13, size=len(stories))
    counts = np.maximum(np.floor((length - first) / gap).astype(np.int64) + 1, 0)

    pairing = np.repeat(np.arange(len(stories)), counts)
    number = np.arange(len(pairing)) - np.repeat(np.cumsum(counts) - counts, counts)
    day = first[pairing] + number * gap[pairing] + rng.normal(0, 2.5, size=len(pairing))
    day = np.clip(np.round(day), 0, length[pairing]).astype(np.int64)
    happens, missed = _outcomes(rng, stories, pairing, day / np.maximum(length[pairing], 1))
    days = _on_weekdays(starts[pairing] + day, starts[pairing])
    kept = np.flatnonzero(happens | missed)
    _, once = np.unique(pairing[kept] * 100_000 + days[kept].astype(np.int64), return_index=True)
    kept = kept[np.sort(once)]
    kept = kept[np.argsort(days[kept], kind="stable")]
    return Slots(pairing[kept], days[kept], missed[kept])


def _spans(stories: list[Story]) -> tuple[list[Any], list[Any]]:
    return [story.started_on for story in stories], [story.stops_on for story in stories]


def _outcomes(
    rng: np.random.Generator, stories: list[Story], pairing: NDArray[np.int64], elapsed: NDArray[np.float64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether each planned meeting happens, and whether it is logged as missed instead."""
    early, late, missing = np.array([KEENNESS[story.course] for story in stories]).reshape(-1, 3)[pairing].T
    keen = early + (late - early) * elapsed
    paused = np.array([story.course == Course.PAUSED for story in stories], dtype=bool)[pairing]
    still = np.array([story.status == PairingStatus.PAUSED for story in stories], dtype=bool)[pairing]
    gap = paused & (elapsed > 0.55) & (still | (elapsed < 0.75))
    comes = (rng.random(len(pairing)) < keen) & ~gap
    missed = (rng.random(len(pairing)) < missing) & ~gap & (elapsed < 0.8)
    return comes & ~missed, missed


def _on_weekdays(days: Days, starts: Days) -> Days:
    """Weekends move back to Friday, though never before the pairing began."""
    return np.maximum(np.busday_offset(days, 0, roll="backward"), starts)


def invent_meetings(
    rng: np.random.Generator, slots: Slots, together: NDArray[np.bool_], pools: NDArray[np.int64]
) -> Columns:
    """The slots as rows. Per pairing: whether the two live ``together`` in one place, and the skills they practice."""
    count = len(slots.pairing)
    formats = [
        MeetingFormat.IN_PERSON.value if near and draw < 0.55 else style.value
        for style, near, draw in zip(
            pick_weighted(rng, FORMATS, count),
            together[slots.pairing].tolist(),
            rng.random(count).tolist(),
            strict=True,
        )
    ]
    minutes = pick_weighted(rng, MINUTES, count)
    missed = slots.missed.tolist()
    return {
        "pairing_id": slots.pairing.tolist(),
        "held_on": slots.held_on.tolist(),
        "minutes": [None if gone else length for gone, length in zip(missed, minutes, strict=True)],
        "format": formats,
        "missed": missed,
        "notes": _notes(rng, missed, pools[slots.pairing, 0].tolist()),
    }


def _notes(rng: np.random.Generator, missed: list[bool], practiced: list[int]) -> list[str | None]:
    voice, count = words("voice"), len(missed)
    held, gone = pick(rng, voice["meeting_notes"], count), pick(rng, voice["missed_notes"], count)
    skills = [in_a_sentence(skill_names()[skill]) for skill in practiced]
    return [
        (excuse if draw < NOTED_MISSED else None) if is_missed else (note.format(skill=skill) if draw < NOTED else None)
        for is_missed, note, excuse, skill, draw in zip(
            missed, held, gone, skills, rng.random(count).tolist(), strict=True
        )
    ]


def invent_practice(rng: np.random.Generator, slots: Slots, pools: NDArray[np.int64]) -> Columns:
    """The skills practiced in the meetings that were held; ``pools`` has two different skills for each pairing."""
    draws = rng.random(len(slots.pairing))
    one = np.flatnonzero(~slots.missed & (draws < PRACTICED))
    both = np.flatnonzero(~slots.missed & (draws < PRACTICED / 6))
    which = rng.integers(2, size=len(slots.pairing))
    meeting = np.concatenate([one, both])
    column = np.concatenate([which[one], 1 - which[both]])
    order = np.argsort(meeting, kind="stable")
    skill = pools[slots.pairing[meeting[order]], column[order]]
    return {"meeting_id": meeting[order].tolist(), "skill_id": skill.tolist()}
