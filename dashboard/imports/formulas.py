"""Cells that would not come back as they are: made harmless on the way out, and whole again on the way back in."""

import re

from dashboard.imports.blanks import Blanks, says_nothing

RISKY = re.compile(r"'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
"""What a spreadsheet would run; also in full width and behind blanks, which some spreadsheets look through."""
SHEET_ERROR = re.compile(r"#(?:[A-Z]{3,7}[!?]|DIV/0!|N/A|NV|N/D|SPILL!|GETTING_DATA)|Err:\d{3}")
"""What a formula leaves in a cell where it has no result, in a few languages."""


def defuse(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if RISKY.match(text) else text


def spell_out(text: str, blanks: Blanks) -> str:
    """The text with an apostrophe before it where we would take it for a blank cell or an error: a location N/A."""
    return f"'{text}" if not RISKY.match(text) and _is_mistaken(text.lstrip("'"), blanks) else text


def restore(text: str) -> str:
    """The text as it was before ``defuse``."""
    return text[1:] if text[:1] == "'" and RISKY.match(text) else text


def read_back(text: str, blanks: Blanks) -> str:
    """A value as it was before ``spell_out`` and ``defuse``."""
    is_marked = text[:1] == "'" and (RISKY.match(text) or _is_mistaken(text.lstrip("'"), blanks))
    return text[1:] if is_marked else text


def _is_mistaken(text: str, blanks: Blanks) -> bool:
    return says_nothing(text, blanks) or (text[:1] in ("#", "E") and bool(SHEET_ERROR.fullmatch(text)))
