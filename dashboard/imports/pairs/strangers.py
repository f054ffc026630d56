"""Names that nobody has: of a slip, of several people, or of none; none of these becomes a person unasked."""

import re

from dashboard.imports.pairs.choices import NEW
from dashboard.imports.pairs.identity import nearly
from dashboard.imports.pairs.roll import Roll
from dashboard.imports.people.identity import UnclearError
from dashboard.imports.people.turning import TITLE

TOGETHER = re.compile(r"(?i)[/&+]|\s(?:and|und)\s")
"""What stands between people, and hardly ever in the name of one."""
OR_IN_ONE = re.compile(r"(?i),|\s(?:y|e|et|en|och|i|и)\s")
"""What stands between people, and in names: Ruiz, Ana; Ortega y Gasset. With full names around it, it parts people."""


def refuse_what_is_hardly_new(roll: Roll, name: str, role: str, *, is_all: bool) -> None:
    """Raise UnclearError where somebody who is meant by name is hardly one new person; ``is_all`` says that the row
    tells nothing but the name."""
    if is_all and (known := nearly(roll, name)):
        what = f"Correct it, or decide to add them as a {role}"
        raise UnclearError(f"{name} is nobody in your program; {known} may be meant. {what}.", NEW)
    if TOGETHER.search(name) or (is_all and (_is_list(name) or any(map(str.isdigit, name)))):
        what = "Write a row for each person, or decide to add it as one"
        raise UnclearError(
            f"{name} is nobody in your program, and does not look like the name of one person. {what}.", NEW
        )


def _is_list(name: str) -> bool:
    parts = [[word for word in part.split() if not TITLE.match(word)] for part in OR_IN_ONE.split(name)]
    return sum(len(words) > 1 for words in parts) > 1
