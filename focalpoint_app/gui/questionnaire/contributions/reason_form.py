"""The reason that is asked for: why a contribution is not used, what is unclear."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.language.catalogue import Catalogue


class ReasonForm(QWidget):
    """Signals:
    given: the reason.
    closed: the user changed their mind.
    """

    given = Signal(str)
    closed = Signal()

    def __init__(self, question: str, verb: str, tr: Catalogue) -> None:
        super().__init__()
        self.field = LineField()
        self.keep = push_button(primary=True)
        self._back = push_button(quiet=True)
        self.say(question, verb, tr)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(beside(self.keep, self._back))
        self.field.returnPressed.connect(self._give)
        self.keep.clicked.connect(self._give)
        self._back.clicked.connect(self.closed)

    def say(self, question: str, verb: str, tr: Catalogue) -> None:
        """``question`` and ``verb`` in the window's language; what is typed stays."""
        self.field.setPlaceholderText(question)
        self.field.setAccessibleName(question)
        self.keep.setText(verb)
        self._back.setText(tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self.field.text().strip()
        if reason:
            self.given.emit(reason)
        else:
            self.field.setFocus()
