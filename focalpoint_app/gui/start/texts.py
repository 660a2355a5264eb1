"""Several lines of a State's own words inside a form."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.language.catalogue import Catalogue


class TextRow(QWidget):
    """A label over a text area, and under it what could not be taken into it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.label = soft_label()
        self.area = TextArea(language)
        self.wrong = Notice()
        self._tr: Catalogue | None = None
        self.label.setBuddy(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.label, self.area, self.wrong):
            column.addWidget(widget)
        self.area.refused.connect(self._refuse)
        self.area.typed.connect(self.wrong.be_quiet)

    @property
    def text(self) -> str:
        return self.area.text().strip()

    def show_text(self, text: str) -> None:
        self.area.show_text(text)

    def say(self, words: str) -> None:
        self.label.setText(words)
        self.area.setAccessibleName(words)

    def retranslate(self, tr: Catalogue) -> None:
        self._tr = tr
        self.wrong.retranslate(tr)

    def _refuse(self, error: AppError) -> None:
        if self._tr is not None:
            self.wrong.show_error(error, self._tr)
