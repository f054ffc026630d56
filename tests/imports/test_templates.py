"""A file to fill in comes as text and as a workbook, is known for what it is, and says what may stand where."""

import pytest

from dashboard.imports.kinds import KINDS, is_known_anywhere, likeliest
from dashboard.imports.tables import read_table
from dashboard.imports.templates import HINTS, SECOND_SHEET, text_template, workbook_template
from tests.imports.people.test_review import EMPTY
from tests.imports.rosters import participants, review


@pytest.mark.parametrize("key", KINDS)
@pytest.mark.parametrize("form", [text_template, workbook_template])
def test_a_template_is_read_as_what_it_is(key, form):
    kind = KINDS[key]
    file = form(kind)

    table = read_table(file.write(), name=file.name, is_known=is_known_anywhere)

    assert (likeliest("file", table), table.header_row, len(table.numbers)) == (key, 1, 1)
    fields = [field for field in kind.kind.fields if field.key in kind.example]
    assert (table.columns, table.cells) == (
        [field.label for field in fields],
        [[kind.example[field.key] for field in fields]],
    )


@pytest.mark.parametrize("key", KINDS)
def test_the_second_sheet_says_what_may_stand_in_each_column(key):
    kind, data = KINDS[key], workbook_template(KINDS[key]).write()
    first = read_table(data, is_known=is_known_anywhere)
    second = read_table(data, sheet=SECOND_SHEET, header_row=1)

    assert [sheet.name for sheet in first.source.sheets] == [kind.label, SECOND_SHEET]
    assert second.columns == ["Column", "What may stand there", "For example"]
    assert [row[0] for row in second.cells] == first.columns
    assert HINTS[key].keys() <= kind.example.keys()


def test_what_is_said_of_skills_holds_of_somebody_who_is_both():
    hint = HINTS["people"]["skills"]
    assert "both by somebody who is both" in hint
    assert "“Skills offered” and “Skills sought”" in hint

    one = review("Name,Email,Role,Skills\nAna,a@example.org,both,SQL\n", EMPTY)
    two = review("Name,Email,Role,Skills offered,Skills sought\nAna,a@example.org,both,SQL,Law\n", EMPTY)

    assert [part["skills"] for part in participants(one)] == [("SQL",), ("SQL",)]
    assert [part["skills"] for part in participants(two)] == [("SQL",), ("Law",)]
