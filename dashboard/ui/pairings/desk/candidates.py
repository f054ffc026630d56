"""Every mentor for one mentee: those who may be chosen by falling fit, the others one click away with their rule."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.queries.consequences import consequences_of, least_costly
from dashboard.queries.shortlists import Ranking, ranking, ruled_out, shortlist
from dashboard.queries.sides import Side
from dashboard.queries.standstill import in_the_way, remedies
from dashboard.ui import parts
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.candidate import draw_candidate
from dashboard.ui.pairings.desk.costs import cost
from dashboard.ui.pairings.desk.making import Making, making_in
from dashboard.ui.pairings.desk.remedies import draw_remedies, hindrances
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.parts import plain
from dashboard.words import counted

PAGE = 8
FIT, ALL = "By fit", "By what is best for all"


def draw_candidates(scene: Scene, mentee: Side) -> None:
    """The ranked mentors with a button each, and below them those whom a rule keeps away.

    What each choice costs the others is filled in at the end: in a large cohort the desk does not wait for it.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container():
            search = parts.search("Find a mentor", key="mentors", placeholder="Find a mentor")
        making = making_in(scene)
    asked = {**scene.here, "mentee_id": mentee.participant_id}
    found = ask(ranking, **asked, search=search)
    if not found.free:
        _nobody(scene, search, mentee)
    free = _in_order(found.free, _rank_by(), asked) if found.free else ()
    shown = st.container()
    page = slice_of(len(free), mentee)
    below: dict[int, DeltaGenerator] = {}
    if in_sight := free[page.offset : page.offset + page.limit]:
        rows = {one.mentor_id: one for one in ask(shortlist, **asked, mentor_ids=in_sight)}
        with shown:
            for one in (rows[mentor_id] for mentor_id in in_sight if mentor_id in rows):
                below[one.mentor_id] = draw_candidate(one, mentee, making)
    below |= _blocked(found, asked, search, mentee, making)
    _tell_costs(below, asked)


def _rank_by() -> str:
    """By what the list is ordered; kept in the URL."""
    chosen: str | None = st.segmented_control(
        "Ranked by",
        [FIT, ALL],
        default=FIT,
        key="ranked",
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
    return chosen or FIT


def _in_order(free: tuple[int, ...], by: str, asked: dict[str, Any]) -> tuple[int, ...]:
    """The mentors by falling fit, or those first who cost the others least."""
    if by == FIT:
        return free
    with st.spinner("Working out what each choice means for the others …"):
        return ask(least_costly, **asked, mentor_ids=free)


def _tell_costs(below: dict[int, DeltaGenerator], asked: dict[str, Any]) -> None:
    if below:
        costs = ask(consequences_of, **asked, mentor_ids=tuple(below))
        for mentor_id, slot in below.items():
            slot.markdown(f":small[{cost(costs.get(mentor_id))}]")


def slice_of(total: int, mentee: Side) -> parts.Slice:
    """The page of candidates; another mentee begins on the first one."""
    if st.session_state.get("candidates-of") != mentee.participant_id:
        st.session_state["candidates-of"] = mentee.participant_id
        st.session_state.pop("candidates", None)
    return parts.pages(total, key="candidates", size=PAGE, noun="mentors")


def _nobody(scene: Scene, search: str, mentee: Side) -> None:
    """Nobody in the list: what keeps everybody away, and what would help."""
    if search:
        st.caption(f"No mentor with a free place is called “{plain(search)}”.")
        return
    if rules := ask(in_the_way, **scene.here, mentee_id=mentee.participant_id):
        st.markdown(f"**Nobody may take {plain(mentee.name)} now:** {hindrances(rules)}.")
    else:
        st.markdown(f"**Nobody is here to take {plain(mentee.name)}.**")
    helpful = ask(remedies, **scene.here)
    draw_remedies(scene, [each for each in helpful if each.mentee_id in (None, mentee.participant_id)][:2])


def _blocked(
    found: Ranking, asked: dict[str, Any], search: str, mentee: Side, making: Making
) -> dict[int, DeltaGenerator]:
    """One click away: why the others are not offered. Who was paired with this mentee before may be asked for: of those
    in sight, the place for what that costs."""
    total, below = len(found.again) + found.ruled_out, {}
    if not total:
        return {}
    label = f"{counted(total, 'mentor is', 'mentors are')} not offered"
    key = f"blocked-{mentee.participant_id}"
    st.session_state.setdefault(key, not found.free and not search)
    with st.expander(label, key=key, on_change="rerun", type="compact") as others:
        if not others.open:
            return {}
        if found.again:
            page = parts.pages(len(found.again), key=f"again-{mentee.participant_id}", size=PAGE, in_url=False)
            in_sight = found.again[page.offset : page.offset + page.limit]
            for one in ask(shortlist, **asked, mentor_ids=in_sight):
                why = f":small[:gray[{plain(one.blocked)}]]"
                below[one.mentor_id] = draw_candidate(one, mentee, making, below=why, again=True)
        if found.ruled_out:
            st.dataframe(
                ask(ruled_out, **asked, search=search),
                hide_index=True,
                height=min(420, 36 * (found.ruled_out + 1)),
                column_config={"name": "Mentor", "blocked": "Why"},
            )
    return below
