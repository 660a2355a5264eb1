"""Whom to ask for a passphrase when a file turns out to have one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

Ask = Callable[[Path], Iterable[str]]
"""Passphrases to try on a file, one after the other; a blank one gives up."""

_ASK: ContextVar[Ask] = ContextVar("ask")


@contextmanager
def asking(ask: Ask) -> Iterator[None]:
    """For whatever is opened in here, on this thread or in a copy of its context."""
    token = _ASK.set(ask)
    try:
        yield
    finally:
        _ASK.reset(token)


def asked(path: Path) -> Iterable[str]:
    """Nothing where there is nobody to ask."""
    return _ASK.get(_nobody)(path)


def _nobody(_path: Path) -> tuple[str, ...]:
    return ()
