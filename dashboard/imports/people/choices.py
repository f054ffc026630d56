"""What the rows of a file of people can leave open: each matter has a usual answer, and nothing waits for another."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.imports.review import Choice, Matter

SAME, APART, KEEP, FIRST, LATEST, LATER, EARLIER, TWO, ONE = (
    "same",
    "apart",
    "keep",
    "first",
    "latest",
    "later",
    "earlier",
    "two",
    "one",
)

ADD = "add"
"""The decision that somebody new comes in with nothing but a name; STRANGERS asks it about all of them."""
STRANGERS = "names_alone"

NEARLY = Matter(
    "nearly",
    "The same address, nearly the same name",
    {SAME: "One person", APART: "Two people who share the address"},
    SAME,
)
SHARED = Matter(
    "shared", "The same address, another name", {APART: NEARLY.options[APART], SAME: NEARLY.options[SAME]}, APART
)
NAMESAKE = Matter(
    "namesake",
    "The same name, another address",
    {APART: "Two people of the same name", SAME: "One person"},
    APART,
)
TAKEN = Matter(
    "taken",
    "A known ID with somebody else's address",
    {KEEP: "Leave the address as it is", APART: "Both have the address"},
    KEEP,
)
REUSED = Matter(
    "reused",
    "A known ID with another name and address",
    {KEEP: "Leave the name and the address as they are", SAME: "The same person, renamed"},
    KEEP,
)
OTHER_ID = Matter(
    "other_id",
    "The same person, another ID",
    {SAME: "One person, with the ID of this row", APART: "Two people of the same name and address"},
    SAME,
)
RENAMED = Matter(
    "renamed",
    "One person, two names or addresses",
    {FIRST: "What is known, else the first", LATEST: "That of this row"},
    FIRST,
)
REPEATED = Matter(
    "repeated",
    "One person, told differently",
    {LATER: "The later row counts", EARLIER: "The earlier row counts"},
    LATER,
)
ROLES = Matter("roles", "Mentor and mentee at once", {TWO: "Both roles", ONE: "The other role alone"}, TWO)


@dataclass(frozen=True)
class Answers:
    """What was decided: about single rows, by their number, and about all rows that leave the same matter open."""

    rows: Mapping[int, str]
    all: Mapping[str, str]

    def choice(self, number: int, matter: Matter, sentence: str) -> Choice:
        """The matter as it stands for a row, with the answer in force."""
        said = (self.rows.get(number, ""), self.all.get(matter.key, ""))
        return Choice(matter, sentence, next((one for one in said if one in matter.options), matter.usual))
