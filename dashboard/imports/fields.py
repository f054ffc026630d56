"""What a kind of file can say, as data: a new kind is a further declaration, not a second pipeline."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.imports.blanks import Blanks
from dashboard.imports.looks import Pattern
from dashboard.imports.ways import Ways

CONTENT_SAMPLE = 200
LONGEST = 1_000
"""Characters of a cell that is more than text: a longer one is refused unread."""
EMAIL = re.compile(r"(?<![^@\s<>])[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
Span = tuple[date, date]
"""The first and the last day of the cohort that a file goes into."""


@dataclass(frozen=True, eq=False)
class Field:
    """One thing that a column can mean, what it is called in the wild, and how a cell of it is read.

    Declared once, so it equals itself alone: what is remembered by it is not compared name by name.
    """

    key: str
    label: str
    names: tuple[str, ...]
    read: Callable[..., Any]
    """A cell's text (its parts, for ``many``; with ``ways``, the way, too) -> the value; raises InvalidError."""
    many: bool = False
    """A cell may hold several values, and several columns may mean this."""
    is_text: bool = False
    """Words of one's own, of any length."""
    gathers: bool = False
    """Several columns may mean this, and each value is kept with the name of its column: ``((name, value), ...)``."""
    averages: bool = False
    """As ``gathers``, but only where somebody says so: the columns are items of one scale."""
    ways: Callable[[str, Sequence[str], Span | None], Ways] | None = None
    """In which ways a column may be read, by its name and all of its cells; ``read`` is told the way."""
    one_way: bool = False
    """Whether a file writes all columns of such fields in the same way, so that one tells it for the others."""
    titled: Callable[[str], int] | None = None
    """How surely (0-100) a column of this name means this, where names can't all be listed: a month, a question."""
    looks: Pattern | None = None
    """What a cell of this field looks like; a column of other cells is not this field, whatever it is called..."""
    strict: bool = True
    """... unless this is False."""
    never: re.Pattern[str] | None = None
    """The bare words of a name that is of something else, however alike: "mentee email" is no mentor's."""
    alone: Pattern | None = None
    """What the cells of a column without a name look like that means this."""
    by_content: bool = False
    """Whether looking like it is enough, without the name."""
    by_name: bool = False
    """Whether being called just so is enough when nothing looks like it: its cells then are in trouble, and say so."""
    blanks: Blanks = frozenset()
    """The words that can't be a value here, so that a cell of them is blank."""
    tells_apart: bool = False
    """Whether two rows hardly ever hold the same: of two such columns, the one with more different values is meant."""
    part_of: str = ""
    """The field that says all of it: where a column means that, this one counts only where it is blank."""
    hidden: bool = False
    """Whether what is in its cells was told in confidence, and is not shown on the screen..."""
    hidden_where: str = ""
    """... or only where the field with this key says yes."""

    @property
    def takes_several(self) -> bool:
        return self.many or self.gathers

    @property
    def is_single(self) -> bool:
        """Whether one column alone means this, whatever anybody says."""
        return not (self.takes_several or self.averages)


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of file: its fields, and the names of columns that are known to mean nothing here."""

    key: str
    label: str
    fields: tuple[Field, ...]
    ignored: tuple[str, ...] = ()
    are_answers: Callable[[str, Sequence[str]], bool] | None = None
    """By its name and its cells, whether a column that means nothing here holds answers that would be lost."""

    def field(self, key: str) -> Field:
        return next(field for field in self.fields if field.key == key)
