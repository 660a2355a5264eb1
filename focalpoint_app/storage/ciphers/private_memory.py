"""Keys in memory, kept from other programs of the same account."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_M_PERTURB = -6  # malloc.h of glibc
_log = logging.getLogger(__name__)


@contextmanager
def overwriting() -> Iterator[None]:
    """What C and C++ let go of in here is written over, and whole pages of it go back
    to the system.  Linux with glibc alone; Python's own small objects are not reached.
    """
    libc = _libc()
    if libc is None:
        yield
        return
    libc.mallopt(_M_PERTURB, 0xFF)
    try:
        yield
    finally:
        libc.mallopt(_M_PERTURB, 0)
        libc.malloc_trim(0)


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
