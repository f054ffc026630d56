"""Rosters as other systems and forms leave them: exactly who comes of each."""

import pytest

from dashboard.imports.kinds import likeliest
from tests.imports.people.test_review import EMPTY, stored
from tests.imports.people.test_review import person as known
from tests.imports.rosters import participants, people, read, review, told


def roles(found) -> list[tuple]:
    """New participants: the position of their person, role, capacity, skills."""
    return [(one["new"], one["role"], one["capacity"], one["skills"]) for one in participants(found)]


def test_a_list_of_a_large_employer():
    found = review(
        "first name,last name,email address,both mentor and mentee,job title,grade,organisation,biography,"
        "profession,characteristics\n"
        'Ana,Ruiz,ana@example.org,yes,Analyst,7,Example Institute,"Likes maps, and bees",Law,"Patience, Wit"\n'
        "Ben,Ode,ben@example.org,no,Clerk,3,Example Institute,,,\n",
        EMPTY,
        options={"role": "mentee"},
    )

    assert people(found) == [
        {
            "email": "ana@example.org",
            "name": "Ana Ruiz",
            "job_title": "Analyst",
            "organization": "Example Institute",
            "bio": "Likes maps, and bees",
        },
        {"email": "ben@example.org", "name": "Ben Ode", "job_title": "Clerk", "organization": "Example Institute"},
    ]
    assert roles(found) == [
        (0, "mentor", 1, ("Patience", "Wit")),
        (0, "mentee", None, ("Patience", "Wit")),
        (1, "mentee", None, ()),
    ]


def test_a_form_export_with_questions_as_headers():
    found = review(
        "Timestamp,Email Address,First & Last Name,Are you a mentor or a mentee?,"
        "What do you hope to get out of the program?,Where are you located?\n"
        '1/21/2026 8:07:00,ana@example.org,Ana Ruiz,"I want to be a mentor",New friends,Lima\n'
        "2026-01-21T08:07:00Z,ben@example.org,Ben Ode,Mentee,,\n",
        EMPTY,
    )

    assert people(found) == [
        {"email": "ana@example.org", "name": "Ana Ruiz", "location": "Lima"},
        {"email": "ben@example.org", "name": "Ben Ode"},
    ]
    assert [(one["role"], one["hopes"]) for one in participants(found)] == [("mentor", "New friends"), ("mentee", None)]


def test_a_personnel_system_with_ids_of_supervisors():
    found = review(
        "employeeId,supervisorId,firstName,lastName,email,employeeStatusCode\n"
        "0007,0009,Ana,Ruiz,ana@example.org,A\n0009,,Ben,Ode,BEN@example.org,A\n",
        EMPTY,
        options={"role": "mentee"},
    )

    assert people(found) == [
        {
            "external_id": "0007",
            "email": "ana@example.org",
            "name": "Ana Ruiz",
            "manager_email": "ben@example.org",
        },
        {"external_id": "0009", "email": "BEN@example.org", "name": "Ben Ode"},
    ]


def test_headers_with_stars():
    found = review(
        "First Name*,Last Name*,Email*,Phone Number,Student ID\nAna,Ruiz,ana@example.org,+51 1 555,007\n",
        EMPTY,
        options={"role": "mentee"},
    )

    assert people(found) == [{"external_id": "007", "email": "ana@example.org", "name": "Ana Ruiz"}]


def test_a_list_of_mentors_with_tags():
    found = review(
        "mentor_email,organization,job_title,function,expertise_tags,languages,location,years_experience,"
        "coaching_topics,bio\n"
        "Ana Ruiz <ana@example.org>,Example,Judge,Courts,\"['Law', 'Law, tax']\",Spanish|English,Lima,9,Grit,Hello\n",
        EMPTY,
        options={"role": "mentor"},
    )

    assert people(found) == [
        {
            "email": "ana@example.org",
            "name": "Ana Ruiz",
            "job_title": "Judge",
            "organization": "Example",
            "location": "Lima",
            "languages": "Spanish, English",
            "years_experience": 9.0,
            "bio": "Hello",
        }
    ]
    assert roles(found) == [(0, "mentor", 1, ("Law", "Law, tax", "Grit"))]


def test_wishes_in_long_form():
    found = review(
        "name,email,interest,rank\nAna Ruiz,ana@example.org,Law,2\nAna Ruiz,ana@example.org,SQL,1\n"
        "Ben Ode,ben@example.org,Wit,1\n",
        EMPTY,
        options={"role": "mentee"},
    )

    assert [one["name"] for one in people(found)] == ["Ben Ode", "Ana Ruiz"]
    assert sorted(roles(found)) == [(0, "mentee", None, ("Wit",)), (1, "mentee", None, ("SQL", "Law"))]


