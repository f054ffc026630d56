"""What rows leave open, and the answer in force for each."""

from collections.abc import Sequence

from dashboard.imports.people.choices import ADD, RENAMED, REPEATED, ROLES, SAME, STRANGERS, Answers
from dashboard.imports.review import Line, Matter

WEIGHTS = {REPEATED.key: 0, ROLES.key: 1, RENAMED.key: 2}
"""Which of several matters a row shows; who somebody is comes before all others."""


class Asking:
    """Answers by the position of the row, and shows on its line what was asked."""

    def __init__(self, lines: Sequence[Line], answers: Answers) -> None:
        self._lines, self._answers = lines, answers

    def ask(self, row: int, matter: Matter, sentence: str) -> str:
        """The answer in force."""
        line = self._lines[row]
        choice = self._answers.choice(line.number, matter, sentence)
        shown, weight = line.choice, WEIGHTS.get(matter.key, len(WEIGHTS))
        before = -1 if shown is None else WEIGHTS.get(shown.matter.key, len(WEIGHTS))
        if weight > before or (weight == before and shown is not None and shown.taken != SAME):
            line.choice = choice
        return choice.taken

    def answer(self, row: int, matter: Matter) -> str:
        """What would be in force, asked of nobody."""
        return self._answers.choice(self._lines[row].number, matter, "").taken

    def is_welcome(self, row: int) -> bool:
        """Whether somebody new comes in with nothing but a name."""
        said = (self._answers.rows.get(self._lines[row].number), self._answers.all.get(STRANGERS))
        return ADD in said
