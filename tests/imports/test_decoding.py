"""Bytes become text strictly: never a lost letter, never a silent guess."""

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.decoding import Decoded, decode

NAMES = "Ñandú Lefèvre;Łukasz;Nguyễn;山田"
WESTERN = ["Íñigo Muñoz", "Ángel García", "Begoña Núñez", "50 €", "Lucía Fernández", "Andrés Güemes", "José Ibáñez"]


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
    names = "".join(f"{name}\n" for name in WESTERN)

    assert decode(names.encode("cp1252")) == Decoded(names, "cp1252")


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


def test_utf_32_is_read_by_its_mark():
    assert decode(NAMES.encode("utf-32")) == Decoded(NAMES, "utf-32")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_in_any_script(encoding):
    text = "氏名\tメール\n山田太郎\t部\n"

    assert decode(text.encode(encoding)) == Decoded(text, encoding)


def test_japanese_in_seven_bits_is_told_by_its_signs():
    text = "氏名,メール\n山田太郎,x@example.org\n"

    assert decode(text.encode("iso2022_jp")) == Decoded(text, "iso2022_jp")


def test_a_file_that_ends_in_the_middle_of_a_letter_was_cut_off():
    with pytest.raises(InvalidError) as caught:
        decode("Name\nLefèvre\nPrévé".encode()[:-1])

    assert str(caught.value) == (
        "The file ends in the middle of a letter: it was cut off. Export it and upload it again."
    )


def test_the_place_of_a_wrong_byte_is_told_whatever_ends_the_lines():
    with pytest.raises(InvalidError, match="near line 3 it holds bytes"):
        decode("Name\rMüller\r\nLefèvre\r".encode("cp1252").replace(b"\xfc", b"u"), "utf-8")


def test_the_mark_that_dos_put_at_the_end_is_no_row():
    assert decode(b"Name\nAna\n\x1a").text == "Name\nAna\n"


def test_a_file_of_control_characters_is_not_text():
    with pytest.raises(InvalidError, match=r"^The file is not text: it holds control characters in many places\."):
        decode(b"\x01\x02\x03\x04abc" * 50)
