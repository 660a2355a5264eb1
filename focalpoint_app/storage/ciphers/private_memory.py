"""Keys in memory, kept from other programs of the same account."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_M_PERTURB = -6  # malloc.h of glibc
_BLOCKS = range(48, 513, 16)  # Objects/obmalloc.c: what is larger is left to C.
_HEAD = 33  # of an empty ``bytes``
_EACH = 4_000
_CHUNKS = ((range(24, 1048, 16), 300), (range(1048, 8200, 64), 40))
"""Bytes, and how many of each."""
_log = logging.getLogger(__name__)


@contextmanager
def overwriting() -> Iterator[None]:
    """What C, C++ and Python let go of in here is written over, and most of what they
    had let go of before; whole pages of it go back to the system.  Linux with glibc
    alone.
    """
    libc = _libc()
    if libc is None:
        yield
        return
    libc.mallopt(_M_PERTURB, 0xFF)
    try:
        yield
    finally:
        _fill_python()
        _fill(libc)
        libc.mallopt(_M_PERTURB, 0)
        libc.malloc_trim(0)


def _fill_python() -> None:
    """Blocks that are free hold what was in them until they are given out again: so
    they are, all at once, with nothing in them.  33 MB for a moment.
    """
    empty = [bytes(size - _HEAD) for size in _BLOCKS for _ in range(_EACH)]
    empty.clear()


def _fill(libc: Any) -> None:
    """The same for C: ``mallopt`` leaves what a thread keeps at hand as it is."""
    import ctypes

    libc.malloc.restype = ctypes.c_void_p
    libc.free.argtypes = (ctypes.c_void_p,)
    libc.free.restype = None
    given = []
    for size in (e for sizes, each in _CHUNKS for e in sizes for _ in range(each)):
        given.append(chunk := libc.malloc(size))
        ctypes.memset(chunk, 0, size)
    for chunk in given:
        libc.free(chunk)


def _libc() -> Any:
    if sys.platform != "linux":
        return None
    import ctypes

    found = ctypes.CDLL(None)
    return (
        found if hasattr(found, "mallopt") and hasattr(found, "malloc_trim") else None
    )


def keep_to_itself() -> None:
    """No image of this process is written when it falls, not by the system's own
    collector either, and only the administrator may look into it.

    From the first key on and not before: the desktop's portals look at programs the
    same way, and have done so by then.  Linux alone.
    """
    if sys.platform == "linux":
        import ctypes

        if ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0):
            _log.info("the system goes on showing this process to others")
