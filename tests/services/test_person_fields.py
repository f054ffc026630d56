"""The short way for plain addresses says what the long way says."""

from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from dashboard.services.person_fields import PLAIN_EMAIL, clean_email

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
