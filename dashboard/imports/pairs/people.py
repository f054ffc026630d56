"""The two people of a row: found in the cohort, or on the way into it when somebody decided so."""

from dataclasses import dataclass, field

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble
from dashboard.imports.pairs.roll import Human, Member, Roll, Who
from dashboard.words import both, counted

ADD = "add"
"""The decision that somebody who is not in the cohort joins it by this row."""


@dataclass
class People:
    """Finds the mentor and the mentee of each row. Who joins is known to later rows once their row is taken in."""

    roll: Roll
    cohort: str
    _joining: dict[int, Member] = field(default_factory=dict)

    @property
    def joining(self) -> list[Member]:
        return list(self._joining.values())

    def member(self, who: Who, role: str, *, add: bool, beside: Member | Trouble | None) -> Member | Trouble:
        """Somebody in this role, or why there is nobody. ``beside`` is the other one of the row, who may be meant."""
        if not str(who):
            return Trouble("", f"Nothing tells who the {role} is. Fill in an e-mail address, an ID or a name.")
        try:
            human = self.roll.find(who, role)
            if human is None and isinstance(beside, Member):
                human = Roll((), (), beside.human).find(who, role)
        except InvalidError as unclear:
            return Trouble("", str(unclear))
        if human is not None and role in human.parts:
            return human.parts[role]
        if human is None and not who.name:
            return Trouble("", f"{who} is nobody in your program. Correct it, or upload a file of people first.")
        if not add:
            return Trouble("", self._stranger(who, human, role), ADD)
        human = human or Human(str(who.name), who.email, who.external_id)
        return Member(human, role, capacity=1 if role == "mentor" else None)

    def take_in(self, member: Member) -> bool:
        """Whether they join the cohort by this row; later rows find them there."""
        if member.id is not None or id(member) in self._joining:
            return False
        self._joining[id(member)] = member
        if member.human.id is None and not member.human.parts:
            self.roll.add(member.human)
        member.human.parts[member.role] = member
        return True

    def _stranger(self, who: Who, human: Human | None, role: str) -> str:
        if human is None:
            return f"{who} is nobody in your program. Correct it, or decide to add them as a {role}."
        if human.parts:
            other = both([f"a {part}" for part in human.parts])
            return (
                f"{human.name} is in {self.cohort} as {other}, not as a {role}. Correct it, or decide to add them as "
                f"a {role}, too."
            )
        return f"{human.name} is not in {self.cohort}. Correct it, or decide to add them as a {role}."


def joins(member: Member) -> str:
    """In which role somebody joins, and with how many places."""
    places = "" if member.capacity is None else f", {counted(member.capacity, 'place')}"
    return f"{member.name} joins as a {member.role}{places}"
