"""Rows that need nothing: who, and what changes for them, in full; and who is in the cohort but not in the file."""

import pandas as pd
import streamlit as st

from dashboard.imports.review import Line, Review
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.parts import pages, plain
from dashboard.ui.upload.draft import Draft

SIZE = 50
MOST_NAMES = 200
WHAT = "What changes"


def draw(draft: Draft, lines: list[Line], *, name: str) -> None:
    """A page of the rows, or of those that somebody looks for."""
    found = _sought(draft, lines, name=name)
    if not found:
        st.markdown("No row like that. Try fewer letters.")
        return
    page = pages(len(found), key=f"upload-page-{draft.stamp}-{name}", size=SIZE, noun="rows", in_url=False)
    rows = [(line.number, plain(line.who), _what(line)) for line in found[page.offset : page.offset + page.limit]]
    frame = pd.DataFrame(rows, columns=["Row", "Who", WHAT])
    if not any(frame[WHAT]):
        frame = frame.drop(columns=WHAT)
    with st.container(key="upload-rows"):
        st.table(frame, border="horizontal", hide_index=True)


def _sought(draft: Draft, lines: list[Line], *, name: str) -> list[Line]:
    """Those with a name, or the number of a row, that was typed; asked where there is more than a page."""
    if len(lines) <= SIZE:
        return lines
    typed = st.text_input(
        "Find a row",
        key=f"upload-find-{draft.stamp}-{name}",
        type="search",
        live="300ms",
        placeholder="Find a name or the number of a row",
        label_visibility="collapsed",
        icon=":material/search:",
    )
    words = (typed or "").casefold().split()
    return [line for line in lines if all(word in line.who.casefold() or word == str(line.number) for word in words)]


def _what(line: Line) -> str:
    return plain("; ".join([*line.brought(), *map(str, line.differences), *line.remarks]))


def untouched(draft: Draft, found: Review, cohort: CohortChoice) -> None:
    """Who is in the cohort and not in the file, by name."""
    if not found.untouched:
        return
    with st.expander(draft.kind().untouched(len(found.untouched), plain(cohort.name))):
        more = len(found.untouched) - MOST_NAMES
        names = plain(", ".join(found.untouched[:MOST_NAMES]))
        st.markdown(f"{names} and {more:,} more." if more > 0 else names)
