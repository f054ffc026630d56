"""Who owes a check-in, and how many of those who were asked have answered."""

from datetime import date

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
SIDES = dict(zip((Role.MENTEE, Role.MENTOR), SERIES, strict=True))
COLUMNS = {
    "late": st.column_config.MultiselectColumn(
        "State", options=["▲ Overdue", "◔ Due"], color=["orange", "blue"], help="Overdue is a week after its day."
    ),
    "name": st.column_config.TextColumn("Who", width=190),
    "wave": "Check-in",
    "due_on": date_column("Since"),
}


def draw(cohort: CohortChoice, today: date) -> None:
    """The response, then the list of those who owe something."""
    asked = ask(response, cohort_id=cohort.id, today=today)
    owing, chart = st.columns([8, 5], gap="medium")
    with chart:
        _response(asked)
    with owing:
        _owing(cohort, today)


def _response(asked: pd.DataFrame) -> None:
    total, answered = int(asked["asked"].sum()), int(asked["answered"].sum())
    headlines(
        [
            Headline(
                "Response",
                f"{answered / total:.0%}" if total else None,
                definition="Check-ins answered, of those that fell due until today. Paused pairings are left out.",
                numerator=f"{answered:,} answered",
                denominator=f"{total:,} asked for",
            )
        ]
    )
    waves = list(WAVES)
    told = asked.assign(
        place=asked["wave"].map(lambda wave: waves.index(Wave(wave))).astype("int64"),
        rate=asked["answered"] / asked["asked"],
        words=asked["answered"].astype(str) + " of " + asked["asked"].astype(str),
        side=asked["role"].map(lambda role: SIDES[Role(role)]),
        wave=asked["wave"].map(lambda wave: WAVES[Wave(wave)]),
    )
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
    people = rows["participant_id"].astype(str) + "-" + rows["pairing_id"].astype(str)
    options = {place: f"{row['name']}, {WAVES[Wave(row['wave'])].lower()}" for place, row in enumerate(records(rows))}
    with bar:
        picked = chooser(f"{CHOSEN}-{hash(tuple(people))}", "Who", options, "Choose somebody here, or click a row")
        if picked is not None:
            _actions(int(rows["pairing_id"].iloc[picked]))
    with table:
        grid(f"{CHOSEN}-{hash(tuple(people))}", _shown(rows), list(options), COLUMNS)


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(
        late=rows["overdue"].map({True: ["▲ Overdue"], False: ["◔ Due"]}),
        name=rows["name"] + ", " + rows["role"],
        wave=rows["wave"].map(lambda wave: WAVES[Wave(wave)]),
    )[list(COLUMNS)]


def _actions(pairing_id: int) -> None:
    query = {PAIRING: str(pairing_id)}
    st.button("Record it", key="owing-record", icon=":material/add:", on_click=_record, args=(pairing_id,))
    st.page_link("pages/pairings.py", label="Open the pairing", icon=":material/handshake:", query_params=query)


def _record(pairing_id: int) -> None:
    address.name(PAIRING, pairing_id)
    st.session_state["view"] = "Record"
