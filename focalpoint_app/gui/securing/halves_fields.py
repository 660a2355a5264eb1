"""The two halves of a recovery sheet, typed back from paper."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.markers import N_

_LATIN = "en"


class HalvesFields(QWidget):
    """Digits run from left to right in every language."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.fields = (TextArea(_LATIN), TextArea(_LATIN))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        words = (N_("Digits of half A"), N_("Digits of half B"))
        for field, sentence in zip(self.fields, words, strict=True):
            row = FormRow(field)
            told.add(row.say, sentence)
            column.addWidget(row)
            field.setPlaceholderText("00000 00000 00000  00000 00000 00000 …")

    @property
    def halves(self) -> tuple[str, str]:
        one, other = (field.toPlainText() for field in self.fields)
        return one, other

    def forget(self) -> None:
        for field in self.fields:
            field.clear()
