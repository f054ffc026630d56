"""The whole invention: plain columns for every table, the same for the same size, seed and day."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from dashboard.errors import InvalidError
from dashboard.sample.casting import cast, invent_cohorts, invent_schedule, seniority
from dashboard.sample.check_ins import invent_check_ins
from dashboard.sample.meetings import invent_meetings, invent_practice, plan_slots
from dashboard.sample.pairings import Desk, invent_separations, open_desk
from dashboard.sample.participants import invent_hopes, invent_participants, invent_skill_links
from dashboard.sample.people import invent_people
from dashboard.sample.stories import Story, pairing_columns, tell_stories
from dashboard.sample.words import Columns, skill_names, words

FEWEST, MOST = 20, 200_000


def invent(*, people: int, seed: int, today: date) -> dict[str, Columns]:
    """A program of that many people, as columns per table, in an order in which they can be inserted.

    References are positions in the other table. About 10 meetings a person; nothing happens after ``today``.
    """
    _check_size(people, seed)
    rng = np.random.default_rng(seed)
    cohorts, casts = invent_cohorts(today), cast(rng, people)
    persons = invent_people(rng, seniority(casts, people))
    participants = invent_participants(rng, casts, cohorts, today)
    links = invent_skill_links(rng, participants, persons)
    participants["hopes"] = invent_hopes(rng, participants, persons, links)
    separations = invent_separations(rng, participants)
    desk = open_desk(participants, persons, links, separations)
    stories = tell_stories(rng, desk, cohorts, today)
    slots, pools = plan_slots(rng, stories), _skill_pools(desk, stories)
    return {
        "cohort": cohorts,
        "check_in_schedule": invent_schedule(),
        "skill": _skills(),
        "person": persons,
        "separation": separations,
        "participant": participants,
        "participant_skill": links,
        "pairing": pairing_columns(rng, stories, _shared(desk, stories, pools)),
        "meeting": invent_meetings(rng, slots, _together(desk, stories), pools),
        "meeting_skill": invent_practice(rng, slots, pools),
        "check_in": invent_check_ins(rng, stories),
    }


def _check_size(people: int, seed: int) -> None:
    if not FEWEST <= people <= MOST:
        raise InvalidError(f"A sample program has {FEWEST} to {MOST:,} people. Choose a number in between.")
    if seed < 0:
        raise InvalidError("The seed of a sample program is a whole number from 0 up. Choose another.")


def _skills() -> Columns:
    kinds = words("work")["skills"]
    names = [name for own in kinds.values() for name in own]
    return {
        "name": names,
        "name_key": [name.casefold() for name in names],
        "kind": [kind for kind, own in kinds.items() for _ in own],
    }


def _together(desk: Desk, stories: list[Story]) -> NDArray[np.bool_]:
    """Whether the two of each pairing live in one place."""
    places = [desk.people["location"][person] for person in desk.participants["person_id"]]
    return np.array([places[story.mentor] == places[story.mentee] for story in stories], dtype=bool)


def _skill_pools(desk: Desk, stories: list[Story]) -> NDArray[np.int64]:
    """Two skills for each pairing to practice: sought by the mentee, and offered by the mentor where there are such."""
    mentors, mentees = [story.mentor for story in stories], [story.mentee for story in stories]
    wanted = desk.wants[mentees] * (1 + 3 * (desk.wants[mentors] > 0))
    return np.argsort(-wanted, axis=1, kind="stable")[:, :2]


def _shared(desk: Desk, stories: list[Story], pools: NDArray[np.int64]) -> list[str | None]:
    """The skill that each pairing practices most, where the mentor offers it."""
    offered = desk.wants[[story.mentor for story in stories], pools[:, 0]] > 0
    return [
        skill_names()[skill] if has else None for skill, has in zip(pools[:, 0].tolist(), offered.tolist(), strict=True)
    ]
