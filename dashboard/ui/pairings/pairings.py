"""Every pairing of a cohort with its state: filtered, searched, and one click from being opened."""

import pandas as pd
import streamlit as st

from dashboard.queries.cohorts import CohortChoice
from dashboard.queries.pairings import pairing_count, pairings_page, status_counts
from dashboard.ui import address, parts
from dashboard.ui.asking import ask
from dashboard.ui.choosing import chooser, grid
from dashboard.ui.dialogs import open_dialog
from dashboard.ui.exporting import download
from dashboard.ui.pairings.desk.scene import Scene
from dashboard.ui.pairings.pairing_forms import MOVE
from dashboard.ui.pairings.pairing_swap import SWAP
from dashboard.ui.parts import plain
from dashboard.ui.states import look, state_text
from models import OPEN

PAIRING = "pairing"
OPENING = "pairing-opening"
ALL = "all"
STATE, CHOSEN = "state", "state-chosen"
PAGE = 25
OPENS = "open"
DOES = {
    OPENS: "Open a pairing",
    MOVE: "Move a mentee to another mentor: choose the pairing",
    SWAP: "Swap mentors with another pairing: choose the first one",
}
"""What choosing a row does, by the dialog that it opens."""
DAY = st.column_config.DateColumn(format="D MMM YYYY")


def draw(scene: Scene) -> None:
    """The list; choosing a row opens that pairing, if asked for with the dialog that moves or swaps it."""
    cohort = scene.cohort
    counts = ask(status_counts, cohort_id=cohort.id)
    if not counts:
        parts.empty_state(":material/handshake:", "Nobody is paired yet", "Pair the first mentee on the desk.")
        return
    status, search = _filters(counts)
    total = ask(pairing_count, cohort_id=cohort.id, status=status, search=search)
    if not total:
        st.caption(f"No pairing {f'of “{plain(search)}” ' if search else ''}is in this state.")
        return
    download("pairs", cohort)
    opening, table = st.container(), st.container()
    page = parts.pages(total, key="page", size=PAGE, noun="pairings")
    rows = ask(pairings_page, cohort_id=cohort.id, status=status, search=search, limit=page.limit, offset=page.offset)
    with opening:
        names = (rows["mentee"] + " with " + rows["mentor"]).tolist()
        ids = rows["pairing_id"].tolist()
        doing = _doing()
        chosen = chooser(OPENING, DOES[doing], dict(zip(ids, names, strict=True)), DOES[doing])
    with table:
        grid(OPENING, _shown(rows), ids, {"Since": DAY, "Last meeting": DAY, "Ended": DAY})
    if chosen is not None:
        st.session_state.pop(OPENING)
        address.name(PAIRING, chosen)
        if doing != OPENS and rows.set_index("pairing_id").at[chosen, "status"] in OPEN:
            open_dialog(doing, chosen)
        st.rerun()


def _doing() -> str:
    """What choosing a row does: the first thing asked of a pairing from the list is another mentor."""
    chosen: str | None = st.segmented_control(
        "Choosing a pairing",
        list(DOES),
        default=OPENS,
        format_func={OPENS: "Open", MOVE: "Move", SWAP: "Swap"}.__getitem__,
        key="list-doing",
        required=True,
        label_visibility="collapsed",
    )
    return chosen or OPENS


def _filters(counts: dict[str, int]) -> tuple[str | None, str]:
    asked = st.query_params.get(STATE, ALL)
    st.session_state[CHOSEN] = asked if asked in counts else ALL
    labels = {ALL: f"All {sum(counts.values()):,}"}
    labels |= {state: f"{look(state).word} {number:,}" for state, number in counts.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        status = st.segmented_control(
            "State",
            list(labels),
            format_func=labels.__getitem__,
            required=True,
            key=CHOSEN,
            on_change=_choose,
            label_visibility="collapsed",
        )
        with st.container():
            search = parts.search("Find a pairing", key="find", placeholder="Find by the name of either")
    return (None if status in (None, ALL) else status), search


def _choose() -> None:
    """The state stands in the URL by its name, whatever number stands beside it on the screen."""
    chosen = st.session_state[CHOSEN]
    if chosen in (None, ALL):
        st.query_params.pop(STATE, None)
    else:
        st.query_params[STATE] = chosen


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    """What the table shows, in the words of the screen."""
    return pd.DataFrame(
        {
            "Mentee": rows["mentee"],
            "Mentor": rows["mentor"],
            "State": rows["status"].map(state_text),
            "Since": rows["started_on"],
            "Meetings": rows["meetings"],
            "Last meeting": rows["last_meeting_on"],
            "Ended": rows["ended_on"],
        }
    )


def elsewhere(found_cohort: int, names: str, cohort: CohortChoice) -> None:
    """A link to a pairing of another cohort than the one that is looked at."""
    st.info(f"{plain(names)} is a pairing of another cohort.", icon=":material/info:")
    with st.container(horizontal=True):
        st.button("Open it there", on_click=address.name, args=("cohort", found_cohort))
        st.button(f"See the pairings of {plain(cohort.name)}", on_click=address.name, args=(PAIRING, None))


def drafted(plan_id: int, names: str) -> None:
    """A link to what is no pairing yet: its place is the plan."""
    st.info(f"{plain(names)} is a draft, and no pairing before its plan is published.", icon=":material/info:")
    with st.container(horizontal=True):
        st.button("Open the plan", on_click=_to_plan, args=(plan_id,))
        st.button("See all pairings", on_click=address.name, args=(PAIRING, None))


def _to_plan(plan_id: int) -> None:
    address.name(PAIRING, None)
    address.name("plan", plan_id)
    st.session_state["view"] = "Plan"


def gone() -> None:
    """A link to a pairing that was removed, or never was."""
    st.info("This pairing is not here any more: somebody removed it, or the link is wrong.", icon=":material/info:")
    st.button("See all pairings", on_click=address.name, args=(PAIRING, None))
