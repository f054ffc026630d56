"""What several columns of one field say together."""

from typing import Any


def joined(known: Any, more: Any) -> Any:
    """The values of two columns that mean the same field, each value once; those that are gathered, all of them."""
    if known is None or more is None:
        return more if known is None else known
    if isinstance(known, tuple):
        return known + more
    names: dict[str, str] = {}
    for name in (*known, *more):
        names.setdefault(name.casefold(), name)
    return list(names.values())
