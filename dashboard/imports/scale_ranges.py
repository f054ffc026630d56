"""From which number to which a scale goes: told by its name, else by all of its answers together."""

from collections.abc import Sequence
from fractions import Fraction

from dashboard.imports.scale_names import range_in
from dashboard.imports.scale_words import families_of, position
from dashboard.imports.scales import Answer
from dashboard.questions import RANGES, Scale

MOSTLY = 0.8
MANY = 5
"""Answers that all stay in the lower half of a scale from 0 to 10: it is probably another one."""
LONG = 3
FAR = 10
"""Numbers beyond it are on another scale than most; FEW of them, one in ten, and with a GAP below them, are slips."""
FEW, GAP = 10, 3


def likeliest(name: str, answers: Sequence[Answer], scale: Scale) -> tuple[str, bool]:
    """The scale, and whether something says so; the first evidence counts."""
    if 2 * sum(answer.is_percent for answer in answers) > len(answers):
        return "0-100", True
    if (told := range_in(name)) and _is_of(told, answers):
        return (turned(told) if _is_turned(answers) else told), True
    numbers = [answer.number for answer in answers if answer.number is not None and not answer.is_percent]
    out_of = {answer.of for answer in answers if answer.of}
    if len(out_of) == 1:
        most = out_of.pop()
        return f"{0 if most >= 10 or min(numbers) == 0 else 1}-{most}", True
    plain = [one.number for one in answers if one.number is not None and not (one.of or one.is_percent)]
    usual = _without_slips(plain or numbers)
    key, is_sure = _by_range(min(usual), max(usual), usual, scale)
    is_sure = is_sure and len(usual) == len(plain or numbers) and not _is_rounded(key, usual, scale)
    return (turned(key), True) if _is_turned(answers) else (key, is_sure)


def _without_slips(numbers: Sequence[Fraction]) -> list[Fraction]:
    """The numbers but a few that lie far above all others: 11 among 0 to 10, 55 among 1 to 5. They are in trouble, and
    do not bend the scale of the others."""
    ordered = sorted(numbers)
    few = max(len(ordered) // FEW, 1)
    for place in range(max(len(ordered) - few, 1), len(ordered)):
        below, here = ordered[place - 1], ordered[place]
        is_far = below <= FAR < here
        if is_far or (len(ordered) >= FEW and here - below >= GAP):
            return ordered[:place]
    return ordered


def _is_rounded(key: str, numbers: Sequence[Fraction], scale: Scale) -> bool:
    """Whether something of the answers is lost on our scale though it is the same."""
    return scale in RANGES and key == "{}-{}".format(*RANGES[scale]) and any(one.denominator > 1 for one in numbers)


def _by_range(low: Fraction, high: Fraction, numbers: Sequence[Fraction], scale: Scale) -> tuple[str, bool]:
    if high > FAR:
        return ("0-20", False) if high <= 20 else ("0-100", True)
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


def turned(key: str) -> str:
    return "-".join(reversed(key.split("-")))


def holds(key: str, numbers: Sequence[Fraction]) -> bool:
    low, high = sorted(map(int, key.split("-")))
    return low <= numbers[0] and numbers[-1] <= high


def _is_of(key: str, answers: Sequence[Answer]) -> bool:
    """Whether the name speaks of these answers: it may speak of the last 1 to 3 months."""
    start, end = map(int, key.split("-"))
    if abs(end - start) >= LONG:
        return True
    on_it = [
        one for one in answers if one.is_percent or one.of or (one.number is not None and holds(key, [one.number]))
    ]
    return len(on_it) >= MOSTLY * len(answers)
