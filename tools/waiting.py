"""Waiting for a window that is drawn where nobody looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from focalpoint_app.gui.controls.settling import settle as lay_out

WIDTH, HEIGHT = 1440, 880
PATIENCE = 120_000  # ms


def shown(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog


def wait(done: Callable[[], bool]) -> None:
    """For what the worker does."""
    waited = QElapsedTimer()
    waited.start()
    while not done() and waited.elapsed() < PATIENCE:
        QTest.qWait(50)


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()
        QTest.qWait(15)
    lay_out()  # A picture does not wait for what a window does before it paints.
