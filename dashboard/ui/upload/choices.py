"""What rows leave open: settled by the usual answer until somebody gives another, for all that are alike or for one."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from dashboard.imports.review import Line, Matter
from dashboard.ui.parts import pages
from dashboard.ui.upload.draft import Draft
from dashboard.words import counted

SIZE = 20


def draw(draft: Draft, lines: list[Line]) -> None:
    """Matter by matter: what holds for all of its rows, and for each."""
    st.caption("These rows are among the others, too. Each goes in as its answer here says.")
    for matter in dict.fromkeys(line.choice.matter.key for line in lines if line.choice):
        _draw_matter(draft, [line for line in lines if line.choice and line.choice.matter.key == matter])


def _draw_matter(draft: Draft, lines: list[Line]) -> None:
    matter = _matter(lines)
    st.markdown(f"**{matter.title}** · {counted(len(lines), 'row')}")
    key = f"upload-all-{draft.stamp}-{matter.key}"
    st.segmented_control(
        f"All of them: {matter.title}",
        list(matter.options),
        default=draft.options.get(matter.key, matter.usual),
        required=True,
        key=key,
        format_func=lambda one: matter.options[one],
        label_visibility="collapsed",
        on_change=_answer_all,
        args=(draft, matter.key, [line.number for line in lines], key),
    )
    page = pages(len(lines), key=f"upload-choices-{draft.stamp}-{matter.key}", size=SIZE, noun="rows", in_url=False)
    _grid(draft, matter, lines[page.offset : page.offset + page.limit])


def _matter(lines: Iterable[Line]) -> Matter:
    return next(line.choice.matter for line in lines if line.choice)


def _grid(draft: Draft, matter: Matter, lines: list[Line]) -> None:
    rows = [(line.number, line.who, line.choice.sentence, line.choice.taken) for line in lines if line.choice]
    before = pd.DataFrame(rows, columns=["row", "who", "why", "answer"])
    after = st.data_editor(
        before,
        key=f"upload-choices-grid-{draft.token}-{draft.changed}-{matter.key}-{lines[0].number}",
        hide_index=True,
        disabled=["row", "who", "why"],
        column_config={
            "row": st.column_config.NumberColumn("Row", width="small"),
            "who": st.column_config.TextColumn("Who", width=140),
            "why": st.column_config.TextColumn("What is open", width=340),
            "answer": st.column_config.SelectboxColumn(
                "Answer",
                options=list(matter.options),
                required=True,
                format_func=lambda one: matter.options[str(one)],
                width="medium",
            ),
        },
    )
    said = {
        int(number): answer
        for number, was, answer in zip(before["row"], before["answer"], after["answer"], strict=True)
        if was != answer
    }
    if said:
        draft.correct({}, said)
        st.rerun()


def _answer_all(draft: Draft, matter: str, numbers: list[int], key: str) -> None:
    """An answer for all of them also holds where a row had its own."""
    draft.options[matter] = st.session_state[key]
    for number in numbers:
        draft.rows.decisions.pop(number, None)
    draft.changed += 1
