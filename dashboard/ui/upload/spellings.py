"""Skills that are new to the program, and those that it may know by another name: the same when somebody says so."""

import pandas as pd
import streamlit as st

from dashboard.imports.lists import BETWEEN
from dashboard.imports.people.declared import SKILL
from dashboard.imports.people.said import SEVERAL
from dashboard.imports.review import Review, Spelling
from dashboard.ui.upload.draft import Draft


def draw(draft: Draft, found: Review) -> None:
    """How many are new; which look like one that is there, each to be accepted or left as it is."""
    if not found.spellings:
        return
    count = len(found.spellings)
    like = "1 looks like another" if count == 1 else f"{count:,} look like others"
    taken = sum(one.taken for one in found.spellings)
    label = f"New skills: {found.new_names:,}. {like}{f', {taken:,} accepted' if taken else ''}"
    shown = st.expander(label, icon=":material/spellcheck:", key=f"upload-skills-{draft.token}", on_change="rerun")
    if shown.open:
        with shown:
            _grid(draft, found.spellings)


def _grid(draft: Draft, spellings: tuple[Spelling, ...]) -> None:
    rows = [(one.taken, one.name, one.like.replace(SEVERAL, BETWEEN), one.rows) for one in spellings]
    before = pd.DataFrame(rows, columns=["same", "name", "like", "rows"])
    after = st.data_editor(
        before,
        key=f"upload-skills-grid-{draft.token}-{draft.changed}",
        hide_index=True,
        disabled=["name", "like", "rows"],
        column_config={
            "same": st.column_config.CheckboxColumn("The same", width="small"),
            "name": st.column_config.TextColumn("In the file", width="medium"),
            "like": st.column_config.TextColumn("Goes in as, when it is", width="medium"),
            "rows": st.column_config.NumberColumn("Times", width="small"),
        },
    )
    if not all(one.taken for one in spellings) and st.button(
        "They are all the same", key=f"upload-skills-all-{draft.token}"
    ):
        after = after.assign(same=True)
    if not after["same"].equals(before["same"]):
        for one, same in zip(spellings, after["same"], strict=True):
            draft.options[f"{SKILL}{one.name.casefold()}"] = one.like if same else ""
        draft.changed += 1
        st.rerun()
