"""What people and programs write where there is nothing to say, and in which cells it can't be a value.

Each field declares which of these it takes for a blank cell: "NA" is no ID, but it is the code of Namibia and a name.
"""

import re
import unicodedata
from functools import cache

from dashboard.services.texts import INVISIBLE

Blanks = frozenset[str]
"""Words as ``_bare`` has them."""


def _words(*lines: str) -> Blanks:
    return frozenset(word.casefold() for line in lines for word in line.split(" | "))


MARK = "-"
"""Stands for every cell of marks alone: a dash, dots, a question mark."""
NO_NAME = _words(
    f"{MARK} | n/a | #n/a | #nv | #n/d | not applicable | not available | not specified | not provided",
    "(blank) | (empty) | (none) | (null) | <null> | [null] | (leer) | (vacío) | (en blanco) | (vide) | (空白)",
)
"""For names: Null, Nan, None and Na are people; so are initials, such as N. A."""
UNANSWERED = _words(
    "n.a. | n.a | n/d | n.d. | n.d | k.a. | k.a | k/a | s/o | s.o. | n/v/t | n.v.t. | nvt | null | nan | undefined",
    "no answer | no response | no comment | no comments | no opinion | prefer not to say | prefer not to answer",
    "unknown | not known | not given | not stated | blank | empty | tbd | tba | to be confirmed",
    "keine angabe | keine angaben | ohne angabe | unbekannt | nicht zutreffend | entfällt | leer | no aplica",
    "no procede | sin datos | desconocido | sans objet | non renseigné | non précisé | inconnu | non applicable",
    "non disponibile | não se aplica | não informado | sconosciuto | onbekend | niet van toepassing | okänt",
    "nie dotyczy | brak danych",
    "неизвестно | не указано | 未知 | 不明 | 未填写 | 不适用 | 해당없음 | 해당 없음 | 該当なし",
)
NOUGHT = _words(
    "none | nil | nothing | no one | nobody | keine | keiner | kein | keines | nichts | niemand | ninguno | ninguna",
    "ningún | nada | aucun | aucune | rien | nessuno | nessuna | niente | nenhum | nenhuma | geen | ingen | inget",
    "brak | нет | 无 | 無 | 没有 | なし | 無し | 없음",
)
"""There is none: for a skill or an ID that is nothing, but for a number it is zero."""
SHORT = _words("na | nd | ka | no | n a | k a | x | xx | xxx | 0")
"""For addresses and days, which are longer."""

UNSAID = NO_NAME | UNANSWERED
NOTHING = UNSAID | NOUGHT
NOTHING_AT_ALL = NOTHING | {"na", "nd", "n a"}
"""Where NA is no place, no language and no department."""
NO_ADDRESS = NOTHING | SHORT
NO_RATING = UNSAID | _words(
    "na | n a | none | don't know | dont know | do not know | i don't know | i do not know | can't say | cannot say",
    "too early | too early to say | too early to tell | no basis to judge | weiß nicht | weiss nicht",
    "ich weiß nicht | kann ich nicht sagen | kann ich nicht beurteilen | no sé | no lo sé | no sabe | ns/nc",
    "ne sait pas | je ne sais pas | sans avis | ne se prononce pas | non so | não sei | weet niet",
    "weet ik niet | nie wiem | vet ej | vet inte | не знаю | затрудняюсь ответить",
    "不知道 | 不清楚 | わからない | 分からない | 모름 | 모르겠음",
)
"""For a rating or a score. To a yes or no, "I don't know" is an answer."""
NO_YES = UNSAID - {MARK}
"""For yes or no, where a dash is a no."""
STILL = _words("ongoing | present | current | open | still active | laufend | offen | en curso | en cours | in corso")
"""For the end of what has not ended."""

MARKS = frozenset("-\u2013\u2014\u2012\u2015\u2212\u30fc_.\u00b7\u2022*/\\?~ ")
AROUND = re.compile(r"\s*([./])\s*")
LONGEST = 40
"""Letters of a cell beyond which it says something."""


def says_nothing(text: str, blanks: Blanks) -> bool:
    """Whether this is one of the words, however it is spelled."""
    if not blanks or len(text) > LONGEST or (text.isascii() and text.strip()[:2].casefold() not in _starts(blanks)):
        return False
    return _bare(text) in blanks


@cache
def _starts(blanks: Blanks) -> Blanks:
    """How these words can begin: most cells begin otherwise, and are told at a tenth of the price."""
    seconds = {word: (word[1:2], " " if word[1:2] in "./" else "", "\\") for word in blanks}
    written = {f"{word[:1]}{second}" for word, some in seconds.items() for second in some}
    marks = [mark for mark in MARKS if mark.isascii()] if MARK in blanks else []
    return frozenset(written | {*marks, *(one + other for one in marks for other in marks)})


def _bare(text: str) -> str:
    """Without case and what is invisible; marks alone as one."""
    seen = text if text.isascii() else INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    word = " ".join(seen.casefold().replace("\u2019", "'").split())
    if not MARKS.isdisjoint(word) and MARKS.issuperset(word):
        return MARK
    return AROUND.sub(r"\1", word.replace("\\", "/")) if "/" in word or "." in word or "\\" in word else word
