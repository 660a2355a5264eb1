"""Work that makes many values and hardly a cycle, done without looking for cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Python's collector rests; what nobody refers to is freed all the same.

    Walking all that was laid out, again and again, took a seventh of the time of a
    long document.  Two documents at once may nest in any order: whoever found the
    collector at work sets it going again.
    """
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()
