"""Whether the computer goes to sleep, or was asleep."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_TICK = 5_000
"""Milliseconds between two looks at the clocks."""
_ASLEEP = 30.0
"""Seconds between two looks that no busy machine explains."""


class Sleep(QObject):
    """Linux says so before (logind); elsewhere the clocks say so after.

    One of both clocks stands still while the computer sleeps, on every system the
    other goes on; a clock that is set forward looks the same, and locks too.

    Signals:
        noticed: it goes to sleep, or woke up.
    """

    noticed = Signal()

    def __init__(
        self, parent: QObject | None = None, bus: QDBusConnection | None = None
    ) -> None:
        super().__init__(parent)
        self._seen = _clocks()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_TICK)
        system = QDBusConnection.systemBus() if bus is None else bus
        if system.isConnected():
            hear: Any = system.connect  # Its stub asks for bytes, the call for text.
            hear(
                "org.freedesktop.login1",
                "/org/freedesktop/login1",
                "org.freedesktop.login1.Manager",
                "PrepareForSleep",
                self,
                SLOT("prepare(bool)"),
            )

    @Slot(bool)
    def prepare(self, _begins: bool) -> None:
        self.noticed.emit()

    def look(self) -> None:
        before, self._seen = self._seen, _clocks()
        if any(
            now - then > _ASLEEP for then, now in zip(before, self._seen, strict=True)
        ):
            self.noticed.emit()


def _clocks() -> tuple[float, float]:
    return time.time(), time.monotonic()
