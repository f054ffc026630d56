"""The desk from the mentor's side: a mentor with several places is a group, and is paired as one."""

from typing import Any

import streamlit as st

from dashboard.queries.groups import mentor_group
from dashboard.queries.members import Member, Seats, group_cost, members, seats
from dashboard.queries.shortlists import called
from dashboard.queries.sides import side
from dashboard.services.drafts import draft_group
from dashboard.services.pairings import pair_group
from dashboard.ui import address, parts
from dashboard.ui.acting import act
from dashboard.ui.asking import ask
from dashboard.ui.pairings.desk.costs import cost, group_notes
from dashboard.ui.pairings.desk.making import Making, making_in
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.sides import card, reasons
from dashboard.ui.text import options_apart, plain
from dashboard.words import both, counted

MENTOR = "mentor"
"""The parameter of the URL that names the chosen mentor."""
CHOSEN = "desk-mentor"
PAGE, SHOWN = 12, 10


def draw_groups(scene: Scene) -> None:
    """Who has places, and for the chosen mentor the mentees who suit them best."""
    listed, chosen = st.columns([4, 9], gap="large")
    with listed:
        mentor = _seats(scene)
    with chosen:
        found = ask(side, participant_id=mentor.mentor_id) if mentor else None
        if mentor is not None and found is not None:
            card(found)
            _mentees(scene, mentor)


def _seats(scene: Scene) -> Seats | None:
    search = parts.search("Find a mentor with a place", key="seats", placeholder="Find a mentor")
    found = {one.mentor_id: one for one in ask(seats, **scene.here, search=search)}
    if not found:
        st.caption(f"No mentor with a place is called “{plain(search)}”." if search else "No mentor has a place left.")
        return None
    shown = st.container()
    page = parts.pages(len(found), key="seats-page", size=PAGE, noun="mentors")
    ids = list(found)[page.offset : page.offset + page.limit]
    asked = address.named(MENTOR)
    st.session_state[CHOSEN] = asked if asked in ids else ids[0]
    shown.radio(
        "Mentors with a place, the most places first",
        ids,
        format_func=options_apart({one: plain(found[one].name) for one in ids}).__getitem__,
        captions=[f"{found[one].left} of {counted(found[one].capacity, 'place')} left" for one in ids],
        key=CHOSEN,
        on_change=lambda: address.name(MENTOR, st.session_state[CHOSEN]),
    )
    return found[st.session_state[CHOSEN]]


def _mentees(scene: Scene, mentor: Seats) -> None:
    """The mentees who suit the mentor, to be ticked, and the one button for all who are."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container():
            search = parts.search("Find a mentee", key="mentees", placeholder="Find a mentee")
        making = making_in(scene)
    asked = {**scene.here, "mentor_id": mentor.mentor_id}
    whom = {"cohort_id": scene.cohort.id, "today": scene.today, "mentor_id": mentor.mentor_id}
    found_group = ask(mentor_group, **asked, size=mentor.left)
    if found_group is None:
        return
    rows = found_group.choices
    fitting = rows[called(rows["name"], search)]
    ids = fitting["mentee_id"].tolist()
    if rows.empty:
        st.caption("Nobody who waits may be paired with them.")
        return
    notes = group_notes(found_group)
    summary, shown = st.container(), st.container()
    page = parts.pages(len(ids), key=f"members-{mentor.mentor_id}", size=SHOWN, noun="mentees", in_url=False)
    with shown:
        if not ids:
            st.caption(f"Nobody who may be paired with them is called “{plain(search)}”.")
        in_sight = ids[page.offset : page.offset + page.limit]
        for one in ask(members, **whom, mentee_ids=in_sight):
            _row(one, mentor, notes[one.mentee_id])
    ticked = {
        who: name
        for who, name in zip(rows["mentee_id"].tolist(), rows["name"].tolist(), strict=True)
        if st.session_state.get(_tick(mentor, who))
    }
    with summary:
        _group(scene, mentor, ticked, making)


def _tick(mentor: Seats, mentee_id: int) -> str:
    return f"group-{mentor.mentor_id}-{mentee_id}"


def _row(one: Member, mentor: Seats, note: str) -> None:
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"member-{one.mentee_id}"):
        st.markdown(f":primary-badge[**{one.fit:.0f}**]", width=32)
        with st.container(gap=None):
            st.checkbox(f"**{plain(one.name)}**", key=_tick(mentor, one.mentee_id), persist_state="page")
            st.markdown(f":small[{reasons(one.pro, one.con, one.unknown)}]  \n:small[{note}]")


def _group(scene: Scene, mentor: Seats, ticked: dict[int, str], making: Making) -> None:
    """What is ticked, what it costs the others, and the button that makes the group."""
    asked = {**scene.here, "mentor_id": mentor.mentor_id, "mentee_ids": list(ticked)}
    left = counted(mentor.left, "place")
    if not ticked:
        st.caption(f"{plain(mentor.name)} has {left} left. Tick who is to have them.")
        return
    too_many = len(ticked) > mentor.left
    told = (
        f":orange[:material/error: {left} left, {len(ticked)} ticked]" if too_many else cost(ask(group_cost, **asked))
    )
    with st.container(horizontal=True, vertical_alignment="center", key="group"):
        st.markdown(f"**{len(ticked)} ticked** &ensp; {told}", width="stretch")
        st.button(
            f"{making.label} {counted(len(ticked), 'mentee')}",
            key="group-make",
            type="primary",
            disabled=too_many,
            on_click=_make,
            args=(mentor, ticked, making),
        )


def _make(mentor: Seats, ticked: dict[int, str], making: Making) -> None:
    words, key = f"{making.done} {both(list(ticked.values()))} with {mentor.name}", f"group-{mentor.mentor_id}"
    asked: dict[str, Any] = {"mentor_id": mentor.mentor_id, "mentee_ids": list(ticked)}
    if making.plan_id is None:
        act(words, pair_group, key=key, started_on=making.starts_on, **asked)
    else:
        act(words, draft_group, key=key, plan_id=making.plan_id, today=making.today, **asked)
