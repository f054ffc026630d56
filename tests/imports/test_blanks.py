"""Words for nothing are blank cells where they can't be values, and values where they can."""

import re
from datetime import date

import pytest

from dashboard.imports.blanks import (
    MARK,
    NO_ADDRESS,
    NO_RATING,
    NO_YES,
    NOTHING_AT_ALL,
    STILL,
    UNSAID,
    says_nothing,
)
from dashboard.imports.cells import read_cells
from dashboard.imports.formulas import defuse, read_back, spell_out
from dashboard.imports.left_blank import left_blank
from dashboard.imports.mapping import map_columns
from dashboard.imports.meetings.fields import MEETINGS
from dashboard.imports.pairs.fields import PAIRS
from dashboard.imports.people.fields import PEOPLE
from tests.imports.people.test_review import EMPTY
from tests.imports.rosters import mapped, people, read, review

WORDS = (
    *("N/A", "n/a", "NA", "-", "--", "\u2014", "none", "null", "nil", "(blank)", "#N/A", "keine", "k. A.", "ninguno"),
    *("aucun", "无", ".", "N / A", "\uff2e\uff0f\uff21", "\u200bnone ", "?", "Not applicable"),
)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_for_nothing_is_nobody_s_value(word):
    cells = ",".join([word] * 7)
    found = review(
        "Name,Email,Role,ID,Manager email,Manager ID,Years,Skills,Time zone,Hopes\n"
        f"Ana,ana@example.org,mentor,{cells}\nBen,ben@example.org,mentor,{cells}\n",
        EMPTY,
    )

    assert [(line.who, line.state, line.remarks) for line in found.lines] == [("Ana", "new", ()), ("Ben", "new", ())]
    assert people(found) == [
        {"name": "Ana", "email": "ana@example.org"},
        {"name": "Ben", "email": "ben@example.org"},
    ]


@pytest.mark.parametrize("blanks", [UNSAID, NOTHING_AT_ALL, NO_ADDRESS, NO_RATING, NO_YES, STILL])
def test_every_word_for_nothing_is_one_however_it_is_spelled(blanks):
    for word in blanks - {MARK}:
        apart, turned = re.sub("([./])", r" \1 ", word), word.replace("/", "\\")
        for spelled in (word, word.upper(), f" {word.title()} ", apart, turned, f"\u200b{word}"):
            assert says_nothing(spelled, blanks), spelled
    assert says_nothing("ich wei\u00df nicht", blanks) == (blanks is NO_RATING)
    assert [says_nothing(marks, blanks) for marks in ("-", " --", "...", "~ ?", "*/", "\u2014")] == [MARK in blanks] * 6


@pytest.mark.parametrize("word", [*WORDS, "No", "x", "0"])
def test_an_address_or_a_day_can_be_none_of_them(word):
    for kind, key in ((PEOPLE, "email"), (PAIRS, "mentor_email"), (PAIRS, "started_on"), (MEETINGS, "held_on")):
        assert says_nothing(word, kind.field(key).blanks)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("name", ["Na", "Nil", "None", "Null", "Nan", "N. A.", "No"]),
        ("first_name", ["Na", "N. A.", "Nil"]),
        ("location", ["NA", "No"]),
        ("languages", ["NA", "No", "nd"]),
        ("department", ["NA"]),
        ("skills", ["R", "C", ".NET", "C++", "Go", "No-code"]),
        ("capacity", ["none", "0", "keine"]),
        ("role", ["none"]),
        ("both", ["-", "no", "нет"]),
        ("bio", ["None of the above", "N/A since 2024"]),
    ],
)
def test_what_may_be_meant_stays_a_value(key, words):
    assert [word for word in words if says_nothing(word, PEOPLE.field(key).blanks)] == []


def test_marks_are_no_name_and_a_dash_among_skills_is_no_skill():
    found = review("First name,Last name,Email,Role,Skills\nCher,-,cher@example.org,mentee,SQL; - ; N/A\n", EMPTY)

    assert people(found) == [{"name": "Cher", "email": "cher@example.org"}]
    assert found.plan.participants["skills"] == [("SQL",)]


def test_a_reason_that_is_not_applicable_ends_no_pairing():
    rows = "Ana Ruiz,Ben Ode,ongoing,N/A\nAna Ruiz,Cy Po,2026-03-01,none\n"
    table = read(f"Mentor,Mentee,End,Reason for the end\n{rows}")

    values = read_cells(table, map_columns(table, PAIRS), PAIRS)

    assert (values.fields["ended_on"], values.troubles) == ([None, date(2026, 3, 1)], {})
    assert values.fields["end_reason"] == [None, None]


def test_a_column_of_addresses_is_one_whatever_stands_in_for_missing_ones():
    rows = "\n".join(["Ana,ana@example.org", *["Ben,N/A"] * 9, ""])

    assert [column.field for column in mapped(read(f"Name,How we reach you\n{rows}")).columns] == ["name", "email"]


def test_what_is_read_as_blank_is_told_once_for_a_column():
    rows = "Ana,ana@example.org,N/A,NA\nBen,ben@example.org,-,Lima\nCy,cy@example.org,N/A,--\n"
    table = read(f"Name,Email,ID,City\n{rows}")

    assert left_blank(table, mapped(table), PEOPLE) == [
        '"N/A" and "-" in 3 rows of ID are read as blank.',
        '"--" in 1 row of City is read as blank.',
    ]
    assert left_blank(read("Name\nNa\n"), mapped(read("Name\nNa\n")), PEOPLE) == []


def test_of_many_columns_and_words_the_first_are_told():
    keys = ("ID", "Manager ID", "Years", "Skills", "Skills offered", "Hopes", "Bio")
    words = ("N/A", "-", "none", "nil", "null")
    table = read("\n".join([f"Email,{','.join(keys)}", *[f"a@example.org,{','.join([one] * 7)}" for one in words], ""]))

    told = left_blank(table, mapped(table), PEOPLE)

    assert (len(told), told[0], told[-1]) == (
        6,
        '"N/A", "-", "none" and 2 more in 5 rows of ID are read as blank.',
        "So are such words in 2 more columns.",
    )


@pytest.mark.parametrize(
    "text", ["NA", "'NA", "''n/a", "-", "'-", "=NA", "Nairobi", "", "'", "none", "#REF!", "'Err:502"]
)
def test_a_value_that_looks_like_a_word_for_nothing_comes_back_as_it_was(text):
    blanks = PEOPLE.field("hopes").blanks
    written = defuse(spell_out(text, blanks))

    assert read_back(written, blanks) == text
    assert not text or not says_nothing(written, blanks)
