"""Acting from a page: one click is one action, what went wrong is a sentence, what went well can be undone."""

import hashlib
import logging
import pickle
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

import streamlit as st
from sqlalchemy.exc import DBAPIError

from dashboard.database import writing
from dashboard.errors import AlreadyDoneError, MentorboardError
from dashboard.services.history import UNDID, in_the_way, undo
from dashboard.ui.asking import ask
from dashboard.ui.book import Done, Notice, the_book
from dashboard.ui.text import plain
from models import ActionKind

log = logging.getLogger(__name__)

UNANSWERED = "The database did not answer. Try again: nothing is done twice."


def act(
    summary: str,
    service: Callable[..., Any],
    *,
    key: str,
    kind: str = ActionKind.EDIT,
    **arguments: Any,
) -> Done | None:
    """Do ``service(session, **arguments)`` as one action that can be undone; then the page calls ``st.rerun()``.

    ``key`` names the form or button (one a row, as in ``f"pause-{pairing_id}"``). Nothing comes back when it was
    refused: the reason stands on the page where this was called, and every widget keeps what was typed.
    """
    book = the_book()
    content = _fingerprint(arguments)
    if done := book.repeated(key, content):
        return done
    # The content is part of the token: what was changed after a lost connection is not taken for what was sent before.
    token = f"{book.tokens.setdefault(key, uuid.uuid4().hex)}-{content[:16]}"
    with _saying_why_not():
        try:
            done, notice = _write(summary, service, arguments, token=token, kind=kind)
        except AlreadyDoneError:
            done, notice = Done(), Notice(summary)
        book.settle(key, content, done, notice)
        return done
    return None


def attempt(words: str, service: Callable[..., Any], **arguments: Any) -> Done | None:
    """The same for a service that opens the door itself, and so can't be undone: ask before, with a dialog."""
    book = the_book()
    with _saying_why_not():
        done = Done(service(**arguments))
        book.notice = Notice(words)
        return done
    return None


@contextmanager
def _saying_why_not() -> Iterator[None]:
    """What was refused is a sentence on the screen, and the block ends there."""
    try:
        yield
    except MentorboardError as error:
        _refused(str(error))
    except DBAPIError:
        log.exception("The database did not answer")
        _refused(UNANSWERED)


def _refused(sentence: str) -> None:
    """Keyed, so that the style can lift what a callback says: it would stand above the page, out of sight."""
    with st.container(key=f"refusal-{uuid.uuid4().hex[:8]}"):
        st.error(plain(sentence), icon=":material/error:")


def _write(
    summary: str, service: Callable[..., Any], arguments: dict[str, Any], *, token: str, kind: str
) -> tuple[Done, Notice]:
    """One transaction and no word to the screen: a rerun would end it there."""
    made: list[int] = []
    with writing(actor(), " ".join(summary.split()), token=token, kind=kind) as session:
        session.info["with_action"].append(lambda action: made.append(action.id))
        done = Done(service(session, **arguments))
    words = session.info["summary"] if made else "Nothing to change: everything was like this already."
    return done, Notice(words, made[0] if made else None, undoes=words.startswith(UNDID))


def tell_too(words: str) -> None:
    """One more sentence in the notice of what was just done."""
    notice = the_book().notice
    if notice is not None:
        notice.words = f"{notice.words}. {words}"


def take_back(action_id: int) -> Done | None:
    """Undo one action, or show what stands in the way. The one place from which the screens undo."""
    return act("Undid an action", undo, key=f"undo-{action_id}", kind=ActionKind.UNDO, action_id=action_id)


def offer_to_take_back(
    label: str, action_id: int, *, key: str, type: Literal["primary", "secondary"] = "secondary"
) -> bool:
    """A button that undoes one action, whether it just did; it says before the click what stands in the way."""
    why = ask(in_the_way, action_id=action_id)
    clicked = st.button(label, key=key, type=type, icon=":material/undo:", disabled=bool(why))
    if why:
        st.caption(f":material/lock: {plain(why)}")
    if not clicked:
        return False
    with st.spinner("Taking it back", show_time=True):
        return take_back(action_id) is not None


def fresh(name: str) -> str:
    """A key for a form and its widgets that changes when ``act(..., key=name)`` succeeds: the form empties itself."""
    return f"{name}-{the_book().times.get(name, 0)}"


def actor() -> str:
    """Who is acting. Every action carries it; a sign-in will answer this from ``st.user``."""
    return "Coordinator"


def _fingerprint(arguments: dict[str, Any]) -> str:
    return hashlib.sha256(pickle.dumps(sorted(arguments.items()))).hexdigest()
