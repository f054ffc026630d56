"""What rows leave open: settled by the usual answer until somebody gives another, for all that are alike or for one."""

from collections.abc import Iterable

import streamlit as st

from dashboard.imports.review import Line, Matter
from dashboard.ui.parts import pages, plain
from dashboard.ui.upload.draft import Draft
from dashboard.words import counted

SIZE = 10


def draw(draft: Draft, lines: list[Line]) -> None:
    """Matter by matter: what holds for all of its rows, and for each."""
    st.caption("These rows are among the others, too. Each goes in as its answer here says.")
    for matter in dict.fromkeys(line.choice.matter.key for line in lines if line.choice):
        _draw_matter(draft, [line for line in lines if line.choice and line.choice.matter.key == matter])


def _draw_matter(draft: Draft, lines: list[Line]) -> None:
    matter = _matter(lines)
    st.markdown(f"**{matter.title}** · {counted(len(lines), 'row')}")
    if len(lines) > 1:
        _ask_all(draft, matter, lines)
    page = pages(len(lines), key=f"upload-choices-{draft.stamp}-{matter.key}", size=SIZE, noun="rows", in_url=False)
    for line in lines[page.offset : page.offset + page.limit]:
        _row(draft, matter, line)


def _ask_all(draft: Draft, matter: Matter, lines: list[Line]) -> None:
    key = f"upload-all-{draft.stamp}-{matter.key}"
    st.segmented_control(
        f"All of them: {matter.title}",
        list(matter.options),
        default=draft.options.get(matter.key, matter.usual),
        required=True,
        key=key,
        format_func=lambda one: f"All: {matter.options[one]}",
        label_visibility="collapsed",
        on_change=_answer_all,
        args=(draft, matter.key, [line.number for line in lines], key),
    )


def _matter(lines: Iterable[Line]) -> Matter:
    return next(line.choice.matter for line in lines if line.choice)


def _row(draft: Draft, matter: Matter, line: Line) -> None:
    """What is open in a row, and its own answer."""
    if line.choice is None:
        return
    for_all = draft.options.get(matter.key, "")
    key = f"upload-choice-{draft.stamp}-{line.number}-{for_all}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"upload-open-{line.number}"):
        st.markdown(f"**Row {line.number}** · {plain(line.who)}  \n{plain(line.choice.sentence)}", width=380)
        st.segmented_control(
            f"Row {line.number}: {matter.title}",
            list(matter.options),
            default=line.choice.taken,
            required=True,
            key=key,
            format_func=lambda one: matter.options[one],
            label_visibility="collapsed",
            on_change=_answer,
            args=(draft, line.number, key),
        )


def _answer(draft: Draft, number: int, key: str) -> None:
    draft.correct({}, {number: st.session_state[key]})


def _answer_all(draft: Draft, matter: str, numbers: list[int], key: str) -> None:
    """An answer for all of them also holds where a row had its own."""
    draft.options[matter] = st.session_state[key]
    for number in numbers:
        draft.rows.decisions.pop(number, None)
    draft.changed += 1
