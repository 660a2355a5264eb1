"""Whoever writes, one after the other, and long work that lets a save in between."""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

_TURN = 0.0005
"""Seconds of Python after which another thread comes in; 0.005 is usual."""

_PAUSE = 0.002
"""Seconds between the small transactions of a long act."""

_LOOK = 0.0005
"""Seconds after which long work looks again whether the disk is free."""

_PATIENCE = 0.05
"""Seconds that it waits for one writer; an import's transaction takes no longer."""

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


class Turns:
    """Writers of one file in this process: one at a time, as they come."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[int] = deque()
        self._taken = 0

    @contextmanager
    def taken(self) -> Iterator[None]:
        """The lock hands over at once where SQLite's busy handler would sleep."""
        self._waiting.append(threading.get_ident())
        with self._lock:
            self._waiting.popleft()  # Whose it is does not matter: they are counted.
            self._taken += 1
            yield

    def let_in(self) -> None:
        """Between two turns of one long act: nobody waits as a rule, and then nor do
        we.  Without the pause the next one would begin before a waiting save woke.
        """
        if self._waiting:
            time.sleep(_PAUSE)

    def step_aside(self) -> None:
        """For work that shares disk and processor with a save, but no lock: the turn
        that is taken now has ended.  It waits for no second one, or would never end.
        """
        seen, until = self._taken, time.monotonic() + _PATIENCE
        while self._lock.locked() and self._taken == seen and time.monotonic() < until:
            time.sleep(_LOOK)
