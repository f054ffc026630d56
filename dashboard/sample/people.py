"""Invented people: names from many cultures, work, places, languages, managers, and a few words about themselves."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dashboard.sample.naming import invent_emails, invent_names
from dashboard.sample.words import Columns, in_a_sentence, pick, some, words
from models import name_key

YEARS = ((0.0, 9.0), (4.0, 13.0), (7.0, 34.0))
"""The span of years of experience per seniority: mentees, mentees who became mentors, mentors."""


def invent_people(rng: np.random.Generator, senior: NDArray[np.int64]) -> Columns:
    """One person for each entry of ``senior`` (0 to 2, as ``casting.seniority`` gives them)."""
    count = len(senior)
    cultures = _cultures(rng, count)
    names, latin = invent_names(rng, cultures)
    years = _years(rng, senior)
    companies = rng.integers(len(words("work")["organizations"]), size=count)
    departments = pick(rng, list(words("work")["departments"]), count)
    places = _places(rng, cultures)
    columns: Columns = {
        "external_id": [f"S-{10001 + number}" for number in range(count)],
        "email": invent_emails(rng, latin, companies),
        "name": names,
        "job_title": [_title(name, span) for name, span in zip(departments, years, strict=True)],
        "department": departments,
        "organization": [words("work")["organizations"][at] for at in companies.tolist()],
        "location": places,
        "time_zone": [words("places")[place] for place in places],
        "languages": _languages(rng, cultures),
        "years_experience": years,
    }
    columns["name_key"] = [name_key(name) for name in columns["name"]]
    columns["email_key"] = [email and email.casefold() for email in columns["email"]]
    columns["name_key"] = [name_key(name) for name in names]
    columns["manager_email"] = _managers(rng, columns)
    columns["bio"] = _bios(rng, columns)
    return columns


def _cultures(rng: np.random.Generator, count: int) -> list[dict[str, Any]]:
    cultures = words("names")["culture"]
    weights = np.array([culture["weight"] for culture in cultures], dtype=float)
    return [cultures[at] for at in rng.choice(len(cultures), size=count, p=weights / weights.sum()).tolist()]


def _years(rng: np.random.Generator, senior: NDArray[np.int64]) -> list[float]:
    low, high = np.array(YEARS)[senior].T
    years: list[float] = (np.round((low + rng.random(len(senior)) ** 1.5 * (high - low)) * 2) / 2).tolist()
    return years


def _title(department: str, years: float) -> str:
    titles = words("work")["departments"][department]["titles"]
    return str(titles[min(int(years / 5), len(titles) - 1)])


def _places(rng: np.random.Generator, cultures: Sequence[dict[str, Any]]) -> list[str]:
    """Most live where their name is at home; every fourth has moved."""
    anywhere, moved = pick(rng, list(words("places")), len(cultures)), rng.random(len(cultures)) < 0.25
    draws = rng.random(len(cultures))
    return [
        away if gone else culture["places"][int(draw * len(culture["places"]))]
        for culture, away, gone, draw in zip(cultures, anywhere, moved, draws, strict=True)
    ]


def _languages(rng: np.random.Generator, cultures: Sequence[dict[str, Any]]) -> list[str]:
    third = some(
        rng, 0.15, pick(rng, ["French", "Spanish", "German", "Arabic", "Portuguese", "Mandarin"], len(cultures))
    )
    english = rng.random(len(cultures)) < 0.92
    known = (
        [culture["languages"][0], *(["English"] if speaks else culture["languages"][1:]), *([extra] if extra else [])]
        for culture, speaks, extra in zip(cultures, english, third, strict=True)
    )
    return [", ".join(dict.fromkeys(languages)) for languages in known]


def _managers(rng: np.random.Generator, people: Columns) -> list[str | None]:
    """Half of the people name a manager: somebody senior of their organization, who takes part or does not."""
    teams: dict[str, list[int]] = {}
    for at in np.argsort(people["years_experience"], kind="stable").tolist():
        teams.setdefault(people["organization"][at], []).append(at)
    outside = _outsiders(rng, people)
    managers: list[str | None] = [None] * len(people["name"])
    for organization, team in teams.items():
        for rank, at in enumerate(team):
            named, inside, who = rng.random(3).tolist()
            above = team[max(rank + 1, len(team) // 2) :]
            if named < 0.55:
                boss = people["email_key"][above[int(who * len(above))]] if above and inside < 0.6 else None
                managers[at] = boss or outside[organization][int(who * 3)]
    return managers


def _outsiders(rng: np.random.Generator, people: Columns) -> dict[str, list[str]]:
    """Three managers in each organization who do not take part themselves."""
    organizations = words("work")["organizations"]
    _, latin = invent_names(rng, _cultures(rng, 3 * len(organizations)))
    taken = set(people["email_key"])
    addresses = [f"{name}@example.org" for name in latin]
    free = [f"office.{address}" if address in taken else address for address in addresses]
    return {organization: free[at * 3 : at * 3 + 3] for at, organization in enumerate(organizations)}


def _bios(rng: np.random.Generator, people: Columns) -> list[str | None]:
    """Two short sentences; every tenth person has written nothing."""
    count = len(people["name"])
    openings, endings = pick(rng, words("voice")["bios"], count), pick(rng, words("voice")["bio_endings"], count)
    skills = [words("work")["departments"][name]["skills"] for name in people["department"]]
    chosen = [
        own[at].lower() if own[at] != "SQL" else "SQL"
        for own, at in zip(skills, rng.integers(4, size=count), strict=True)
    ]
    fields = zip(
        people["job_title"], people["organization"], people["location"], people["years_experience"], strict=True
    )
    bios = [
        f"{opening} {ending}".format(
            skill=skill,
            title=title,
            role=in_a_sentence(title),
            organization=company,
            place=place,
            years=max(2, int(years)),
        )
        for opening, ending, skill, (title, company, place, years) in zip(
            openings, endings, chosen, fields, strict=True
        )
    ]
    return some(rng, 0.9, bios)
