"""On which scale a column of answers stands: told by its name and by all of its answers together."""

from collections.abc import Sequence
from fractions import Fraction

from dashboard.imports.blanks import NO_RATING, says_nothing
from dashboard.imports.scale_families import FAMILIES
from dashboard.imports.scale_names import range_in
from dashboard.imports.scale_words import families_of, position
from dashboard.imports.scales import TURNED, Answer, Value, family_of, on_scale, parse
from dashboard.imports.ways import Way, Ways
from dashboard.questions import FITS, RANGES, Scale
from models import Fit

USUAL = ("1-5", "1-4", "1-6", "1-7", "0-10", "1-10", "0-100", "5-1")
MOSTLY = 0.8
MOST_SHOWN = 7
MOST_PARTS = 3
LONG = 3
MANY = 5
"""Answers that all stay in the lower half of a scale from 0 to 10: it is probably another one."""


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
    turned = f"{TURNED}{families[0]}"
    ways.append(Way(turned, f"{FAMILIES[families[0]][0]}, turned", _told_words(turned, worded, scale)))
    return Ways(tuple(ways), families[0], is_sure=len(set(told)) == 1 or not _collide(families[0], families[1], worded))


def _in_numbers(name: str, answers: Sequence[Answer], scale: Scale) -> Ways:
    key, is_sure = _likeliest(name, answers, scale)
    plain = [answer for answer in answers if not answer.is_percent and not answer.of] or answers
    numbers = sorted({answer.number for answer in plain if answer.number is not None})
    keys = dict.fromkeys((key, *(one for one in USUAL if _holds(one, numbers)), _turned(key)))
    parts = [number for number in numbers if number.denominator > 1]
    return Ways(tuple(_way(one, scale, parts) for one in keys), key, is_sure)


def _likeliest(name: str, answers: Sequence[Answer], scale: Scale) -> tuple[str, bool]:
    """The scale, and whether something says so; the first evidence counts."""
    if 2 * sum(answer.is_percent for answer in answers) > len(answers):
        return "0-100", True
    if (told := range_in(name)) and _is_of(told, answers):
        return (_turned(told) if _is_turned(answers) else told), True
    numbers = [answer.number for answer in answers if answer.number is not None and not answer.is_percent]
    out_of = {answer.of for answer in answers if answer.of}
    if len(out_of) == 1:
        most = out_of.pop()
        return f"{0 if most >= 10 or min(numbers) == 0 else 1}-{most}", True
    plain = [answer.number for answer in answers if answer.number is not None and not (answer.of or answer.is_percent)]
    numbers = plain or numbers
    key, is_sure = _by_range(min(numbers), max(numbers), numbers, scale)
    return (_turned(key), True) if _is_turned(answers) else (key, is_sure)


def _by_range(low: Fraction, high: Fraction, numbers: Sequence[Fraction], scale: Scale) -> tuple[str, bool]:
    if high > 10:
        return "0-100", True
    if high <= 1 and (scale not in RANGES or any(number.denominator > 1 for number in numbers)):
        return "0-1", True  # as workbooks keep per cents
    if scale == Scale.SCORE:
        is_low = low >= 1 and high <= 5
        return ("1-5", False) if is_low and len(numbers) >= MANY else ("0-10", not is_low)
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


def _is_of(key: str, answers: Sequence[Answer]) -> bool:
    """Whether the name speaks of these answers: it may speak of the last 1 to 3 months."""
    start, end = map(int, key.split("-"))
    if abs(end - start) >= LONG:
        return True
    on_it = [one for one in answers if one.is_percent or one.of or (one.number and _holds(key, [one.number]))]
    return len(on_it) >= MOSTLY * len(answers)


def _way(key: str, scale: Scale, parts: Sequence[Fraction] = ()) -> Way:
    """``parts`` are the numbers of the column that are not whole: the first of them are shown, too."""
    start, end = map(int, key.split("-"))
    rounded = [f"{float(one):g} → {_on(one, key, scale)}" for one in parts[:MOST_PARTS] if _holds(key, [one])]
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
