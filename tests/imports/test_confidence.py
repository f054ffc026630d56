"""What was told in confidence is shown nowhere on the way in, whatever the file is read as."""

import pytest

from dashboard.imports.confidence import confidence_of
from dashboard.imports.kinds import KINDS, is_known_anywhere
from dashboard.imports.mapping import map_columns
from dashboard.imports.tables import read_table

ASKED = "Email,Progress,Comment,Anything in confidence?\nben@example.org,4,Fine,He is late\n"
FLAGGED = "Email,Progress,Comment,Confidential\nb@example.org,4,Late,{said}\n"


def masked(content: str, *, kind: str = "check_ins", choices: dict[str, str] | None = None) -> list[list[str]]:
    table = read_table(content.encode(), is_known=is_known_anywhere)
    private = confidence_of(map_columns(table, KINDS[kind].kind, choices), KINDS[kind].kind)
    return [private.masked(cells) for cells in table.cells]


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_asked_in_confidence_is_hidden_whatever_the_file_is_read_as(kind):
    assert masked(ASKED, kind=kind) == [["ben@example.org", "4", "Fine", "confidential"]]


@pytest.mark.parametrize(
    ("choice", "shown"),
    [("confidential_comment", "confidential"), ("-", "confidential"), ("comment", "He is late")],
)
def test_somebody_may_say_that_it_is_an_open_comment(choice, shown):
    assert masked(ASKED, choices={"Anything in confidence?": choice})[0][3] == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [("yes", "confidential"), ("no", "Late"), ("", "Late"), ("perhaps", "confidential")],
)
def test_a_comment_is_hidden_where_the_row_says_so_or_it_is_not_clear(said, shown):
    content = FLAGGED.format(said="yes") + f"c@example.org,3,Late,{said}\n"

    assert masked(content) == [
        ["b@example.org", "4", "confidential", "yes"],
        ["c@example.org", "3", shown, said],
    ]


def test_a_blank_cell_stays_blank_and_a_short_row_is_no_trouble():
    table = read_table(ASKED.replace("He is late", "").encode(), is_known=is_known_anywhere)
    private = confidence_of(map_columns(table, KINDS["check_ins"].kind), KINDS["check_ins"].kind)

    assert (private.masked(table.cells[0])[3], private.has_any(table.cells[0]), private.has_any([])) == (
        "",
        False,
        False,
    )
