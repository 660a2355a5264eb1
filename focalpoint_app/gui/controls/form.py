"""Rows of a form: a label over its field, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.complaint import Complaint
from focalpoint_app.gui.controls.labels import soft_label


class FormRow(QWidget):
    """The label names the field for assistive technology too."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label: QLabel = soft_label(wrap=True)
        self.label.setBuddy(field)
        self._wrong = Complaint()
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self._wrong, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, words: str) -> None:
        self.label.setText(words)
        self.field.setAccessibleName(words)

    def complain(self, sentence: str = "") -> None:
        """Show what is wrong under the field; nothing takes it away."""
        self._wrong.say(sentence)

    @property
    def complaint(self) -> str:
        """What is said to be wrong, empty where nothing is."""
        return self._wrong.text()
