"""Invented names and the e-mail addresses that go with them."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

PARTS = ("given", "family", "other")
DOMAINS = ("example.org", "example.net", "example.com")
# Letters that do not come apart into a Latin letter and its mark.
PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ə": "e",
    }
)


def invent_names(rng: np.random.Generator, cultures: Sequence[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """The names as people write them, and given and family name in Latin letters, joined by a dot."""
    decks: dict[int, Iterator[tuple[str, str, str]]] = {}
    names, latin = [], []
    for culture in cultures:
        deck = decks.setdefault(id(culture), _deck(rng, culture))
        given, family, other = next(deck)
        # Nobody writes the one half of a name in another script than the other.
        whole = "/" in given and "/" in family
        pattern = culture.get("own_pattern", culture["pattern"]) if whole else culture["pattern"]
        shown = {part: _shown(text, own=whole) for part, text in zip(PARTS, (given, family, other), strict=True)}
        names.append(pattern.format(**shown))
        latin.append(f"{_latin(given)}.{_latin(family)}".strip(".-"))
    return names, latin


def _deck(rng: np.random.Generator, culture: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every combination of the culture's names in a random order, again and again: repeats come as late as possible."""
    given, family = culture["given"].split(), culture["family"].split()
    while True:
        for at in rng.permutation(len(given) * len(family)).tolist():
            yield given[at // len(family)], family[at % len(family)], family[(at * 7 + 3) % len(family)]


def _shown(part: str, *, own: bool) -> str:
    """A part of a name in its own script, or in Latin letters."""
    return part.split("/")[0 if own else -1].replace("_", " ")


def _latin(part: str) -> str:
    plain = unicodedata.normalize("NFKD", part.split("/")[-1].casefold()).translate(PLAIN)
    return "".join(
        letter for letter in plain.replace("_", "-") if letter.isascii() and (letter.isalpha() or letter == "-")
    )


def invent_emails(rng: np.random.Generator, latin: Sequence[str], companies: NDArray[np.int64]) -> list[str | None]:
    """An address each, no two alike; some are written with capitals, and a few people have none."""
    seen: Counter[str] = Counter()
    emails = []
    for local, company, style in zip(latin, companies.tolist(), rng.random(len(latin)).tolist(), strict=True):
        seen[local] += 1
        number = seen[local]
        local = local.title() if style < 0.03 else local
        domain = DOMAINS[company % len(DOMAINS)]
        emails.append(None if style > 0.985 else f"{local}{number if number > 1 else ''}@{domain}")
    return emails
