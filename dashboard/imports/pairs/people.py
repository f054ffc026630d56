"""The two people of a row: found in the cohort, or on the way into it when somebody decided so.

Who is meant is settled for the whole file before a single pairing is: those of whom a row says most come first, so that
the same file comes to the same people whatever of it is in already.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dashboard.errors import InvalidError
from dashboard.imports.cells import Trouble
from dashboard.imports.pairs.choices import ADD, NAMESAKE, NEW, OUT, SHARED
from dashboard.imports.pairs.identity import Meant, meant
from dashboard.imports.pairs.roll import Human, Member, Roll
from dashboard.imports.pairs.sides import Side
from dashboard.imports.pairs.strangers import refuse_what_is_hardly_new
from dashboard.imports.people.choices import SAME, Answers
from dashboard.imports.people.everybody import loose_name
from dashboard.imports.people.identity import UnclearError
from dashboard.services.person_fields import CLEANERS
from dashboard.words import both, counted

BY_NAME = 4
"""The rank of those of whom a row has a name and nothing else."""


@dataclass
class People:
    """Finds who is meant, and knows who joins."""

    roll: Roll
    cohort: str
    answers: Answers
    adds_all: bool
    _joining: dict[int, Member] = field(default_factory=dict)

    @property
    def joining(self) -> list[Member]:
        return list(self._joining.values())

    def settle(self, sides: Iterable[Side]) -> None:
        """Find everybody of the file: in the order of what is said about them, and in that of the file."""
        for side in sorted((side for side in sides if side.trouble is None), key=self._rank):
            try:
                self._settle(side)
            except UnclearError as unclear:
                side.trouble = unclear.trouble
            except InvalidError as error:
                side.trouble = Trouble("", str(error))

    def missing(self, side: Side) -> Trouble | None:
        """Why there is nobody to be paired, if there isn't."""
        if side.trouble or side.member is None or side.member.is_in:
            return side.trouble
        return Trouble("", self._stranger(side, side.member.human), ADD)

    def swapped(self, mentee: Side, mentor: Side) -> str:
        """What to say where each of the two has the role of the other alone; nothing otherwise."""
        if not (mentee.member and mentor.member) or mentee.member.is_in or mentor.member.is_in:
            return ""
        if not (_has(mentee.member.human, "mentor") and _has(mentor.member.human, "mentee")):
            return ""
        return (
            f"{mentee.name} is a mentor in {self.cohort}, and {mentor.name} a mentee. "
            "Swap the two, or the meanings of their columns."
        )

    def take_in(self, member: Member) -> bool:
        """Whether they join the cohort by this row, as the first."""
        if member.id is not None or id(member) in self._joining:
            return False
        self._joining[id(member)] = member
        return True

    def _rank(self, side: Side) -> int:
        has_key, is_new = bool(side.who.email or side.who.external_id), self.answers.rows.get(side.number) == NEW
        if side.who.name:
            return (0 if is_new else 1) if has_key else (2 if is_new else BY_NAME)
        return 3

    def _settle(self, side: Side) -> None:
        if side.text:
            self._look_up(side)
        if not str(side.who):
            raise InvalidError(f"Nothing tells who the {side.role} is. Fill in an e-mail address, an ID or a name.")
        found = meant(self.roll, side.who, side.role)
        human = self._settled(side, found) if found.matter else found.human
        if human is None and not side.who.name:
            raise InvalidError(f"{side.who} is nobody in your program. Correct it, or upload a file of people first.")
        if human is None and self.answers.rows.get(side.number) != NEW:
            is_all = self._rank(side) == BY_NAME
            refuse_what_is_hardly_new(self.roll, str(side.who.name), side.role, is_all=is_all)
        human = human or self.roll.add(Human(str(side.who.name), side.who.email, side.who.external_id))
        side.member = human.parts.setdefault(side.role, _outside(human, side.role))
        side.member.is_in |= self._is_added(side, found)

    def _look_up(self, side: Side) -> None:
        """What is no address may be an ID or a name of somebody who is there: it makes nobody new."""
        who, text = side.who, side.text
        if who.external_id is None and self.roll.with_id(text):
            side.who, what = replace(who, external_id=text), "an ID"
        elif who.name is None or loose_name(who.name) == loose_name(text):
            side.who, what = replace(who, name=text), "a name"
        if side.who is who or meant(self.roll, side.who, side.role).human is None:
            CLEANERS["email"](text)  # says what is wrong with it
        side.remark = f'"{text}" is no e-mail address, and was looked up as {what}.'

    def _settled(self, side: Side, found: Meant) -> Human | None:
        """Who it is by the answer in force to what is open; None is somebody new."""
        assert found.matter is not None
        side.choice = self.answers.choice(side.number, found.matter, found.sentence)
        if side.choice.taken == NEW:
            return None
        if side.choice.taken == OUT:
            raise InvalidError(f"{found.sentence} Correct one of the two.")
        if found.human is None:
            raise UnclearError(f"{found.sentence} Write what only one of them has, or decide to add another one.", NEW)
        return found.human

    def _is_added(self, side: Side, found: Meant) -> bool:
        """Whether it was said that they join the cohort if they are not in it."""
        said = {self.answers.rows.get(side.number), self.answers.all.get(found.matter.key) if found.matter else None}
        return self.adds_all or not said.isdisjoint((ADD, NEW)) or (found.matter is NAMESAKE and SAME in said)

    def _stranger(self, side: Side, human: Human) -> str:
        """Why somebody who is not in the cohort in this role can't be paired, and what can be decided."""
        what = f"Correct it, or decide to add them as a {side.role}"
        if human.id is None:
            shared = f"{side.choice.sentence} " if side.choice and side.choice.matter is SHARED else ""
            return f"{shared}{side.name} is nobody in your program. {what}."
        if side.choice and side.choice.matter is NAMESAKE:
            return f"{side.choice.sentence[:-1]}, and not a {side.role} in {self.cohort}. {what}."
        here = [f"a {part}" for part, member in human.parts.items() if member.id is not None]
        if here:
            return f"{human.name} is in {self.cohort} as {both(here)}, not as a {side.role}. {what}, too."
        return f"{human.name} is not in {self.cohort}. {what}."


def _has(human: Human, role: str) -> bool:
    return role in human.parts and human.parts[role].id is not None


def _outside(human: Human, role: str) -> Member:
    return Member(human, role, capacity=1 if role == "mentor" else None, is_in=False)


def joins(member: Member) -> str:
    """In which role somebody joins, and with how many places."""
    places = "" if member.capacity is None else f", {counted(member.capacity, 'place')}"
    return f"{member.name} joins as a {member.role}{places}"
