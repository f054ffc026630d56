"""Asking the database from a page: answers are kept as long as nobody has written anything, and not a moment longer."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, cast

from sqlalchemy import Engine
from sqlmodel import Session

from dashboard.database import reading, revision
from dashboard.opening import engine
from dashboard.queries.knowing import KEEPER
from dashboard.ui.keeping import Kept

T = TypeVar("T")

Moment = tuple[Engine, int]

MOST_ANSWERS = 2_000
"""More questions than a hundred coordinators ask between two writes; the longest unused go first."""
MOST_BYTES = 128 * 1024 * 1024
LARGE, MOST_LARGE = MOST_BYTES // 4, 3
"""Answers of more bytes than this are few, and kept by their number alone: the board of a large cohort, what a plan
leaves of it, and its outlook. Without them every part of a page would make them anew."""


def ask(query: Callable[..., T], **arguments: Any) -> T:
    """The answer of ``query(session, **arguments)``, as fresh as the last committed write, of whichever process.

    The caller gets a copy, so that nothing done to it can reach the next reader. Arguments are plain values or lists.
    """
    moment = (engine(), revision())
    kept = _answers.answer(moment, _question(query, arguments), lambda: _asked(moment, query, arguments))
    return cast(T, kept.copy())


def forget() -> None:
    """Drop every answer; for tests and for a database file that was exchanged while the program ran."""
    _answers.forget()


def _asked(moment: Moment, query: Callable[..., T], arguments: dict[str, Any]) -> T:
    with reading() as session:
        session.info[KEEPER] = partial(_known, moment, session)
        return query(session, **arguments)


def _known(moment: Moment, session: Session, query: Callable[..., T], **arguments: Any) -> T:
    """What one query asks of another: kept like any answer, and asked in the session that is open."""
    kept = _answers.answer(moment, _question(query, arguments), lambda: query(session, **arguments))
    return cast(T, kept.copy())


def _question(query: Callable[..., Any], arguments: dict[str, Any]) -> tuple[Any, ...]:
    told = tuple((name, _hashable(value)) for name, value in sorted(arguments.items()))
    return (query, told)


def _hashable(value: Any) -> Any:
    if isinstance(value, dict):
        return ("dict", tuple((key, _hashable(inner)) for key, inner in value.items()))
    if isinstance(value, (list, tuple)):
        return (type(value).__name__, tuple(_hashable(inner) for inner in value))
    if isinstance(value, (set, frozenset)):
        return ("set", frozenset(value))
    return (type(value).__name__, value)


class _Answers:
    """The answers of one revision: the first write anywhere empties it. One thread asks, the others wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        with self._lock:
            self._moment: Moment | None = None
            self._kept: OrderedDict[tuple[Any, ...], Kept] = OrderedDict()
            self._large: OrderedDict[tuple[Any, ...], Kept] = OrderedDict()
            self._asking: dict[tuple[Any, ...], threading.Lock] = {}
            self._bytes = 0

    def answer(self, moment: Moment, question: tuple[Any, ...], asked: Callable[[], Any]) -> Kept:
        """What is kept under the question, or what ``asked()`` says now."""
        with self._lock:
            if self._moment != moment:
                self._moment, self._bytes = moment, 0
                self._kept.clear()
                self._large.clear()
                self._asking.clear()
            if found := self._found(question):
                return found
            turn = self._asking.setdefault(question, threading.Lock())
        with turn:
            with self._lock:
                if self._moment == moment and (found := self._found(question)):
                    return found
            kept = Kept(asked())
            self._keep(moment, question, kept)
        return kept

    def _found(self, question: tuple[Any, ...]) -> Kept | None:
        for kept in (self._kept, self._large):
            if question in kept:
                kept.move_to_end(question)
                return kept[question]
        return None

    def _keep(self, moment: Moment, question: tuple[Any, ...], kept: Kept) -> None:
        with self._lock:
            self._asking.pop(question, None)
            if self._moment != moment:
                return
            if kept.size > LARGE:
                self._large[question] = kept
                if len(self._large) > MOST_LARGE:
                    self._large.popitem(last=False)
                return
            self._kept[question] = kept
            self._bytes += kept.size
            while len(self._kept) > MOST_ANSWERS or self._bytes > MOST_BYTES:
                self._bytes -= self._kept.popitem(last=False)[1].size


_answers = _Answers()
