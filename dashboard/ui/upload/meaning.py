"""What a column of the file means, to be changed: its field, what stands between several values, how it is read."""

import streamlit as st

from dashboard.imports.choosing import ALSO, IGNORED
from dashboard.imports.columns import Column
from dashboard.imports.lists import SEPARATORS, told
from dashboard.ui.parts import plain
from dashboard.ui.upload.draft import Draft

LEAVE_OUT = "Leave it out"


def draw(draft: Draft, column: Column) -> None:
    """The meaning, and where it takes them the separator and the way."""
    labels = _meanings(draft, column)
    key = f"upload-column-{draft.stamp}-{draft.kind().key}-{column.position}"
    # A choice for one column takes the field from another, whose widget has to show it.
    st.session_state[key] = _meaning(draft, column)
    st.selectbox(
        f"Meaning of {column.name}",
        list(labels),
        key=key,
        format_func=lambda field: labels[field],
        label_visibility="collapsed",
        on_change=_set,
        args=(draft.choices, column.name, key),
    )
    if column.separator is not None:
        _ask_separator(draft, column)
    if column.ways:
        _ask_way(draft, column)


def _meanings(draft: Draft, column: Column) -> dict[str, str]:
    """What it may mean: any field, and filling up the column that has the field which it could mean, too."""
    kind = draft.kind().kind
    key = column.could_be or (column.field if _is_also(draft, column) else "")
    filling = f"{kind.field(key).label}, where “{column.instead or column.after}” is blank" if key else ""
    fields = {field.key: field.label for field in kind.fields}
    return {IGNORED: LEAVE_OUT, **({f"{ALSO}{key}": filling} if key else {}), **fields}


def _meaning(draft: Draft, column: Column) -> str:
    return f"{ALSO}{column.field}" if _is_also(draft, column) else column.field or IGNORED


def _is_also(draft: Draft, column: Column) -> bool:
    return draft.choices.get(column.name, "").startswith(ALSO) and bool(column.after)


def _ask_way(draft: Draft, column: Column) -> None:
    """How the whole column is read, and what that makes of its cells."""
    ways = {way.key: way for way in column.ways}
    key = f"upload-way-{draft.stamp}-{draft.kind().key}-{column.position}-{column.field}"
    st.selectbox(
        "Read as",
        list(ways),
        key=key,
        index=list(ways).index(column.way) if column.way in ways else None,
        format_func=lambda way: ways[way].label,
        placeholder="Say which",
        on_change=_set,
        args=(draft.ways, column.name, key),
    )
    if column.way in ways:
        st.caption(plain(f"{column.way_why} {ways[column.way].told}".strip()))
    else:
        st.caption(plain(column.way_why or "; ".join(f"{way.label}: {way.told}" for way in column.ways)))


def _ask_separator(draft: Draft, column: Column) -> None:
    key = f"upload-separator-{draft.stamp}-{draft.kind().key}-{column.position}"
    st.selectbox(
        "Several values are separated by",
        list(SEPARATORS),
        key=key,
        index=list(SEPARATORS).index(column.separator or ""),
        format_func=lambda separator: SEPARATORS[separator],
        on_change=_set,
        args=(draft.separators, column.name, key),
    )
    if said := told(column.samples, column.separator or ""):
        st.caption(plain(said))


def _set(chosen: dict[str, str], name: str, key: str) -> None:
    chosen.pop(name, None)  # the latest choice comes last, and counts
    chosen[name] = st.session_state[key]
