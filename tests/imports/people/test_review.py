"""The change list says of every row what it would do, in the file's own row numbers."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.people.choices import APART, EARLIER, ONE, SAME
from dashboard.imports.review import State
from dashboard.queries.imports import PARTICIPANT_FIELDS, PERSON_FIELDS, Program
from tests.imports.rosters import participants, people, read, review, told


def person(person_id: int, name: str, **fields) -> dict:
    email = fields.get("email")
    return {
        **dict.fromkeys(PERSON_FIELDS),
        "id": person_id,
        "name": name,
        "email_key": email and email.casefold(),
        **fields,
    }


def stored(*people: dict, participants=(), skills=()) -> Program:
    frames = [
        (people, ["id", "email_key", *PERSON_FIELDS]),
        (participants, [*PARTICIPANT_FIELDS, "taken"]),
        (skills, ["participant_id", "name"]),
    ]
    return Program(7, *(pd.DataFrame(list(rows), columns=columns, dtype=object) for rows, columns in frames))


def mentor(participant_id: int, person_id: int, **fields) -> dict:
    row = {
        "role": "mentor",
        "status": "active",
        "capacity": 1,
        "hopes": None,
        "taken": 0,
        "joined_on": date(2026, 1, 5),
    }
    return {"id": participant_id, "person_id": person_id, **row, **fields}


EMPTY = stored()
SILENT = {"status": None, "joined_on": None}
"""What a row tells of somebody who joins that says neither how they stand nor since when."""
ANA = person(1, "Ana Ruiz", email="ana@example.org", location="Lima")
WITH_ANA = stored(ANA, participants=[mentor(11, 1, capacity=2)], skills=[{"participant_id": 11, "name": "SQL"}])


def test_new_people_are_planned_with_their_roles_and_skills():
    found = review("Name,Email,Role,Max mentees,Skills\nAna Ruiz,ana@example.org,Mentor,2,SQL; Excel\n", EMPTY)

    assert told(found) == [(2, "new", "Ana Ruiz", [])]
    assert people(found) == [{"name": "Ana Ruiz", "email": "ana@example.org"}]
    assert participants(found) == [
        {
            "person_id": None,
            "new": 0,
            "role": "mentor",
            "capacity": 2,
            "hopes": None,
            "skills": ("SQL", "Excel"),
            **SILENT,
        },
    ]
    brought = ["Role: mentor, 2 places", "Skills offered: SQL, Excel", "E-mail: ana@example.org"]
    assert found.lines[0].brought() == brought
    assert (found.plan.added, found.plan.changed, found.revision) == (1, 0, 7)


def test_changes_are_told_from_old_to_new_and_blank_cells_change_nothing():
    found = review(
        'Name,Email,Role,Capacity,Skills,Location,Job title\nAna Ruiz,ANA@example.org,mentor,3,"sql, Excel",,Judge\n',
        WITH_ANA,
    )

    assert told(found) == [
        (
            2,
            "changed",
            "Ana Ruiz",
            ["Job title: nothing → Judge", "Capacity: 2 → 3", "Skills offered: SQL → SQL, Excel"],
        )
    ]
    assert found.plan.changed_people == ((1, {"job_title": "Judge"}),)
    assert found.plan.changed_participants == ((11, {"capacity": 3}),)
    assert found.plan.skills == ((11, ("SQL", "Excel")),)
    assert (found.plan.added, found.plan.changed) == (0, 1)


def test_a_row_that_says_what_is_known_is_unchanged():
    found = review("Name,Email,Role,Skills\nAna Ruiz,Ana@Example.org,mentor,sql\n", WITH_ANA)

    assert told(found) == [(2, "unchanged", "Ana Ruiz", [])]
    assert found.plan.is_empty


def test_people_who_are_missing_from_the_file_are_untouched_and_listed():
    found = review("Name,Email,Role\nBen Ode,ben@example.org,mentee\n", WITH_ANA)

    assert (found.untouched, found.plan.changed_people) == (("Ana Ruiz",), ())


def test_somebody_of_another_cohort_joins_this_one():
    found = review("Email,Role\nana@example.org,mentee\n", stored(ANA))

    assert told(found) == [(2, "new", "Ana Ruiz", [])]
    assert people(found) == []
    assert participants(found)[0]["person_id"] == 1


def test_no_column_that_tells_who_people_are():
    found = review("City,Role\nLima,mentor\n", EMPTY)

    assert (found.lines, found.problem) == (
        [],
        "No column tells who people are. Say which one holds their e-mail addresses, "
        "or the IDs that your organization gives them. "
        "If none does, add such a column to the file and upload it again.",
    )


def test_every_trouble_is_told_in_the_rows_own_number():
    found = review(
        "Roster,,,,\n\nName,Email,Role,Capacity,Years\n"
        "Ana,not an address,mentor,2,3\n"
        ",,,,\n"
        "Ben,ben@example.org,sponsor,0,200\n"
        ",cy@example.org,mentee,,\n"
        "Dia,,mentee,,\n"
        "Eva,eva@example.org,,,\n",
        EMPTY,
    )

    assert told(found) == [
        (
            4,
            "trouble",
            "Ana",
            [
                '"not an address" is not an e-mail address: an email address must have an @-sign. '
                "Correct it or leave it empty."
            ],
        ),
        (5, "blank", "", []),
        (
            6,
            "trouble",
            "Ben",
            [
                '"sponsor" is not a role. Write mentor, mentee or both.',
                "A mentor takes 1 to 100 mentees, not 0. Correct it or leave it empty.",
                '"200" is not a number of years. Years of experience go from 0 to 80.',
            ],
        ),
        (7, "trouble", "cy@example.org", ["Somebody new needs a name. Fill it in."]),
        (
            8,
            "trouble",
            "Dia",
            [
                "Dia is nobody in your program, and has neither an e-mail address nor an ID here. Fill in one of them, "
                "or decide to add them without."
            ],
        ),
        (
            9,
            "trouble",
            "Eva",
            [
                "Say whether this is a mentor or a mentee: write it into the role column, or choose a role for the "
                "whole file."
            ],
        ),
    ]
    assert found.counts == {
        State.NEW: 0,
        State.CHANGED: 0,
        State.UNCHANGED: 0,
        State.TROUBLE: 5,
        State.BLANK: 1,
    }


def test_trouble_is_mended_by_an_edit_and_checked_again():
    content = "Name,Email,Role\nAna,nope,mentor\n"

    assert told(review(content, EMPTY, edits={2: {1: "ana@example.org"}})) == [(2, "new", "Ana", [])]


def test_a_ragged_row_stays_out_whatever_is_corrected_in_it_until_somebody_says_that_it_is_right():
    content = "Name,Email,Role\nRuiz, Ana,ana@example.org,mentor\n"

    assert [line.state for line in review(content, EMPTY).lines] == [State.TROUBLE]
    mended = review(content, EMPTY, edits={2: {0: "Ana Ruiz", 1: "ana@example.org", 2: "mentor"}})
    assert [(line.state, line.decision) for line in mended.lines] == [(State.TROUBLE, "right")]


@pytest.mark.parametrize(
    ("role", "roles"), [("mentor", ["mentor"]), ("mentee", ["mentee"]), ("both", ["mentor", "mentee"])]
)
def test_a_role_for_the_whole_file(role, roles):
    found = review("Name,Email\nAna,ana@example.org\n", EMPTY, options={"role": role})

    assert [told["role"] for told in participants(found)] == roles


def test_a_both_column_adds_the_other_role_to_those_who_say_yes():
    found = review(
        "First name,Last name,Email,Both mentor and mentee\nAna,Ruiz,ana@example.org,yes\nBen,Ode,ben@example.org,no\n",
        EMPTY,
        options={"role": "mentee"},
    )

    assert [line.who for line in found.lines] == ["Ana Ruiz", "Ben Ode"]
    assert [(told["new"], told["role"]) for told in participants(found)] == [
        (0, "mentor"),
        (0, "mentee"),
        (1, "mentee"),
    ]


def test_skills_offered_and_sought_go_to_the_role_they_belong_to():
    found = review("Name,Email,Role,Expertise,Skills to learn\nAna,ana@example.org,both,SQL,Law\n", EMPTY)

    assert [(told["role"], told["skills"]) for told in participants(found)] == [
        ("mentor", ("SQL",)),
        ("mentee", ("Law",)),
    ]


def test_a_stable_id_survives_a_change_of_address():
    known = stored(person(1, "Ana Ruiz", email="old@example.org", external_id="007"), participants=[mentor(11, 1)])

    found = review("ID,Name,Email,Role\n007,Ana Ruiz,new@example.org,mentor\n", known)

    assert told(found) == [(2, "changed", "Ana Ruiz", ["E-mail: old@example.org → new@example.org"])]


def test_leading_zeros_tell_ids_apart():
    known = stored(person(1, "Ana Ruiz", email="ana@example.org", external_id="7"))

    assert people(review("ID,Name,Role\n007,Ben Ode,mentee\n", known))[0]["external_id"] == "007"


def test_a_managers_id_finds_the_managers_address_wherever_it_stands():
    found = review(
        "employeeId,supervisorId,firstName,lastName,email\n"
        "1,2,Ana,Ruiz,ana@example.org\n2,9,Ben,Ode,BEN@example.org\n3,8,Cy,Po,cy@example.org\n",
        stored(person(5, "Boss", email="boss@example.org", external_id="9")),
        options={"role": "mentee"},
    )

    assert [one.get("manager_email") for one in people(found)] == ["ben@example.org", "boss@example.org", None]
    assert found.lines[2].remarks == ("Nobody has the ID 8, so the manager is left as it is.",)


def test_a_name_and_an_address_in_one_cell():
    found = review("Contact,Role\nAna Ruiz <ana@example.org>,mentor\n", EMPTY)

    assert (people(found)[0]["name"], people(found)[0]["email"]) == ("Ana Ruiz", "ana@example.org")


def test_the_same_person_twice_is_one_person():
    found = review("Name,Email,Role\nAna,ana@example.org,mentor\nAna,ANA@example.org,mentor\n", EMPTY)

    assert told(found) == [(2, "new", "Ana", []), (3, "unchanged", "Ana", ["The same person as in row 2."])]
    assert len(people(found)) == len(participants(found)) == 1


def chosen(found) -> list[tuple]:
    """What the rows leave open: row, matter, sentence, the answer in force."""
    return [
        (line.number, line.choice.matter.key, line.choice.sentence, line.choice.taken)
        for line in found.lines
        if line.choice
    ]


REPEATED = "Name,Email,Role,Team\nAna,ana@example.org,mentor,Law\nAna,ana@example.org,mentor,Tax\n"
SAYS = 'Row 2 is the same person and says "Law" for Department, this row "Tax".'


@pytest.mark.parametrize(
    ("said", "taken", "department"),
    [
        ({}, "later", "Tax"),
        ({"decisions": {3: EARLIER}}, "earlier", "Law"),
        ({"options": {"repeated": EARLIER}}, "earlier", "Law"),
        ({"options": {"repeated": EARLIER}, "decisions": {3: "later"}}, "later", "Tax"),
        ({"decisions": {3: APART}}, "later", "Tax"),
    ],
)
def test_the_same_person_told_differently_is_a_choice_with_a_usual_answer(said, taken, department):
    found = review(REPEATED, EMPTY, **said)

    assert told(found)[1] == (3, "unchanged", "Ana", ["The same person as in row 2."])
    assert chosen(found) == [(3, "repeated", SAYS, taken)]
    assert people(found) == [{"name": "Ana", "email": "ana@example.org", "department": department}]


SHARED = "Name,Email,Role\nAna Ruiz,family@example.org,mentor\nLuz Paz,Family@example.org,mentee\n"


def test_one_address_for_two_names_in_the_file_is_two_people_unless_somebody_says_otherwise():
    found = review(SHARED, EMPTY)

    assert [line.state for line in found.lines] == [State.NEW, State.NEW]
    assert chosen(found) == [(3, "shared", "Family@example.org is the e-mail of Ana Ruiz.", "apart")]
    assert [one["name"] for one in people(found)] == ["Ana Ruiz", "Luz Paz"]
    one = review(SHARED, EMPTY, decisions={3: SAME})
    assert [one["name"] for one in people(one)] == ["Ana Ruiz"]
    assert sorted(told["role"] for told in participants(one)) == ["mentee", "mentor"]


def test_one_address_for_two_names_in_the_program_is_two_people_unless_somebody_says_otherwise():
    content = "Name,Email,Role\nLuz Paz,ana@example.org,mentor\n"

    found = review(content, WITH_ANA)
    assert chosen(found) == [(2, "shared", "ana@example.org is the e-mail of Ana Ruiz.", "apart")]
    assert people(found) == [{"name": "Luz Paz", "email": "ana@example.org"}]
    assert told(review(content, WITH_ANA, options={"shared": SAME})) == [
        (2, "changed", "Luz Paz", ["Name: Ana Ruiz → Luz Paz"])
    ]


def test_people_who_share_an_address_are_told_apart_by_name():
    known = stored(
        person(1, "Ana Ruiz", email="family@example.org"),
        person(2, "Luz Paz", email="family@example.org"),
        participants=[mentor(11, 1), mentor(12, 2)],
    )

    assert told(review("Name,Email,Role,Team\nLuz Paz,family@example.org,mentor,Law\n", known)) == [
        (2, "changed", "Luz Paz", ["Department: nothing → Law"])
    ]
    assert told(review("Email,Role\nfamily@example.org,mentor\n", known)) == [
        (
            2,
            "trouble",
            "family@example.org",
            ["Ana Ruiz and Luz Paz share family@example.org. Write the name, so that it is clear who this is."],
        )
    ]


@pytest.mark.parametrize("name", ["Ruiz, Ana", "ANA RUIZ", "Ana Ruíz", "Ana Ruiz Vega"])
def test_nearly_the_same_name_is_the_same_person_with_a_new_name(name):
    found = review(f'Name,Email,Role\n"{name}",ana@example.org,mentor\n', WITH_ANA)

    assert told(found) == [(2, "changed", name, [f"Name: Ana Ruiz → {name}"])]
    assert [line[1] for line in chosen(found)] == (["nearly"] if name == "Ana Ruiz Vega" else [])
    apart = review(f'Name,Email,Role\n"{name}",ana@example.org,mentor\n', WITH_ANA, decisions={2: APART})
    assert [one["name"] for one in people(apart)] == ([name] if name == "Ana Ruiz Vega" else [])


NAMESAKE = "Name,Email,Role\n{name},other@example.org,mentor\n"


def test_the_same_name_under_another_address_is_somebody_else_unless_somebody_says_otherwise():
    found = review(NAMESAKE.format(name='"Ruiz, Ana"'), WITH_ANA)

    assert told(found) == [(2, "new", "Ruiz, Ana", [])]
    sentence = "Ana Ruiz is there already, under ana@example.org."
    assert chosen(found) == [(2, "namesake", sentence, "apart")]
    assert told(review(NAMESAKE.format(name="Ana Ruiz"), WITH_ANA, decisions={2: SAME})) == [
        (2, "changed", "Ana Ruiz", ["E-mail: ana@example.org → other@example.org"])
    ]


def test_the_same_name_twice_in_the_file_is_two_people_unless_somebody_says_otherwise():
    content = "Name,Email,Role\nAna,a@example.org,mentor\nAna,b@example.org,mentor\n"

    found = review(content, EMPTY)
    assert chosen(found) == [(3, "namesake", "Ana is there already, under a@example.org.", "apart")]
    assert len(people(found)) == 2
    assert [one["email"] for one in people(review(content, EMPTY, options={"namesake": SAME}))] == ["a@example.org"]


def test_two_ids_are_two_people_whatever_their_name():
    known = stored(person(1, "Ana Ruiz", email="ana@example.org", external_id="1"))

    found = review("ID,Name,Email,Role\n2,Ana Ruiz,other@example.org,mentee\n", known)

    assert (chosen(found), [one["external_id"] for one in people(found)]) == ([], ["2"])


def test_an_id_whose_new_address_is_somebody_elses_is_a_choice():
    known = stored(
        person(1, "Ana Ruiz", email="ana@example.org", external_id="1"), person(2, "Ben Ode", email="ben@example.org")
    )
    content = "ID,Name,Email,Role\n1,Ana Ruiz,ben@example.org,mentor\n"

    found = review(content, known)

    assert chosen(found) == [(2, "taken", "ben@example.org is the e-mail of Ben Ode.", "keep")]
    assert found.plan.changed_people == ()
    both = review(content, known, decisions={2: APART})
    assert both.plan.changed_people == ((1, {"email": "ben@example.org"}),)


def test_a_known_id_with_another_name_and_another_address_is_a_choice():
    known = stored(person(3, "Cy Po", email="cy@example.org", external_id="3"))
    content = "ID,Name,Email,Role\n3,Who Else,other@example.org,mentor\n"

    found = review(content, known)

    assert chosen(found) == [(2, "reused", "3 is the ID of Cy Po, cy@example.org.", "keep")]
    assert found.plan.changed_people == ()
    renamed = review(content, known, decisions={2: SAME})
    assert renamed.plan.changed_people == ((3, {"email": "other@example.org", "name": "Who Else"}),)


def test_one_name_and_address_under_another_id_is_one_person_unless_somebody_says_otherwise():
    known = stored(person(3, "Cy Po", email="cy@example.org", external_id="3"))
    content = 'ID,Name,Email,Role\n777,"Po, Cy",cy@example.org,mentor\n'

    found = review(content, known)

    assert chosen(found) == [(2, "other_id", "Cy Po, cy@example.org, is there under the ID 3.", "same")]
    assert (people(found), found.plan.changed_people[0][1]["external_id"]) == ([], "777")
    assert len(people(review(content, known, decisions={2: APART}))) == 1


def test_of_two_who_are_called_nearly_alike_each_is_found_by_their_own_name():
    names = ["Twin Po", "Po, Twin"]
    known = stored(*(person(at, name, email="po@example.org") for at, name in enumerate(names, 1)))

    found = review('Name,Email,Role\nTwin Po,po@example.org,mentor\n"Po, Twin",po@example.org,mentor\n', known)

    assert [line.who for line in found.lines] == names
    assert found.plan.changed_people == ()
    assert found.plan.participants["person_id"] == [1, 2]


def test_a_second_role_from_another_row_is_a_choice():
    content = "Name,Email,Role\nAna,ana@example.org,mentor\nAna,ana@example.org,mentee\n"

    found = review(content, EMPTY)
    assert chosen(found) == [(3, "roles", "Ana is a mentor, and a mentee here.", "two")]
    assert [told["role"] for told in participants(found)] == ["mentor", "mentee"]
    assert [told["role"] for told in participants(review(content, EMPTY, decisions={3: ONE}))] == ["mentor"]


def test_a_mentor_of_the_cohort_who_is_a_mentee_in_the_file_is_a_choice():
    content = "Name,Email,Role,City\nAna Ruiz,ana@example.org,mentee,Oslo\n"

    assert [told["role"] for told in participants(review(content, WITH_ANA))] == ["mentee"]
    one = review(content, WITH_ANA, options={"roles": ONE})
    assert (participants(one), one.plan.changed_people) == ([], ((1, {"location": "Oslo"}),))


def test_of_many_of_one_name_a_sentence_names_three():
    rows = "".join(f"Maria Garcia,m{number}@example.org,mentor\n" for number in range(6))

    sentences = [line.choice.sentence for line in review(f"Name,Email,Role\n{rows}", EMPTY).lines[1:] if line.choice]

    assert sentences[0] == "Maria Garcia is there already, under m0@example.org."
    assert sentences[3].endswith("m0@example.org, m1@example.org, m2@example.org and m3@example.org.")
    assert sentences[4].endswith("m0@example.org, m1@example.org, m2@example.org and 2 more.")


FULL = stored(
    person(1, "Ana Ruiz", email="ana@example.org", external_id="1", location="Lima", bio="Here", languages="Spanish"),
    participants=[mentor(11, 1, capacity=2, hopes="Peace")],
    skills=[{"participant_id": 11, "name": "SQL"}],
)
BLANK = "ID,Name,Email,Role,Capacity,Hopes,Skills,City,Languages\n1,,,mentor,,,,,\n"


def test_blank_cells_empty_the_field_when_somebody_says_so():
    assert told(review(BLANK, FULL)) == [(2, "unchanged", "Ana Ruiz", [])]

    found = review(BLANK, FULL, options={"blank": "empty"})
    assert told(found) == [
        (
            2,
            "changed",
            "Ana Ruiz",
            [
                "Location: Lima → nothing",
                "Languages: Spanish → nothing",
                "Hopes for the program: Peace → nothing",
                "Skills offered: SQL → nothing",
            ],
        )
    ]
    assert found.plan.changed_people == ((1, {"location": None, "languages": None}),)
    assert found.plan.changed_participants == ((11, {"hopes": None}),)
    assert found.plan.skills == ((11, ()),)


def test_a_manager_whom_nobody_knows_by_the_id_is_not_emptied():
    known = stored(person(1, "Ana Ruiz", email="ana@example.org", manager_email="boss@example.org"))
    content = "Email,Role,Manager ID\nana@example.org,mentor,{}\n"

    unknown = review(content.format("99"), known, options={"blank": "empty"})
    blank = review(content.format(""), known, options={"blank": "empty"})

    assert (unknown.plan.changed_people, unknown.lines[0].remarks) == (
        (),
        ("Nobody has the ID 99, so the manager is left as it is.",),
    )
    assert blank.plan.changed_people == ((1, {"manager_email": None}),)


def test_what_another_row_gives_is_not_emptied_by_a_blank_cell():
    content = "Email,Role,City,Skills\nana@example.org,mentor,,\nana@example.org,mentor,Oslo,Law\n"

    for rows in (content, "\n".join([*content.split("\n")[:1], *reversed(content.strip().split("\n")[1:])])):
        found = review(rows, FULL, options={"blank": "empty"})
        assert found.plan.changed_people == ((1, {"location": "Oslo"}),)
        assert found.plan.skills == ((11, ("Law",)),)


def test_a_capacity_below_the_mentees_of_now_is_refused():
    known = stored(ANA, participants=[mentor(11, 1, capacity=3, taken=2)])

    assert told(review("Email,Role,Capacity\nana@example.org,mentor,1\n", known)) == [
        (
            2,
            "trouble",
            "Ana Ruiz",
            ["Ana Ruiz mentors 2 people now, so the capacity can't be 1. End or move a pairing first."],
        )
    ]


def test_somebody_who_withdrew_stays_so_and_it_is_said():
    known = stored(ANA, participants=[mentor(11, 1, status="withdrawn")])

    assert told(review("Email,Role\nana@example.org,mentor\n", known)) == [
        (2, "unchanged", "Ana Ruiz", ["Is withdrawn in this cohort as a mentor, and stays so."])
    ]


def test_a_cell_that_begins_like_a_formula_is_only_text():
    found = review("Name,Email,Role,Bio,City\n=1+1,ana@example.org,mentor,'=SUM(A1),@home\n", EMPTY)

    assert [people(found)[0][key] for key in ("name", "bio", "location")] == ["=1+1", "=SUM(A1)", "@home"]


NAMES = st.sampled_from(["Ana Ruiz", "Ben Ode", "", "ana ruiz"])
EMAILS = st.sampled_from(["ana@example.org", "ANA@example.org", "ben@example.org", "nope", "", "cy@example.org"])
ROLES = st.sampled_from(["mentor", "mentee", "both", "", "sponsor"])
CAPACITIES = st.sampled_from(["", "1", "3", "0", "x"])
ROSTER = st.lists(st.tuples(NAMES, EMAILS, ROLES, CAPACITIES), min_size=1, max_size=12)


@given(ROSTER)
def test_every_row_of_the_file_is_in_the_review_once(rows):
    content = "Name,Email,Role,Capacity\n" + "".join(",".join(row) + "\n" for row in rows)
    if not any(any(row) for row in rows):
        return
    table = read(content)

    found = review(content, WITH_ANA)

    assert [line.number for line in found.lines] == list(range(2, len(rows) + 2))
    assert sum(found.counts.values()) == len(rows)
    assert found.counts[State.BLANK] == len(table.blank) == sum(not any(row) for row in rows)


def test_whoever_a_row_in_trouble_is_about_is_in_the_file():
    people = [
        person(number, name, email=f"{name[:3].lower().strip()}@example.org")
        for number, name in enumerate(("Ana Ruiz", "Ben Ode", "Cy Po"), start=1)
    ]
    program = stored(*people, participants=[mentor(10 + one["id"], one["id"]) for one in people])

    found = review("Name,Email,Role\nAna R,ana@example.org,sponsor\nODE Ben,nope,mentor\n", program)

    assert [line.state for line in found.lines] == [State.TROUBLE, State.TROUBLE]
    assert found.untouched == ("Cy Po",)


def test_more_skills_than_anybody_needs_are_refused_and_not_cut_off():
    skills = "; ".join(f"Skill {number}" for number in range(101))
    rows = f"Ana,ana@example.org,mentor,{skills}\nBen,ben@example.org,mentor,Law; SQL\n"
    found = review(f"Name,Email,Role,Skills\n{rows}", stored())

    assert [(line.who, [one.sentence for one in line.troubles]) for line in found.lines] == [
        ("Ana", ["Nobody needs more than 100 skills. Keep those that matter most."]),
        ("Ben", []),
    ]


@pytest.mark.parametrize("last", ["withdrawn", "waitlisted"])
def test_whoever_one_row_withdraws_does_not_wait_by_another_and_that_is_told(last):
    first = {"withdrawn": "waitlisted", "waitlisted": "withdrawn"}[last]
    rows = f"Ana,ana@example.org,mentor,{first}\nAna,ana@example.org,mentor,{last}\n"
    found = review(f"Name,Email,Role,Status\n{rows}", stored())

    told = "Another row of this file withdraws them from the same role. That counts, and not that they wait."
    waits = 0 if first == "waitlisted" else 1
    assert [told in line.remarks for line in found.lines] == [place == waits for place in range(2)]
    assert found.plan.participants["status"] == ["withdrawn"]
