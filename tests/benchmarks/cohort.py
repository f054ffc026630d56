"""An invented cohort as the frames that ``dashboard.matching`` takes: no database, any size, the same for a seed."""

from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.matching.facts import compare
from dashboard.matching.fit import Fit, Weights, fit_of
from dashboard.matching.plan import Problem, problem

ON = date(2026, 6, 15)
ZONES = ("Europe/Oslo", "Europe/Rome", "America/Lima", "Asia/Kolkata", "America/New_York", "Africa/Accra", "Asia/Tokyo")
LANGUAGES = ("English", "Spanish", "Norwegian", "French", "Hindi")
CATALOG, SOUGHT, OFFERED = 60, 3, 6


class Frames(NamedTuple):
    mentees: pd.DataFrame
    mentors: pd.DataFrame
    sought: pd.DataFrame
    offered: pd.DataFrame


def invented(mentees: int, mentors: int, seed: int = 1) -> Frames:
    """People of a dozen departments and some dozens of towns, each with a few of sixty skills."""
    draw = np.random.default_rng(seed)
    own, others = _people(draw, mentees, 1), _people(draw, mentors, 1_000_000)
    return Frames(own, others, _skills(draw, own, SOUGHT), _skills(draw, others, OFFERED))


def fit_between(frames: Frames, weights: Weights = Weights()) -> Fit:  # noqa: B008 (it is frozen)
    """The whole way from the frames to the score of every pair."""
    sought, offered = frames.sought, frames.offered
    facts = compare(frames.mentees, frames.mentors, sought=sought, offered=offered, catalog=CATALOG, on=ON)
    return fit_of(facts, weights)


def invented_problem(people: int) -> Problem:
    """So many mentees, and as many places with half as many mentors; one pair in a hundred is ruled out."""
    draw = np.random.default_rng(2)
    mentors = max(1, people // 2)
    places = np.bincount(draw.integers(0, mentors, people), minlength=mentors)
    fit = fit_between(invented(people, mentors))
    return problem(fit.score, draw.random(fit.score.shape) > 0.01, places)


def _people(draw: np.random.Generator, count: int, first: int) -> pd.DataFrame:
    columns = {
        "department": [f"Department {number}" for number in draw.integers(0, 12, count)],
        "location": [f"Town {number}" for number in draw.integers(0, 40, count)],
        "time_zone": [ZONES[number] for number in draw.integers(0, len(ZONES), count)],
        "languages": [", ".join(draw.choice(LANGUAGES, size, replace=False)) for size in draw.integers(1, 3, count)],
        "years_experience": draw.integers(0, 30, count).astype(float),
    }
    return pd.DataFrame({"id": np.arange(first, first + count), **columns})


def _skills(draw: np.random.Generator, people: pd.DataFrame, count: int) -> pd.DataFrame:
    chosen = draw.random((len(people), CATALOG)).argsort(axis=1)[:, :count]
    return pd.DataFrame(
        {
            "participant_id": np.repeat(people["id"].to_numpy(), count),
            "skill_id": chosen.ravel(),
            "priority": np.tile(np.arange(1, count + 1), len(people)),
        }
    )
