"""What a row gives beside what an earlier row gave: which of the two holds."""

from collections.abc import Mapping

from dashboard.imports.people.contradictions import is_same
from dashboard.imports.people.everybody import Someone


def call(someone: Someone, key: str, value: object, row: int) -> None:
    """A name or address beside the one that the file gave first, which stays; but never instead of the known address.
    People are found by these, so a file that says both must come to the same end the second time."""
    if key == "email" and is_same(key, someone.stored.get(key), value):
        someone.given[key] = (value, row)


def give(given: dict[str, tuple[object, int]], values: Mapping[str, object], row: int, *, keeps: bool) -> None:
    """What a row says beside what was said before: the later row counts, or the earlier one where it ``keeps``; and
    nothing takes a value away that another row gives."""
    for key, value in values.items():
        before, its_row = given.get(key, (None, row))
        counts = before is None or (not is_same(key, before, value) and (row > its_row) != keeps)
        if key not in given or (value is not None and counts):
            given[key] = (value, row)
