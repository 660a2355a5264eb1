"""Long work in Python that lets a save in between."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_TURN = 0.0005
"""Seconds of Python after which another thread comes in; 0.005 is usual."""

_counting = threading.Lock()
_before: list[float] = []
"""What each that goes on found; the first found the usual one, which the last sets."""


@contextmanager
def short_turns() -> Iterator[None]:
    """A save comes back from the database a dozen times, each time waiting for us."""
    with _counting:
        _before.append(sys.getswitchinterval())
        sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        with _counting:
            usual = _before.pop()
            if not _before:
                sys.setswitchinterval(usual)
