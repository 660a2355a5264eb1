"""What is told when the window is gone: nothing is lost, but not all is well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from focalpoint_app.domain.errors import AppError
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence


def parting_words(error: AppError, tr: Catalogue) -> QMessageBox:
    """The box, not yet shown."""
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        tr("Focal point"),
        sentence(error.code, error.context, tr),
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    rtl = Qt.LayoutDirection.RightToLeft
    box.setLayoutDirection(rtl if tr.is_rtl else Qt.LayoutDirection.LeftToRight)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    return box


def tell_parting(error: AppError, tr: Catalogue) -> None:
    """Waits until it was read."""
    parting_words(error, tr).exec()
