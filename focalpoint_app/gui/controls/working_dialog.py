"""A dialog that stays until what it began is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from focalpoint_app.gui.controls.settling import settle_before


class WorkingDialog(QDialog):
    """Modal, for nobody types while the file is written; it goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)

    @property
    def is_busy(self) -> bool:
        """Whether work goes on, of which it is still to say what came of it."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        settle_before(event)
        return super().event(event)

    def done(self, result: int) -> None:
        if not self.is_busy:
            super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_busy:
            event.ignore()
        else:
            super().closeEvent(event)
