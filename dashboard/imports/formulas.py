"""Cells that a spreadsheet would run: made harmless on the way out, and whole again on the way back in."""

import re

RISKY = re.compile(r"'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
"""Also in full width and behind blanks, which some spreadsheets look through."""


def defuse(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if RISKY.match(text) else text


def restore(text: str) -> str:
    """The text as it was before ``defuse``."""
    return text[1:] if text[:1] == "'" and RISKY.match(text) else text
