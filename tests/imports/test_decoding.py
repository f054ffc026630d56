"""Bytes become text strictly: never a lost letter, never a silent guess."""

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.decoding import Decoded, decode

NAMES = "Ñandú Lefèvre;Łukasz;Nguyễn;山田"
WESTERN = "Ñandú Lefèvre;Müller;50 €;Søren Ærø"


@pytest.mark.parametrize(
    ("written", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16")],
)
def test_unicode_is_read_by_its_mark_or_as_utf_8(written, found):
    assert decode(NAMES.encode(written)) == Decoded(NAMES, found)


def test_utf_16_big_endian_is_read_by_its_mark():
    assert decode(b"\xfe\xff" + NAMES.encode("utf-16-be")) == Decoded(NAMES, "utf-16")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_empty_halves(encoding):
    text = "Name\tEmail\nAna Ruiz\tana@example.org\n"

    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_windows_1252_is_read_letter_for_letter():
    assert decode(WESTERN.encode("cp1252")) == Decoded(WESTERN, "cp1252")


def test_another_script_in_a_legacy_encoding_is_doubted_and_can_be_chosen():
    text = "Имя;Почта\nЖюли Гжель;julie@example.org\n"
    data = text.encode("cp1251")

    assert decode(data).doubt == (
        "This does not look like Western European text. If names are unreadable, choose another encoding."
    )
    assert decode(data, "cp1251") == Decoded(text, "cp1251")


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp932"])
def test_east_asian_encodings_can_be_chosen(encoding):
    assert decode("王小明,wang@example.org".encode(encoding), encoding).text == "王小明,wang@example.org"


def test_invalid_utf_8_in_the_middle_is_refused_with_its_place():
    data = "Name\nLefèvre\nMüller\n".encode() + b"Br\xffken\n" + "Ñandú\n".encode()

    with pytest.raises(InvalidError) as caught:
        decode(data)

    assert str(caught.value) == (
        "The file is UTF-8, but near line 4 it holds bytes that are not. "
        "Choose its encoding below, or save it again as UTF-8."
    )


def test_a_chosen_encoding_that_does_not_fit_is_refused_with_its_place():
    with pytest.raises(InvalidError) as caught:
        decode("Name\nMüller\n".encode("cp1252"), "utf-8")

    assert str(caught.value) == (
        "The file is not UTF-8: near line 2 it holds bytes that mean nothing there. "
        "Choose its encoding below, or save it again as UTF-8."
    )


def test_an_unknown_encoding_is_refused():
    with pytest.raises(InvalidError, match='"ebcdic" is not an encoding that is known here'):
        decode(b"Name", "ebcdic")
