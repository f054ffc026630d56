"""What goes out comes in again as "0 new, 0 changed", whatever is in it."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from dashboard.database import reading, writing
from dashboard.imports.exporting import export
from dashboard.imports.kinds import KINDS, is_known_anywhere, likeliest
from dashboard.imports.lists import find_separator, join, split
from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.review import Review, State
from dashboard.imports.tables import read_table
from dashboard.sample import load_sample
from dashboard.services.participants import enroll
from dashboard.services.people import add_person
from dashboard.services.person_fields import CLEANERS
from models import ActionKind, Cohort
from tests.factories import make_cohort, make_mentee, make_mentor, make_pairing

TODAY = date(2026, 6, 15)
TEXTS = ("name", "external_id", "job_title", "department", "organization", "location", "bio")
every_kind = pytest.mark.parametrize("key", [key for key, kind in KINDS.items() if kind.exported])


def sent(session, key: str, cohort_id: int) -> bytes:
    kind = KINDS[key]
    return export(kind.kind, kind.exported(session, cohort_id=cohort_id))


def returned(session, key: str, cohort_id: int, data: bytes, options: dict[str, str] | None = None) -> Review:
    """The review of a file that names its kind by its columns alone."""
    kind = KINDS[key]
    table = read_table(data, is_known=is_known_anywhere)
    assert likeliest("file.csv", table) == key
    return kind.review(
        table,
        map_columns(table, kind.kind),
        kind.picture(session, cohort_id=cohort_id),
        options=options or {},
        edits={},
        decisions={},
        today=TODAY,
    )


def states(found: Review) -> dict[str, int]:
    return {state.value: count for state, count in found.counts.items() if count}


@every_kind
def test_every_export_of_the_sample_program_changes_nothing(database, key):
    with writing("Ana", "Sample", kind=ActionKind.SAMPLE) as session:
        load_sample(session, people=60, seed=3, today=TODAY)

    with reading() as session:
        rows = 0
        for cohort_id in session.exec(select(Cohort.id)).all():
            frame = KINDS[key].exported(session, cohort_id=cohort_id)
            if frame.empty:
                continue
            found = returned(session, key, cohort_id, sent(session, key, cohort_id))
            assert [(line.who, line.state, line.troubles, line.differences) for line in found.lines] == [
                (line.who, State.UNCHANGED, (), ()) for line in found.lines
            ]
            assert (len(found.lines), found.plan.is_empty) == (len(frame), True)
            assert found.untouched == () or key in ("meetings", "check_ins")  # there, a pairing of which there is none
            rows += len(frame)
        assert rows > 20


def program(**person) -> int:
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        mentor = make_mentor(session, cohort_id, capacity=2, email=None, **person)
        mentee = make_mentee(session, cohort_id, "=cmd()", email="x@example.org", bio="+1\nsays, \"so\"; 'really'")
        make_mentee(session, make_cohort(session), "Not Here", email="away@example.org")
        make_pairing(session, mentor, mentee, rationale="-both\nsail", status="draft", started_on=None)
        make_pairing(
            session,
            mentor,
            mentee,
            started_on=date(2026, 1, 6),
            ended_on=date(2026, 1, 6),
            status="ended_early",
            end_reason="other",
            end_note="@home, she said",
        )
        make_pairing(session, mentor, mentee, started_on=date(2026, 1, 6), status="paused", rationale="'=both")
    return cohort_id


def test_people_go_out_with_everything_that_a_spreadsheet_could_spoil(database):
    cohort_id = program(
        name="Ana Ruiz",
        external_id="007",
        skills=("C, C++", "=sum", "a;b"),
        languages="Spanish, Quechua",
        joined_on=date(2026, 2, 3),
    )

    with reading() as session:
        data = sent(session, "people", cohort_id)
        found = returned(session, "people", cohort_id, data)

    assert data.decode("utf-8-sig").split("\r\n") == [
        "ID,E-mail,Name,Job title,Department,Organization,Location,Time zone,Languages,Years of experience,"
        "Manager's e-mail,About,Role,Status,Capacity,Skills,Hopes for the program,Joined on",
        ',x@example.org,\'=cmd(),,,,,,,,,"\'+1\nsays, ""so""; \'really\'",mentee,active,,,,2026-01-05',
        '007,,Ana Ruiz,,,,,,Spanish; Quechua,,,,mentor,active,2,"[\'C, C++\', ""\'=sum"", \'a;b\']",,2026-02-03',
        "",
    ]
    assert states(found) == {"unchanged": 2}


def test_pairings_go_out_without_drafts_and_with_how_they_ended(database):
    cohort_id = program(name="Ana Ruiz", external_id="007")

    with reading() as session:
        data = sent(session, "pairs", cohort_id)
        found = returned(session, "pairs", cohort_id, data)

    assert data.decode("utf-8-sig").split("\r\n") == [
        "Mentor,Mentor's e-mail,Mentor's ID,Mentee,Mentee's e-mail,Mentee's ID,Start,End,Status,Reason for the end,"
        "Note on the end,Why this pair",
        "Ana Ruiz,,007,'=cmd(),x@example.org,,2026-01-06,2026-01-06,ended early,other,\"'@home, she said\",",
        "Ana Ruiz,,007,'=cmd(),x@example.org,,2026-01-06,,paused,,,''=both",
        "",
    ]
    assert states(found) == {"unchanged": 2}


EVERYTHING = {
    "external_id": "007",
    "email": "ana@example.org",
    "job_title": "Analyst",
    "department": "Law",
    "organization": "Acme",
    "location": "Lima",
    "time_zone": "America/Lima",
    "languages": "Spanish, Quechua",
    "years_experience": 7.5,
    "manager_email": "boss@example.org",
    "bio": "Likes maps",
}


def test_everything_that_a_hand_can_say_of_somebody_goes_out_and_comes_in(database):
    with writing("Ana", "By hand") as session:
        cohort_id, other = make_cohort(session), make_cohort(session)
        ana = add_person(session, name="Ana Ruiz", **EVERYTHING)
        said = {"person_id": ana, "cohort_id": cohort_id, "hopes": "Peace", "skills": ("SQL", "Law")}
        enroll(session, **said, role="mentor", capacity=3, joined_on=date(2026, 2, 3), status="waitlisted")
        enroll(session, **said, role="mentee", joined_on=date(2026, 3, 4), status="withdrawn")

    with reading() as session:
        frame = KINDS["people"].exported(session, cohort_id=cohort_id)
        data = sent(session, "people", cohort_id)
        assert states(returned(session, "people", cohort_id, data)) == {"unchanged": 2}
        joining = returned(session, "people", other, data).plan.participants

    columns = set(frame.columns)
    assert columns == {*CLEANERS, "role", "status", "capacity", "skills", "hopes", "joined_on"}
    assert columns <= {field.key for field in PEOPLE.fields}
    assert [len(frame[column].dropna()) for column in ("capacity", *sorted(columns - {"capacity"}))] == [1, *[2] * 17]
    assert {key: joining[key] for key in ("role", "status", "capacity", "skills", "hopes", "joined_on")} == {
        "role": ["mentor", "mentee"],
        "status": ["waitlisted", "withdrawn"],
        "capacity": [3, None],
        "skills": [("SQL", "Law")] * 2,
        "hopes": ["Peace"] * 2,
        "joined_on": [date(2026, 2, 3), date(2026, 3, 4)],
    }


def test_people_without_an_address_or_an_id_come_in_by_their_names_and_two_of_one_name_not_at_all(database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        make_mentor(session, cohort_id, "Ana Ruiz", email=None, capacity=2)
        make_mentee(session, cohort_id, "Ana Ruiz", email="ana@example.org")
        for _ in range(2):
            make_mentee(session, cohort_id, "Luz Paz", email=None)
        make_mentee(session, make_cohort(session), "Ana Ruiz", email="away@example.org")

    with reading() as session:
        found = returned(session, "people", cohort_id, sent(session, "people", cohort_id))

    assert (states(found), found.plan.is_empty) == ({"unchanged": 2, "trouble": 2}, True)
    assert {one.sentence.split(",")[0] for line in found.lines for one in line.troubles} == {
        "2 people are called Luz Paz"
    }


@pytest.mark.parametrize("keys", [{"email": True}, {"external_id": True}, {}])
def test_a_name_or_an_id_with_a_separator_in_it_names_one(sqlite_database, keys):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        ana, ben = (
            {
                "email": f"{name}@example.org" if "email" in keys else None,
                "external_id": f"{name};1,2" if keys else None,
            }
            for name in ("ana", "ben")
        )
        mentor = make_mentor(session, cohort_id, "Ana Ruiz; Poet", capacity=2, **ana)
        make_pairing(session, mentor, make_mentee(session, cohort_id, "Ben | Benny Ode", **ben))
        make_pairing(session, mentor, make_mentee(session, cohort_id, "Cy Po"))
        make_mentee(session, cohort_id, "Benny Ode")

    with reading() as session:
        found = returned(session, "pairs", cohort_id, sent(session, "pairs", cohort_id))

    assert [(line.who, line.state, line.troubles) for line in found.lines] == [
        ("Ben | Benny Ode with Ana Ruiz; Poet", "unchanged", ()),
        ("Cy Po with Ana Ruiz; Poet", "unchanged", ()),
    ]


@every_kind
def test_an_empty_cohort_goes_out_as_a_header_alone(sqlite_database, key):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)

    with reading() as session:
        assert sent(session, key, cohort_id).count(b"\r\n") == 1


VALUES = st.lists(
    st.text(st.sampled_from("ab;,|'\"[]=+-、\n"), min_size=1).filter(lambda value: value.strip() == value)
)


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_joined_values_are_split_into_what_they_were(cells):
    texts = join(cells)
    separator = find_separator(texts)

    assert [[part.strip() for part in split(text, separator)] if text else [] for text in texts] == cells


SKILL = st.text(st.sampled_from("aB;,'[]=+ -"), min_size=1, max_size=6).map(lambda name: " ".join(name.split()))


@settings(max_examples=25)
@given(st.lists(SKILL.filter(bool), max_size=4, unique_by=str.casefold))
def test_any_skills_come_in_as_they_went_out(sqlite_database, skills):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        make_mentor(session, cohort_id, "Ana Ruiz", email=f"ana{cohort_id}@example.org", skills=tuple(skills))
        make_mentee(session, cohort_id, "Ben Ode", email=f"ben{cohort_id}@example.org", skills=("SQL", "Law; Tax"))

    with reading() as session:
        found = returned(session, "people", cohort_id, sent(session, "people", cohort_id))

    assert states(found) == {"unchanged": 2}


# What a spreadsheet would run, what we would take for blank, for a date, for an error or for several values.
SPOILED = st.sampled_from(
    (
        *(
            "=1+1",
            "+34 600",
            "-5",
            "@home",
            "'Round",
            "''=x",
            "N/A",
            "NA",
            "-",
            "--",
            "none",
            "'none",
            "(blank)",
            "null",
        ),
        *(
            "05-02-2024",
            "45321",
            "0042",
            "1:1",
            "TRUE",
            "#N/A",
            "#REF!",
            "Err:502",
            "a, b",
            "a; b",
            "a | b",
            "['a', 'b']",
        ),
        *("1. a 2. b", "\u2022 a \u2022 b", "SQL and Excel", 'say "hi"', "\uff1d1", "Total", "a/b", "\u7121"),
    )
)
SPOILED_SKILLS = st.lists(SPOILED, max_size=3, unique_by=str.casefold)


@settings(max_examples=25)
@example(dict.fromkeys(TEXTS, "N/A"), "#N/A", ["#N/A"], ["#N/A"])
@given(st.fixed_dictionaries(dict.fromkeys(TEXTS, SPOILED)), SPOILED, SPOILED_SKILLS, SPOILED_SKILLS)
def test_any_value_of_a_person_comes_in_as_it_went_out(sqlite_database, texts, hopes, skills, languages):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        spoken = ", ".join(one for one in languages if "," not in one) or None
        about = {**texts, "external_id": f"{texts['external_id']}{cohort_id}", "languages": spoken, "hopes": hopes}
        make_mentor(session, cohort_id, email=f"ana{cohort_id}@example.org", skills=tuple(skills), **about)
        make_mentee(session, cohort_id, "Ben Ode", email=f"ben{cohort_id}@example.org", skills=("SQL", "Law; Tax"))

    with reading() as session:
        data = sent(session, "people", cohort_id)
        found = returned(session, "people", cohort_id, data)
        emptied = returned(session, "people", cohort_id, data, options={"blank": "empty"})

    assert states(found) == states(emptied) == {"unchanged": 2}


@settings(max_examples=25)
@given(SPOILED, SPOILED, SPOILED, SPOILED)
def test_any_pairing_comes_in_as_it_went_out(sqlite_database, mentor, mentee, rationale, note):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
        ana = make_mentor(session, cohort_id, mentor, email=f"ana{cohort_id}@example.org")
        ben = make_mentee(session, cohort_id, mentee, email=f"ben{cohort_id}@example.org")
        ended = {"status": "ended_early", "ended_on": date(2026, 3, 2), "end_reason": "other", "end_note": note}
        make_pairing(session, ana, ben, rationale=rationale, **ended)

    with reading() as session:
        found = returned(session, "pairs", cohort_id, sent(session, "pairs", cohort_id))

    assert states(found) == {"unchanged": 1}
