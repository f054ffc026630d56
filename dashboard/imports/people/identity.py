"""Who the rows of a file are about: what is common to all ways of finding out.

First the file alone is read. Rows with one ID are one person, and so are rows without an ID that have the same address
and the same name; what else two such units have in common is a question with a usual answer (``in_file``). Then
everybody is looked for in the program, the sure before the asked, and nobody twice (``in_program``); last come rows
that say less than who somebody is (``in_part``).

So a file that went in finds the same people when it comes again. What units have to do with each other depends on
nothing but the file and the answers. What is written to a person is a name and an address that one row of theirs gives
(``keys``), so the second time they are found by these for sure, or by their ID; and whoever is found for sure is out of
the question for all others, who therefore find what they found before. Where it is only by what the program says that a
row is theirs, that stays as it is (``Group.keeps``), and so does what two people are confused by.
"""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from dashboard.imports.cells import Trouble
from dashboard.imports.review import Matter

ALIKE = 88
NAMED = 3
"""How many people a sentence names; the others are counted."""
LOOKED_AT = 200
"""Among how many people of one address a name that is nearly the same is looked for."""
Ask = Callable[[int, Matter, str], str]
"""The position of a row, a matter and a sentence -> the answer in force."""


class UnclearError(Exception):
    """It can't be told who a row is about; ``trouble`` says why, and what may be decided."""

    def __init__(self, sentence: str, decision: str = "") -> None:
        super().__init__(sentence)
        self.trouble = Trouble("", sentence, decision)


def first_alike(loose: str, others: Sequence[str | None]) -> int | None:
    """Which of these names is nearly this one: the same with a part more or a letter changed. The first of several."""
    found = process.extract_iter(loose, others, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE)
    return next((place for _, _, place in found), None)


def is_alike(one: str, other: str) -> bool:
    return bool(fuzz.token_set_ratio(one, other) >= ALIKE)
