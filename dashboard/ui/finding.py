"""Finding one person out of thousands inside a form."""

import streamlit as st

from dashboard.queries.people import people_page
from dashboard.ui.asking import ask
from dashboard.ui.text import options_apart

MOST_HITS = 20


def find_person(key: str, label: str, *, other_than: int | None = None) -> int | None:
    """A search field that acts while typing, and its nearest hits to choose from."""
    typed = st.text_input("Find somebody", key=f"{key}-find", type="search", live="300ms", placeholder="Name or e-mail")
    if not (typed or "").strip():
        return None
    hits = ask(people_page, search=typed or "", limit=MOST_HITS)
    words = {
        int(person_id): ", ".join(part for part in told if part)
        for person_id, *told in zip(hits["person_id"], hits["name"], hits["email"], hits["cohorts"], strict=True)
        if person_id != other_than
    }
    if not words:
        st.caption("Nobody has this in their name or e-mail.")
        return None
    words = options_apart(words)
    chosen: int | None = st.selectbox(
        label, list(words), format_func=lambda person_id: words[person_id], key=f"{key}-person"
    )
    return chosen
