"""Names with the family first are turned round when somebody says so, and found in either order."""

import pytest

from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.turning import AS_WRITTEN, TURNED, name_ways, read_name
from tests.imports.people.test_review import ANA, EMPTY, mentor, stored
from tests.imports.rosters import mapped, people, read, review


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Ruiz, Ana", "Ana Ruiz"),
        (" de la Cruz ,  Ana María ", "Ana María de la Cruz"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz, PhD", "Ana Ruiz, PhD"),
        ("Ruiz, Ana, Dr.", "Ruiz, Ana, Dr."),
        ("Ruiz,", "Ruiz,"),
        (f"de{' ' * 90}la Cruz, Ana", "Ana de la Cruz"),
    ],
)
def test_a_name_is_turned_where_a_comma_parts_the_family_from_the_first_name(cell, name):
    assert read_name(cell, TURNED) == name


@pytest.mark.parametrize(
    ("cells", "ways", "is_sure"),
    [
        (["Ana Ruiz", "Ben Ode"], [], True),
        (["Ana Ruiz, PhD", ""], [], True),
        (["Ruiz, Ana", "Ben Ode", "Cy Po"], [AS_WRITTEN, TURNED], True),
        (["Ruiz, Ana", "Ode, Ben", ""], [AS_WRITTEN, TURNED], False),
    ],
)
def test_a_column_of_such_names_is_worth_a_look(cells, ways, is_sure):
    found = name_ways("Name", cells)

    assert ([way.key for way in found.offered], found.is_sure) == (ways, is_sure)
    assert [way.told for way in found.offered] == ["Ruiz, Ana stays Ruiz, Ana", "Ruiz, Ana is Ana Ruiz"][: len(ways)]


def test_it_goes_in_as_was_said_and_finds_who_is_there_in_either_order():
    content = 'Name,Email,Role\n"Ode, Ben",ben@example.org,mentor\n"Po, Cy",cy@example.org,mentor\n'
    assert [one["name"] for one in people(review(content, EMPTY))] == ["Ode, Ben", "Po, Cy"]
    assert mapped(read(content), ways={"Name": TURNED}).columns[0].way == TURNED
    assert PEOPLE.field("name").read("Ode, Ben", TURNED) == "Ben Ode"

    known = stored(ANA, participants=[mentor(11, 1)])
    (line,) = review('Name,ID,Role,Email\n"Ruiz, Ana",,mentor,ana@example.org\n', known).lines
    assert (line.who, [str(one) for one in line.differences]) == ("Ruiz, Ana", ["Name: Ana Ruiz → Ruiz, Ana"])
