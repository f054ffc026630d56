"""What the rows about one person say together: in which roles, and which of them can't go in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.imports.cells import Trouble
from dashboard.imports.people.choices import ONE, ROLES
from dashboard.imports.people.contradictions import Told
from dashboard.imports.people.facts import Reader
from dashboard.imports.people.identity import Ask
from dashboard.imports.people.said import NO_ROLE
from dashboard.imports.people.someone import Someone
from dashboard.imports.people.units import Group

NO_NAME = "Somebody new needs a name. Fill it in."


@dataclass(slots=True, eq=False)
class Telling:
    """A person, and what the rows about them say: by the position of each row that goes in, in which role what."""

    group: Group
    someone: Someone
    told: dict[int, Told] = field(default_factory=dict)
    troubles: dict[int, list[Trouble]] = field(default_factory=dict)
    overruled: set[int] = field(default_factory=set)
    """The rows whose "waitlisted" does not count, as another row withdraws the same role."""

    def refuse(self, row: int, trouble: Trouble) -> None:
        """The row does not go in, and says nothing."""
        self.troubles.setdefault(row, []).append(trouble)
        self.told.pop(row, None)


def tell(group: Group, reader: Reader, ask: Ask) -> Telling:
    """What all rows of a group say; none of them goes in where somebody new has no name, or nothing to do here."""
    telling, rows = Telling(group, group.someone or Someone()), group.rows()
    if group.someone is None and not group.names:
        telling.troubles = {row: [Trouble("", NO_NAME)] for row in rows}
    else:
        telling.told = _told(telling.someone, rows, reader, ask)
        telling.troubles = {row: [Trouble("", NO_ROLE)] for row in rows if row not in telling.told}
    return telling


def _told(someone: Someone, rows: Sequence[int], reader: Reader, ask: Ask) -> dict[int, Told]:
    """By row what it says about each of its roles; rows that name none speak of all that there are."""
    held, roles = dict.fromkeys(someone.parts), dict[int, tuple[str, ...]]()
    for row in rows:
        roles[row] = reader.roles(row)
        if not _is_one_too_many(row, roles[row], held, someone, reader, ask):
            held.update(dict.fromkeys(roles[row]))
    return {
        row: {role: reader.participation(row, role) for role in named or held if role in held}
        for row, named in roles.items()
        if held or named
    }


def _is_one_too_many(
    row: int, roles: tuple[str, ...], held: dict[str, None], someone: Someone, reader: Reader, ask: Ask
) -> bool:
    """Whether the row gives a second role to somebody who is to have one alone."""
    if len(roles) != 1 or not held or roles[0] in held:
        return False
    name = someone.now("name") or reader.names[row]
    return ask(row, ROLES, f"{name} is a {next(iter(held))}, and a {roles[0]} here.") == ONE
