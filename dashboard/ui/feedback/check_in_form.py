"""Recording one check-in: whose, which wave, and only the questions that belong to it."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.queries.check_ins import answered_waves, check_ins_page
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.due import due_check_ins
from dashboard.questions import WAVES
from dashboard.services.check_ins import record_check_in
from dashboard.ui import address
from dashboard.ui.acting import act, fresh
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.feedback.answers import answer_fields, answers_told
from dashboard.ui.feedback.check_in_edit import EDIT
from dashboard.ui.grids import records
from dashboard.ui.parts import plain
from dashboard.ui.recordable import PAIRING, choose
from dashboard.words import counted, day
from models import Role, Wave

RECORD = "record-check-in"
KEPT = "answered-on"
LATEST = 6


def draw(cohort: CohortChoice, today: date) -> None:
    """The form, and beside it what was said lately."""
    form, latest = st.columns([7, 5], gap="large")
    with form:
        found = choose(cohort, key=fresh(RECORD))
        if found is not None:
            _ask(cohort, found, today)
    with latest:
        _latest(cohort, found)


def _ask(cohort: CohortChoice, found: dict[str, Any], today: date) -> None:
    """What is due is suggested; what was answered is not asked again."""
    owed = records(ask(due_check_ins, cohort_id=cohort.id, today=today, pairing_id=found["id"]))
    due = {row["role"]: row for row in owed}
    key = f"{fresh(RECORD)}-{found['id']}"
    role = _who(found, due, key)
    answered = ask(answered_waves, pairing_id=found["id"], participant_id=found[f"{role}_id"])
    wave = _wave(due.get(role), answered, f"{key}-{role}")
    if wave != Wave.PULSE and wave in answered:
        _is_answered(found[role], wave, *answered[wave])
    else:
        _form(found, role, wave, today, f"{key}-{role}-{wave}")


def _who(found: dict[str, Any], due: dict[str, Any], key: str) -> str:
    """The mentee, unless it is only the mentor who owes something."""
    sides = [Role.MENTEE, Role.MENTOR]
    first = next((role for role in sides if role in due), Role.MENTEE)
    said = st.segmented_control(
        "Who answered",
        sides,
        default=first,
        required=True,
        key=f"{key}-role",
        wrap=True,
        format_func=lambda role: f"{role.capitalize()}: {plain(found[role])}",
    )
    return str(said or first)


def _wave(due: dict[str, Any] | None, answered: dict[str, Any], key: str) -> str:
    """The one that is due now, else the one that follows the last one answered."""
    waves = [str(wave) for wave in WAVES]
    last = max((waves.index(wave) for wave in answered), default=-1)
    suggested = due["wave"] if due else next(iter(waves[last + 1 :]), str(Wave.PULSE))
    said = st.segmented_control(
        "Check-in",
        waves,
        default=suggested,
        required=True,
        key=f"{key}-wave",
        wrap=True,
        format_func=lambda wave: WAVES[Wave(wave)] + (" ✓" if wave in answered else ""),
    )
    if due:
        since = f"since {day(due['due_on'])}" if due["late_days"] else "today"
        late = f", {counted(due['late_days'], 'day')} late" if due["overdue"] else ""
        st.caption(f"The {WAVES[Wave(due['wave'])].lower()} check-in is due {since}{late}.")
    return str(said or suggested)


def _is_answered(name: str, wave: str, check_in_id: int, on: date) -> None:
    st.info(
        f"{plain(name)} answered the {WAVES[Wave(wave)].lower()} check-in on {day(on)}.", icon=":material/task_alt:"
    )
    st.button("Edit the answers", key="edit-answers", on_click=open_dialog, args=(EDIT, check_in_id))


def _form(found: dict[str, Any], role: str, wave: str, today: date, key: str) -> None:
    with st.form(f"{key}-form", border=False):
        answered_on = st.date_input(
            "Answered on", st.session_state.get(KEPT, today), key=f"{key}-on", format="YYYY-MM-DD", width=180
        )
        values = answer_fields(key, wave, role, {})
        sent = st.form_submit_button("Record check-in", key=f"{key}-send", type="primary", shortcut="Ctrl+Enter")
    words = f"Recorded the {WAVES[Wave(wave)].lower()} check-in of {found[role]}"
    if sent and act(
        words,
        record_check_in,
        key=RECORD,
        pairing_id=found["id"],
        participant_id=found[f"{role}_id"],
        wave=wave,
        answered_on=answered_on,
        today=today,
        **values,
    ):
        st.session_state[KEPT] = answered_on
        address.name(PAIRING, None)
        st.rerun()


def _latest(cohort: CohortChoice, found: dict[str, Any] | None) -> None:
    """The latest check-ins, of the pairing once there is one. A confidential comment is not among them."""
    pairing_id = found["id"] if found else None
    rows = ask(check_ins_page, cohort_id=cohort.id, pairing_id=pairing_id, limit=LATEST)
    st.subheader("Their latest check-ins" if found else "Latest check-ins", anchor=False)
    if rows.empty:
        st.caption("None yet: record the first one here.")
        return
    lines = []
    for row in records(rows):
        when = f"{day(row['answered_on'])} · {WAVES[Wave(row['wave'])]}"
        told = "  \n".join(plain(words) for words in (answers_told(row), row["comment"]) if words)
        lines.append(f"{plain(row[row['role']])}, {row['role']}  \n:small[{when}]  \n{told}")
    st.markdown("\n\n".join(lines))
