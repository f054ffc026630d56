"""The views and how they are grouped."""

from pathlib import Path
from typing import Any

import streamlit as st

HOME = Path(__file__).parent.parent.parent

VIEWS: dict[str, list[tuple[str, str, str]]] = {
    "Today": [("overview", "Overview", "space_dashboard")],
    "Program": [
        ("cohorts", "Cohorts", "event_note"),
        ("people", "People", "groups"),
        ("pairings", "Pairings", "handshake"),
        ("upload", "Upload", "upload_file"),
    ],
    "Record": [
        ("meetings", "Meetings", "forum"),
        ("feedback", "Feedback", "rate_review"),
    ],
    "Look back": [("history", "History", "history")],
}


def views() -> dict[str, list[Any]]:
    """The groups and their pages, as ``st.navigation`` takes them."""
    return {
        group: [
            st.Page(HOME / "pages" / f"{name}.py", title=title, icon=f":material/{icon}:", default=name == "overview")
            for name, title, icon in named
            if (HOME / "pages" / f"{name}.py").exists()
        ]
        for group, named in VIEWS.items()
    }
