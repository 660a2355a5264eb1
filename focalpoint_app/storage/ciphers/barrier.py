"""The lock of an open file: shut for all but those who were at work before it fell."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext


class Barrier:
    """A copy or a new passphrase that was begun is ended in peace: cut short, it would
    be made anew, and half of it told.  Any thread may call."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._here = threading.local()
        self._begun = 0
        self._is_down = False
        self._is_shut = False
        self._unyielding = 0
        self._then: Callable[[], None] | None = None

    def lease(self) -> AbstractContextManager[None]:
        """For work that begins now, or waits to; entered by the thread that does it.

        Nobody is let in by one that is taken while the lock is down.
        """
        with self._guard:
            if self._is_down:
                return nullcontext()
            self._begun += 1
        return self._held()

    @property
    def refusal(self) -> str:
        """The code of an error for this thread; empty where it may go on."""
        is_let_in = bool(getattr(self._here, "is_let_in", False))
        is_unyielding = bool(getattr(self._here, "is_unyielding", False))
        is_shut = self._is_shut and not is_unyielding
        if not self._is_down or (is_let_in and not is_shut):
            return ""
        return "workspace.locked_meanwhile" if is_let_in else "workspace.locked"

    def fall(self, then: Callable[[], None]) -> None:
        """``then`` is called now, or by whoever ends last of those that had begun."""
        with self._guard:
            self._is_down = True
            if self._begun:
                self._then = then
                return
        then()

    @contextmanager
    def unyielding(self) -> Iterator[None]:
        """Whoever is let in is not shut out of the middle of this: two halves of it
        would be worse than a key that is forgotten later."""
        with self._guard:
            self._unyielding += 1
        was_unyielding = getattr(self._here, "is_unyielding", False)
        self._here.is_unyielding = not self.refusal
        try:
            yield
        finally:
            self._here.is_unyielding = was_unyielding
            with self._guard:
                self._unyielding -= 1
            self._forget_if_shut()

    def shut(self) -> None:
        """Wait for nobody any longer but who is unyielding, and who then forgets."""
        with self._guard:
            self._is_shut = self._is_down
        self._forget_if_shut()

    def _forget_if_shut(self) -> None:
        with self._guard:
            if not self._is_shut or self._unyielding:
                return
            then, self._then = self._then, None
        if then is not None:
            then()

    def rise(self) -> None:
        with self._guard:
            self._is_down = self._is_shut = False
            self._then = None

    @contextmanager
    def _held(self) -> Iterator[None]:
        self._here.is_let_in = True
        try:
            yield
        finally:
            self._here.is_let_in = False
            self._end()

    def _end(self) -> None:
        with self._guard:
            self._begun -= 1
            if self._begun:
                return
            then, self._then = self._then, None
        if then is not None:
            then()
