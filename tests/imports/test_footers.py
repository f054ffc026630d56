"""Totals and notes below a table are rows that hold nobody: left out, counted as blank, and told."""

import pytest

from dashboard.imports.footers import is_footer
from dashboard.imports.review import State
from tests.imports.people.test_review import EMPTY
from tests.imports.rosters import people, read, review, told

HEAD = "Name,Email,Role,Max mentees\nAna Ruiz,ana@example.org,mentor,2\n"


@pytest.mark.parametrize(
    "row",
    [
        *(
            "Total",
            "Total: 31",
            "TOTAL,,,31",
            ",,Total,31",
            "Total people: 31",
            "Sum",
            "Gesamt",
            "Gesamt: 31,,,",
            "Summe;",
        ),
        *("Grand total,,,31", "Number of total rows: 2", "合计,,,31", "Average,,,2.5", "31 records", "Count: 31"),
        *("Generated on 2026-01-21", "Generated on,2026-01-21,,", "Report created by HR System 4.2", "Page 1 of 3"),
        *("Confidential - internal use", "Seite 1 von 3", "Exported 21 Jan 2026", "© 2026 Example Institute"),
        *("End of report", "*** End of list ***", "Source: HR", '"Stand: 21.01.2026"'),
    ],
)
def test_a_line_below_the_table_is_left_out(row):
    found = review(f"{HEAD}{row.rstrip(';')}\n", EMPTY)

    text = " ".join(cell for cell in row.rstrip(";").replace('"', "").split(",") if cell)
    assert people(found) == [{"name": "Ana Ruiz", "email": "ana@example.org"}]
    assert told(found)[1:] == [(3, "blank", "", [f'"{text}" stands below the table and is about nobody.'])]


@pytest.mark.parametrize(
    "cells",
    [
        *(["Sum", "00123"], ["Count", "7"], ["Sum Lee"], ["Ana Ruiz"], ["Total Recall"], ["Page"], ["Source"]),
        *(["Total", "t@example.org"], ["Generated"], ["Total", "mentor"], ["Confid"], ["Stand"], ["Mean Green"]),
        *(["Page", "7"], ["Total", "7"], ["Summe", "7"], ["Stand by Me"], ["Created By Ann"], ["3 Results Ltd"]),
        *(["Exported 3 goods", "45"], ["Confidential: he drinks"]),
    ],
)
def test_what_may_be_a_person_is_no_line_below_the_table(cells):
    assert not is_footer(cells, ["Last name", "ID"])


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Confidential,1042,", "Confidential comment"),
        ("Confidential - internal use,,", "What should we know?"),
        ("Total: 3,,", "Notes"),
        ("Source: HR,,2026-01-21", "Anything else"),
    ],
)
def test_what_somebody_wrote_is_never_taken_for_a_line_below_the_table(row, name):
    table = read(f"{name},Respondent's ID,Answered on\nFine,1041,2026-01-20\n{row}\n", header_row=1)

    assert (table.numbers, table.left_out) == ([2, 3], {})


def test_rows_that_were_taken_for_lines_below_the_table_come_back():
    assert read(f"{HEAD}Total\n").numbers == [2]
    assert read(f"{HEAD}Total\n", keeps_all=True).numbers == [2, 3]


def test_only_the_last_rows_can_be_below_the_table_and_all_rows_add_up():
    found = review(f"{HEAD}Total,,,1\nBen Ode,ben@example.org,mentee,\n\nTotal: 2\n,,,\nPage 1 of 1\n", EMPTY)

    assert [(line.number, line.state.value) for line in found.lines] == [
        (2, "new"),
        (3, "trouble"),
        (4, "new"),
        *((number, "blank") for number in range(5, 9)),
    ]
    assert sum(found.counts.values()) == 7


def test_a_short_line_below_the_table_is_not_said_to_be_ragged():
    rows = "".join(f"P{place},p{place}@example.org,mentee,\n" for place in range(4))

    table = read(f"{HEAD}{rows}Total: 5\n")

    assert (table.ragged, table.notes, table.left_out) == (
        {},
        (),
        {7: '"Total: 5" stands below the table and is about nobody.'},
    )


def test_a_file_of_nothing_but_totals_keeps_its_first_row():
    found = review("Name,Email,Role\nTotal,,\nTotal,,\n", EMPTY)

    assert {state.value: count for state, count in found.counts.items() if count} == {"trouble": 1, "blank": 1}
    assert found.in_state(State.TROUBLE)[0].number == 2
