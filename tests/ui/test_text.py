"""Words from outside are words, whatever Markdown would make of them."""

import pytest

from dashboard.ui.text import options_apart, plain


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("ana.ruiz@example.org", "ana.ruiz@example.org"),
        ("10:30, 82 %", "10:30, 82 %"),
        ("**bold** _it_ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`"),
        ("[x](http://y.example)", "\\[x\\](http://y.example)"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        (":red[x] :material/home: :smile: :100:", ":\u2060red\\[x\\] :\u2060material/home: :\u2060smile: :\u2060100:"),
        ("$a$ and ~b~ | c", "\\$a\\$ and \\~b\\~ \\| c"),
        ("# Title", "\\# Title"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("1. item", "1\u2060. item"),
        ("two\n\nlines\t apart", "two lines apart"),
        (7, "7"),
        ("", ""),
    ],
)
def test_words_stay_words(words, written):
    assert plain(words) == written


def test_options_of_the_same_words_are_told_apart():
    assert options_apart({3: "Ana Ruiz", 6: "Ana Ruiz", 7: "Ana Ruiz (2)", 8: "Bo Li"}) == {
        3: "Ana Ruiz",
        6: "Ana Ruiz (2)",
        7: "Ana Ruiz (2) (2)",
        8: "Bo Li",
    }
    assert options_apart({}) == {}
