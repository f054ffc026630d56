"""Skills by other names: which new ones look like one that is known, or like a more frequent one of the same file."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from dashboard.imports.review import Spelling
from models import name_key

ALIKE = 90
SHORTEST = 5
"""Letters below which one letter more or less is another word: Rust and Trust, SQL and SQS."""
MOST_LOOKED_AT = 300
"""Names of one first letter and length among which another is looked for: free text has tens of thousands."""
MAKERS = frozenset(["ms", "microsoft", "google", "adobe", "apache", "ibm", "sap", "aws"])
FILLERS = frozenset(["the", "a", "an", "and", "of", "in", "for", "skills", "skill"])
ENDINGS = ("ations", "ation", "ating", "iation", "ings", "ing", "ies", "es", "ed", "s", "e", "y", "ion", "er")
WORD = re.compile(r"[^\W_]+[+#]*")
"""A word, with what tells C from C++ and C#."""


def spellings(names: Iterable[str], known: Sequence[str], taken: Mapping[str, str]) -> tuple[int, tuple[Spelling, ...]]:
    """How many of the names are new, and those that look like another; each distinct name is looked at once.

    ``taken`` (casefolded name -> other name) are those that somebody said are the same.
    """
    counts, spelled = Counter[str](), dict[str, str]()
    for name in names:
        counts[spelled.setdefault(name.casefold(), name)] += 1
    there = {name.casefold() for name in known}
    new = [name for name, _ in counts.most_common() if name.casefold() not in there]
    found, candidates = [], _Candidates(known)
    for name in new:  # the frequent before the rare: a rare one is taken for a frequent one, never the other way round
        like = taken.get(name.casefold()) or candidates.like(name)
        if like is None:
            candidates.add(name)
        else:
            found.append(Spelling(name, like, counts[name], name.casefold() in taken))
    return len(new), tuple(found)


def bare(name: str) -> str:
    """A skill without case, accents, order, endings and who makes it: MS Excel, excel."""
    words = WORD.findall(name_key(name))
    telling = [word for word in words if word not in MAKERS | FILLERS] or words
    return " ".join(sorted(_stem(word) for word in telling))


class _Candidates:
    """The names that another may be the same as, by their bare words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_bare: dict[str, str] = {}
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        """The bare names by their first letter and their length, which those that look alike have in common."""
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        key = bare(name)
        if key not in self._by_bare:
            self._by_bare[key] = name
            if len(key) >= SHORTEST:
                self._near[key[0], len(key)].append(key)

    def like(self, name: str) -> str | None:
        """The name that is most like it, if any is."""
        wanted = bare(name)
        if wanted in self._by_bare:
            return self._by_bare[wanted]
        if len(wanted) < SHORTEST:
            return None
        near = process.extractOne(wanted, self._around(wanted), scorer=fuzz.ratio, score_cutoff=ALIKE)
        return self._by_bare[near[0]] if near else None

    def _around(self, wanted: str) -> Iterator[str]:
        """Those that can be nearly the same, a bounded number of each length."""
        most = len(wanted) * (100 - ALIKE) // ALIKE + 1
        for length in range(max(SHORTEST, len(wanted) - most), len(wanted) + most + 1):
            yield from self._near.get((wanted[0], length), ())[:MOST_LOOKED_AT]


def _stem(word: str) -> str:
    """The word without its ending: negotiating and negotiation, leader and leaders."""
    for _ in range(2):  # the plural, and what is left
        word = next(
            (word.removesuffix(one) for one in ENDINGS if word.endswith(one) and len(word) >= len(one) + 3), word
        )
    return word
