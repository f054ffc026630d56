"""The parts that every screen is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

import streamlit as st

from dashboard.ui.dialogs import about, close_dialog, confirm, is_open, open_dialog
from dashboard.ui.states import look, state_label, state_markdown, state_text
from dashboard.ui.text import plain

__all__ = [
    "Headline",
    "Link",
    "Slice",
    "about",
    "close_dialog",
    "confirm",
    "empty_state",
    "header",
    "headlines",
    "is_open",
    "look",
    "open_dialog",
    "pages",
    "plain",
    "search",
    "section",
    "state_label",
    "state_markdown",
    "state_text",
]


def section(title: str, caption: str = "") -> None:
    """A part of a page: its heading, and a sentence on what it is for. Both are plain words."""
    st.header(plain(title), anchor=False)
    if caption:
        st.caption(plain(caption))


def header(title: str, caption: str = "") -> None:
    """The page's one heading, and a sentence on what it is for. Both are plain words."""
    st.title(plain(title), anchor=False)
    if caption:
        st.caption(plain(caption))


class Link(NamedTuple):
    """A next step that is a page: ``Link("pages/upload.py", "Upload a roster", ":material/upload:")``."""

    page: str
    label: str
    icon: str | None = None
    query: dict[str, str] | None = None


def empty_state(icon: str, title: str, body: str, *links: Link) -> None:
    """What to do next where there is nothing to show: ``icon`` is ``":material/groups:"``."""
    with st.container(key=f"empty-{_slug(title)}", horizontal_alignment="center", gap="small"):
        st.markdown(icon, width="content")
        st.header(plain(title), anchor=False, text_alignment="center")
        st.markdown(plain(body), text_alignment="center")
        with st.container(horizontal=True, horizontal_alignment="center"):
            for link in links:
                st.page_link(link.page, label=link.label, icon=link.icon, query_params=link.query)


def _slug(words: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in words.lower()).split())


@dataclass(frozen=True)
class Headline:
    """A large number that explains itself. ``value`` is ready to read (``"82 %"``); none is "No data", never 0."""

    label: str
    value: str | None
    change: str | None = None
    """Since last month, with its sign: ``"+3"``, ``"-4 points"``; ``"0"`` is no change."""
    better: str = "up"
    """``"up"`` or ``"down"``: the direction that is good news; ``""`` when neither is."""
    target: str = ""
    """What to aim for, in words: ``"70 %"``."""
    definition: str = ""
    numerator: str = ""
    denominator: str = ""
    n: str = ""


def headlines(numbers: Sequence[Headline]) -> None:
    """A row of large numbers that wraps on a small screen."""
    with st.container(key="headlines", horizontal=True, gap="large"):
        for number in numbers:
            st.metric(
                plain(number.label),
                number.value or "No data",
                number.change if number.value else None,
                delta_color={"up": "normal", "down": "inverse"}.get(number.better, "off"),  # type: ignore[arg-type]
                delta_description=f"aim {plain(number.target)}" if number.target else None,
                help=_explained(number),
                width="content",
            )


def _explained(number: Headline) -> str | None:
    told = [
        ("", number.definition),
        ("Counted: ", number.numerator),
        ("Out of: ", number.denominator),
        ("n: ", number.n),
        ("Aim: ", number.target),
    ]
    return "\n\n".join(f"{name}{plain(words)}" for name, words in told if words) or None


class Slice(NamedTuple):
    """The rows of one page of a long list."""

    offset: int
    limit: int


def pages(total: int, *, key: str, size: int = 50, noun: str = "rows", in_url: bool = True) -> Slice:
    """Page through ``total`` rows, the page number kept in the URL under ``key``; one page draws nothing."""
    if total <= size:
        return Slice(0, size)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        here = st.container(width="content")
        number = st.pagination(ceil(total / size), key=key, bind="query-params" if in_url else None)
        offset = (number - 1) * size
        here.caption(f"{offset + 1:,}-{min(offset + size, total):,} of {total:,} {noun}")
    return Slice(offset, size)


def search(label: str = "Search", *, key: str, placeholder: str = "") -> str:
    """A search field that acts while typing and is kept in the URL under ``key``."""
    typed = st.text_input(
        label,
        key=key,
        type="search",
        live="300ms",
        bind="query-params",
        max_chars=200,
        placeholder=placeholder,
        label_visibility="collapsed",
        icon=":material/search:",
    )
    return (typed or "").strip()
