"""What one row of a file of check-ins says: who answered, when, in which wave, and what."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.errors import InvalidError
from dashboard.imports.check_ins.fields import CHECK_INS
from dashboard.imports.check_ins.values import Kept
from dashboard.imports.columns import Mapping as Columns
from dashboard.imports.declaring import Options
from dashboard.imports.pairs.roll import Who
from dashboard.imports.records.rows import Rows
from dashboard.imports.records.texts import gathered_text, stands_alone, under_question
from dashboard.imports.records.whose import Told
from dashboard.questions import ANSWERS, RANGES, Scale
from models import Role, Wave

BY_DATE = "date"
"""The answer that the wave follows from the day."""
BOTH_NAMED = (
    "Both the mentor and the mentee are named, so it is not clear who answered. "
    "Say it for the whole file, or add a column for the role."
)


@dataclass(frozen=True, slots=True)
class Answering:
    """Whom a row names, and which role whoever answered has; None when that follows from the pairing."""

    told: Told
    who: Who
    role: str | None = None


class Reader:
    """Reads the facts of a row."""

    def __init__(self, rows: Rows, columns: Columns, options: Options) -> None:
        self._rows, self._options = rows, options
        comments = [*columns.of("comment"), *columns.of("confidential_comment")]
        self._comment_alone = stands_alone(comments, CHECK_INS)
        self._names = {column.field: column.name for column in columns.columns if column.field}

    def answering(self, row: int) -> Answering:
        """Who answered; raises InvalidError where that would be a guess."""
        told = self._rows.told(row)
        roles: tuple[str, ...] = self._rows.value("role", row) or ()
        role = roles[0] if len(roles) == 1 else None
        if str(told.somebody):
            return Answering(_in_role(told, role), told.somebody, role)
        named = [one for one in Role if str(getattr(told, one))]
        if len(named) == 1:
            role = named[0].value
        elif len(named) == len(Role):
            role = role or self._options.get("by") or None
            if role is None:
                raise InvalidError(BOTH_NAMED)
        return Answering(told, getattr(told, role) if role else Who(), role)

    def answered_on(self, row: int) -> date | None:
        if self._rows.has("answered_on"):
            return self._rows.value("answered_on", row)  # type: ignore[no-any-return]
        said = self._options.get("answered_on")
        return date.fromisoformat(said) if said else None

    def wave(self, row: int) -> Wave | None:
        """The wave as it is said for the row or for the whole file; None when it follows from the day."""
        said = self._rows.value("wave", row) or self._options.get("wave", BY_DATE)
        return None if said == BY_DATE else Wave(said)

    def given(self, row: int) -> dict[str, Any]:
        """The answers of the row, blank ones left out; ``confidential`` where something says so."""
        answers = {key: self._answer(key, row) for key, question in ANSWERS.items() if question.scale != Scale.TEXT}
        answers["comment"] = self._comment(row, {key: one for key, one in answers.items() if isinstance(one, Kept)})
        given = {key: one for key, one in answers.items() if one is not None and not isinstance(one, Kept)}
        confidential = True if self._rows.value("confidential_comment", row) else self._rows.value("confidential", row)
        return given if confidential is None else given | {"confidential": confidential}

    def averaged(self, row: int) -> list[str]:
        """What several columns say about one question, and what that comes to."""
        items = {key: self._rows.value(key, row) or () for key, question in ANSWERS.items() if question.scale in RANGES}
        return [
            f"{ANSWERS[key].label}: {self._answer(key, row)} is the average of "
            f"{', '.join(f'{answer} ({name})' for name, answer in said)}."
            for key, said in items.items()
            if len(said) > 1
        ]

    def _answer(self, key: str, row: int) -> Any:
        """The answer to a question; of several items on one scale the average, halves up."""
        said = self._rows.value(key, row)
        if said is None or ANSWERS[key].scale not in RANGES:
            return said
        return (2 * sum(answer for _, answer in said) + len(said)) // (2 * len(said))

    def _comment(self, row: int, kept: dict[str, Kept]) -> str | None:
        """The free text, and the answers that no scale of ours holds, under their questions."""
        text = gathered_text(self._rows.value("comment", row), alone=self._comment_alone)
        more = [under_question(self._names[key], answer) for key, answer in kept.items()]
        more += [under_question(name, answer) for name, answer in self._rows.value("kept", row) or ()]
        hidden = gathered_text(self._rows.value("confidential_comment", row), alone=self._comment_alone)
        return "\n\n".join([*([text] if text else []), *more, *([hidden] if hidden else [])]) or None

    def mixes(self, row: int) -> bool:
        """Whether it also has an open comment beside a confidential one."""
        return bool(
            (self._rows.value("comment", row) or self._rows.value("kept", row))
            and self._rows.value("confidential_comment", row)
        )


def _in_role(told: Told, role: str | None) -> Told:
    """Who answered, in the role that the row gives them; the other one stays as named."""
    if role is None:
        return told
    empty = Who()
    if role == Role.MENTOR:
        return replace(told, mentor=told.somebody, somebody=empty)
    return replace(told, mentee=told.somebody, somebody=empty)
