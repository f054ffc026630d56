"""Several columns of free text as one: each answer under its question, so that nothing is lost."""

from collections.abc import Sequence

Gathered = Sequence[tuple[str, str]] | None
"""Column and cell, for every column of the row that holds something."""


def gathered_text(answers: Gathered, *, columns: int) -> str | None:
    """The text of a row. Where the file has one column for it, it stands alone; of several, each names its question."""
    if not answers:
        return None
    if columns == 1:
        return answers[0][1]
    return "\n\n".join(under_question(name, text) for name, text in answers)


def under_question(question: str, answer: str) -> str:
    """An answer with its question before it."""
    asked = question.rstrip(" :")
    return f"{asked} {answer}" if asked.endswith(("?", "\uff1f")) else f"{asked}: {answer}"
