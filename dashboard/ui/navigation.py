"""The views and how they are grouped."""

from pathlib import Path
from typing import Any

import streamlit as st

PAGES = Path(__file__).parent.parent.parent / "pages"

VIEWS: dict[str, list[tuple[str, str, str]]] = {
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
    # The first view stands at "/"; the second entry lets a link to it by its name open it, too: see ``opened``.
    first = _view("overview", "Overview", "space_dashboard", default=True, url_path="today")
    named = _view("overview", "Overview", "space_dashboard", visibility="hidden")
    return {"Today": [first, named]} | {group: [_view(*view) for view in views] for group, views in VIEWS.items()}


def opened() -> Any:
    """The view that was asked for, to be run within the frame."""
    if not st.get_option("client.showSidebarNavigation"):  # off in the settings, which say why
        st.set_option("client.showSidebarNavigation", True)
    asked = st.navigation(views())
    if asked.url_path == "overview":
        st.switch_page("pages/overview.py", query_params=st.query_params.to_dict())
    return asked


def _view(name: str, title: str, icon: str, **options: Any) -> Any:
    return st.Page(PAGES / f"{name}.py", title=title, icon=f":material/{icon}:", **options)
