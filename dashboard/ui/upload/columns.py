"""What the columns of the file mean: found, shown with a few values, and corrected where it is wrong."""

from datetime import date

import streamlit as st

from dashboard.imports.columns import Column, Mapping
from dashboard.imports.left_blank import left_blank
from dashboard.imports.memory import LAST_TIME
from dashboard.imports.remarks import remark
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui.parts import pages, plain
from dashboard.ui.upload import meaning, memory, questions
from dashboard.ui.upload.draft import Draft
from dashboard.words import counted, some

SIZE = 30


def draw(draft: Draft, cohort: CohortChoice, *, today: date) -> None:
    """The meaning of every column; open at once when something is worth a look."""
    columns = draft.columns()
    doubtful = sum(column.is_doubtful for column in columns.columns if column.field)
    unused = [column.name for column in columns.columns if not column.field]
    st.header("What the columns mean", anchor=False)
    st.markdown(_told(unused, len(columns.columns), doubtful))
    if lost := columns.lost:
        st.warning(_told_lost([column.name for column in lost]), icon=":material/visibility:")
    for told in draft.once("left-blank", id(columns), lambda: left_blank(draft.table(), columns, draft.kind().kind)):
        st.caption(f":material/info: {plain(told)}")
    memory.draw(draft)
    questions.draw(draft, cohort, today=today)
    shown = st.expander(
        "Columns",
        expanded=_is_worth_a_look(draft, columns),
        icon=":material/view_column:",
        key=f"upload-columns-{draft.token}",
        on_change="rerun",
    )
    if shown.open:
        with shown:
            page = pages(len(columns.columns), key="upload-columns-page", size=SIZE, noun="columns", in_url=False)
            for column in columns.columns[page.offset : page.offset + page.limit]:
                _draw_column(draft, column)


def _is_worth_a_look(draft: Draft, columns: Mapping) -> bool:
    """As it was found at first: nothing closes under the hands of whoever corrects it."""
    key = (id(draft.table()), draft.kind().key, draft.stamp)
    doubtful = any(column.is_doubtful or column.is_lost for column in columns.columns)
    return draft.once("is-worth-a-look", key, lambda: doubtful or not draft.kind().identified(columns))


def _told(unused: list[str], known: int, doubtful: int) -> str:
    names = plain(some(unused))
    left_out = f" {counted(len(unused), 'column')} left out: {names}." if unused else ""
    look = f" **{doubtful} worth a look.**" if doubtful else ""
    return f"{known - len(unused)} of {counted(known, 'column')} recognized.{left_out}{look}"


def _told_lost(names: list[str]) -> str:
    are = "is" if len(names) == 1 else "are"
    told = plain(", ".join(names))
    return (
        f"{counted(len(names), 'column')} of answers {are} left out: {told}. "
        "Say below what they mean, or keep them in the comment."
    )


def _draw_column(draft: Draft, column: Column) -> None:
    named, meant = st.columns([3, 2], vertical_alignment="center")
    with named:
        st.markdown(f"**{plain(column.name)}** {_confidence(column)}")
        st.text(_samples(draft, column))  # not Markdown: an address would become a link
        if said := remark(column, draft.kind().kind):
            st.caption(plain(said))
    with meant:
        meaning.draw(draft, column)


def _samples(draft: Draft, column: Column) -> str:
    """A few values, unless they were told in confidence."""
    private = draft.confidence()
    if column.position in private.always:
        return "Hidden: confidential"
    if private.flags and column.position in private.sometimes:
        return "Hidden: some of it is confidential"
    return " · ".join(column.samples) or "No values"


def _confidence(column: Column) -> str:
    if column.field is None:
        return ":gray-badge[left out]"
    if column.why == "chosen":
        return ":blue-badge[:material/edit: your choice]"
    if column.why == LAST_TIME and column.way_is_sure:
        return ":blue-badge[:material/history: as last time]"
    if not (column.way_is_sure and column.separator_is_sure):
        return ":orange-badge[:material/visibility: worth a look]"
    if column.is_doubtful:
        return f":orange-badge[:material/visibility: worth a look, {column.confidence} %]"
    return f":green-badge[:material/check: {column.confidence} %]"
