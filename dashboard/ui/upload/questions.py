"""What is said once about the whole file: which kind it is, and what its kind asks for."""

from datetime import date

import streamlit as st

from dashboard.imports.declaring import Question
from dashboard.imports.kinds import KINDS
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.upload.draft import Draft


def ask_kind(draft: Draft) -> None:
    """What the file holds: found, and changeable."""
    key = f"upload-kind-{draft.stamp}"
    st.segmented_control(
        "This file holds",
        list(KINDS),
        default=draft.kind().key,
        required=True,
        key=key,
        format_func=lambda kind: KINDS[kind].label,
        on_change=_set_kind,
        args=(draft, key),
    )


def draw(draft: Draft, cohort: CohortChoice, *, today: date) -> None:
    """The questions of the kind, with the usual answers."""
    answers = draft.answers(cohort, today)
    for question in draft.questions(cohort, today):
        answer = answers.get(question.key, "")
        # Another usual answer is another widget.
        key = f"upload-{question.key}-{draft.stamp}-{question.usual}"
        if question.options:
            _ask_option(draft, question, answer, key)
        else:
            _ask_day(draft, question, answer, key)


def _ask_option(draft: Draft, question: Question, answer: str, key: str) -> None:
    st.segmented_control(
        question.label,
        list(question.options),
        key=key,
        format_func=lambda one: question.options[one],
        default=answer or None,
        on_change=_set,
        args=(draft, question.key, key),
    )


def _ask_day(draft: Draft, question: Question, answer: str, key: str) -> None:
    st.date_input(
        question.label,
        date.fromisoformat(answer) if answer else None,
        key=key,
        format="YYYY-MM-DD",
        width=200,
        on_change=_set,
        args=(draft, question.key, key),
    )


def _set_kind(draft: Draft, key: str) -> None:
    draft.chosen_kind = st.session_state[key]
    draft.start_over()


def _set(draft: Draft, question: str, key: str) -> None:
    said = st.session_state[key]
    draft.options[question] = said.isoformat() if isinstance(said, date) else said or ""
