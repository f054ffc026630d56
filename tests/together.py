"""Jobs in threads of their own, all let go in the same instant."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from dashboard.errors import MentorboardError


def at_once(act: Callable[[Any], Any], jobs: Sequence[Any]) -> list[Any]:
    """What each job came to, in order: its result, or the sentence with which it was refused."""
    together = Barrier(len(jobs))

    def wait_and_act(job: Any) -> Any:
        together.wait()
        try:
            return act(job)
        except MentorboardError as error:
            return error

    with ThreadPoolExecutor(len(jobs)) as threads:
        return list(threads.map(wait_and_act, jobs))
