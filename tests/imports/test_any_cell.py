"""No cell is a traceback: whatever stands in it is read, or refused in a sentence."""

import contextlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.errors import InvalidError
from dashboard.imports.check_ins.fields import CHECK_INS
from dashboard.imports.fields import Field
from dashboard.imports.meetings.fields import MEETINGS
from dashboard.imports.meetings.months import month_in
from dashboard.imports.records.fields import EVERYBODY

LIKELY = st.text(st.sampled_from("0123456789/-.:,%() ★☆年月日hmapTZ½²፩٣①\u0661"), max_size=16)
FIELDS = {
    field.key: field for kind in (MEETINGS, CHECK_INS) for field in kind.fields if field.key not in (*EVERYBODY, "role")
}


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
@settings(max_examples=40)
@given(st.lists(LIKELY | st.text(max_size=20), min_size=1, max_size=3))
@example(["9" * 5000])
@example(["4/1", "4/0"])
@example(["1-1", "1 to 0"])
@example(["፩/፩/2026"])
@example(["9" * 5000 + "/" + "9" * 5000])
@example(["9" * 5000 + "h"])
def test_any_cell_is_read_or_refused_in_a_sentence(field: Field, cells: list[str]):
    month_in(cells[0])
    ways = field.ways(cells[-1], cells, None) if field.ways else None
    for way in ("", *(one.key for one in ways.offered)) if ways else ("",):
        for cell in cells:
            with contextlib.suppress(InvalidError):
                arguments = (cell, way) if ways else ([cell],) if field.many else (cell,)
                field.read(*arguments)
