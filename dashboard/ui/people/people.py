"""Finding anybody in the program."""

import streamlit as st

from dashboard.queries.people import people_count, people_page
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.parts import Link, empty_state, pages, search
from dashboard.ui.people import person_forms

CHOSEN = "person-chosen"
PARAMETER = "person"
COLUMNS = {
    "name": st.column_config.TextColumn("Name", width=190),
    "cohorts": st.column_config.TextColumn("Takes part as", width=240),
    "job_title": st.column_config.TextColumn("Job title", width=170),
    "organization": st.column_config.TextColumn("Organization", width=178),
}


def asked_for() -> int | None:
    """The person whom the address asks for; -1 when what stands there is no person's number."""
    asked = st.query_params.get(PARAMETER)
    if asked is None:
        return None
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 18 else -1


def everybody() -> None:
    """The whole program, found while typing; choosing somebody opens their page."""
    if not ask(people_count):
        _nobody()
        return
    typed = search("Find a person", key="q", placeholder="Name or e-mail")
    total = ask(people_count, search=typed)
    if not total:
        st.info("Nobody has this in their name or e-mail. Try a shorter part of it.", icon=":material/search_off:")
        _add_button()
        return
    bar = st.container(horizontal=True, vertical_alignment="center", key="people-bar")
    table = st.container()
    part = pages(total, key="people-page", size=25, noun="people")
    frame = ask(people_page, search=typed, limit=part.limit, offset=part.offset)
    ids = frame["person_id"].tolist()
    with bar:
        picked = chooser(
            CHOSEN, "Person", dict(zip(ids, frame["name"], strict=True)), "Open somebody here, or click a row"
        )
        _add_button()
    with table:
        grid(CHOSEN, {name: frame[name].tolist() for name in COLUMNS}, ids, COLUMNS)
    if picked is not None:
        st.query_params[PARAMETER] = str(picked)
        st.rerun()


def _nobody() -> None:
    empty_state(
        ":material/groups:",
        "Nobody here yet",
        "People come with a roster, or one by one.",
        Link("pages/upload.py", "Upload a roster", ":material/upload_file:"),
    )
    with st.container(horizontal=True, horizontal_alignment="center"):
        _add_button()


def _add_button() -> None:
    st.button(
        "Add a person",
        key="person-add-open",
        icon=":material/person_add:",
        on_click=open_dialog,
        args=(person_forms.ADD,),
    )
