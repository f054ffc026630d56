"""The text of a cell becomes a value, or a sentence that says what to write instead."""

import pytest

from dashboard.errors import InvalidError
from dashboard.imports.values import Contact, read_capacity, read_contact, read_rank, read_yes


@pytest.mark.parametrize(
    ("cell", "contact"),
    [
        ("ana@example.org", Contact(None, "ana@example.org")),
        ("Ana Ruiz <ana@example.org>", Contact("Ana Ruiz", "ana@example.org")),
        ('"Ruiz, Ana" <ana@Example.org>', Contact("Ruiz, Ana", "ana@example.org")),
        ("Ana Ruiz (ana@example.org)", Contact("Ana Ruiz", "ana@example.org")),
        ("mailto:ana@example.org", Contact(None, "ana@example.org")),
        ("\u200bana@example.org ", Contact(None, "ana@example.org")),
    ],
)
def test_an_address_is_read_with_or_without_a_name(cell, contact):
    assert read_contact(cell) == contact


@pytest.mark.parametrize(
    ("cell", "number"),
    [("2", 2), ("3 mentees", 3), ("2.0", 2), ("٣", 3), ("up to 4", 4), ("zwei", 2), ("Up to three", 3)],
)
def test_a_capacity_is_one_whole_number(cell, number):
    assert read_capacity(cell) == number


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("0", "A mentor takes 1 to 100 mentees, not 0. Correct it or leave it empty."),
        ("101", "A mentor takes 1 to 100 mentees, not 101. Correct it or leave it empty."),
        ("-1", '"-1" is not a number of mentees. Write one whole number, such as 2.'),
        ("1-2", '"1-2" is not a number of mentees. Write one whole number, such as 2.'),
        ("1.5", '"1.5" is not a number of mentees. Write one whole number, such as 2.'),
        ("many", '"many" is not a number of mentees. Write one whole number, such as 2.'),
        ("9" * 400, "A mentor takes 1 to 100 mentees, not a number this large. Correct it or leave it empty."),
    ],
)
def test_a_capacity_that_cannot_be_says_why(cell, sentence):
    with pytest.raises(InvalidError) as caught:
        read_capacity(cell)
    assert str(caught.value) == sentence


def test_yes_and_no_are_read_in_many_words():
    assert [read_yes(word) for word in ("Yes", "sí", "TRUE", "x", "no", "Nein", "0")] == [True] * 4 + [False] * 3
    with pytest.raises(InvalidError, match="neither yes nor no"):
        read_yes("perhaps")


@pytest.mark.parametrize(
    ("cell", "rank"), [("2", 2), ("0", 0), ("1.0", 1), ("#3", 3), ("1st choice", 1), ("Second", 2), ("Rank 10", 10)]
)
def test_a_rank_is_a_number_however_it_is_said(cell, rank):
    assert read_rank(cell) == rank


@pytest.mark.parametrize("cell", ["high", "1e999", "nan", "1-2", "-1", "1 of 5", "9" * 400])
def test_a_rank_is_a_number(cell):
    with pytest.raises(InvalidError, match="is not a rank"):
        read_rank(cell)
