"""What the people of a file are called, wherever in it their names stand."""

import re
from collections.abc import Iterable

from dashboard.imports.values import Contact

MOST_WORDS = 6
NAME = re.compile(r"[^\W\d_]+(?:[.'\u2019-][^\W\d_]*)*")


def composed_names(
    whole: Iterable[str | None],
    parts: Iterable[tuple[str | None, str | None]],
    contacts: Iterable[Contact | None],
) -> list[str | None]:
    """By row: the whole name, else its parts, else the one that stands before the address."""
    return [
        name or " ".join(filter(None, both)) or (contact.name if contact else None) or None
        for name, both, contact in zip(whole, parts, contacts, strict=True)
    ]


class FullName:
    """Whether a cell reads like the whole name of a person: a few words, the first and the last with a capital."""

    def search(self, cell: str, /) -> bool:
        words = cell.split()
        return (
            2 <= len(words) <= MOST_WORDS
            and all(NAME.fullmatch(word) for word in words)
            and words[0][0].isupper()
            and words[-1][0].isupper()
        )
