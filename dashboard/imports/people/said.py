"""What a coordinator says about a whole file of people, once."""

from collections.abc import Mapping as AnyMapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from dashboard.errors import InvalidError
from dashboard.imports.columns import Mapping
from dashboard.imports.likeness import words
from dashboard.imports.roles import BOTH, read_roles

ROLES: dict[str, tuple[str, ...]] = {"mentor": ("mentor",), "mentee": ("mentee",), "both": BOTH, "": ()}
"""What a coordinator can say about everybody in the file whose row names no role."""
ROLE_COLUMNS = ("role", "is_mentor", "is_mentee")
"""The fields that name the role of a row."""
IDENTITY = {"name", "email", "external_id"}
SEVERAL = "\n"
"""Between the skills of a name that is two: no skill has it in its own name."""
Renames = AnyMapping[str, str]
"""Casefolded name of a skill in the file -> the name that it is the same as."""


NO_ROLE = (
    "Say whether this is a mentor or a mentee: write it into the role column, or choose a role for the whole file."
)


@dataclass(frozen=True)
class Said:
    """What a coordinator said about the whole file: the role of rows that name none, the fields that a blank cell
    empties, and skills by other names."""

    role: str = ""
    empties: AbstractSet[str] = frozenset()
    renames: Renames = field(default_factory=dict)
    takes_others: bool = False
    """Whether the skills in the column of the other role are those of the row's own."""


def likely_role(file_name: str, sheet: str, columns: Mapping) -> str:
    """The one role that the name of a sheet, of its file, or of its column of addresses speaks of; nothing when it is
    not clear."""
    for said in (sheet, file_name, *(column.name for key in ("email", "name") for column in columns.of(key))):
        try:
            roles = read_roles(words(said))
        except InvalidError:
            continue
        return roles[0] if len(roles) == 1 else ""
    return ""


def renamed(names: list[str], renames: Renames) -> list[str]:
    """The skills under the names that a coordinator gave them, each once."""
    called = (one for name in names for one in renames.get(name.casefold(), name).split(SEVERAL))
    return list({name.casefold(): name for name in called}.values())
