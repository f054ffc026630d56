"""How alike the name of a column is to a name that is known: by its words, without what questions put around them."""

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz

EXACT, SAME_WORDS = 100, 96
TYPO = 88

# Words that questions and forms put around what is meant.
FILLERS = frozenset(
    word
    for line in (
        "a an the is are do does did you your yours i am me my we us our to of in on at for from with and or please",
        "enter type give provide select choose list what which who how would will like want can could have has",
        "optional required e g eg ie de la el le les los las du des der die das und y et su tu votre ihr ihre il lo",
    )
    for word in line.split()
)


@cache
def words(header: str) -> str:
    """The header as bare words: ``firstName*`` and ``First-Name`` are both ``first name``."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", spaced) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w]|_", " ", plain.casefold()).replace("e mail", "email").split())


@cache
def _telling(bare: str) -> str:
    return " ".join(word for word in bare.split() if word not in FILLERS) or bare


@cache
def _set_of(bare: str) -> frozenset[str]:
    return frozenset(bare.split())


@cache
def alike(name: str, known: str) -> int:
    """How surely a column of this name is one that is known by that name, 0-100."""
    if name == known:
        return EXACT
    telling, meant = _telling(name), _telling(known)
    if telling == meant:
        return SAME_WORDS
    ratio = fuzz.ratio(telling, meant, score_cutoff=TYPO)
    if ratio >= TYPO and len(meant) > 4:
        return int(ratio) - 4
    if _set_of(meant) <= _set_of(telling):
        return 60 + 30 * len(meant) // len(telling)
    return 0