def test_an_email_column_that_says_anonymous_gives_way_to_the_answer_that_holds_addresses():
    found = review(
        "Email,Name,Role,What is your work address?\nanonymous,Ana Ruiz,mentor,ana@example.org\n"
        "anonymous,Ben Ode,mentee,ben@example.org\n",
        EMPTY,
    )

    assert people(found) == [
        {"email": "ana@example.org", "name": "Ana Ruiz"},
        {"email": "ben@example.org", "name": "Ben Ode"},
    ]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Mentor,Mentee", ["yes,no", "No,Yes", "x,x"]),
        ("Would you like to be a mentor?,Would you like a mentor?", ["Yes,No", ",Yes", "yes,yes"]),
        ("Role,Also a mentee", ["mentor,no", "mentee,no", "Mentor,yes"]),
        ("Are you a mentor?,Mentee (Y/N)", ["Y,N", "N,Y", "Y,Y"]),
    ],
)
def test_a_column_for_each_role_or_for_both(header, cells):
    content = f"Name,Email,{header}\nAna,ana@example.org,{cells[0]}\nBen,ben@example.org,{cells[1]}\n"
    content += f"Cy,cy@example.org,{cells[2]}\nDi,di@example.org,No,No\n"

    assert likeliest("file.csv", read(content)) == "people"
    found = review(content, EMPTY)
    assert [(one["new"], one["role"]) for one in participants(found)] == [
        (0, "mentor"),
        (1, "mentee"),
        (2, "mentor"),
        (2, "mentee"),
    ]
    assert found.lines[3].state == "trouble"


def test_first_and_last_are_names():
    content = "First,Last,Mail,Role,Anzahl Mentees\nAna,Ruiz,ana@example.org,mentor,zwei\n"
    found = review(content, EMPTY)

    assert people(found) == [{"name": "Ana Ruiz", "email": "ana@example.org"}]
    assert roles(found) == [(0, "mentor", 2, ())]


def test_a_column_of_assigned_mentors_is_no_skill():
    content = "Name,Email,Role,Mentor\nAna,ana@example.org,mentee,Ben Ode\nCy,cy@example.org,mentee,Ben Ode\n"

    assert roles(review(content, EMPTY)) == [(0, "mentee", None, ()), (1, "mentee", None, ())]


def test_every_separator_of_values_and_values_that_hold_a_comma():
    for cell in ("Law, tax; Wit", "Law, tax|||Wit", "Law, tax|Wit", "Law, tax、Wit"):
        found = review(f'Name,Email,Role,Skills\nAna,ana@example.org,mentor,"{cell}"\n', EMPTY)
        assert roles(found) == [(0, "mentor", 1, ("Law, tax", "Wit"))]


def test_invisible_characters_padding_and_two_cases_are_one_person():
    found = review(
        " NAME ,\u200bEmail,Role\n\u200bAna  Ruiz\u00a0, ana@example.org\u200b,Mentor\n"
        "Ana Ruiz,ANA@Example.org,mentor\n",
        EMPTY,
    )

    assert people(found) == [{"email": "ana@example.org", "name": "Ana Ruiz"}]
    assert told(found) == [
        (2, "new", "Ana Ruiz", []),
        (3, "unchanged", "Ana Ruiz", ["The same person as in row 2."]),
    ]


def test_a_family_address_is_several_people():
    found = review(
        "Name,Email,Role\nAna Ruiz,family@example.org,mentor\nLuz Ruiz,family@example.org,mentee\n",
        stored(known(1, "Eva Ruiz", email="family@example.org")),
    )

    assert [one["name"] for one in people(found)] == ["Ana Ruiz", "Luz Ruiz"]
    assert [line.choice.taken for line in found.lines if line.choice] == ["apart", "apart"]


def test_cells_that_begin_like_a_formula_are_text_and_come_back_as_such():
    found = review("Name,Email,Role,Bio,Team\n'=cmd(),ana@example.org,mentor,-5,'+Law\n", EMPTY)

    assert people(found) == [{"email": "ana@example.org", "name": "=cmd()", "department": "+Law", "bio": "-5"}]


def test_blank_rows_and_rows_of_commas_are_counted_and_nothing_else():
    found = review("Name,Email,Role\n,,\nAna,ana@example.org,mentor\n" + ",,\n" * 30, EMPTY)

    assert (len(people(found)), found.counts["blank"], found.counts["trouble"]) == (1, 31, 0)


def test_equal_headers_are_kept_apart():
    found = review("Name,Email,Email,Role\nAna,ana@example.org,old@example.org,mentor\n", EMPTY)

    assert people(found) == [{"email": "ana@example.org", "name": "Ana"}]


def test_digits_of_other_scripts_are_numbers():
    found = review("Name,Email,Role,Capacity,Years\nAna,ana@example.org,mentor,٣,١٢\n", EMPTY)

    assert (roles(found), people(found)[0].get("years_experience")) == ([(0, "mentor", 3, ())], 12.0)
