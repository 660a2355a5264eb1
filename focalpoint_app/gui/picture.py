"""A picture of the window with a review open, where nobody looks at a screen."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.controls.settling import settle
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import load_settings
from focalpoint_app.workflow.review.opening import open_review

WIDTH, HEIGHT = 1440, 880
_SETTLING = 600  # ms
_PATIENCE = 30_000  # ms; a loaded machine takes two seconds


def screenshot(workspace: Path, target: Path, language: str) -> None:
    """Open ``workspace`` in the window and save what it shows as PNG.

    Raises:
        AppError: as opening does; ``file.unwritable``.
    """
    open_review(workspace, writing=False).close()  # Refused before a window opens.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = prepared([])
    program = Program(replace(load_settings(settings_folder()), language=language))
    try:
        program.window.resize(WIDTH, HEIGHT)
        program.start(workspace)
        waited = QElapsedTimer()
        waited.start()
        while program.desk is None and waited.elapsed() < _PATIENCE:
            application.processEvents()
        waited.restart()
        while waited.elapsed() < _SETTLING:  # Pages, marks; fields grow by timers.
            application.processEvents()
        settle()  # A picture does not wait for what a window does before it paints.
        if not program.window.grab().save(str(target), "PNG"):
            raise AppError("file.unwritable", file=target.name)
    finally:
        program.end()
