"""Cells become values, or a sentence in the column that they stand in."""

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble, read_cells
from dashboard.imports.choosing import ALSO
from dashboard.imports.meetings.fields import MEETINGS
from dashboard.imports.people.fields import PEOPLE
from tests.imports.rosters import mapped, read


@pytest.mark.parametrize("error", ["#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#BEZUG!", "Err:502"])
def test_an_error_of_the_spreadsheet_is_trouble_and_no_value(error):
    table = read(f"Name,Email,Location\nAna,ana@example.org,{error}\nErr:and Ben,ben@example.org,#1 Main Street\n")

    values = read_cells(table, mapped(table), PEOPLE)

    assert values.fields["location"] == [None, "#1 Main Street"]
    assert values.troubles == {
        0: [
            Trouble(
                "Location", f'"{error}" is an error of the spreadsheet. Write here what is meant, or leave it empty.'
            )
        ]
    }


def test_the_digits_of_an_id_are_the_same_in_every_script_and_its_zeros_stay():
    table = read("ID,Name\n\u0660\u0660\u0667,Ana\n\uff10\uff10\uff17,Ben\n007,Cy\nA-\u0967,Dia\n")

    assert read_cells(table, mapped(table), PEOPLE).fields["external_id"] == ["007", "007", "007", "A-1"]


def test_two_columns_of_one_field_fill_each_other_up_and_have_to_agree():
    table = read(
        "Name,Email,Type,Kind,City,Office,Mail\n"
        "Ana,ana@example.org,mentor,mentor,Lima,,ana@example.org\n"
        "Ben,ben@example.org,mentor,mentee,Lima,Quito,\n"
        "Cy,,,mentee,,Quito,cy@example.org\n"
    )
    fields = {"Type": "role", "City": "location", "Email": "email"}
    also = {"Kind": f"{ALSO}role", "Office": f"{ALSO}location", "Mail": f"{ALSO}email"}

    values = read_cells(table, mapped(table, choices=fields | also), PEOPLE)

    assert values.fields["role"] == [("mentor",), ("mentor",), ("mentee",)]
    assert values.fields["location"] == ["Lima", "Lima", "Quito"]
    assert [one.email for one in values.fields["email"]] == ["ana@example.org", "ben@example.org", "cy@example.org"]
    assert values.troubles == {
        1: [
            Trouble("Kind", '"Type" and "Kind" are both Role, but differ. Correct or empty one of them.'),
            Trouble("Office", '"City" and "Office" are both Location, but differ. Correct or empty one of them.'),
        ]
    }


def test_half_a_character_is_dropped():
    assert PEOPLE.field("location").read("Li\ud800ma") == "Lima"


@pytest.mark.parametrize("cell", ["1:99", "0:60"])
def test_no_hour_has_more_than_sixty_minutes(cell):
    with pytest.raises(InvalidError, match="an hour has 60 minutes"):
        MEETINGS.field("minutes").read(cell, "")
