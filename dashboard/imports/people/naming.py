"""What the people of a file are called, wherever in it their names stand."""

from collections.abc import Iterable

from dashboard.imports.values import Contact


def composed_names(
    whole: Iterable[str | None],
    parts: Iterable[tuple[str | None, str | None]],
    contacts: Iterable[Contact | None],
) -> list[str | None]:
    """By row: the whole name, else its parts, else the one that stands before the address."""
    return [
        name or " ".join(filter(None, both)) or (contact.name if contact else None) or None
        for name, both, contact in zip(whole, parts, contacts, strict=True)
    ]
