"""Which legacy encoding a file is most likely in: the one in which its words are words of a language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from dashboard.imports.alphabets import JAPANESE, LATIN, SCRIPTS, ZONES, Script, Zones
from dashboard.imports.headers import clean_header

CANDIDATES = (*LATIN, *SCRIPTS, *ZONES)
"""Of two that read a file the same, the earlier is meant."""
SAMPLE_BYTES = 32_768
SPECIAL, LINE_END = re.compile(rb"[\x80-\xff]"), re.compile(rb"[\r\n]")
WORD = re.compile(r"[^\s\d,;|\"'<>()@./:+*&#=\-\[\]_]*[^\x00-\x7f][^\s\d,;|\"'<>()@./:+*&#=\-\[\]_]*")
BETWEEN_CELLS = re.compile(r"[,;|\t\r\n]")
# Quotes, dashes and signs of any language, and the punctuation and digits of wide scripts.
NEUTRAL = re.compile(r"[\u00a0«»\u2010-\u2026€°ºª·™®©\u3000-\u303f・\uff00-\uff20]|\A[¿¡]+")
KNOWN_NAME, MOST_KNOWN = 0.2, 3
"""What each name of a column that is known adds, and how many count."""
COMMON = {"cp1252": 0.02, "euc-jp": 0.01}
"""What the encoding of most old files is ahead of others; EUC-JP, of GB 18030, which reads all of it."""
ALONE = 0.4
"""How much it counts that one language explains the whole file, next to some language for each word."""


class Guess(NamedTuple):
    """How likely an encoding is: about 0 for nonsense, 1 for words of a language, more with known names of columns."""

    encoding: str
    score: float
    text: str
    """The lines that were looked at, so read."""


def guesses(data: bytes, is_known: Callable[[str], bool]) -> list[Guess]:
    """Every legacy encoding in which the lines beyond ASCII can be read, the likeliest first."""
    sample = _sample(data)
    found = []
    for encoding in CANDIDATES:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append(
            Guess(encoding, _plausibility(text, encoding) + _known(text, is_known) + COMMON.get(encoding, 0), text)
        )
    return sorted(found, key=lambda guess: -guess.score)


def special_lines(data: bytes, *, before: int = SAMPLE_BYTES) -> Iterator[bytes]:
    """The lines that hold anything beyond ASCII, each from so many bytes before it, and never more than a sample."""
    at = 0
    while special := SPECIAL.search(data, at):
        first = special.start()
        start = max(data.rfind(b"\n", at, first) + 1, data.rfind(b"\r", at, first) + 1, at, first - before)
        end = LINE_END.search(data, first)
        at = end.start() if end else len(data)
        yield data[start : min(at, start + 2 * SAMPLE_BYTES)]


def _sample(data: bytes) -> bytes:
    lines, size = [], 0
    for line in special_lines(data):
        lines.append(line)
        size += len(line)
        if size > SAMPLE_BYTES:
            break
    return b"\n".join(lines)


def _known(text: str, is_known: Callable[[str], bool]) -> float:
    cells = {clean_header(cell.strip(' "')) for cell in BETWEEN_CELLS.split(text[:2000])}
    return KNOWN_NAME * min(MOST_KNOWN, sum(is_known(cell) for cell in cells if cell and not cell.isascii()))


def _plausibility(text: str, encoding: str) -> float:
    words = Counter(NEUTRAL.sub("", word) for word in WORD.findall(text))
    counted = {word: count for word, count in words.items() if not word.isascii()}
    if not counted:
        return 0.0
    if encoding in LATIN:
        return _in_languages(counted, LATIN[encoding])
    score = partial(_in_script, script=SCRIPTS[encoding]) if encoding in SCRIPTS else _in_zones(encoding)
    return sum(score(word) * count for word, count in counted.items()) / sum(counted.values())


def _in_languages(words: dict[str, int], languages: dict[str, str]) -> float:
    """The share of words of some language, and the share of those of the best one."""
    total, explained, alone = sum(words.values()), 0, Counter[str]()
    for word, count in words.items():
        beyond = {letter for letter in word.lower() if letter > "\x7f"} - {"\u0307"}
        fitting = [name for name, letters in languages.items() if beyond <= set(letters)] if _is_cased(word) else []
        explained += count * bool(fitting)
        alone.update(dict.fromkeys(fitting, count))
    best = max(alone.values(), default=0)
    return ((1 - ALONE) * explained + ALONE * best) / total


def _is_cased(word: str) -> bool:
    """Letters only, and no capital beyond ASCII behind a small letter."""
    return word.isalpha() and not any(
        before.islower() and after.isupper() and after > "\x7f" for before, after in pairwise(word)
    )


def _in_script(word: str, *, script: Script) -> float:
    """How many of its letters are the common ones, if it is a word of this script at all."""
    letters = [letter for letter in word.lower() if unicodedata.category(letter)[0] == "L"]
    is_one = all(script.first <= letter <= script.last for letter in word)
    if not letters or not is_one or not _is_cased("".join(letters)) or unicodedata.category(word[0])[0] == "M":
        return 0.0
    likely = 0.2 + sum(letter in script.common for letter in letters) / len(letters)
    return min(1.0, likely) * _case(word)


def _case(word: str) -> float:
    """How likely a name is written so: mostly with one capital, where a script has capitals."""
    if word.lower() == word.upper() or (word[0].isupper() and word[1:] == word[1:].lower()):
        return 1.0
    return 0.8 if word.islower() or word.isupper() else 0.1


def _in_zones(encoding: str) -> Callable[[str], float]:
    zones = ZONES[encoding]

    def score(word: str) -> float:
        if word[0].isascii() and word[-1].isascii():
            return 0.0
        letters = [_in_zone(letter, encoding, zones) for letter in word if letter > "\x7f"]
        return sum(letters) / len(letters)

    return score


def _in_zone(letter: str, encoding: str, zones: Zones) -> float:
    if "\u3040" <= letter <= "\u30ff":
        return 1.0 if encoding in JAPANESE else 0.3
    if unicodedata.category(letter) != "Lo" or "\uff61" <= letter <= "\uff9f":
        return 0.1
    written = letter.encode(encoding)
    if len(written) != 2 or written[1] < zones.low:
        return 0.1
    if written[0] in zones.common:
        return 1.0 if encoding == "cp949" else 0.97
    return 0.5 if written[0] in zones.rare and letter < "\uac00" else 0.1
