"""The frame around every view: who may come in, which cohort is looked at, and where to go."""

import logging
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from runpy import run_path

import streamlit as st
from sqlalchemy.exc import DBAPIError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.errors import MentorboardError
from dashboard.queries.cohorts import CohortChoice
from dashboard.ui import notices, picker, sample, welcome
from dashboard.ui.acting import actor
from dashboard.ui.dialogs import close_elsewhere
from dashboard.ui.navigation import opened
from dashboard.ui.text import plain

__all__ = ["actor", "current_cohort", "enter", "open_cohort", "run"]

HOME = Path(__file__).parent.parent.parent / "Home.py"
LOOK = Path(__file__).with_name("style.css")
MARK = str(Path(__file__).with_name("mark.svg"))
"""Ours rather than an icon by its name: the framework would fetch that one from another host."""
log = logging.getLogger(__name__)

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
REFUSAL = (
    "Mentorboard has no sign-in yet, so it opens on this computer alone. Start it with --server.address 127.0.0.1, "
    "or without that option."
)
NOT_HOME = "This is one view of Mentorboard. Start the whole of it with: streamlit run Home.py"
UNREACHABLE = "The database does not answer. Nothing was lost: check that it is running, then reload this page."

_inside: ContextVar[bool] = ContextVar("inside", default=False)


def run(*, today: date) -> None:
    """Draw the frame and, within it, the view that was asked for."""
    st.set_page_config(page_title="Mentorboard", page_icon=MARK, layout="wide")
    st.html(LOOK)
    st.logo(MARK)
    _let_in()
    sample.begin(today)
    inside = _inside.set(True)
    try:
        picker.settle(today)
        view = opened()
        st.set_page_config(page_title=f"{view.title} · Mentorboard")
        close_elsewhere(view.title)
        picker.draw()
        sample.note()
        notices.draw(view.title)
        view.run()
    except MentorboardError as error:
        st.error(plain(error), icon=":material/error:")
    except DBAPIError:
        log.exception("The database does not answer")
        st.error(UNREACHABLE, icon=":material/error:")
    finally:
        _inside.reset(inside)


def enter() -> None:
    """The first statement of every page: a visit that came around ``Home.py`` is taken through it, address and all.

    Until somebody has run ``Home.py`` once, a new server takes the files in pages/ for entrances of their own. A rerun
    would do, too, but lose the click that led here.
    """
    if _inside.get():
        return
    if _started_at_home():
        run_path(str(HOME), run_name="__main__")
    else:
        st.error(NOT_HOME, icon=":material/home:")
    st.stop()


def _started_at_home() -> bool:
    context = get_script_run_ctx()
    return context is None or Path(context.pages_manager.main_script_path).name == HOME.name


def open_cohort() -> CohortChoice | None:
    """The cohort that is looked at, if there is any; for views that have something to say without one."""
    return picker.chosen()


def current_cohort() -> CohortChoice:
    """The cohort that is looked at; where there is none yet the welcome is drawn and the page ends."""
    cohort = picker.chosen()
    if cohort is None:
        welcome.draw()
        st.stop()
    return cohort


def _let_in() -> None:
    """Nobody but this computer may come in until there is a sign-in; this is where it will stand."""
    if st.get_option("server.address") not in LOOPBACK:
        st.error(REFUSAL, icon=":material/lock:")
        st.stop()
