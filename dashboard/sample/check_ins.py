"""Invented check-ins: fewer with every wave, mostly kind, sometimes a cry for help."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.questions import ANSWERS
from dashboard.sample.casting import SCHEDULE
from dashboard.sample.courses import Course
from dashboard.sample.stories import Story
from dashboard.sample.words import Columns, pick, words
from models import EndReason, Fit, Wave

Numbers = NDArray[np.float64]
PULSE_EVERY = 60
DUE = [
    *((wave, days) for wave, days in SCHEDULE.items() if wave != Wave.PULSE),
    *((Wave.PULSE, days) for days in range(SCHEDULE[Wave.PULSE], SCHEDULE[Wave.FINAL], PULSE_EVERY)),
]
DUE_WAVES = [wave for wave, _ in DUE]
# Per course: how willingly its people answer, how they rate at first, and how their confidence and their rating move.
MOODS = {
    Course.STRONG: (1.0, 4.3, 1.6, 0.4),
    Course.STEADY: (0.9, 3.9, 1.2, 0.2),
    Course.FADING: (0.65, 3.5, 0.2, -1.3),
    Course.GHOSTING: (0.4, 3.0, -0.2, -1.2),
    Course.PAUSED: (0.75, 3.7, 0.4, -0.2),
    Course.PARTING: (0.7, 3.0, -0.4, -1.0),
}
RATED = ("relationship", "progress", "confidence", "fit", "recommend", "would_mentor")
ASKED = {key: ANSWERS[key].waves for key in RATED}
COMMENTED, CONFIDENTIAL = 0.35, 0.07


def invent_check_ins(rng: np.random.Generator, stories: list[Story]) -> Columns:
    """Every answered check-in of both sides, in the order of the days."""
    pairing, side, wave, answered = _answered(rng, stories)
    moods = np.array([MOODS[story.course] for story in stories]).reshape(-1, 4)[pairing]
    begun = np.array([story.started_on for story in stories], dtype="datetime64[D]")[pairing]
    elapsed = (answered - begun).astype(float) / SCHEDULE[Wave.FINAL]
    asked = {name: np.array([due in waves for due in DUE_WAVES])[wave] for name, waves in ASKED.items()}

    temper = rng.normal(0, 0.5, size=(len(stories), 2))[pairing, side]
    growth = rng.normal(0, 0.5, size=(len(stories), 2))[pairing, side]
    footing = np.array([[3.4, 2.7]]) + rng.normal(0, 0.6, size=(len(stories), 2))
    bond = moods[:, 1] + temper + moods[:, 3] * elapsed + rng.normal(0, 0.45, size=len(wave))
    answers: dict[str, Numbers] = {
        "relationship": np.clip(np.round(bond), 1, 5),
        "progress": np.clip(np.round(bond - 0.5 + 0.5 * elapsed + rng.normal(0, 0.5, size=len(wave))), 1, 5),
        "confidence": np.clip(
            np.round(footing[pairing, side] + (moods[:, 2] + growth) * elapsed + rng.normal(0, 0.3, len(wave))), 1, 5
        ),
        "recommend": np.clip(np.round(bond * 2 + rng.normal(0, 1, size=len(wave))), 0, 10),
        "would_mentor": (bond + rng.normal(0, 0.6, size=len(wave)) > 3.2).astype(float),
    }
    columns: Columns = {name: _given(asked[name], values) for name, values in answers.items()}
    columns["would_mentor"] = [value if value is None else bool(value) for value in columns["would_mentor"]]
    columns["fit"] = _fits(stories, pairing, asked["fit"], bond)
    columns |= _comments(rng, np.where(asked["relationship"], answers["relationship"], 0))
    people = np.array([(story.mentor, story.mentee) for story in stories], dtype=np.int64).reshape(-1, 2)
    return {
        "pairing_id": pairing.tolist(),
        "participant_id": people[pairing, side].tolist(),
        "wave": [DUE_WAVES[at].value for at in wave.tolist()],
        "answered_on": answered.tolist(),
        **columns,
    }


def _answered(rng: np.random.Generator, stories: list[Story]) -> tuple[Any, Any, Any, Any]:
    """Pairing, side (0 mentor, 1 mentee), place in ``DUE`` and day of each check-in that was answered, in order."""
    starts = np.array([story.started_on for story in stories], dtype="datetime64[D]")[:, None, None]
    stops = np.array([story.stops_on for story in stories], dtype="datetime64[D]")[:, None, None]
    shape = (len(stories), 2, len(DUE))
    due = np.array([days for _, days in DUE])
    answered = starts + due + rng.integers(-3, 12, size=shape)
    willing = np.array([MOODS[story.course][0] for story in stories]).reshape(-1, 1, 1)
    chance = willing * np.array([[0.88], [0.96]]) * (0.97 - 0.33 * due / due.max())
    given = (rng.random(shape) < chance) & (answered <= stops)
    pairing, side, wave = np.nonzero(given)
    order = np.argsort(answered[given], kind="stable")
    return pairing[order], side[order], wave[order], answered[given][order]


def _given(asked: NDArray[np.bool_], values: Numbers) -> list[int | None]:
    return [int(value) if wanted else None for wanted, value in zip(asked.tolist(), values.tolist(), strict=True)]


def _fits(
    stories: list[Story], pairing: NDArray[np.int64], asked: NDArray[np.bool_], bond: Numbers
) -> list[str | None]:
    """A good fit or not; who later parts because it was none has mostly said so."""
    wrong = np.array([story.end_reason == EndReason.NOT_A_FIT for story in stories], dtype=bool)[pairing]
    level = bond - 1.2 * wrong
    words_for = (Fit.NOT_A_FIT.value, Fit.DECIDING.value, Fit.GOOD.value)
    at = (level > 2.3).astype(int) + (level > 3.3)
    return [words_for[index] if wanted else None for index, wanted in zip(at.tolist(), asked.tolist(), strict=True)]


def _comments(rng: np.random.Generator, relationship: Numbers) -> Columns:
    """What was added in words, in the tone of the rating (0 for none); a few comments are confidential."""
    count, voice = len(relationship), words("voice")["comments"]
    tones = {tone: pick(rng, voice[tone], count) for tone in ("good", "fair", "poor", "confidential")}
    tone = np.select([relationship >= 4, (relationship == 3) | (relationship == 0)], ["good", "fair"], "poor")
    draws = rng.random(count)
    secret = (draws < COMMENTED * CONFIDENTIAL) | ((tone == "poor") & (draws < COMMENTED / 3))
    spoken = np.where(secret, "confidential", tone).tolist()
    said = [
        tones[which][at] if draw < COMMENTED else None
        for at, (which, draw) in enumerate(zip(spoken, draws, strict=True))
    ]
    return {"comment": said, "confidential": secret.tolist()}
