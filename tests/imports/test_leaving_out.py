"""What goes nowhere is told: the example of a template among real rows, and the cells of a row beyond its columns."""

import pytest

from dashboard.database import reading, writing
from dashboard.imports.confidence import confidence_of
from dashboard.imports.kinds import KINDS
from dashboard.imports.returning import rows_in_trouble, template
from dashboard.ui.upload.corrections import Corrections
from tests.factories import make_cohort
from tests.imports.uploads import Upload

REAL = {
    "people": "Cy Po,cy@example.org,0043,mentee,,,,,,,,,,,,",
    "pairs": "Cy Po,cy@example.org,Di Rey,di@example.org,2026-01-21,,,",
    "meetings": "Cy Po,cy@example.org,Di Rey,di@example.org,2026-01-21,45,video,no,,",
    "check_ins": "di@example.org,Di Rey,mentee,Cy Po,Midpoint,2026-03-21,4,5,3,9,yes,Fine,no",
}


@pytest.mark.parametrize("key", KINDS)
def test_the_example_among_real_rows_is_blank_and_says_so(sqlite_database, key):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
    text = template(KINDS[key].kind, KINDS[key].example).decode("utf-8-sig").replace("\r\n", "\n")
    width = text.split("\n", 1)[0].count(",")
    real = ",".join([*REAL[key].split(","), *[""] * width][: width + 1])

    lines = Upload(key, f"{text}{real}\n", cohort_id).review().lines

    assert [(line.number, line.state.value, line.remarks) for line in lines[:1]] == [
        (2, "blank", ("This is the example of the template, so it is left out.",))
    ]
    assert [line.number for line in lines if line.state.value != "blank"] == [3]


def test_a_row_that_is_not_just_the_example_or_was_corrected_is_somebody(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
    example = KINDS["people"].example
    text = template(KINDS["people"].kind, example).decode("utf-8-sig")
    edits = {2: {list(example).index("capacity"): "3"}}

    for content, said in ((text.replace("Research", "Sales"), {}), (text, {"edits": edits})):
        with reading():
            found = Upload("people", content, cohort_id, **said).review()
        assert [(line.who, line.state.value) for line in found.lines] == [("Ana Ruiz", "new")]


def test_cells_beyond_the_last_column_are_told_and_come_back(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
    rows = "".join(f"P{place},p{place}@example.org,mentee,Lima\n" for place in range(3))
    ragged = "Ana,ana@example.org,mentor,Lima, senior ,\nBen,ben@example.org,sponsor,Lima,junior\n"
    upload = Upload("people", f"Name,Email,Role,City\n{rows}{ragged}", cohort_id)
    right = Corrections(right={5, 6})

    table, columns = right.corrected(upload.table, upload.columns, upload.kind)
    upload.table, upload.columns = table, columns
    lines = upload.review().lines[3:]

    assert list(Upload("people", f"Name,Email,Role,City\n{rows}{ragged}", cohort_id).table.ragged) == [5, 6]
    assert [(line.who, line.state.value, line.remarks) for line in lines] == [
        ("Ana", "new", ("Left out, as there is no column for it: senior.",)),
        ("Ben", "trouble", ("Left out, as there is no column for it: junior.",)),
    ]
    assert rows_in_trouble(table, {6: "No."}).write().decode() == (
        "Name,Email,Role,City,,Errors\nBen,ben@example.org,sponsor,Lima,junior,No.\n"
    )


def test_cells_too_many_are_only_counted_where_something_is_told_in_confidence(sqlite_database):
    with writing("Ana", "Set up") as session:
        cohort_id = make_cohort(session)
    header = "Email,Wave,Answered on,Confidence,Comment,Confidential comment\n"
    rows = "ben@x.org,Pulse,2026-02-03,4,Good,\n" * 2 + "ben@x.org,Final,2026-03-03,4,Good, really good,He drinks\n"
    upload = Upload("check_ins", header + rows, cohort_id)
    confidence = confidence_of(upload.columns, upload.kind.kind)

    assert [place for place in range(7) if place in confidence.hides(upload.table.cells[2])] == [5]
    assert {5, 6} <= confidence.hides(upload.table.cells[2], is_shifted=True)
    upload.table, upload.columns = Corrections(right={4}).corrected(upload.table, upload.columns, upload.kind)
    told = " ".join(remark for line in upload.review().lines for remark in line.remarks)
    assert "Left out, as there is no column for it: 1 cell." in told
    assert "drinks" not in told
