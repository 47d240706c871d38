"""Linking without Python's search for circles of objects that nothing else refers to."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be searched for such circles meanwhile.

    Linking makes none, and what it makes it keeps to the end: among millions of objects the search takes a sixth of the
    time and finds nothing.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
