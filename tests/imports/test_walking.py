"""A line for every row, and what goes wrong while a row is read as its trouble."""

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble
from dashboard.imports.pairs.plan import PairsPlan
from dashboard.imports.people.choices import SHARED, Answers
from dashboard.imports.people.identity import UnclearError
from dashboard.imports.review import State
from dashboard.imports.walking import Lines
from tests.imports.rosters import read

CELL = Trouble("Start", "This is no date.")


def lines() -> Lines:
    """Rows 2, 4 and 5 hold something, row 3 is blank; a cell of row 5 is in trouble."""
    return Lines(read("Name,Email\na,b\n,\nc,d\ne,f\n"), {2: [CELL]})


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (UnclearError("Which of them?", "add"), Trouble("", "Which of them?", "add")),
        (InvalidError("That can't be."), Trouble("", "That can't be.")),
    ],
)
def test_what_goes_wrong_in_a_row_is_its_trouble_beside_that_of_its_cells(error, trouble):
    found = lines()
    for row in (0, 2):
        with found.reading(row) as line:
            line.choice = Answers({}, {}).choice(line.number, SHARED, "Open")
            raise error

    assert [(line.state, line.troubles, line.choice) for line in found] == [
        (State.TROUBLE, (trouble,), None),
        (State.UNCHANGED, (), None),
        (State.TROUBLE, (CELL, trouble), None),
    ]


def test_a_defect_of_ours_is_no_trouble_of_a_row():
    with pytest.raises(KeyError), lines().reading(0):
        raise KeyError("name")


def test_the_review_has_every_row_in_its_order():
    found = lines()
    with found.reading(0) as line:
        line.state = State.NEW

    review = found.review(PairsPlan(), 7, ["Ben Ode with Ana Ruiz"])

    assert [(line.number, line.state) for line in review.lines] == [
        (2, State.NEW),
        (3, State.BLANK),
        (4, State.UNCHANGED),
        (5, State.UNCHANGED),
    ]
    assert (review.revision, review.untouched) == (7, ("Ben Ode with Ana Ruiz",))
