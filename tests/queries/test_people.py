from datetime import date

import pytest

from dashboard.database import reading, writing
from dashboard.queries.people import PEOPLE, email_holders, people_count, people_page, person, separations
from dashboard.services.people import separate
from tests.factories import make_cohort, make_mentee, make_mentor, make_person


@pytest.fixture
def ids(database) -> dict[str, int]:
    with writing("Ana", "Set up") as session:
        spring = make_cohort(session, "Spring")
        fall = make_cohort(session, "Fall", starts_on=date(2026, 3, 1))
        made = {
            "Ana": make_person(session, "Ana María Ruiz", email="Ana@example.org", manager_email="bo@example.org"),
            "Mariana": make_person(session, "Mariana Kaya", email="boss@example.org", job_title="Lead"),
            "Bo": make_person(session, "Bo Ode", email="bo@example.org"),
            "Cai": make_person(session, "Cai Lin"),
        }
        make_mentee(session, spring, person_id=made["Ana"])
        make_mentor(session, fall, person_id=made["Ana"])
    return made


def test_people_page_tells_roles_in_all_cohorts_newest_first(ids):
    with reading() as session:
        frame = people_page(session)

    rows = frame.astype(object).where(frame.notna(), None)
    assert list(rows.columns) == list(PEOPLE)
    assert rows.to_dict("split")["data"] == [
        [ids["Ana"], "Ana María Ruiz", "Ana@example.org", None, None, None, "mentor in Fall, mentee in Spring"],
        [ids["Bo"], "Bo Ode", "bo@example.org", None, None, None, ""],
        [ids["Cai"], "Cai Lin", None, None, None, None, ""],
        [ids["Mariana"], "Mariana Kaya", "boss@example.org", "Lead", None, None, ""],
    ]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("'", ["Brían O'Neil"]),
        ("\u2019", []),
        ("\u00b4", []),
        ("\u0301", []),
        ("' '", ["Brían O'Neil"]),
        ("cai '", ["Cai Lin"]),
        ("o\u2019neil", ["Brían O'Neil"]),
    ],
)
def test_a_lone_apostrophe_or_accent_finds_itself_at_most(ids, search, found):
    with writing("Ana", "Set up") as session:
        make_person(session, "Brían O'Neil")

    with reading() as session:
        assert list(people_page(session, search=search)["name"]) == found
        assert people_count(session, search=search) == len(found)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("mar", ["Mariana Kaya", "Ana María Ruiz"]),
        ("ANA", ["Ana María Ruiz", "Mariana Kaya"]),
        ("maria", ["Mariana Kaya", "Ana María Ruiz"]),
        ("ruiz ana", ["Ana María Ruiz"]),
        ("bo", ["Bo Ode", "Mariana Kaya"]),
        ("%", []),
        ("   ", ["Ana María Ruiz", "Bo Ode", "Cai Lin", "Mariana Kaya"]),
    ],
)
def test_people_page_puts_the_nearest_first(ids, search, found):
    with reading() as session:
        assert list(people_page(session, search=search)["name"]) == found
        assert people_count(session, search=search) == len(found)


def test_nobody_is_an_empty_page(database):
    with reading() as session:
        assert list(people_page(session).columns) == list(PEOPLE)
        assert (people_count(session), person(session, person_id=999)) == (0, None)


def test_person_names_the_manager_when_they_are_here(ids):
    with reading() as session:
        ana, bo = person(session, person_id=ids["Ana"]), person(session, person_id=ids["Bo"])

    assert (ana["name"], ana["email_key"], ana["manager_id"], ana["manager"]) == (
        "Ana María Ruiz",
        "ana@example.org",
        ids["Bo"],
        "Bo Ode",
    )
    assert (bo["manager_id"], bo["manager"]) == (None, None), "who names no manager has none, whoever has no address"


def test_email_holders_leave_out_the_one_who_asks(ids):
    with reading() as session:
        assert email_holders(session, email=" ANA@example.org ") == [(ids["Ana"], "Ana María Ruiz")]
        assert email_holders(session, email="ana@example.org", other_than=ids["Ana"]) == []
        assert email_holders(session, email="") == []


def test_separations_are_seen_from_both_sides(ids):
    with writing("Ana", "Kept apart") as session:
        separate(session, person_id=ids["Bo"], other_id=ids["Ana"], reason="Family")

    with reading() as session:
        sides = [separations(session, person_id=ids[name]).to_dict("records") for name in ("Ana", "Bo", "Mariana")]
    assert sides == [
        [{"person_id": ids["Bo"], "name": "Bo Ode", "reason": "Family"}],
        [{"person_id": ids["Ana"], "name": "Ana María Ruiz", "reason": "Family"}],
        [],
    ]
