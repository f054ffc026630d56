"""What became of a person: a timeline, their growth, and who mentored whom before and after them."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.people import confidence_chart
from dashboard.endings import END_REASONS
from dashboard.queries.lineage import lineage
from dashboard.queries.person_story import growth
from dashboard.queries.timeline import timeline, timeline_count
from dashboard.ui.asking import ask
from dashboard.ui.cohorts.cohort_fields import WAVES
from dashboard.ui.drawing import draw
from dashboard.ui.grids import records
from dashboard.ui.parts import pages, plain, section
from dashboard.words import counted, day
from models import MeetingFormat, Role

NOTE_LENGTH = 160
EVENTS_A_PAGE = 15
GENERATIONS: dict[Any, str] = {-2: "Mentors of {via}", -1: "Mentors", 1: "Mentees", 2: "Mentees of {via}"}
MOST_LINKS = 12
ICONS = {
    "joined": "person_add",
    "paired": "handshake",
    "ended": "flag",
    "met": "forum",
    "missed": "event_busy",
    "check_in": "rate_review",
}


def timeline_section(person_id: int, *, today: date) -> None:
    """What happened, newest first, a page at a time."""
    section("Timeline")
    total = ask(timeline_count, person_id=person_id, today=today)
    if not total:
        st.caption("Nothing has happened yet.")
        return
    events = st.container()
    part = pages(total, key="events", size=EVENTS_A_PAGE, noun="events")
    frame = ask(timeline, person_id=person_id, today=today, limit=part.limit, offset=part.offset)
    events.markdown("\n\n".join(_event(row) for row in records(frame)))


def _event(row: dict[str, Any]) -> str:
    note = str(row["note"] or "")
    short = note if len(note) <= NOTE_LENGTH else note[:NOTE_LENGTH].rsplit(" ", 1)[0] + " ..."
    told = f":material/{ICONS[row['kind']]}: {_what(row)}  \n:small[:gray[{day(row['on'])}]]"
    return f"{told}:small[ · {plain(short)}]" if short else told


def _what(row: dict[str, Any]) -> str:
    partner, what = plain(row["partner"] or ""), row["what"]
    minutes = f" · {counted(row['minutes'], 'minute')}" if row["minutes"] else ""
    match row["kind"]:
        case "joined":
            return f"Joined {plain(row['cohort'])} as a {what}"
        case "paired":
            return f"Became {'mentor' if what == Role.MENTOR else 'mentee'} of {partner}"
        case "ended":
            return f"The pairing with {partner} ended: {END_REASONS.get(what, 'completed')}"
        case "met":
            held = "" if what == MeetingFormat.OTHER else f" · {what.replace('_', ' ')}"
            return f"Met {partner}{held}{minutes}"
        case "missed":
            return f"Missed a meeting with {partner}"
    return f"Answered the {WAVES[what][0].lower()} check-in about {partner}"


def growth_section(person_id: int) -> None:
    """How their confidence changed; one answer is no trend, and none is nothing to show."""
    frame = ask(growth, person_id=person_id)
    if frame.empty:
        return
    section("Growth")
    if len(frame) == 1:
        row = frame.iloc[0]
        st.caption(f"One answer so far: confidence {row['confidence']} of 5 on {day(row['answered_on'])}.")
        return
    first, last = int(frame["confidence"].iloc[0]), int(frame["confidence"].iloc[-1])
    draw(confidence_chart, frame)
    moved = f"From {first} to {last}" if first != last else f"Began and stands at {last}"
    st.caption(f"{moved} of 5, over {counted(len(frame), 'check-in')}.")


def lineage_section(person_id: int) -> None:
    """Mentors above, mentees below, two generations each way; every name is a link."""
    frame = ask(lineage, person_id=person_id)
    if frame.empty:
        return
    section("Lineage")
    with st.container(key="to-person-lineage", gap="xsmall"):
        for (generation, via, cohort), links in _grouped(frame).items():
            st.caption(f"{plain(GENERATIONS[generation].format(via=via))}, {plain(cohort)}")
            for other_id, name in links[:MOST_LINKS]:
                st.page_link("pages/people.py", label=plain(name), query_params={"person": str(other_id)})
            if len(links) > MOST_LINKS:
                st.caption(f"and {len(links) - MOST_LINKS:,} more")


def _grouped(frame: pd.DataFrame) -> dict[tuple[int, str, str], list[tuple[int, str]]]:
    """The links of a generation, through the same person and in the same cohort, together, in their order."""
    groups: dict[tuple[int, str, str], list[tuple[int, str]]] = {}
    columns = ("generation", "via", "cohort", "person_id", "name")
    for generation, via, cohort, *other in zip(*(frame[column].tolist() for column in columns), strict=True):
        groups.setdefault((generation, via, cohort), []).append((other[0], other[1]))
    return groups
