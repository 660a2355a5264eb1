"""From the start of the process to the first paint; all else is imported after it."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLocale, QTimer
from PySide6.QtGui import QGuiApplication

from focalpoint_app.gui.application import application
from focalpoint_app.gui.shell.frame import Frame, tokens_for
from focalpoint_app.gui.shell.geometry import restore_geometry
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import preferred_language
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import Settings, load_settings

_PATIENCE = 1_000
"""ms: a window that begins out of sight is never asked to paint."""


def run(path: Path | None, arguments: list[str]) -> int:
    """Open the window on a review, or on the start page; the exit code."""
    settings = load_settings(settings_folder())
    begun = application(arguments, settings.text_size)
    frame = _frame(settings)
    _show(frame)
    if frame.is_closed:
        return 0
    from focalpoint_app.gui.app import fill

    program = fill(frame, settings)
    program.start(path)
    code = begun.exec()
    program.end()
    return code


def _frame(settings: Settings) -> Frame:
    language = settings.language or preferred_language(
        os.environ, QLocale.system().name()
    )
    tr = Catalogue(language)
    tokens = tokens_for(settings.scheme, QGuiApplication.palette())
    return Frame(tr("Focal point"), tokens, is_rtl=tr.is_rtl)


def _show(frame: Frame) -> None:
    """Returns when its pixels are on their way."""
    painting = QEventLoop()
    frame.painted.connect(lambda: QTimer.singleShot(0, painting.quit))
    QTimer.singleShot(_PATIENCE, painting.quit)
    restore_geometry(frame, settings_folder())
    frame.show()
    painting.exec()
