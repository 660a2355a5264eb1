"""Keys in memory, kept from other programs of the same account."""

from __future__ import annotations

import logging
import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_log = logging.getLogger(__name__)


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
