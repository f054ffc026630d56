"""States, each as a word, a shape and a color, the same on every screen."""

from typing import NamedTuple

import streamlit as st


class Look(NamedTuple):
    """How a state is shown: the word, a Material icon, a plain character for tables, and a color of the theme."""

    word: str
    icon: str
    mark: str
    color: str


LOOKS = {
    "on_track": Look("On track", "check_circle", "●", "green"),
    "check_in": Look("Check in", "priority_high", "▲", "orange"),
    "too_early": Look("Too early", "schedule", "◔", "blue"),
    "no_data": Look("No data", "radio_button_unchecked", "○", "gray"),
    "paused": Look("Paused", "pause_circle", "‖", "violet"),
    "draft": Look("Draft", "edit_note", "◇", "gray"),
    "active": Look("Active", "play_circle", "●", "green"),
    "completed": Look("Completed", "task_alt", "✓", "blue"),
    "ended_early": Look("Ended early", "cancel", "✕", "orange"),
    "waitlisted": Look("Waitlisted", "hourglass_empty", "◔", "blue"),
    "upcoming": Look("Upcoming", "event_upcoming", "◔", "blue"),
    "running": Look("Running", "play_circle", "●", "green"),
    "finished": Look("Finished", "task_alt", "✓", "gray"),
    "archived": Look("Archived", "inventory_2", "▪", "gray"),
    "withdrawn": Look("Withdrawn", "logout", "✕", "gray"),
}


def look(state: str) -> Look:
    """How a state is shown; one we do not know is shown as its own word."""
    return LOOKS.get(state) or Look(state.replace("_", " ").capitalize(), "circle", "·", "gray")


def state_markdown(state: str) -> str:
    """The state inside a sentence or a table of Markdown: shape, word and color."""
    word, icon, _, color = look(state)
    return f":{color}[:material/{icon}: {word}]"


def state_text(state: str) -> str:
    """The state as plain text, for a cell of a grid: ``▲ Check in``."""
    return f"{look(state).mark} {look(state).word}"


def state_label(state: str) -> None:
    """Draw the state."""
    st.markdown(state_markdown(state), width="content")
