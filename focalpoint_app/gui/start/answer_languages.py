"""Languages in which answers are written; one of them leads."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import WINDOW_LANGUAGES, language_name


class AnswerLanguages(QWidget):
    def __init__(self, leading: str) -> None:
        super().__init__()
        self.box = QComboBox()
        self.others = {tag: CheckOption() for tag in WINDOW_LANGUAGES}
        self._leading = FormRow(self.box)
        holder = QWidget()
        flow = FlowLayout(holder, 12)
        for tag, option in self.others.items():
            self.box.addItem(language_name(tag), tag)
            option.setText(language_name(tag))
            flow.addWidget(option)
        self._beside = FormRow(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._leading)
        column.addWidget(self._beside)
        self.box.setMaximumWidth(220)
        self.box.currentIndexChanged.connect(self._hide_leading)
        self.box.setCurrentIndex(max(0, self.box.findData(leading)))
        self._hide_leading()

    @property
    def languages(self) -> tuple[str, ...]:
        """The leading one first."""
        leading = str(self.box.currentData())
        others = (tag for tag, option in self.others.items() if option.isChecked())
        return (leading, *(tag for tag in others if tag != leading))

    def retranslate(self, tr: Catalogue) -> None:
        self._leading.say(tr("Leading language of the answers"))
        self._beside.say(tr("Answers are also written in"))

    def _hide_leading(self) -> None:
        leading = self.box.currentData()
        for tag, option in self.others.items():
            option.setVisible(tag != leading)
