"""Who somebody's manager is, where a file tells it by an ID."""

from collections.abc import Iterable, Sequence

from dashboard.imports.people.everybody import Everybody


def managers(
    ids: Sequence[str | None],
    emails: Sequence[str | None],
    here: Iterable[tuple[str | None, str | None]],
    everybody: Everybody,
) -> tuple[list[str | None], dict[int, str]]:
    """By row a supervisor's address, else that of whoever has the supervisor's ID, further down in the same file, too;
    and remarks on those whom nobody knows. ``here`` are the IDs and addresses of the file."""
    known = {external_id: email for external_id, email in here if external_id and email}
    found: list[str | None] = []
    remarks: dict[int, str] = {}
    for row, (manager_id, email) in enumerate(zip(ids, emails, strict=True)):
        if manager_id and not email:
            told = known.get(manager_id) or everybody.email_of_id(manager_id)
            email = told.casefold() if told else None
            if email is None:
                remarks[row] = f"Nobody has the ID {manager_id}, so the manager is left as it is."
        found.append(email)
    return found, remarks
