"""Hears of every socket that Python opens, in whatever library, and stops it.

A hook of the interpreter's own (PEP 578), which nothing can take out again.  What C++
opens by itself is not heard here: test_journey.py has the system listen to that.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_LOCAL = frozenset({getattr(socket, "AF_UNIX", None)} - {None})
_OUTWARD = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
)
_ASKING = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
     "socket.getnameinfo", "socket.getservbyname", "socket.getservbyport"}
)  # fmt: skip


class NetworkUsedError(RuntimeError):
    """Something asked for the network where nothing may."""


class Listener:
    """``heard`` are the events since ``watching`` began, worded for a person."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._is_loopback_allowed = False
        self._is_watching = False
        sys.addaudithook(self._hear)

    @contextmanager
    def watching(self, *, is_loopback_allowed: bool) -> Iterator[list[str]]:
        self.heard = []
        self._is_loopback_allowed = is_loopback_allowed
        self._is_watching = True
        try:
            yield self.heard
        finally:
            self._is_watching = False

    def _hear(self, event: str, details: tuple[Any, ...]) -> None:
        if not self._is_watching or not event.startswith("socket."):
            return
        told = _fault(event, details, is_loopback_allowed=self._is_loopback_allowed)
        if told:
            self.heard.append(told)
            raise NetworkUsedError(told)


def _fault(
    event: str, details: tuple[Any, ...], *, is_loopback_allowed: bool
) -> str | None:
    if event == "socket.__new__":
        family = details[1]
        is_local = family in _LOCAL or is_loopback_allowed
        return None if is_local else f"a socket of family {int(family)}"
    if event in _OUTWARD:
        address = details[1]
        return None if _is_here(address) else f"{event} to {address!r}"
    if event in _ASKING:
        is_here = is_loopback_allowed and _is_here(details)
        return None if is_here else f"{event} for {details!r}"
    return None


def _is_here(address: object) -> bool:
    """A file of this machine, or its loopback."""
    if isinstance(address, tuple):
        return address[:1] in {("127.0.0.1",), ("::1",), ("localhost",)}
    return isinstance(address, str | bytes)
