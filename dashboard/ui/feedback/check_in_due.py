"""Who owes a check-in, and how many of those who were asked have answered."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.palette import SERIES
from dashboard.charts.response import response_chart
from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.due import due_check_ins, due_count, response
from dashboard.questions import WAVES
from dashboard.ui import address
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid
from dashboard.ui.drawing import draw as draw_chart
from dashboard.ui.grids import date_column, records
from dashboard.ui.parts import Headline, headlines, pages, search
from dashboard.ui.recordable import PAIRING
from models import Role, Wave

CHOSEN = "owing"
LATE = {True: "▲ Overdue", False: "◔ Due"}
SIDES = dict(zip((Role.MENTEE, Role.MENTOR), SERIES, strict=True))
COLUMNS = {
    "late": st.column_config.MultiselectColumn(
        "State",
        options=list(LATE.values()),
        color=["orange", "blue"],
        width=92,
        help="Overdue is a week after its day.",
    ),
    "name": st.column_config.TextColumn("Who", width=140),
    "about": st.column_config.TextColumn("About", width=115, help="The other of the pairing."),
    "wave": st.column_config.TextColumn("Check-in", width=84),
    "due_on": date_column("Since", width=92),
}


def draw(cohort: CohortChoice, today: date) -> None:
    """The response, then the list of those who owe something."""
    asked = ask(response, cohort_id=cohort.id, today=today)
    owing, chart = st.columns([9, 4], gap="medium")
    with chart:
        _response(records(asked))
    with owing:
        _owing(cohort, today)


def _response(rows: list[dict[str, Any]]) -> None:
    total, answered = sum(row["asked"] for row in rows), sum(row["answered"] for row in rows)
    headlines(
        [
            Headline(
                "Response",
                f"{answered / total * 100:.0f} %" if total else None,
                definition="Check-ins answered, of those that fell due until today. Paused pairings are left out.",
                numerator=f"{answered:,} answered",
                denominator=f"{total:,} asked for",
            )
        ]
    )
    waves = list(WAVES)
    bars = [
        (
            WAVES[Wave(row["wave"])],
            waves.index(Wave(row["wave"])),
            SIDES[Role(row["role"])],
            row["asked"],
            row["answered"],
        )
        for row in rows
    ]
    told = pd.DataFrame(bars, columns=["wave", "place", "side", "asked", "answered"])
    told["rate"] = told["answered"] / told["asked"]
    told["words"] = [f"{row['answered']:,} of {row['asked']:,}" for row in rows]
    draw_chart(response_chart, told, empty="No check-in has fallen due yet.")


def _owing(cohort: CohortChoice, today: date) -> None:
    typed = search("Find who owes a check-in", key="find-owing", placeholder="Find by a name")
    total = ask(due_count, cohort_id=cohort.id, today=today, search=typed)
    if not total:
        st.info("Nobody owes a check-in today.", icon=":material/task_alt:")
        return
    bar = st.container(horizontal=True, vertical_alignment="center", key="owing-bar")
    table = st.container()
    part = pages(total, key="owing-page", noun="who owe one")
    rows = ask(due_check_ins, cohort_id=cohort.id, today=today, search=typed, limit=part.limit, offset=part.offset)
    told = records(rows)
    options = {
        place: f"{row['name']}, {WAVES[Wave(row['wave'])].lower()}, about {_other(row)}"
        for place, row in enumerate(told)
    }
    # A place means somebody else once other people stand in the list.
    key = f"{CHOSEN}-{hash(tuple((row['pairing_id'], row['role']) for row in told))}"
    with bar:
        picked = chooser(key, "Who", options, "Choose somebody here, or click a row")
        if picked is not None:
            _actions(told[picked]["pairing_id"])
    with table:
        grid(key, _shown(told), list(options), COLUMNS)


def _shown(told: list[dict[str, Any]]) -> pd.DataFrame:
    cells = {
        "late": [[LATE[row["overdue"]]] for row in told],
        "name": [f"{row['name']}, {row['role']}" for row in told],
        "about": [_other(row) for row in told],
        "wave": [WAVES[Wave(row["wave"])] for row in told],
        "due_on": [row["due_on"] for row in told],
    }
    return pd.DataFrame(cells, columns=list(COLUMNS), dtype=object)


def _other(row: dict[str, Any]) -> str:
    """The other of the pairing: somebody with two pairings owes a check-in about each."""
    return str(row["mentor" if row["role"] == Role.MENTEE else "mentee"])


def _actions(pairing_id: int) -> None:
    query = {PAIRING: str(pairing_id)}
    st.button("Record it", key="owing-record", icon=":material/add:", on_click=_record, args=(pairing_id,))
    st.page_link("pages/pairings.py", label="Open the pairing", icon=":material/handshake:", query_params=query)


def _record(pairing_id: int) -> None:
    address.name(PAIRING, pairing_id)
    st.session_state["view"] = "Record"
