"""Who is behind: every open pairing with its state and the reasons, those to look at first on top."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.flags import HealthState
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.health import health_counts, pairing_health, pairing_health_count
from dashboard.ui import address
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid
from dashboard.ui.grids import records
from dashboard.ui.parts import look, pages, plain, search, state_text
from dashboard.ui.recordable import PAIRING
from models import Role

CHOSEN = "behind"
STATE, PILLS = "state", "behind-state"
STATE_COLUMN = st.column_config.MultiselectColumn(
    "State", options=[state_text(state) for state in HealthState], color=[look(state).color for state in HealthState]
)
COLUMNS = {
    "state": STATE_COLUMN,
    "mentee": st.column_config.TextColumn("Mentee", width=140),
    "mentor": st.column_config.TextColumn("Mentor", width=140),
    "reasons": st.column_config.TextColumn("Check in, because", width=340),
    "met": st.column_config.TextColumn(
        "Met", width=70, help="Meetings held, out of those that the cohort's pace asks for."
    ),
}


def draw(cohort: CohortChoice, today: date) -> None:
    """The states with their counts to filter by, and the list."""
    counts = ask(health_counts, cohort_id=cohort.id, today=today)
    if not any(counts.values()):
        st.info("No pairing is open in this cohort.", icon=":material/handshake:")
        return
    state = _state({name: number for name, number in counts.items() if number})
    typed = search("Find a pairing", key="find-behind", placeholder="Find by a name")
    filters = {"cohort_id": cohort.id, "today": today, "state": state, "search": typed}
    total = ask(pairing_health_count, **filters)
    if not total:
        st.caption("No open pairing fits. Type less, or choose another state.")
        return
    bar = st.container(horizontal=True, vertical_alignment="center", key="behind-bar")
    table = st.container()
    part = pages(total, key="behind-page", noun="open pairings")
    _table(bar, table, ask(pairing_health, limit=part.limit, offset=part.offset, **filters))


def _state(counts: dict[str, int]) -> str | None:
    """The state to see alone, kept in the URL by its name: the counts beside the words are new every day."""
    asked = st.query_params.get(STATE)
    st.session_state[PILLS] = asked if asked in counts else None
    return st.pills(
        "State",
        list(counts),
        key=PILLS,
        on_change=_choose,
        label_visibility="collapsed",
        format_func=lambda name: f"{state_text(name)} {counts[name]:,}",
    )


def _choose() -> None:
    if chosen := st.session_state[PILLS]:
        st.query_params[STATE] = chosen
    else:
        st.query_params.pop(STATE, None)


def _table(
    bar: st.delta_generator.DeltaGenerator, table: st.delta_generator.DeltaGenerator, rows: pd.DataFrame
) -> None:
    ids = rows["pairing_id"].tolist()
    told = records(rows)
    options = {row["pairing_id"]: f"{row['mentee']} with {row['mentor']}" for row in told}
    with bar:
        picked = chooser(CHOSEN, "Pairing", options, "Choose a pairing here, or click a row")
        if picked is not None:
            _actions(picked)
            _why(next(row["reasons"] for row in told if row["pairing_id"] == picked))
    with table:
        grid(CHOSEN, _shown(told), ids, COLUMNS)


def _shown(told: list[dict[str, Any]]) -> pd.DataFrame:
    cells = {
        "state": [[state_text(row["state"])] for row in told],
        "mentee": [row["mentee"] for row in told],
        "mentor": [row["mentor"] for row in told],
        "reasons": [_short(row) for row in told],
        "met": [f"{row['held']} of {row['expected']}" for row in told],
    }
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)


def _short(row: dict[str, Any]) -> str:
    """The reasons with the two by their roles: their names stand beside them."""
    told = []
    for reason in row["reasons"].split("; "):
        for role in sorted(Role, key=lambda role: -len(row[role])):
            if reason.startswith(row[role]):
                reason = role.capitalize() + reason.removeprefix(row[role])
                break
        told.append(reason)
    return " · ".join(told)


def _actions(pairing_id: int) -> None:
    query = {PAIRING: str(pairing_id)}
    st.button("Log a meeting", key="behind-log", icon=":material/add:", on_click=_log, args=(pairing_id,))
    st.page_link("pages/feedback.py", label="Record a check-in", icon=":material/rate_review:", query_params=query)
    st.page_link("pages/pairings.py", label="Open", icon=":material/handshake:", query_params=query)


def _why(reasons: str) -> None:
    """The reasons in full, which a row of the table has no room for."""
    if reasons:
        st.markdown("\n".join(f"- {plain(reason)}" for reason in reasons.split("; ")))


def _log(pairing_id: int) -> None:
    address.name(PAIRING, pairing_id)
    st.session_state["view"] = "Log"
