"""A stretch of a test without any network interface, as the system has it."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NEW_NETWORK = 0x40000000  # CLONE_NEWNET
_HERE = Path("/proc/thread-self/ns/net")


@contextmanager
def without_interfaces() -> Iterator[bool]:
    """For this thread, those it starts and their programs; False where nobody may."""
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if libc is None or not _HERE.exists():
        yield False
        return
    before = os.open(_HERE, os.O_RDONLY)
    try:
        yield libc.unshare(_NEW_NETWORK) == 0
    finally:
        libc.setns(before, _NEW_NETWORK)  # Nothing where it was never left.
        os.close(before)


def interfaces_up() -> list[str]:
    """With an address that something could be sent from."""
    table = Path("/proc/thread-self/net/fib_trie").read_text(encoding="ascii")
    return [line.split()[-1] for line in table.splitlines() if "|--" in line]
