"""Several columns of free text as one: each answer under its question, so that nothing is lost."""

from collections.abc import Sequence

from dashboard.imports.columns import Column
from dashboard.imports.fields import Kind
from dashboard.imports.likeness import words

Gathered = Sequence[tuple[str, str]] | None
"""Column and cell, for every column of the row that holds something."""


def stands_alone(columns: Sequence[Column], kind: Kind) -> bool:
    """Whether the text needs no question before it: it is from one column, and that is called what it means."""
    called = [(words(column.name), kind.field(column.field or "").names) for column in columns]
    return len(called) <= 1 and all(name in map(words, known) for name, known in called)


def gathered_text(answers: Gathered, *, alone: bool) -> str | None:
    """The text of a row: as it is where it stands ``alone``, else each answer under its question."""
    if not answers:
        return None
    if alone:
        return "\n\n".join(text for _, text in answers)
    return "\n\n".join(under_question(name, text) for name, text in answers)


def under_question(question: str, answer: str) -> str:
    """An answer with its question before it."""
    asked = question.rstrip(" :")
    return f"{asked} {answer}" if asked.endswith(("?", "\uff1f")) else f"{asked}: {answer}"
