"""Skills by other names: which new ones look like one that is known, or like a more frequent one of the same file."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from dashboard.imports.people.said import SEVERAL
from dashboard.imports.people.skill_words import SHORT, bare, joined, plain
from dashboard.imports.review import Spelling

ALIKE = 90
SHORTEST = 5
"""Letters below which one letter more or less is another word: Rust and Trust, SQL and SQS."""
MOST_LOOKED_AT = 300
"""Names of one first letter and length among which another is looked for: free text has tens of thousands."""

MOST_NEW = 20_000
"""New names that are compared, the most frequent ones: beyond them it is free text."""
AND = re.compile(r"\s+(?:and|y|e|und|et|och|og|en|i)\s+|\s*[&+/]\s*")


def spellings(names: Iterable[str], known: Sequence[str], taken: Mapping[str, str]) -> tuple[int, tuple[Spelling, ...]]:
    """How many of the names are new, and those that look like another; each distinct name is looked at once.

    ``taken`` (casefolded name -> other name) are those that somebody said are the same.
    """
    counts, spelled = Counter[str](), dict[str, str]()
    for name in names:
        counts[spelled.setdefault(name.casefold(), name)] += 1
    there = {name.casefold() for name in known}
    often = sorted(counts, key=lambda name: (-counts[name], name.casefold() in SHORT))
    new = [name for name in often if name.casefold() not in there]
    found, candidates = [], _Candidates(known)
    spelled |= {name.casefold(): name for name in known}
    for name in new[
        :MOST_NEW
    ]:  # the frequent before the rare: a rare one is taken for a frequent one, never the other way round
        like = taken.get(name.casefold()) or _two(name, spelled) or candidates.like(name) or _without_level(name)
        if like is None:
            candidates.add(name)
        else:
            found.append(Spelling(name, like, counts[name], name.casefold() in taken))
    return len(new), tuple(found)


def _two(name: str, spelled: Mapping[str, str]) -> str | None:
    """Two skills that are there, too, where the name says both: SQL and Excel; else nothing."""
    parts = [spelled.get(part.casefold()) for part in AND.split(name)]
    return SEVERAL.join(part for part in parts if part) if len(parts) == 2 and all(parts) else None


def _without_level(name: str) -> str | None:
    """The name that a skill has by itself, where it says how well somebody knows it."""
    bare_name = plain(name)
    return bare_name if bare_name != name else None


class _Candidates:
    """The names that another may be the same as, by their bare words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_bare: dict[str, str] = {}
        self._by_joined: dict[str, str] = {}
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        """The bare names by their first letter and their length, which those that look alike have in common."""
        for name in names:
            if _without_level(name) is None:
                self.add(name)

    def add(self, name: str) -> None:
        key = bare(name)
        self._by_joined.setdefault(joined(name), name)
        if key not in self._by_bare:
            self._by_bare[key] = name
            if len(key) >= SHORTEST:
                self._near[key[0], len(key)].append(key)

    def like(self, name: str) -> str | None:
        """The name that is most like it, if any is."""
        wanted = bare(name)
        if wanted in self._by_bare:
            return self._by_bare[wanted]
        if (found := self._by_joined.get(joined(name))) is not None:
            return found
        if len(wanted) < SHORTEST:
            return None
        near = process.extractOne(wanted, self._around(wanted), scorer=fuzz.ratio, score_cutoff=ALIKE)
        return self._by_bare[near[0]] if near else None

    def _around(self, wanted: str) -> Iterator[str]:
        """Those that can be nearly the same, a bounded number of each length."""
        most = len(wanted) * (100 - ALIKE) // ALIKE + 1
        for length in range(max(SHORTEST, len(wanted) - most), len(wanted) + most + 1):
            yield from self._near.get((wanted[0], length), ())[:MOST_LOOKED_AT]
