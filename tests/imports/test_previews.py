"""How a file would look if it were read otherwise, also when it can't be read so."""

from dashboard.imports.guessing import SAMPLE_BYTES, special_lines
from dashboard.imports.previews import alternatives, preview

RUSSIAN = "Имя;Почта\nЖюли Гжель;julie@example.org\n".encode("cp1251")


def test_what_can_not_be_read_is_seen_as_a_sign():
    assert preview("Name;Ort\nMüller;Köln\n".encode("cp1252"), encoding="utf-8", delimiter=None, most=5) == [
        ["Name", "Ort"],
        ["M\ufffdller", "K\ufffdln"],
    ]


def test_another_encoding_and_another_delimiter_are_seen_at_once():
    assert preview(RUSSIAN, encoding="cp1251", delimiter=None, most=1) == [["Имя", "Почта"]]
    assert preview(RUSSIAN, encoding="cp1251", delimiter=",", most=1) == [["Имя;Почта"]]


def test_a_quotation_mark_that_is_never_closed_and_nul_bytes_can_be_looked_at():
    assert preview(b"a,b\nc\n", encoding=None, delimiter=",", most=5) == [["a", "b"], ["c", ""]]
    assert preview(b'a,"b\nc,d\n', encoding=None, delimiter=",", most=5) == [["a", "b\nc,d\n"]]
    assert preview(b"a\x00,b\n", encoding=None, delimiter=",", most=5) == [["a\ufffd", "b"]]


def test_a_very_long_cell_is_shortened():
    assert preview(b'a,"' + b"x" * 1_000_000, encoding=None, delimiter=",", most=5) == [["a", "x" * 200]]


def test_one_line_is_shown_in_every_encoding_that_can_read_it_the_likeliest_first():
    found = alternatives(b"Role\n" + RUSSIAN)

    assert next(iter(found.items())) == ("cp1251", "Имя;Почта")
    assert found["cp1252"] == "Èìÿ;Ïî÷òà"
    assert "utf-8" not in found
    assert len(set(found.values())) == len(found)


def test_the_line_that_breaks_utf_8_is_the_one_that_is_shown():
    found = alternatives("Lefèvre\nMüller\n".encode() + b"Br\xfcken\n")

    assert (found["cp1252"], found["cp850"]) == ("Brüken", "Br³ken")


def test_plain_letters_have_no_alternatives():
    assert alternatives(b"Name\nAna\n") == {}


def test_a_special_letter_far_into_a_line_is_shown_all_the_same():
    data = b"Name,Bio\n" + b"x" * 1_000_000 + "Müller".encode("latin-1")

    assert alternatives(data)["cp1252"] == "x" * 99 + "Müller"


def test_no_line_that_is_looked_at_is_longer_than_a_sample():
    data = b"x" * 1_000_000 + b"\xe4" * 1_000_000 + b"\r\n" + b"\xe4" * 1_000_000

    assert [len(line) for line in special_lines(data)] == [2 * SAMPLE_BYTES] * 2


def test_a_cell_of_a_megabyte_is_shown_by_its_beginning():
    rows = preview(b'Name,Bio\nAna,"' + b"x" * 1_000_000, encoding=None, delimiter=None, most=5)

    assert rows == [["Name", "Bio"], ["Ana", "x" * 200]]
