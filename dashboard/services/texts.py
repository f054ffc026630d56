"""What people type, tidied once and the same way everywhere."""

import math
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from dashboard.errors import InvalidError

# Zero-width characters, byte order marks and direction marks: invisible, so nobody means them; control characters; and
# halves of characters, which no encoding can write.
INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]"
)
LINE_LENGTH = 200
TEXT_LENGTH = 10_000
MOST_SKILLS = 100
SEPARATORS = re.compile(r"[,;|/\n、]")


def one_line(value: object, *, label: str, length: int = LINE_LENGTH) -> str | None:
    """The text on one line, single-spaced and trimmed; nothing when it is blank."""
    visible = _visible(value)
    text = " ".join(visible.split())
    # Most are tidy already: the text that is there serves, rather than one more of it.
    return _within(visible if text == visible else text, label=label, length=length)


def paragraphs(value: object, *, label: str) -> str | None:
    """The text with its line breaks, trimmed; nothing when it is blank."""
    text = "\n".join(line.rstrip() for line in _visible(value).splitlines()).strip()
    return _within(text, label=label, length=TEXT_LENGTH)


def listed(value: object, *, label: str) -> list[str]:
    """The names in a list, or in a text that separates them; each once, whatever its case, in the order given."""
    parts = value if isinstance(value, Iterable) and not isinstance(value, str) else SEPARATORS.split(_visible(value))
    names: dict[str, str] = {}
    for part in parts:
        if name := one_line(part, label=label):
            names.setdefault(name.casefold(), name)
    return list(names.values())


def skill_list(value: object) -> list[str]:
    """The skills of one person; raises InvalidError when they are more than anybody needs."""
    skills = listed(value, label="A skill")
    if len(skills) > MOST_SKILLS:
        raise InvalidError(f"Nobody needs more than {MOST_SKILLS} skills. Keep those that matter most.")
    return skills


def plain_digits(text: str) -> str:
    """The text with the digits of every script as 0-9: ``\u0660\u0667`` and ``\uff10\uff17`` are both ``07``."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def whole_number(value: Any, low: int, high: int, sentence: str) -> int | None:
    """A whole number in its range, however a grid or a file spells it; nothing when there is none, ``sentence`` else.

    "Not a number" is how a table says that a cell is empty.
    """
    if value is None or value == "":
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidError(sentence) from error
    if math.isnan(number):
        return None
    if not math.isfinite(number) or number != int(number) or not low <= number <= high:
        raise InvalidError(sentence)
    return int(number)


def _visible(value: object) -> str:
    text = "" if value is None else str(value)
    if text.isascii() and text.isprintable():  # most of every file, and ten times as fast
        return text
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def _within(text: str, *, label: str, length: int) -> str | None:
    if len(text) > length:
        raise InvalidError(f"{label} is too long: it has {len(text):,} characters. Shorten it to {length:,}.")
    return text or None
