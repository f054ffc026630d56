"""Lines of a text, a part at a time."""

import io

from hypothesis import given
from hypothesis import strategies as st

from dashboard.imports.line_by_line import lines


@given(st.text(alphabet="ab\r\n\x0b\x85\u2028", max_size=60), st.integers(min_value=0, max_value=20))
def test_a_text_in_parts_has_the_same_lines_as_the_whole(text, part):
    assert list(lines(text, part)) == list(io.StringIO(text, newline=""))
