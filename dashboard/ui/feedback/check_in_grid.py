"""Recording several check-ins at once: everybody who owes one of a wave, a row each."""

from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.due import due_check_ins, due_waves
from dashboard.questions import FITS, RANGES, WAVES, Question, Scale, asked
from dashboard.services.check_ins import record_check_ins
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.feedback.answers import WHY_CONFIDENTIAL
from dashboard.ui.filling import Filling, filling
from dashboard.ui.grids import date_column, numbered, records
from dashboard.ui.parts import pages
from dashboard.words import counted
from models import Fit, Role, Wave

GRID = "record-check-ins"
ROWS = 25


def draw(cohort: CohortChoice, today: date) -> None:
    """The waves that somebody owes, and the grid of the chosen one."""
    sheet = filling(GRID, cohort.id)
    if not sheet.is_open:
        sheet.counts = ask(due_waves, cohort_id=cohort.id, today=today)
    counts = sheet.counts
    if not counts:
        st.info("Nobody owes a check-in today.", icon=":material/task_alt:")
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wave = st.segmented_control(
            "Check-in",
            list(counts),
            default=next(iter(counts)),
            required=True,
            key="grid-wave",
            wrap=True,
            format_func=lambda name: f"{WAVES[Wave(name)]} {counts[name]:,}",
        )
        on = st.date_input("Answered on", today, key="grid-on", format="YYYY-MM-DD", width=180)
    wave = str(wave or next(iter(counts)))
    st.caption("Fill in the rows that were answered. Empty rows stay as they are.")
    part = pages(counts[wave], key="grid-page", size=ROWS, noun="who owe it")
    owing = partial(_owing, cohort_id=cohort.id, today=today, wave=wave, limit=part.limit, offset=part.offset)
    sheet.show(part.offset, owing, part=wave)
    _grid(sheet, wave, on, today)


def _owing(**asked: Any) -> list[dict[str, Any]]:
    rows = records(ask(due_check_ins, **asked))
    return [
        {
            "id": (row["pairing_id"], row["participant_id"]),
            "name": row["name"],
            "role": row["role"].capitalize(),
        }
        for row in rows
    ]


def _grid(sheet: Filling, wave: str, on: Any, today: date) -> None:
    # Both roles are asked the same in a wave; the words differ, and they stand in the form for one.
    questions = asked(wave, Role.MENTEE)
    columns = {
        "name": st.column_config.TextColumn("Who", width=170, pinned=True),
        "role": "Role",
        "answered_on": date_column("Day"),
        **{question.key: _column(question) for question in questions},
        "confidential": st.column_config.CheckboxColumn("Confidential", help=WHY_CONFIDENTIAL),
    }
    edited = st.data_editor(
        _rows(sheet.rows, questions, on),
        key=sheet.key,
        column_config=columns,
        column_order=list(columns),
        disabled=["name", "role"],
        num_rows="fixed",
        placeholder="",
        height=min(len(sheet.rows), 12) * 35 + 38,
    )
    answers = [question.key for question in questions]
    meant = sheet.read(edited, lambda row: any(row[name] not in (None, "") for name in answers), part=wave)
    _save([_told(row, wave, answers) for row in meant], today)


def _told(row: dict[str, Any], wave: str, answers: list[str]) -> dict[str, Any]:
    pairing_id, participant_id = row["id"]
    told = {name: row[name] for name in ("row", "answered_on", "confidential", *answers)}
    return {**told, "wave": wave, "pairing_id": pairing_id, "participant_id": participant_id}


def _rows(rows: list[dict[str, Any]], questions: list[Question], on: Any) -> pd.DataFrame:
    kinds = {Scale.RATING: "Int64", Scale.SCORE: "Int64"}
    columns = ["name", "role", "answered_on", *(question.key for question in questions), "confidential"]
    begun = {"answered_on": on, "confidential": False}
    told = pd.DataFrame([{**begun, **row} for row in rows], columns=columns, dtype=object)
    types = {question.key: kinds.get(question.scale, "object") for question in questions}
    return numbered(told.astype({**types, "confidential": "bool"}), 1)


def _column(question: Question) -> Any:
    help = question.wording[Role.MENTEE]
    if question.scale in RANGES:
        low, high = RANGES[question.scale]
        return st.column_config.NumberColumn(
            f"{question.label} {low}-{high}", min_value=low, max_value=high, step=1, help=help
        )
    if question.scale == Scale.FIT:
        return st.column_config.SelectboxColumn(
            question.label, options=list(FITS), format_func=lambda fit: FITS[Fit(str(fit))], help=help
        )
    if question.scale == Scale.YES_NO:
        return st.column_config.SelectboxColumn(question.label, options=["yes", "no"], help=help)
    return st.column_config.TextColumn(question.label, max_chars=10_000, width=150, help=help)


def _save(rows: list[dict[str, Any]], today: date) -> None:
    words = f"Record {counted(len(rows), 'check-in')}" if rows else "Record check-ins"
    sent = st.button(words, key=f"{GRID}-send", type="primary", disabled=not rows)
    if sent and act(f"Recorded {counted(len(rows), 'check-in')}", record_check_ins, key=GRID, rows=rows, today=today):
        st.rerun()
