"""On which scale a column of answers stands: told by its name and by all of its answers together."""

import re
from collections.abc import Sequence
from fractions import Fraction

from dashboard.imports.scale_families import FAMILIES
from dashboard.imports.scale_words import families_of, position
from dashboard.imports.scales import Answer, Value, on_scale, parse
from dashboard.imports.ways import Way, Ways
from dashboard.questions import FITS, RANGES, Scale
from models import Fit

IN_NAME = re.compile(r"\b([01])\s*(?:[-\u2013\u2014]|to|bis|à|a|al|through|\.\.+)\s*(\d{1,3})\b")
USUAL = ("1-5", "1-4", "1-6", "1-7", "0-10", "1-10", "0-100", "5-1")
MOSTLY = 0.8
MOST_SHOWN = 7
MANY = 5
"""Answers that all stay in the lower half of a scale from 0 to 10: it is probably another one."""


def scale_ways(name: str, cells: Sequence[str], scale: Scale) -> Ways:
    """The scales on which the answers of this column may stand, the likeliest first."""
    answers = [parse(cell) for cell in cells if cell.strip()]
    numbers = [answer for answer in answers if answer.number is not None]
    worded = [answer.words for answer in answers if answer.number is None and answer.words]
    if numbers and len(numbers) >= MOSTLY * len(answers):
        return _in_numbers(name, numbers, scale)
    families = families_of(worded)
    if not families:
        return Ways()
    told = [_told_words(family, worded, scale) for family in families]
    ways = tuple(Way(family, FAMILIES[family][0], said) for family, said in zip(families, told, strict=True))
    return Ways(ways, families[0], is_sure=len(set(told)) == 1 or not _collide(families[0], families[1], worded))


def _in_numbers(name: str, answers: Sequence[Answer], scale: Scale) -> Ways:
    key, is_sure = _likeliest(name, answers, scale)
    numbers = sorted({answer.number for answer in answers if answer.number is not None})
    keys = dict.fromkeys((key, *(one for one in USUAL if _holds(one, numbers))))
    return Ways(tuple(_way(one, scale) for one in keys), key, is_sure)


def _likeliest(name: str, answers: Sequence[Answer], scale: Scale) -> tuple[str, bool]:
    """The scale, and whether something says so; the first evidence counts."""
    numbers = [answer.number for answer in answers if answer.number is not None]
    out_of = {answer.of for answer in answers if answer.of}
    if any(answer.is_percent for answer in answers):
        return "0-100", True
    if (named := IN_NAME.search(name.casefold())) and int(named.group(2)) > 1:
        key = f"{named.group(1)}-{named.group(2)}"
        return (_turned(key) if _is_turned(answers) else key), True
    if len(out_of) == 1:
        most = out_of.pop()
        return f"{0 if most >= 10 or min(numbers) == 0 else 1}-{most}", True
    key, is_sure = _by_range(min(numbers), max(numbers), len(numbers), scale)
    return (_turned(key), True) if _is_turned(answers) else (key, is_sure)


def _by_range(low: Fraction, high: Fraction, count: int, scale: Scale) -> tuple[str, bool]:
    if high > 10:
        return "0-100", True
    if high <= 1 and scale not in RANGES:
        return "0-1", True
    if scale == Scale.SCORE:
        is_low = low >= 1 and high <= 5
        return ("1-5", False) if is_low and count >= MANY else ("0-10", not is_low)
    if high > 7:
        return ("0-10", True) if low == 0 else ("1-10", False)
    if high > 5:
        return ("0-10", False) if low == 0 else ("1-7", high == 7)
    if low == 0:
        return f"0-{5 if high == 5 else 4}", False
    return "1-5", high == 5


def _is_turned(answers: Sequence[Answer]) -> bool:
    """Whether the words beside the numbers say that the lower one is the better one."""
    said = {answer.words: answer.number for answer in answers if answer.words and answer.number is not None}
    for family in families_of(said)[:1]:
        at = sorted((where, said[one]) for one in said if (where := position(one, family)) is not None)
        return len(at) > 1 and at[0][0] < at[-1][0] and at[0][1] > at[-1][1]
    return False


def _turned(key: str) -> str:
    return "-".join(reversed(key.split("-")))


def _holds(key: str, numbers: Sequence[Fraction]) -> bool:
    low, high = sorted(map(int, key.split("-")))
    return low <= numbers[0] and numbers[-1] <= high


def _way(key: str, scale: Scale) -> Way:
    start, end = map(int, key.split("-"))
    if scale in RANGES and RANGES[scale] == (start, end):
        return Way(key, f"{start} to {end}", "kept as they are")
    best = f", {end} is best" if start > end else ""
    low, high = RANGES.get(scale, ("", ""))
    rescaled = f", rescaled to {low} to {high}" if scale in RANGES else ""
    step = 1 if abs(end - start) < MOST_SHOWN else abs(end - start) // 2
    shown = sorted(range(min(start, end), max(start, end) + 1, step), reverse=end > start)
    return Way(key, f"{start} to {end}{best}{rescaled}", ", ".join(f"{one} → {_on(one, key, scale)}" for one in shown))


def _on(number: int, key: str, scale: Scale) -> str:
    start, end = map(int, key.split("-"))
    return _shown(on_scale(Fraction(number - start, end - start), scale))


def _told_words(family: str, words: Sequence[str], scale: Scale) -> str:
    """What each answer there is becomes, the best first."""
    at = {word: where for word in words if (where := position(word, family)) is not None}
    best_first = sorted(at, key=lambda word: (-at[word], word))
    return ", ".join(f"{word} → {_shown(on_scale(at[word], scale))}" for word in best_first)


def _collide(one: str, other: str, words: Sequence[str]) -> bool:
    """Whether both families keep the answers apart equally well, so that nothing speaks for one of them."""
    return len({position(word, one) for word in words}) == len({position(word, other) for word in words})


def _shown(value: Value) -> str:
    if value is None:
        return "kept in the comment"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return FITS[Fit(value)].lower() if isinstance(value, str) else str(value)
