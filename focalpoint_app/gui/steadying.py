"""Keeps None, True and False alive under Python 3.11.

PySide6 6.12 returns them without counting the reference (measured: one lost for
every call that returns nothing).  From Python 3.12 on they are immortal and that
is harmless; 3.11 aborts the process once the count reaches zero, within minutes.
Giving each a count that no session can use up is what 3.12 does itself.
"""

import ctypes
import sys

_IMMORTAL = 1 << 40
"""At a million lost references a second: twelve days."""


def steady() -> None:
    """Safe to call again; does nothing where they are immortal already."""
    if sys.version_info >= (3, 12) or sys.maxsize < _IMMORTAL:
        return
    for constant in (None, True, False):
        if sys.getrefcount(constant) < _IMMORTAL:
            # CPython 3.11's objects begin with their reference count.
            count = ctypes.c_ssize_t.from_address(id(constant))
            count.value += _IMMORTAL
