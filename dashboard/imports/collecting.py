"""The garbage collector's part in a large file: none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No collections meanwhile. Where hundreds of thousands of rows are made and kept, the collector would look through
    all of them again and again and find nothing: two thirds of the time of a review of 50,000 people."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
