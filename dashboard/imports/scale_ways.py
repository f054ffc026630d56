"""On which scale a column of answers stands: told by its name and by all of its answers together."""

from collections.abc import Sequence
from fractions import Fraction

from dashboard.imports.blanks import NO_RATING, says_nothing
from dashboard.imports.scale_families import FAMILIES
from dashboard.imports.scale_ranges import MOSTLY, holds, likeliest, turned
from dashboard.imports.scale_words import families_of, position
from dashboard.imports.scales import TURNED, Answer, Value, family_of, on_scale, parse
from dashboard.imports.ways import Way, Ways
from dashboard.questions import FITS, RANGES, Scale
from models import Fit

USUAL = ("1-5", "1-4", "1-6", "1-7", "0-10", "1-10", "0-100", "5-1")
MOST_SHOWN = 7
MOST_PARTS = 3


def scale_ways(name: str, cells: Sequence[str], scale: Scale) -> Ways:
    """The scales on which the answers of this column may stand, the likeliest first."""
    answers = [parse(cell) for cell in cells if cell.strip() and not says_nothing(cell.strip(), NO_RATING)]
    numbers = [answer for answer in answers if answer.number is not None]
    worded = [answer.words for answer in answers if answer.number is None and answer.words]
    if numbers and len(numbers) >= MOSTLY * len(answers):
        return _in_numbers(name, numbers, scale)
    families = families_of(worded)
    if not families:
        return Ways()
    told = [_told_words(family, worded, scale) for family in families]
    ways = [Way(family, FAMILIES[family][0], said) for family, said in zip(families, told, strict=True)]
    other = f"{TURNED}{families[0]}"
    ways.append(Way(other, f"{FAMILIES[families[0]][0]}, turned", _told_words(other, worded, scale)))
    return Ways(tuple(ways), families[0], is_sure=len(set(told)) == 1 or not _collide(families[0], families[1], worded))


def _in_numbers(name: str, answers: Sequence[Answer], scale: Scale) -> Ways:
    key, is_sure = likeliest(name, answers, scale)
    plain = [answer for answer in answers if not answer.is_percent and not answer.of] or answers
    numbers = sorted({answer.number for answer in plain if answer.number is not None})
    keys = dict.fromkeys((key, *(one for one in USUAL if holds(one, numbers)), turned(key)))
    parts = [number for number in numbers if number.denominator > 1]
    return Ways(tuple(_way(one, scale, parts) for one in keys), key, is_sure)


def _way(key: str, scale: Scale, parts: Sequence[Fraction] = ()) -> Way:
    """``parts`` are the numbers of the column that are not whole: the first of them are shown, too."""
    start, end = map(int, key.split("-"))
    rounded = [f"{float(one):g} → {_on(one, key, scale)}" for one in parts[:MOST_PARTS] if holds(key, [one])]
    if scale in RANGES and RANGES[scale] == (start, end):
        return Way(key, f"{start} to {end}", ", ".join(["kept as they are", *rounded]))
    best = f", {end} is best" if start > end else ""
    low, high = RANGES.get(scale, ("", ""))
    rescaled = f", rescaled to {low} to {high}" if scale in RANGES else ""
    step = 1 if abs(end - start) < MOST_SHOWN else abs(end - start) // 2
    shown = sorted(range(min(start, end), max(start, end) + 1, step), reverse=end > start)
    told = [f"{one} → {_on(Fraction(one), key, scale)}" for one in shown]
    return Way(key, f"{start} to {end}{best}{rescaled}", ", ".join([*told, *rounded]))


def _on(number: Fraction, key: str, scale: Scale) -> str:
    start, end = map(int, key.split("-"))
    return _shown(on_scale((number - start) / (end - start), scale))


def _told_words(way: str, words: Sequence[str], scale: Scale) -> str:
    """What each answer there is becomes, the best first."""
    family, is_turned = family_of(way)
    found = {word: where for word in words if (where := position(word, family)) is not None}
    at = {word: 1 - where if is_turned else where for word, where in found.items()}
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
