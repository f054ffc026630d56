"""Questions of several items: a column an item, named ``Question [item]``, or by a header of two rows."""

import re
from collections.abc import Sequence

from dashboard.imports.columns import Column
from dashboard.imports.headers import LOOKS_LIKE_DATA, clean_header

ANSWER_ROW = frozenset(
    (
        *("response", "open-ended response", "antwort", "offene antwort", "réponse", "réponse ouverte", "respuesta"),
        *("respuesta abierta", "risposta", "risposta aperta", "resposta", "resposta aberta", "antwoord"),
    )
)
"""What stands below a question of one answer in exports whose header has two rows."""
OUR_OWN = "errors"
ITEM = re.compile(r"\A(.*\S)\s*\[([^\[\]]+)\]\Z")


def item_of(name: str) -> tuple[str, str]:
    """The question of several items, and the item that a column is about: ``How satisfied are you? [Trust]``.

    Two empty texts where there is no item.
    """
    found = ITEM.match(name)
    return (found[1], found[2]) if found else ("", "")


def of_one_question(column: Column, columns: Sequence[Column]) -> list[Column]:
    """The columns that mean the same and are items of the same question; without an item, the column alone."""
    question = item_of(column.name)[0]
    if not question:
        return [column]
    return [one for one in columns if one.field == column.field and item_of(one.name)[0] == question]


def has_second_row(header: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the record below the header goes on with it: what a question is about, or that it has one answer."""
    cells = [clean_header(cell) for cell in below]
    if not any(cells) or any(LOOKS_LIKE_DATA.match(cell) for cell in cells if cell):
        return False
    pairs = list(zip(map(clean_header, header), cells, strict=False))
    is_said = any(cell.casefold() in ANSWER_ROW for cell in cells)
    items = sum(bool(cell and not name) for name, cell in pairs)
    first = next((cell for name, cell in pairs if name), "")
    return not first and (is_said or items > 1)


def joined(header: Sequence[str], below: Sequence[str]) -> list[str]:
    """The names of a header in two rows: ``Question``, or ``Question [item]`` for each item of it."""
    names: list[str] = []
    question = ""
    width = max(len(header), len(below))
    for name, item in zip(*([*map(clean_header, row), *[""] * width][:width] for row in (header, below)), strict=True):
        if item.casefold() == OUR_OWN:
            names.append(item)
            continue
        question = name or (question if item else "")
        names.append(question if not item or item.casefold() in ANSWER_ROW else f"{question} [{item}]".strip())
    return names
