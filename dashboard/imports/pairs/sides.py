"""The people whom a row names: what is said about each, who that is, and what is open about it."""

from dataclasses import dataclass

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble
from dashboard.imports.pairs.facts import Reader
from dashboard.imports.pairs.roll import Member, Who
from dashboard.imports.review import Choice


@dataclass(slots=True, eq=False)
class Side:
    """One of those whom a row names, and who that is or why it can't be told."""

    number: int
    """Of the row."""
    role: str
    who: Who
    text: str = ""
    """What stands where an address should, and is none."""
    member: Member | None = None
    trouble: Trouble | None = None
    choice: Choice | None = None
    remark: str = ""

    @property
    def name(self) -> str:
        return self.member.name if self.member else str(self.who) or self.text


def sides_of(reader: Reader, row: int, number: int) -> list[Side]:
    """The mentees of a row, and its mentor at the end; one alone is in trouble."""
    try:
        named = [("mentee", one) for one in reader.mentees(row)] + [("mentor", reader.mentor(row))]
    except InvalidError as error:
        return [Side(number, "mentor", Who(), trouble=Trouble("", str(error)))]
    return [Side(number, role, one.who, one.text) for role, one in named]


def open_choice(sides: list[Side]) -> tuple[Choice | None, list[str]]:
    """What the row leaves open, as one question with one answer; and what else there is to say about its people. Two of
    one matter are asked about at once, a second matter is told with the answer that holds for all rows."""
    choices = [side.choice for side in sides if side.choice]
    remarks = [side.remark for side in sides if side.remark]
    if not choices:
        return None, remarks
    first = choices[0]
    alike = [one.sentence for one in choices if one.matter is first.matter]
    told = [f"{one.sentence} {one.matter.options[one.taken]}." for one in choices if one.matter is not first.matter]
    return Choice(first.matter, " ".join(dict.fromkeys(alike)), first.taken), [*remarks, *told]
