"""No cell is a traceback, and none takes long: whatever stands in it is read, or refused in a sentence."""

import contextlib
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.errors import InvalidError
from dashboard.imports.cells import read_cells
from dashboard.imports.fields import LONGEST, Field, Kind
from dashboard.imports.kinds import KINDS
from dashboard.imports.looks import BEGINNING
from dashboard.imports.mapping import map_columns
from dashboard.imports.meetings.months import month_in
from dashboard.imports.tables import read_table

LIKELY = st.text(st.sampled_from("0123456789/-.:,%() ★☆年月日hmapTZ½²፩٣①\u0661"), max_size=16)
LONG = st.builds(
    lambda start, filling, times, end: start + filling * times + end,
    st.text(max_size=3),
    st.text("a @.<>\"'-:1,;\n語", min_size=1, max_size=3),
    st.integers(1, 3_000),
    st.text(max_size=3),
)
CELLS = LIKELY | st.text(max_size=20) | LONG
FIELDS = {(one.key, field.key): field for one in KINDS.values() for field in one.kind.fields}


@pytest.mark.parametrize("field", FIELDS.values(), ids=map("-".join, FIELDS))
@settings(max_examples=20)
@given(st.lists(CELLS, min_size=1, max_size=3))
@example(["9" * 5000])
@example(["4/1", "4/0"])
@example(["1-1", "1 to 0"])
@example(["፩/፩/2026"])
@example(["9" * 5000 + "/" + "9" * 5000])
@example(["9" * 5000 + "h"])
@example(["a" + " " * 20_000 + "b", "a" + " " * 20_000 + "<"])
def test_any_cell_is_read_or_refused_in_a_sentence(field: Field, cells: list[str]):
    month_in(cells[0])
    ways = field.ways(cells[-1], cells, None) if field.ways else None
    for way in ("", *(one.key for one in ways.offered)) if ways else ("",):
        for cell in cells:
            with contextlib.suppress(InvalidError):
                arguments = (cell, way) if ways else ([cell],) if field.many else (cell,)
                field.read(*arguments)


class Longest:
    """A pattern that remembers the length of the longest text that it was given."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.length = pattern, 0

    def search(self, text: str) -> re.Match[str] | None:
        self.length = max(self.length, len(text))
        return self.pattern.search(text)


@pytest.mark.parametrize("one", KINDS.values(), ids=KINDS)
def test_what_a_column_looks_like_is_told_by_the_beginnings_of_its_cells(one):
    watched = {field.key: Longest(field.looks) for field in one.kind.fields if field.looks}
    fields = tuple(replace(field, looks=watched.get(field.key), never=None) for field in one.kind.fields)
    table = read_table(b"Name,About\n" + b"Ana," + b"x" * 8_000 + b"\nBen,short\n")

    map_columns(table, Kind("watched", one.label, fields))

    assert {pattern.length for pattern in watched.values()} == {BEGINNING}


def test_a_cell_far_too_long_for_anything_but_text_is_refused_unread():
    lengths: list[int] = []
    field = Field("any", "Anything", ("Anything",), lambda cell: lengths.append(len(cell)))
    text = replace(field, key="text", names=("Text",), is_text=True)
    table = read_table(f"Anything,Text\n{'x' * (LONGEST + 1)},{'y' * 20_000}\nshort,{'z' * LONGEST}\n".encode())
    kind = Kind("any", "Any", (field, text))

    values = read_cells(table, map_columns(table, kind), kind)

    assert sorted(lengths) == [5, LONGEST, 20_000]
    assert {row: [str(one.sentence) for one in troubles] for row, troubles in values.troubles.items()} == {
        0: ['1,001 characters are too many for "Anything". Shorten the cell or leave it empty.']
    }


def test_a_long_line_of_plain_letters_is_looked_at_once():
    data = b"Name\n" + b"x" * 130_000 + b"\nJos\xe9\n"

    assert read_table(data).cells[1] == ["José"]
