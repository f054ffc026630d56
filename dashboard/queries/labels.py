"""Names as labels of rows: two people of the same name are two rows."""

from collections.abc import Iterable


def told_apart(names: Iterable[str]) -> list[str]:
    """The names in order, each unlike every other: a second Ana Ruiz is "Ana Ruiz (2)"."""
    labels: dict[str, None] = {}
    for name in names:
        label, number = name, 1
        while label in labels:
            number += 1
            label = f"{name} ({number})"
        labels[label] = None
    return list(labels)
