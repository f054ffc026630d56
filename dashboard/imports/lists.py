"""Several values in one cell, split by the separator that the column really uses, or each cell by its own."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from dashboard.words import counted

MIXED, MIXED_COMMAS = "*", "*,"
"""Each cell by the separator that it uses; commas stand inside values, or separate where nothing else does."""
SEPARATORS = {
    "[]": "List, as in ['a', 'b']",
    "|||": "Three bars |||",
    "\n": "Line break",
    "\u2022": "Bullet \u2022",
    "1.": "Numbers 1. 2. 3.",
    ";": "Semicolon ;",
    "|": "Bar |",
    "、": "Ideographic comma 、",
    "\uff0c": "Wide comma \uff0c",
    ",": "Comma ,",
    MIXED: "Each cell by its own, but not by commas",
    MIXED_COMMAS: "Each cell by its own",
    "": "None: one value a cell",
}
"""What can be chosen; of two used equally often the earlier is meant, because commas also stand inside values."""

LIST = re.compile(r"\A\s*\[.*\]\s*\Z", re.DOTALL)
BULLET = re.compile(r"[\u2022\u2023\u25aa\u25cf\u25e6\u2219]|\s\u00b7\s")
APART, ENDED = re.compile(r"(['\"])\s+\1"), re.compile(r"['\"]\s*,")
NUMBERED = re.compile(r"(?:\A|(?<=\s))\d{1,2}[.)]\s+")
FIRST_NUMBER = re.compile(r"\A\s*1[.)]\s")
LEADING = re.compile(r"\A\s*(?:[\u2022\u2023\u25aa\u25cf\u25e6\u2219\u00b7*\-\u2013]\s+|\d{1,2}[.)]\s+)")
"""What stands before an entry of a list that is written one below the other."""
BETWEEN = " \u00b7 "
PLAIN = {"|||": "|||", "\n": "\n", ";": ";", "|": "|", "、": "、", "\uff0c": "\uff0c"}
STRONG = re.compile(r"\|\|\||[\n;|、\uff0c]|" + BULLET.pattern)
MAY_SPLIT = re.compile(r"[][;|,\n、\uff0c\u00b7]|1[.)]\s|" + BULLET.pattern)


def find_separator(cells: Sequence[str]) -> str:
    """The separator that occurs in most cells, or nothing when no cell holds several values. Mixed where it is missing
    from cells that another one cuts, or where a comma alone stands between values that the column has elsewhere."""
    several = {cell: count for cell, count in Counter(cells).items() if MAY_SPLIT.search(cell)}
    lists = {cell for cell in several if LIST.match(cell)}
    used = {cell: found for cell in several if cell not in lists and (found := _used(cell))}
    if not used:
        return "[]" if lists else ""
    best, *more = _by_use(several, used)
    with_commas = [cell for cell, found in used.items() if found == [","]]
    if with_commas:
        known = {part.strip().casefold() for cell in set(cells) - set(with_commas) for part in _strongly(cell)}
        if best != "," and _commas_separate(with_commas, known):
            return MIXED_COMMAS
        if best == "," and any(cell.strip().casefold() in known for cell in with_commas):
            best, *more = more
        elif best == ",":
            return MIXED_COMMAS if more else best
    return MIXED if any(best not in found and found != [","] for found in used.values()) else best


def split(cell: str, separator: str) -> list[str]:
    """The values of a cell; those of a list in brackets whatever the separator."""
    if LIST.match(cell):
        return _bracketed(cell)
    if separator in (MIXED, MIXED_COMMAS):
        return cell.split(",") if separator == MIXED_COMMAS and _used(cell) == [","] else _strongly(cell)
    if separator == "\u2022":
        return _entries(BULLET.split(cell))
    if separator == "1.":
        return _entries(NUMBERED.split(cell)) if FIRST_NUMBER.match(cell) else [cell]
    parts = cell.split(separator) if separator and separator != "[]" else [cell]
    return _entries(parts) if separator == "\n" else parts


def join(cells: Sequence[Sequence[str]]) -> list[str]:
    """Each cell's values as one text, so that ``split`` by what ``find_separator`` finds gives them back."""
    for separator in ("; ", " | "):
        written = [separator.join(values) for values in cells]
        if _gives_back(written, cells):
            return written
    return [str(list(values)) if values else "" for values in cells]


def told(cells: Iterable[str], separator: str) -> str:
    """What the separator makes of the first of these cells that it cuts."""
    for cell in cells:
        values = [value.strip() for value in split(cell, separator) if value.strip()]
        if len(values) > 1:
            return f"{' '.join(cell.split())} is {counted(len(values), 'value')}: {BETWEEN.join(values)}"
    return ""


def _gives_back(written: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    found = find_separator(written)
    return all(
        [value.strip() for value in split(cell, found) if value.strip()] == list(values)
        for cell, values in zip(written, cells, strict=True)
    )


def _by_use(several: dict[str, int], used: dict[str, list[str]]) -> list[str]:
    """The separators in use, that of most cells first."""
    counts = Counter[str]()
    for cell, found in used.items():
        for one in found:
            counts[one] += several[cell]
    return sorted((one for one in SEPARATORS if one in counts), key=lambda one: -counts[one])


def _used(cell: str) -> list[str]:
    """The separators that cut this cell; a comma where it is the only one."""
    text = cell.strip()
    found = [one for one in PLAIN if one in text and (one != "|" or "|||" not in text)]
    if BULLET.search(text):
        found.append("\u2022")
    if FIRST_NUMBER.match(text) and len(NUMBERED.findall(text)) > 1:
        found.append("1.")
    return found or ([","] if "," in text else [])


def _strongly(cell: str) -> list[str]:
    """By everything but commas that cuts it."""
    if LIST.match(cell):
        return _bracketed(cell)
    numbered = NUMBERED.split(cell) if "1." in _used(cell) else [cell]
    return _entries([part for piece in numbered for part in STRONG.split(piece)])


def _commas_separate(with_commas: Sequence[str], known: Set[str]) -> bool:
    """Whether what stands between the commas of most of these cells are values that the column has elsewhere."""
    telling = sum(all(part.strip().casefold() in known for part in cell.split(",")) for cell in with_commas)
    return 2 * telling > len(with_commas) and not any("," in value for value in known)


def _entries(parts: Sequence[str]) -> list[str]:
    return [LEADING.sub("", part) for part in parts]


def _bracketed(cell: str) -> list[str]:
    """The values of ``['a', 'b']``, and of ``['a' 'b']`` as some tools print it; what is not quite a list is cut at its
    commas."""
    cell = cell if ENDED.search(cell) else APART.sub(r"\1, \1", cell)
    try:
        found = ast.literal_eval(cell.strip())
        return [str(value) for value in found] if isinstance(found, list) else [cell]
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return [part.strip(" '\"") for part in cell.strip()[1:-1].split(",")]
