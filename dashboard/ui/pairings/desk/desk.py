"""The pairing desk: who waits for a mentor, and for the chosen one every mentor with the reasons."""

import streamlit as st

from dashboard.queries.desk import Places, draft_in, open_pairing, places
from dashboard.queries.sides import Side, side
from dashboard.ui import address, parts
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.pairings.desk.candidates import draw_candidates
from dashboard.ui.pairings.desk.groups import draw_groups
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.desk.waiting import MENTEE, draw_waiting
from dashboard.ui.pairings.plan.forms import PUBLISH
from dashboard.ui.pairings.plan.move import MOVE
from dashboard.ui.pairings.sides import card
from dashboard.ui.parts import Headline, Link, plain
from dashboard.words import counted

MENTEE_SIDE, MENTOR = "By mentee", "By mentor"


def draw(scene: Scene) -> None:
    """The desk of a cohort."""
    stand = ask(places, cohort_id=scene.cohort.id, plan_id=scene.plan_id)
    if not stand.mentees or not stand.mentors:
        nobody(stand)
        return
    _headlines(stand, plan_is_open=scene.plan is not None)
    if _looks_from() == MENTOR:
        draw_groups(scene)
        return
    waiting, candidates = st.columns([4, 9], gap="large")
    with waiting:
        first = draw_waiting(scene, stand)
    with candidates:
        chosen = _chosen(scene, first)
        if chosen is not None:
            card(chosen)
            with st.container(key="choosing-for"):
                st.markdown(f"Mentors for **{plain(chosen.name)}**")
            draw_candidates(scene, chosen)
        elif not stand.unpaired:
            _nobody_waits(scene)


def nobody(stand: Places) -> None:
    """Nothing to pair yet, and what to do first."""
    missing = "mentors" if stand.mentees else "mentees" if stand.mentors else "mentors and mentees"
    parts.empty_state(
        ":material/group_add:",
        f"This cohort has no {missing} yet",
        "Upload a roster, or add people by hand; then pair them here.",
        Link("pages/upload.py", "Upload a roster", ":material/upload_file:"),
        Link("pages/people.py", "Add people", ":material/groups:"),
    )


def _nobody_waits(scene: Scene) -> None:
    """Everybody is paired; or drafted, and then it is the plan's turn."""
    if scene.plan is None or not scene.plan.drafts:
        parts.empty_state(
            ":material/celebration:", "Everybody has a mentor", "Whoever joins without one will wait here."
        )
        return
    parts.empty_state(
        ":material/edit_note:", "Everybody is paired or drafted", "Look at the plan once more; then publish it."
    )
    with st.container(horizontal=True, horizontal_alignment="center"):
        st.button("Publish the plan", key="desk-publish", on_click=open_dialog, args=(PUBLISH, scene.plan_id))


def _headlines(stand: Places, *, plan_is_open: bool) -> None:
    parts.headlines(
        [
            Headline(
                "Not drafted yet" if plan_is_open else "Waiting for a mentor",
                f"{stand.unpaired:,}",
                definition="Active mentees without an open pairing who have not completed one"
                + (", nor are drafted in this plan." if plan_is_open else "."),
                denominator=counted(stand.mentees, "active mentee"),
            ),
            Headline(
                "Places left",
                f"{stand.places - stand.taken:,}",
                definition="Places of active mentors that no open pairing takes"
                + (", nor a draft of this plan." if plan_is_open else ".")
                + " A paused pairing keeps its place.",
                denominator=f"{counted(stand.places, 'place')} of {counted(stand.mentors, 'active mentor')}",
            ),
        ]
    )


def _looks_from() -> str:
    """Whose side the desk is seen from; kept in the URL."""
    chosen: str | None = st.segmented_control(
        "Look from",
        [MENTEE_SIDE, MENTOR],
        default=MENTEE_SIDE,
        key="side",
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
    return chosen or MENTEE_SIDE


def _chosen(scene: Scene, first: int | None) -> Side | None:
    """The mentee of the URL, if they still wait here; a sentence when not; else the first of the list."""
    asked = address.named(MENTEE)
    if asked is None:
        return ask(side, participant_id=first) if first else None
    found = ask(side, participant_id=asked)
    if found is None or found.role != "mentee" or found.cohort_id != scene.cohort.id:
        _stray("This mentee is not in the cohort any more. Choose somebody from the list.")
    elif paired := ask(open_pairing, mentee_id=asked):
        _stray(f"{found.name} is paired with {paired[1]} now. Choose somebody from the list.")
        st.button("Open the pairing", on_click=address.name, args=("pairing", paired[0]))
    elif drafted := ask(draft_in, plan_id=scene.plan_id, mentee_id=asked):
        _stray(f"{found.name} is drafted with {drafted[1]} in this plan. Move the draft, or choose somebody else.")
        st.button("Move", key="desk-move", on_click=open_dialog, args=(MOVE, drafted[0]))
    elif found.status != "active":
        _stray(f"{found.name} is {found.status}. Reactivate them in People before you pair them.")
    else:
        return found
    return None


def _stray(sentence: str) -> None:
    st.info(plain(sentence), icon=":material/info:")
