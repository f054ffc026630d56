"""Who somebody's manager is, where a file tells it by an ID."""

from collections.abc import Iterable, Sequence

from dashboard.imports.people.everybody import Everybody
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.keys import Said
from dashboard.imports.people.telling import Telling


def take_in_managers(
    reader: Reader, alone: Iterable[int], settled: Sequence[tuple[Telling, Said]], everybody: Everybody
) -> None:
    """Where the file tells managers by their ID, the address of whoever has it once the file is in."""
    named = reader.column("manager_id")
    if not any(named):
        return
    addresses = _addresses(reader, alone, settled, everybody)
    found, remarks = list(reader.column("manager_email")), dict[int, str]()
    for row, manager_id in enumerate(named):
        if manager_id and not found[row]:
            found[row] = addresses.get(manager_id)
            if found[row] is None:
                remarks[row] = f"Nobody has the ID {manager_id}, so the manager is left as it is."
    reader.take_in_managers(found, remarks)


def _addresses(
    reader: Reader, alone: Iterable[int], settled: Sequence[tuple[Telling, Said]], everybody: Everybody
) -> dict[str, str | None]:
    """By ID the address that they have in the end, as it is compared."""
    addresses = {one: key for one, key in zip(everybody.ids, everybody.keys, strict=True) if one}
    for telling, _ in settled:
        addresses.pop(telling.someone.stored.get("external_id") or "", None)
    for telling, said in settled:
        external_id, email = telling.group.external_id, telling.someone.stored.get("email")
        email = said["email"][0] if "email" in said else email
        if external_id:
            addresses[external_id] = email.casefold() if email else None
    ids = reader.own("external_id")
    return addresses | {ids[row]: reader.keys[row] for row in alone if ids[row]}
