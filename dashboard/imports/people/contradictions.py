"""What a row says that can't stand: the opposite of an earlier row, or a capacity below what is taken."""

from dashboard.imports.cells import Trouble
from dashboard.imports.people.everybody import Someone, loose_name
from dashboard.imports.people.facts import Facts
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.people.identity import SAME
from dashboard.imports.review import Line
from dashboard.words import counted


def contradictions(
    someone: Someone, facts: Facts, told: dict[str, dict[str, object]], lines: list[Line], decision: str
) -> list[Trouble]:
    """What an earlier row said otherwise about the same person, and a capacity below what is taken."""
    said = [(key, value, someone.given.get(key)) for key, value in facts.person.items()]
    for role, values in told.items():
        if role in someone.parts:
            said += [(key, value, someone.parts[role].given.get(key)) for key, value in values.items()]
    troubles = [
        Trouble("", _repeated(key, value, given[0], lines[given[1]].number), SAME)
        for key, value, given in said
        if given is not None and decision != SAME and not is_same(key, given[0], value)
    ]
    mentor, capacity = someone.parts.get("mentor"), told.get("mentor", {}).get("capacity")
    if mentor and isinstance(capacity, int) and capacity < mentor.taken:
        troubles.append(Trouble("", _below(someone.now("name"), capacity, mentor.taken)))
    return troubles


def is_same(key: str, one: object, other: object) -> bool:
    """Whether two rows say the same: an address in another case, a name with other capitals."""
    if key == "name":
        return loose_name(str(one)) == loose_name(str(other))
    return str(one).casefold() == str(other).casefold() if key == "email" else one == other


def _repeated(key: str, value: object, before: object, number: int) -> str:
    label = next((field.label for field in PEOPLE.fields if field.key == key), key)
    return (
        f'Row {number} is the same person and says "{before}" for {label}, this row "{value}". '
        "Delete one of the two, or decide that this row counts."
    )


def _below(name: str, capacity: int, taken: int) -> str:
    return (
        f"{name} mentors {counted(taken, 'person', 'people')} now, so the capacity can't be {capacity}. "
        "End or move a pairing first."
    )
