"""An address is read as it was meant, else proposed; the short way for plain ones says what the long way says."""

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import InvalidError
from dashboard.services.emails import PLAIN_EMAIL, clean_email

LOCAL = st.text("abZ09.+-_'é", min_size=1, max_size=70)
DOMAIN = st.lists(st.text("abX0-é", min_size=1, max_size=8), min_size=1, max_size=3).map(".".join)
TOP = st.sampled_from(["com", "ORG", "io", "test", "local", "museum", "invalid", "c"])


@given(LOCAL, DOMAIN, TOP)
def test_a_plain_address_is_read_as_the_validator_reads_it(local, domain, top):
    address = f"{local}@{domain}.{top}"
    if PLAIN_EMAIL.fullmatch(address):
        assert clean_email(address) == validate_email(address, check_deliverability=False).normalized


def test_ordinary_addresses_go_the_short_way():
    ordinary = ["ana.ruiz@example.org", "p1+mentoring@Example.co.uk", "x_y-z@sub.example.com"]

    assert all(PLAIN_EMAIL.fullmatch(address) for address in ordinary)
    assert [clean_email(address) for address in ordinary] == [
        "ana.ruiz@example.org",
        "p1+mentoring@example.co.uk",
        "x_y-z@sub.example.com",
    ]


def test_what_is_not_plain_goes_the_long_way():
    for address in ("ana@xn--bcher-kva.example", "ana@localhost", f"{'a' * 65}@example.org", "a..b@example.org"):
        assert PLAIN_EMAIL.fullmatch(address) is None
        try:
            expected = validate_email(address, check_deliverability=False).normalized
        except EmailNotValidError:
            continue
        assert clean_email(address) == expected


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("ana@example.org.", "ana@example.org"),
        (" <ana@Example.org>; ", "ana@example.org"),
        ("'ana@example.org'", "ana@example.org"),
        ("MAILTO:ana@example.org?subject=Hello", "ana@example.org"),
        ("E-mail: ana@example.org", "ana@example.org"),
        ("ana@m\u00fcnchen.de", "ana@m\u00fcnchen.de"),
        ("ana@xn--mnchen-3ya.de", "ana@m\u00fcnchen.de"),
        ("ana@\u4f8b\u3048.jp", "ana@\u4f8b\u3048.jp"),
    ],
)
def test_what_stands_around_an_address_is_no_part_of_it(typed, address):
    assert clean_email(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "ana at example dot org",
        "ana(at)example.org",
        "ana [at] example [dot] org",
        "ana@@example.org",
        "ana@example,org",
        "ana @ example.org",
        "ana@example..org",
        "ana.@example.org",
        "ana\uff20example.org",
        "ana@example.org (private)",
        "Ana Ruiz, ana@example.org",
        "[ana@example.org](mailto:ana@example.org)",
    ],
)
def test_what_is_not_quite_an_address_gets_a_proposal(typed):
    with pytest.raises(InvalidError) as refused:
        clean_email(typed)
    assert str(refused.value) == f'"{typed}" is not an e-mail address. Did you mean ana@example.org?'


@pytest.mark.parametrize("typed", ["ana@example.org; b@example.net", "ana@example.org / b@example.net"])
def test_of_two_addresses_one_is_to_be_kept(typed):
    with pytest.raises(InvalidError) as refused:
        clean_email(typed)
    assert str(refused.value) == (
        f'"{typed}" holds 2 addresses. Keep one, such as ana@example.org, and take out the rest.'
    )


@given(st.text("aA1@.,;:()[]<> -dotar\uff20", max_size=40))
def test_whatever_is_typed_becomes_an_address_or_a_sentence(typed):
    try:
        email = clean_email(typed)
    except InvalidError:
        return
    assert email is None or clean_email(email) == email
