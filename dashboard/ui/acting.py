"""Acting from a page: one click is one action, what went wrong is a sentence, what went well can be undone."""

import hashlib
import pickle
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import streamlit as st

from dashboard.database import writing
from dashboard.errors import AlreadyDoneError, MentorboardError
from dashboard.ui import notices
from dashboard.ui.text import plain
from models import ActionKind

T = TypeVar("T")

ACTOR = "Coordinator"
"""Who acts until there is a sign-in; the frame's ``actor()`` is the one place to ask."""
REPEAT_SECONDS = 0.7
"""A second click that comes this soon is the other half of a double click: no hand fills in a form that fast."""


@dataclass(frozen=True)
class Done:
    """An action that stands. ``value`` is what the service returned; nothing when a double click was told off."""

    value: Any = None


def act(
    summary: str,
    service: Callable[..., T],
    *,
    key: str,
    kind: str = ActionKind.EDIT,
    **arguments: Any,
) -> Done | None:
    """Do ``service(session, **arguments)`` as one action that can be undone; then the page calls ``st.rerun()``.

    ``key`` names the form or button (one a row, as in ``f"pause-{pairing_id}"``). Nothing comes back when it was
    refused: the reason stands on the page where this was called, and every widget keeps what was typed.
    """
    repeated = _is_repeat(key, arguments)
    if repeated == "same":
        return Done()
    token = st.session_state.setdefault(_token_key(key), uuid.uuid4().hex)
    try:
        value, words = _write(summary, service, token, kind, arguments)
        done = Done(value)
    except AlreadyDoneError:
        done, words = Done(), summary
    except MentorboardError as error:
        if repeated:
            return Done()
        st.error(plain(error), icon=":material/error:")
        return None
    # Nothing above this line touches the screen once the write has begun: a rerun could end it there.
    notices.tell(words, token=token)
    st.session_state[_last_key(key)] = (time.monotonic(), _fingerprint(arguments))
    del st.session_state[_token_key(key)]
    return done


def _write(summary: str, service: Callable[..., T], token: str, kind: str, arguments: dict[str, Any]) -> tuple[T, str]:
    with writing(actor(), summary, token=token, kind=kind) as session:
        value = service(session, **arguments)
    return value, session.info["summary"]


def actor() -> str:
    """Who is acting. A sign-in will answer this from ``st.user``; every action already carries it."""
    return ACTOR


def _is_repeat(key: str, arguments: dict[str, Any]) -> str:
    """``"same"`` for a second click with the same content, ``"soon"`` for one with other content, else nothing."""
    at, content = st.session_state.get(_last_key(key), (float("-inf"), ""))
    if time.monotonic() - at > REPEAT_SECONDS:
        return ""
    return "same" if content == _fingerprint(arguments) else "soon"


def _fingerprint(arguments: dict[str, Any]) -> str:
    return hashlib.sha256(pickle.dumps(sorted(arguments.items()))).hexdigest()


def _token_key(key: str) -> str:
    return f"token:{key}"


def _last_key(key: str) -> str:
    return f"acted:{key}"
