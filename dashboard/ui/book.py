"""What a visitor did last: the tokens of their forms, what a double click would repeat, and what there is to tell."""

import time
from dataclasses import dataclass, field
from typing import Any, cast

import streamlit as st

BOOK = "acting"
REPEAT_SECONDS = 0.7
"""The same content, sent again this soon, is the other half of a double click."""


@dataclass(frozen=True)
class Done:
    """An action that stands. ``value`` is what the service returned, the same for the second half of a double click."""

    value: Any = None


@dataclass
class Notice:
    """What was just done, in words; without an ``action_id`` there is nothing to take back."""

    words: str
    action_id: int | None = None
    undoes: bool = False
    at: float = field(default_factory=time.monotonic)
    view: str | None = None
    """The view on which it was first shown."""


@dataclass
class Book:
    """What this visitor did last. Held by the session and changed in place: a rerun can end a script whenever it
    touches the session, so that nothing that must follow a commit may do so."""

    tokens: dict[str, str] = field(default_factory=dict)
    last: dict[str, tuple[float, str, Done]] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    notice: Notice | None = None

    def settle(self, key: str, content: str, done: Done, notice: Notice) -> None:
        """After a commit: the token is spent, the form begins anew, and there is something to tell."""
        self.tokens.pop(key, None)
        self.last[key] = (time.monotonic(), content, done)
        self.times[key] = self.times.get(key, 0) + 1
        self.notice = notice

    def repeated(self, key: str, content: str) -> Done | None:
        """What the same click did a moment ago, if there was one."""
        at, was, done = self.last.get(key, (float("-inf"), "", Done()))
        return done if was == content and time.monotonic() - at < REPEAT_SECONDS else None


def the_book() -> Book:
    """What this visitor did last."""
    return cast(Book, st.session_state.setdefault(BOOK, Book()))
