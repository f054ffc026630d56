"""What would place more people: each remedy in a sentence, with the button that does it or goes where it is done."""

import streamlit as st

from dashboard.matching.rules import Rule
from dashboard.queries.standstill import Remedy
from dashboard.services.people import allow_again
from dashboard.services.places import add_place
from dashboard.ui import address
from dashboard.ui.acting import act
from dashboard.ui.cohorts.cohort_forms import EDIT_AT, RULES
from dashboard.ui.dialogs import about, confirm, open_dialog
from dashboard.ui.pairings.desk.costs import HINDERS
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.text import plain
from dashboard.words import counted

ALLOW = "allow-again"
DROP = {
    Rule.OTHER_DEPARTMENT: "Let people of different departments be paired",
    Rule.SAME_DEPARTMENT: "Let people of the same department be paired",
    Rule.NO_LANGUAGE: "Let people without a common language be paired",
    Rule.HOURS_APART: "Let people be paired who are more hours apart",
}


def hindrances(rules: tuple[tuple[Rule, int], ...]) -> str:
    """``9 kept apart · 2 full``."""
    return " · ".join(f"{count:,} {HINDERS[rule]}" for rule, count in rules)


def draw_remedies(scene: Scene, remedies: list[Remedy]) -> None:
    """A row each, the one that places most people first."""
    for number, one in enumerate(remedies):
        won = f":small[:green[:material/person_add: places {one.people:,} more] :gray[· total fit {one.points:+,.0f}]]"
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"remedy-{number}"):
            st.markdown(f"{_told(one)}  \n{won}", width="stretch")
            _button(scene, one, number)
    chosen: Remedy | None = about(ALLOW)
    confirm(
        ALLOW,
        "Allow these two again?",
        lambda: f"{_two(chosen)} are kept apart. Allow them to be paired only if you know why they were.",
        yes="Allow them",
        do=lambda: _allow(chosen),
    )


def _told(one: Remedy) -> str:
    if one.rule is None:
        now = counted(one.capacity, "place")
        return f"One more place for **{plain(one.mentor)}** &ensp; :small[:gray[{now} now]]"
    two = f"**{plain(one.mentee)}** and **{plain(one.mentor)}**"
    if one.rule == Rule.SEPARATED:
        return f"Allow {two} to be paired &ensp; :small[:gray[kept apart now]]"
    if one.rule == Rule.PAST:
        return f"Pair {two} again &ensp; :small[:gray[paired before]]"
    return f"{DROP[one.rule]} &ensp; :small[:gray[a rule of this cohort]]"


def _button(scene: Scene, one: Remedy, number: int) -> None:
    key = f"remedy-do-{number}"
    if one.rule is None:
        st.button("Add a place", key=key, on_click=_add_place, args=(one,))
    elif one.rule == Rule.SEPARATED:
        st.button("Allow them", key=key, on_click=open_dialog, args=(ALLOW, one))
    elif one.rule == Rule.PAST:
        st.button("See them", key=key, on_click=open_on_desk, args=(one.mentee_id,))
    else:
        form = {"cohort": str(scene.cohort.id), EDIT_AT: RULES}
        st.page_link("pages/cohorts.py", label="Change the rule", icon=":material/tune:", query_params=form)


def _add_place(one: Remedy) -> None:
    act(
        f"Gave {one.mentor} one more place",
        add_place,
        key=f"place-{one.mentor_id}",
        participant_id=one.mentor_id,
    )


def _two(one: Remedy | None) -> str:
    return f"{one.mentee} and {one.mentor}" if one else ""


def _allow(one: Remedy | None) -> bool:
    return one is not None and bool(
        act(
            f"Allowed {_two(one)} to be paired again",
            allow_again,
            key=f"{ALLOW}-{one.mentee_id}-{one.mentor_id}",
            person_id=one.mentee_person_id,
            other_id=one.mentor_person_id,
        )
    )


def open_on_desk(mentee_id: int | None) -> None:
    """Go to the desk with this mentee chosen, and with those who are not offered in sight."""
    address.name("mentee", mentee_id)
    st.session_state["view"] = "Desk"
    st.session_state[f"blocked-{mentee_id}"] = True
