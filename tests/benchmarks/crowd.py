"""Cohorts in which many wait and many can take somebody, before the first pair is made."""

import random
from datetime import timedelta
from pathlib import Path

from dashboard import opening
from dashboard.database import writing
from dashboard.recording.bulk import insert_rows
from models import Cohort, Participant, ParticipantSkill, Person, Role, Skill, name_key
from tests.benchmarks.data import TODAY, opened
from tests.benchmarks.registry import Setting

PLACES = [("Lima", "America/Lima"), ("Oslo", "Europe/Oslo"), ("Nairobi", "Africa/Nairobi"), ("Pune", "Asia/Kolkata")]
FIELDS = ("Finance", "Engineering", "Marketing", "People", "Sales", "Operations")
TONGUES = ("English", "Spanish", "Norsk", "Hindi")
SKILLS = 24


def crowds(setting: Setting, *sides: int) -> Path:
    """The file of a program with a cohort for each of the ``sides``, in order: so many mentees who wait, and as many
    mentors with a place each."""
    file = setting.folder / "crowds.db"
    with opened(file):
        opening.engine()
        for number, side in enumerate(sides):
            _fill(f"Crowd {number}", side, random.Random(1))
        opening.close()
    return file


def _fill(name: str, side: int, dice: random.Random) -> None:
    with writing("Benchmark", "Made a crowd") as session:
        dates = {"starts_on": TODAY - timedelta(days=30), "ends_on": TODAY + timedelta(days=300)}
        (cohort,) = insert_rows(session, Cohort, [{"name": name, "name_key": name.lower(), **dates}])
        called = [f"{name} skill {number}" for number in range(SKILLS)]
        skills = insert_rows(session, Skill, [{"name": skill, "name_key": skill.lower()} for skill in called])
        persons = insert_rows(session, Person, [_person(number, dice) for number in range(2 * side)])
        rows = [_participant(cohort, person, at < side) for at, person in enumerate(persons)]
        links = [
            {"participant_id": participant, "skill_id": skill, "priority": priority}
            for participant in insert_rows(session, Participant, rows)
            for priority, skill in enumerate(dice.sample(skills, dice.randint(1, 5)), start=1)
        ]
        insert_rows(session, ParticipantSkill, links)


def _person(number: int, dice: random.Random) -> dict[str, object]:
    location, time_zone = dice.choice(PLACES)
    name = f"Person {number:05}"
    return {
        "name": name,
        "name_key": name_key(name),
        "department": dice.choice(FIELDS),
        "location": location,
        "time_zone": time_zone,
        "languages": ", ".join(dice.sample(TONGUES, dice.randint(1, 2))),
        "years_experience": dice.randint(0, 30),
    }


def _participant(cohort: int, person: int, is_mentee: bool) -> dict[str, object]:
    role, capacity = (Role.MENTEE, None) if is_mentee else (Role.MENTOR, 1)
    return {
        "cohort_id": cohort,
        "person_id": person,
        "role": role.value,
        "capacity": capacity,
        "joined_on": TODAY - timedelta(days=person % 40),
    }
