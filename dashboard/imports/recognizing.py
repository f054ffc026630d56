"""Which column is which field: the likeliest by name and by values, and what else it could have been."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from dashboard.imports.competing import Claim, weighed
from dashboard.imports.fields import Field, Kind
from dashboard.imports.headers import letters
from dashboard.imports.items import item_of
from dashboard.imports.likeness import EXACT, SAME_WORDS, alike, words
from dashboard.imports.looks import Looks
from dashboard.imports.tables import Table

BY_CONTENT = 80
ENOUGH = 70
LAST_RESORT = 72
MOSTLY, HARDLY = 0.8, 0.2
NUMBERED = frozenset({"id", "no", "nr", "number", "row"})
"""Names of columns that count the rows, if they do."""


class Recognized(NamedTuple):
    """By position of the column: what it is, or the best claim that it lost to another column."""

    found: dict[int, Claim]
    beaten: dict[int, Claim]


def recognize(table: Table, kind: Kind, positions: Sequence[int], taken: frozenset[str]) -> Recognized:
    """What these columns are, the surest first; a field that is taken is only free if several columns may be it, or all
    are items of one question."""
    found: dict[int, Claim] = {}
    beaten: dict[int, Claim] = {}
    given = dict.fromkeys(taken, "")
    for claim in _surest_first(_claims(table, kind, positions), kind):
        if claim.position in found:
            continue
        key, question = claim.field.key, item_of(table.columns[claim.position])[0] if claim.field.averages else ""
        is_item = bool(question) and given.get(key) == question
        if key in given and not (claim.field.takes_several or is_item):
            beaten.setdefault(claim.position, claim)
            continue
        if claim.position in beaten and claim.score < min(beaten[claim.position].score, SAME_WORDS):
            continue  # a column whose field is another's is not the next best that its name is a little like
        given[key] = question
        found[claim.position] = claim
    return Recognized(found, {position: claim for position, claim in beaten.items() if position not in found})


def is_known_name(header: str, kind: Kind) -> bool:
    """Whether this is, letter for letter, what a column of such a file is called."""
    return words(header) in _known_names(kind)


@cache
def ignored_names(kind: Kind) -> frozenset[str]:
    """The bare words of names that mean nothing in such a file."""
    return frozenset(map(words, kind.ignored))


@cache
def _known_names(kind: Kind) -> frozenset[str]:
    return frozenset(words(name) for field in kind.fields for name in field.names)


@cache
def _bare(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(words, names))


def _claims(table: Table, kind: Kind, positions: Sequence[int]) -> list[Claim]:
    claims = []
    for position in positions:
        header = table.columns[position]
        cells = table.looks(position)
        if words(header) in ignored_names(kind) or (words(header) in NUMBERED and cells.count_up()):
            continue
        claims += [claim for field in kind.fields if (claim := _claim(position, header, cells, field))]
    return claims


def _claim(position: int, header: str, cells: Looks, field: Field) -> Claim | None:
    name = words(header)
    if field.never is not None and field.never.search(name):
        return None
    score, why, called = (
        _unnamed(cells, field) if header == f"Column {letters(position)}" else _named(header, cells, field)
    )
    if score < ENOUGH:
        return None
    held = cells.held(field.looks, once=field.tells_apart)
    return Claim(position, field, score, why, called, name == words(field.label), held, score)


def _unnamed(cells: Looks, field: Field) -> tuple[int, str, int]:
    """How sure it is by what stands in the cells alone, why, and how alike a name is that there is not."""
    pattern = field.looks if field.by_content else field.alone
    return (BY_CONTENT if (cells.share(pattern) or 0) >= MOSTLY else 0), "content", 0


def _named(header: str, cells: Looks, field: Field) -> tuple[int, str, int]:
    """How sure it is, why, and how alike its name is."""
    name, titled = words(header), field.titled(header) if field.titled else 0
    known = max(alike(name, one) for one in _bare(field.names))
    score, why = _score(name, max(titled, known), cells, field)
    return score, "question" if why == "name" and titled > known else why, max(titled, known)


def _score(name: str, called: int, cells: Looks, field: Field) -> tuple[int, str]:
    likeness = cells.share(field.looks)
    if field.strict and likeness is not None and likeness < HARDLY:
        is_named_so = field.by_name and called == EXACT and alike(name, words(field.label)) >= ENOUGH
        return (LAST_RESORT, "name") if is_named_so else (0, "")
    if field.by_content and likeness is not None and likeness >= MOSTLY and called < BY_CONTENT:
        return BY_CONTENT, "content"
    return called, "name"


def _surest_first(claims: Sequence[Claim], kind: Kind) -> list[Claim]:
    """By how sure they are; of equals, what is called by the field's own label, then what comes first."""
    order = {field.key: place for place, field in enumerate(kind.fields)}
    by_field = sorted(claims, key=lambda claim: (order[claim.field.key], -claim.score, not claim.is_label))
    grouped = groupby(by_field, key=lambda claim: claim.field.key)
    return sorted(
        (claim for _, some in grouped for claim in weighed(list(some))),
        key=lambda one: (-one.rank, one.is_overruled, not one.is_label, one.position, order[one.field.key]),
    )
