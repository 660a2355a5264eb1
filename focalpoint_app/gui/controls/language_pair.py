"""The language of a document, and that of a translation beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import OFFICIAL_LANGUAGES, language_name

_WIDTH = 220
_NONE = ""


class LanguagePair(QWidget):
    """Signals:
    changed: the user chose another language for either.
    """

    changed = Signal()

    def __init__(self, told: Told, words: str, language: str) -> None:
        """``words`` name the first one, an English sentence for ``tr``."""
        super().__init__()
        self.first = QComboBox()
        self.second = QComboBox()
        self.second.addItem("", _NONE)
        first, second = FormRow(self.first), FormRow(self.second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for form_row, box in ((first, self.first), (second, self.second)):
            for tag in OFFICIAL_LANGUAGES:
                box.addItem(language_name(tag), tag)
            box.setFixedWidth(_WIDTH)
            box.activated.connect(self._change)
            row.addWidget(form_row)
        row.addStretch(1)
        self.first.setCurrentIndex(max(0, self.first.findData(language)))
        told.add(first.say, words)
        told.add(second.say, N_("Translation beside it"))

    @property
    def language(self) -> str:
        return str(self.first.currentData())

    @property
    def beside(self) -> str | None:
        """None where the document is in one language."""
        return str(self.second.currentData()) or None

    def show_languages(self, language: str, beside: str | None) -> None:
        self.first.setCurrentIndex(max(0, self.first.findData(language)))
        self.second.setCurrentIndex(max(0, self.second.findData(beside or _NONE)))

    def retranslate(self, tr: Catalogue) -> None:
        self.second.setItemText(0, tr("None"))

    def _change(self) -> None:
        """A language does not stand beside itself."""
        if self.language == self.beside:
            self.second.setCurrentIndex(0)
        self.changed.emit()
