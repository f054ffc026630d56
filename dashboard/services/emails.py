"""An e-mail address, cleaned in one place; what is not quite one gets a proposal."""

import re
from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from dashboard.errors import InvalidError
from dashboard.services.texts import one_line

# Addresses that are right beyond doubt, told a hundred times as fast: a roster holds thousands of them. No double
# hyphen, which may be a letter of another script in disguise, and no domain of a kind that is only for tests.
PLAIN_EMAIL = re.compile(
    r"(?P<local>(?=[^@]{1,64}@)[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@"
    r"(?P<domain>(?=.{1,200}\Z)(?!.*--)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
    r"(?:com|org|net|edu|gov|int|[A-Za-z]{2}))"
)
LINK = re.compile(r"(?i)\A\s*(?:e-?mail:\s*|mailto:\s*)+|\?subject=.*\Z")
AROUND = " <>\"'`,;\u201c\u201d\u2018\u2019\u00ab\u00bb"
"""What stands before or behind an address and can't belong to it."""
ADDRESS = re.compile(r"[^\s<>,;:/|()\[\]{}\"'@]+@[^\s<>,;:/|()\[\]{}\"'@]+\.[^\s<>,;:/|()\[\]{}\"'@]+")
AT = re.compile(r"(?i)\s*[\[({<]\s*(?:at|arroba|a|ät|@)\s*[\])}>]\s*|\s+(?:at|arroba|ät)\s+|\s*[@\uff20]+\s*")
DOT = re.compile(
    r"(?i)\s*[\[({<]\s*(?:dot|punto|punkt|point|\.)\s*[\])}>]\s*|\s+(?:dot|punto|punkt|point)\s+|\s*\.+\s*"
)
MANY_LETTERS = 320


def clean_email(value: object) -> str | None:
    """The address as it is written to, or nothing; whether the mailbox exists is not asked."""
    typed = one_line(value, label="The e-mail address", length=MANY_LETTERS)
    if typed is None:
        return None
    if plain := PLAIN_EMAIL.fullmatch(typed):
        email = f"{plain['local']}@{plain['domain'].lower()}"
        return typed if email == typed else email
    bare = LINK.sub("", typed).strip(AROUND).removesuffix(".")
    try:
        return validate_email(bare, check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise InvalidError(_sentence(typed, str(error))) from error


def _sentence(typed: str, reason: str) -> str:
    addresses = list(dict.fromkeys(ADDRESS.findall(typed)))
    if len(addresses) > 1:
        return f'"{typed}" holds {len(addresses)} addresses. Keep one, such as {addresses[0]}, and take out the rest.'
    meant = next(filter(_is_one, _guesses(typed, addresses)), None)
    if meant:
        return f'"{typed}" is not an e-mail address. Did you mean {meant}?'
    return f'"{typed}" is not an e-mail address: {reason[:1].lower()}{reason[1:]} Correct it or leave it empty.'


def _guesses(typed: str, addresses: list[str]) -> Iterator[str]:
    """What may have been meant, the likeliest first."""
    yield from addresses
    written = DOT.sub(".", AT.sub("@", typed)).strip(AROUND).strip(".")
    yield written.replace(" ", "")
    local, _, domain = written.partition("@")
    yield f"{local.strip('.')}@{domain.replace(',', '.')}"


def _is_one(address: str) -> bool:
    return bool(PLAIN_EMAIL.fullmatch(address))
