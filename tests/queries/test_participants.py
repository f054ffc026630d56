from datetime import date

import pandas as pd
import pytest

from dashboard.database import reading, writing
from dashboard.queries.enrollment import participant, skill_names
from dashboard.queries.participants import PARTICIPANTS, participants_count, participants_page
from tests.factories import STARTS_ON, make_cohort, make_mentee, make_mentor, make_pair, make_pairing, make_skill


@pytest.fixture
def ids(database) -> dict[str, int]:
    """A cohort with a mentor of two, a paired and an unpaired mentee, one on the waitlist; and another cohort."""
    with writing("Ana", "Set up") as session:
        cohort, other = make_cohort(session, "Spring"), make_cohort(session, "Fall")
        made = {
            "cohort": cohort,
            "Bo": make_mentor(session, cohort, "Bo Ode", capacity=2, skills=("SQL", "Sales"), email="bo@example.org"),
            "Ána": make_mentee(session, cohort, "Ána Ruiz", skills=("sql",), hopes="Grow"),
            "zoe": make_mentee(session, cohort, "zoe 100%", email="zoe_x@example.org"),
            "Wei": make_mentor(session, cohort, "Wei Chen", status="waitlisted"),
        }
        make_pairing(session, made["Bo"], made["Ána"])
        make_pairing(session, made["Bo"], made["zoe"], status="completed", ended_on=date(2026, 3, 1))
        make_pair(session, other, "Bo Ode", "Spurious")
        make_skill(session, "Nobody's")
    return made


def names(ids: dict[str, int], **filters) -> list[str]:
    with reading() as session:
        frame = participants_page(session, cohort_id=ids["cohort"], **filters)
        assert participants_count(session, cohort_id=ids["cohort"], **filters) == len(frame)
    return list(frame["name"])


def test_participants_page_tells_who_is_there_by_name(ids):
    with reading() as session:
        frame = participants_page(session, cohort_id=ids["cohort"])

    rows = frame.drop(columns="person_id").astype(object)
    assert rows.where(rows.notna(), None).to_dict("split")["data"] == [
        [ids["Ána"], "Ána Ruiz", None, "mentee", "active", None, 1, None, "SQL", "Bo Ode"],
        [ids["Bo"], "Bo Ode", "bo@example.org", "mentor", "active", 2, 1, 1, "SQL, Sales", "Ána Ruiz"],
        [ids["Wei"], "Wei Chen", None, "mentor", "waitlisted", 1, 0, 1, "", ""],
        [ids["zoe"], "zoe 100%", "zoe_x@example.org", "mentee", "active", None, 0, None, "", ""],
    ]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"role": "mentor"}, ["Bo Ode", "Wei Chen"]),
        ({"status": "waitlisted"}, ["Wei Chen"]),
        ({"paired": "paired"}, ["Ána Ruiz", "Bo Ode"]),
        ({"paired": "unpaired"}, ["Wei Chen", "zoe 100%"]),
        ({"skill": "SQL"}, ["Ána Ruiz", "Bo Ode"]),
        ({"search": "ANA"}, ["Ána Ruiz"]),
        ({"search": "BO@EXAMPLE"}, ["Bo Ode"]),
        ({"search": "0%"}, ["zoe 100%"]),
        ({"search": "%"}, ["zoe 100%"]),
        ({"search": "e_x"}, ["zoe 100%"]),
        ({"search": "nobody"}, []),
        ({"role": "mentee", "status": "active", "paired": "unpaired"}, ["zoe 100%"]),
    ],
)
def test_participants_page_and_count_agree_on_every_filter(ids, filters, found):
    assert names(ids, **filters) == found


def test_participants_page_goes_on_where_the_last_one_ended(ids):
    with reading() as session:
        pages = [participants_page(session, cohort_id=ids["cohort"], limit=3, offset=offset) for offset in (0, 3, 6)]

    assert [list(page["name"]) for page in pages] == [["Ána Ruiz", "Bo Ode", "Wei Chen"], ["zoe 100%"], []]
    assert [pages[2][name].dtype for name in PARTICIPANTS] == [pages[0][name].dtype for name in PARTICIPANTS]


def test_participants_of_nowhere_are_none(database):
    with reading() as session:
        frame = participants_page(session, cohort_id=999)

    pd.testing.assert_frame_equal(
        frame, pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in PARTICIPANTS.items()})
    )


def test_participant_tells_everything_about_one(ids):
    with reading() as session:
        found = participant(session, participant_id=ids["Ána"])
        person_id = found.pop("person_id")
        assert found == {
            "id": ids["Ána"],
            "cohort_id": ids["cohort"],
            "role": "mentee",
            "status": "active",
            "capacity": None,
            "hopes": "Grow",
            "joined_on": STARTS_ON,
            "name": "Ána Ruiz",
            "skills": ["SQL"],
            "paired_with": ["Bo Ode"],
            "was_paired": True,
        }
        assert person_id
        assert participant(session, participant_id=ids["zoe"])["was_paired"]
        assert not participant(session, participant_id=ids["Wei"])["was_paired"]
        assert participant(session, participant_id=999) is None


def test_skill_names_are_those_in_use(ids):
    with reading() as session:
        assert skill_names(session, cohort_id=ids["cohort"]) == ["Sales", "SQL"]
        assert skill_names(session, limit=1) == ["SQL"]
        assert skill_names(session, cohort_id=999) == []
