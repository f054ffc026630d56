"""Several values in one cell, split by the separator that the column really uses."""

import ast
import re
from collections.abc import Sequence

SEPARATORS = {
    "[]": "List, as in ['a', 'b']",
    "|||": "Three bars |||",
    "\n": "Line break",
    ";": "Semicolon ;",
    "|": "Bar |",
    "、": "Ideographic comma 、",
    "\uff0c": "Wide comma \uff0c",
    ",": "Comma ,",
    "": "None: one value a cell",
}
"""What can be chosen; of two used equally often the earlier is meant, because commas also stand inside values."""

MAY_SPLIT = re.compile("[][;|,\\n\u3001\uff0c]")
"""What is in a value that would be cut into several."""
LIST = re.compile(r"\A\s*\[.*\]\s*\Z", re.DOTALL)


def find_separator(cells: Sequence[str]) -> str:
    """The separator that occurs in most cells, or nothing when no cell holds several values."""
    counts = {separator: sum(_uses(cell, separator) for cell in cells) for separator in SEPARATORS if separator}
    best = max(counts.values())
    return next((separator for separator, count in counts.items() if count == best), "") if best else ""


def split(cell: str, separator: str) -> list[str]:
    """The values of a cell; those of a list in brackets whatever the separator."""
    if LIST.match(cell):
        return _bracketed(cell)
    return cell.split(separator) if separator and separator != "[]" else [cell]


def join(cells: Sequence[Sequence[str]]) -> list[str]:
    """Each cell's values as one text, so that ``split`` by what ``find_separator`` finds gives them back."""
    for separator in ("; ", " | "):
        written = [separator.join(values) for values in cells]
        if _gives_back(written, cells):
            return written
    return [str(list(values)) if values else "" for values in cells]


def _gives_back(written: Sequence[str], cells: Sequence[Sequence[str]]) -> bool:
    found = find_separator(written)
    return all(
        [value.strip() for value in split(cell, found) if value.strip()] == list(values)
        for cell, values in zip(written, cells, strict=True)
    )


def _uses(cell: str, separator: str) -> bool:
    if separator == "[]":
        return bool(LIST.match(cell))
    if separator == "|":
        return "|" in cell and "|||" not in cell
    return separator in cell.strip()


def _bracketed(cell: str) -> list[str]:
    """The values of ``['a', 'b']``; what is not quite a list is cut at its commas."""
    try:
        found = ast.literal_eval(cell.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return [part.strip(" '\"") for part in cell.strip()[1:-1].split(",")]
    return [str(value) for value in found] if isinstance(found, list) else [cell]
