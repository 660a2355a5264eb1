"""Long work in Python that lets a save in between."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TURN = 0.0005
"""Seconds of Python after which another thread comes in; 0.005 is usual."""


@contextmanager
def short_turns() -> Iterator[None]:
    """A save comes back from the database a dozen times, each time waiting for us."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
