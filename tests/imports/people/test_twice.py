"""Whoever is in a file and whoever is in the program: the same file again changes nothing."""

from functools import lru_cache, partial
from os import environ
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.people.choices import ADD, Answers
from dashboard.imports.people.review import review_people
from dashboard.imports.people.said import Said
from dashboard.imports.review import State
from dashboard.queries.imports import PERSON_FIELDS, Program
from tests.imports.people.programs import PARTICIPANTS, PEOPLE, frame, with_plan
from tests.imports.rosters import TODAY, mapped, read

NAMES = ["Ana Ruiz", "Ruiz, Ana", "ANA RUIZ", "Ana Ruiz Vega", "Ruiz", "Ben Ode"]
EMAILS = ["ana@example.org", "ANA@example.org", "ben@example.org", "cy@example.org"]
IDS = ["1", "2", "3"]
COLUMNS = {
    "Name": ["", *NAMES],
    "Email": ["", *EMAILS, "nope"],
    "ID": ["", "", "", *IDS],
    "Role": ["mentor", "mentee", "both", ""],
    "Capacity": ["", "", "1", "2"],
    "Status": ["", "", "active", "waitlisted", "withdrawn"],
    "Manager ID": ["", "", *IDS],
    "City": ["", "Lima", "Oslo"],
}
MANY = int(environ.get("MENTORBOARD_TEST_EXAMPLES", "100"))
"""More of them by hand, as after a change of who is who."""
ANSWERS = st.sampled_from(["same", "apart", "keep", "first", "latest", "later", "earlier", "two", "one", ADD])
MATTERS = ["nearly", "shared", "namesake", "taken", "reused", "other_id", "renamed", "repeated", "roles", "names_alone"]


@st.composite
def programs(draw: Any) -> Program:
    """Anybody with the names, addresses and IDs of the files, some in the cohort, some paired."""
    told = st.tuples(st.sampled_from(NAMES), st.sampled_from([None, *EMAILS]), st.sampled_from([None, *IDS]))
    people, parts = [], []
    for name, email, external_id in draw(st.lists(told, max_size=5)):
        one = {**dict.fromkeys(PERSON_FIELDS), "id": len(people) + 1, "name": name, "email": email}
        is_taken = any(other["external_id"] == external_id for other in people)
        one |= {"email_key": email and email.casefold(), "external_id": None if is_taken else external_id}
        people.append(one)
        for role in draw(st.sampled_from([(), ("mentor",), ("mentee",), ("mentor", "mentee")])):
            capacity = 3 if role == "mentor" else None
            told = {"id": len(parts) + 1, "person_id": one["id"], "role": role, "status": "active", "joined_on": "then"}
            parts.append({**told, "capacity": capacity, "hopes": None, "taken": 0})
    pairs: dict[int, list[int]] = {}
    mentors = [one for one in parts if one["role"] == "mentor"]
    for mentee in (one for one in parts if one["role"] == "mentee"):
        mentor = draw(st.sampled_from([None, *mentors]))
        if mentor and mentor["person_id"] != mentee["person_id"] and mentor["taken"] < mentor["capacity"]:
            mentor["taken"] += 1
            pairs.setdefault(mentor["id"], []).append(mentee["id"])
            pairs.setdefault(mentee["id"], []).append(mentor["id"])
    names = {one: [f"Partner {other}" for other in others] for one, others in pairs.items()}
    skills = frame([], ["participant_id", "name"])
    return Program(1, frame(people, PEOPLE), frame(parts, PARTICIPANTS), skills, (), names, pairs)


@st.composite
def rosters(draw: Any, most: int = 8) -> str:
    """Files with some of these columns."""
    columns = [column for column in COLUMNS if column in ("Name", "Email") or draw(st.integers(0, 5))]
    columns = draw(st.sampled_from([columns, [one for one in columns if one != "Email"], ["Name", "Role"]]))
    row = st.tuples(*(st.sampled_from(COLUMNS[column]) for column in columns))
    rows = draw(st.lists(row, min_size=1, max_size=most))
    rows = [cells for cells in rows if any(cells)] or [tuple(COLUMNS[column][-1] for column in columns)]
    return "\n".join(",".join(f'"{cell}"' for cell in cells) for cells in (columns, *rows)) + "\n"


@lru_cache
def columns_of(header: str) -> Columns:
    """What the columns mean; the cells of these files tell nothing more."""
    return mapped(read(f"{header}\n{',' * header.count(',')}x\n"))


@settings(max_examples=MANY)
@given(
    programs(),
    rosters(),
    st.sampled_from(["", "mentor", "both"]),
    st.sampled_from([frozenset(), frozenset({"location", "hopes", "manager_email"})]),
    st.dictionaries(st.integers(2, 9), ANSWERS),
    st.dictionaries(st.sampled_from(MATTERS), ANSWERS),
)
def test_the_same_file_again_changes_nothing(stored, content, role, empties, decisions, options):
    table, columns = read(content), columns_of(content.split("\n")[0])
    said, answers = Said(role, empties), Answers(decisions, options)
    looked_at = partial(review_people, table, columns, today=TODAY, said=said, answers=answers)

    first = looked_at(stored)
    second = looked_at(with_plan(stored, first.plan))

    assert second.plan.is_empty
    assert [(line.number, bool(line.troubles)) for line in second.lines] == [
        (line.number, bool(line.troubles)) for line in first.lines
    ]
    assert {line.state for line in second.lines} <= {State.UNCHANGED, State.TROUBLE, State.BLANK}
