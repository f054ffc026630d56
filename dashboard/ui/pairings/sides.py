"""People and the reasons for a pair, as the pairing desk and a pairing show them."""

from collections.abc import Sequence

import streamlit as st

from dashboard.matching.rules import places_taken
from dashboard.queries.sides import Side
from dashboard.ui.text import plain

SHORT, LONGEST = 32, 400
"""Letters of a reason that is never broken, and of a text that a card shows; the whole is on the person's own page."""


def card(side: Side) -> None:
    """One participant at a glance."""
    with st.container(border=True, key=f"card-{side.role}"):
        st.markdown(
            "  \n".join([f"**{plain(side.name)}** &ensp; :small[:gray[{side.role.capitalize()}]]", *_facts(side)])
        )
        for words in (_skills(side), _clipped(side.hopes), _clipped(side.bio)):
            if words:
                st.markdown(words)


def _facts(side: Side) -> list[str]:
    years = _years(side.years_experience) if side.years_experience is not None else None
    places = f"{places_taken(side.taken, side.capacity)}" if side.capacity else None
    zone = None if side.location or not side.time_zone else side.time_zone.replace("_", " ")
    told = [
        ("work", (side.job_title, side.department, side.organization)),
        ("location_on", (side.location, zone, side.languages)),
        ("timeline", (years, places)),
    ]
    return [f":small[:gray[:material/{icon}:] {_joined(*words)}]" for icon, words in told if any(words)]


def _years(number: float) -> str:
    return f"{number:g} {'year' if number == 1 else 'years'} of experience"


def _skills(side: Side) -> str:
    if not side.skills:
        return ""
    shown = " ".join(f":gray-badge[{plain(skill)}]" for skill in side.skills)
    return f":small[{'Offers' if side.role == 'mentor' else 'Seeks'}] {shown}"


def _joined(*parts: str | None) -> str:
    return " · ".join(plain(part) for part in parts if part)


def _clipped(text: str | None) -> str:
    if not text:
        return ""
    return plain(text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…")


def reasons(pro: Sequence[str], con: Sequence[str], unknown: Sequence[str]) -> str:
    """What speaks for a pair, against it, and what is not known, each with its own shape, as Markdown."""
    told = [f":green[✓]&nbsp;{_together(words)}" for words in pro]
    told += [f":gray[○]&nbsp;{_together(words)}" for words in con]
    if unknown:
        told.append(f":gray[?&nbsp;not&nbsp;known: {plain(', '.join(unknown))}]")
    return " &ensp; ".join(told)


def _together(words: str) -> str:
    """Short words stay on one line, beside their mark."""
    return plain(words).replace(" ", "&nbsp;") if len(words) <= SHORT else plain(words)
