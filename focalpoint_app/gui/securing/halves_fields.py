"""The two halves of a recovery sheet, typed back from paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.markers import N_

_LINES = 4


class HalvesFields(QWidget):
    """Digits run from left to right in every language."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.fields = (QPlainTextEdit(), QPlainTextEdit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        words = (N_("Digits of half A"), N_("Digits of half B"))
        for field, sentence in zip(self.fields, words, strict=True):
            row = FormRow(field)
            told.add(row.say, sentence)
            column.addWidget(row)
            _set(field)

    @property
    def halves(self) -> tuple[str, str]:
        one, other = (field.toPlainText() for field in self.fields)
        return one, other

    def forget(self) -> None:
        for field in self.fields:
            field.clear()


def _set(field: QPlainTextEdit) -> None:
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setTabChangesFocus(True)
    field.setUndoRedoEnabled(False)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 18)
    field.setPlaceholderText("00000 00000 00000  00000 00000 00000 …")
