"""The one QApplication, with the program's name and fonts, before it has a style."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from focalpoint_app.gui.theme.fonts import load_fonts, window_font
from focalpoint_app.platform.places import resources_folder, settings_folder

_NAME = "focalpoint"


def application(arguments: list[str], percent: int = 100) -> QApplication:
    """Made when first asked for.  ``percent``: the size of its text."""
    existing = QApplication.instance()
    found = (
        existing
        if isinstance(existing, QApplication)
        else QApplication([_NAME, *arguments])
    )
    if found.applicationName() != _NAME or not found.property(_NAME):
        found.setApplicationName(_NAME)
        found.setProperty(_NAME, True)
        _keep_notes_of_dialogs()
        load_fonts(resources_folder() / "fonts")
        found.setFont(window_font(percent))
    return found


def _keep_notes_of_dialogs() -> None:
    """Where a desktop has no dialogs, Qt's own remember the folders looked into."""
    of_the_user = (QSettings.Format.NativeFormat, QSettings.Scope.UserScope)
    QSettings.setPath(*of_the_user, str(settings_folder()))
