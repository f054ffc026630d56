"""The history on the screen: filters, the list, and what one action changed, with the way back."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.queries.history import action, action_changes, actors
from dashboard.ui.acting import offer_to_take_back
from dashboard.ui.asking import ask
from dashboard.ui.dialogs import any_open
from dashboard.ui.history.changes import told
from dashboard.ui.moments import moment, zone
from dashboard.ui.parts import Slice, pages, plain, search
from dashboard.words import counted

OPENED = "action"
"""The parameter of the URL that names the action whose changes are shown."""
ROWS = 15
"""Changed rows that are told at a time."""
WIDTHS = {"When": 140, "Who": 100, "What": 300, "How": 110, "Rows": 60, "State": 80}
KINDS = {"edit": "By hand", "import": "Upload", "sample": "Sample program", "undo": "Undo"}


def filters() -> dict[str, Any]:
    """What the reader looks for, as ``actions_page`` takes it; all of it is kept in the URL."""
    words = search("What", key="what", placeholder="Search what was done")
    with st.container(horizontal=True):
        who = st.selectbox(
            "By", ask(actors), index=None, key="by", bind="query-params", placeholder="Anyone", width=160
        )
        how = st.selectbox(
            "How",
            list(KINDS),
            index=None,
            format_func=KINDS.__getitem__,
            key="how",
            bind="query-params",
            placeholder="In any way",
            width=160,
        )
        since = st.date_input("From", value=None, key="from", bind="query-params", width=140)
        until = st.date_input("Until", value=None, key="until", bind="query-params", width=140)
    return {"search": words, "actor": who, "kind": how, "since": _start(since, 0), "until": _start(until, 1)}


def _start(chosen: Any, later: int) -> datetime | None:
    """The moment at which a day of the reader begins, ``later`` days on."""
    if not isinstance(chosen, date):
        return None
    return datetime.combine(chosen + timedelta(days=later), time(), zone()).astimezone(UTC)


def listed(actions: pd.DataFrame) -> None:
    """The actions; choosing one opens it."""
    shown = pd.DataFrame(
        {
            "When": [moment(at) for at in actions["at"]],
            "Who": actions["actor"],
            "What": actions["summary"],
            "How": [KINDS[kind] for kind in actions["kind"]],
            "Rows": actions["changes"],
            "State": ["Undone" if undone else "" for undone in actions["is_undone"]],
        }
    )
    times = st.session_state.get("history-times", 0)
    widths: dict[str, Any] = {name: st.column_config.Column(width=width) for name, width in WIDTHS.items()}
    chosen = st.dataframe(
        shown,
        key=f"history-{times}",
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        column_config=widths,
        height="content" if len(shown) < 12 else 460,
    )
    if rows := chosen["selection"]["rows"]:
        st.session_state["history-times"] = times + 1
        st.query_params[OPENED] = str(actions["id"].iloc[rows[0]])
        st.rerun()


def details() -> None:
    """What the chosen action changed, in a drawer that the URL can open."""
    asked = st.query_params.get(OPENED, "")
    if not asked or any_open():  # the framework shows one dialog at a time
        return
    known = ask(action, action_id=int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 16 else None
    if known is None:
        st.warning(f"There is no action {plain(asked)} in the history.", icon=":material/link_off:")
    else:
        st.dialog("What was done", width="medium", position="right", on_dismiss=close)(_drawer)(known)


def close() -> None:
    """Close the drawer."""
    st.query_params.pop(OPENED, None)


def _drawer(known: dict[str, Any]) -> None:
    st.header(plain(known["summary"]), anchor=False)
    source = f" from {known['file_name']}" if known["file_name"] else ""
    st.caption(plain(f"{known['actor']}, {moment(known['at'])}. {KINDS[known['kind']]}{source}."))
    _way_back(known)
    window: Slice = pages(known["changes"], key=f"changes-{known['id']}", size=ROWS, noun="changed rows", in_url=False)
    changes = ask(action_changes, action_id=known["id"], limit=window.limit, offset=window.offset)
    st.markdown("\n\n".join(told(changes)) or "It changed nothing that is still known.")


def _way_back(known: dict[str, Any]) -> None:
    if known["is_undone"]:
        st.markdown(":material/undo: This was undone. To bring it back, undo the undoing.")
        if st.button("Show the undoing", key="show-undoing"):
            st.query_params[OPENED] = str(known["undone_by_id"])
            st.rerun()
        return
    st.markdown(f"Undoing takes {counted(known['changes'], 'change')} back, in a new action.")
    if offer_to_take_back("Undo this action", known["id"], key="undo-action", type="primary"):
        close()
        st.rerun()
