"""Asks at each opening whether the same person writes; does not stand in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.domain.author import Author
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.texts import author_words
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue


class AuthorBar(QWidget):
    """Signals:
    other: someone else writes.
    """

    other = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._author: Author | None = None
        self._words = plain_label(wrap=True)
        self._yes = push_button(primary=True)
        self._other = push_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._yes)
        row.addWidget(self._other)
        self._yes.clicked.connect(self.hide)
        self._other.clicked.connect(self._ask)
        self.hide()

    def ask(self, author: Author, tr: Catalogue) -> None:
        self._author = author
        self.retranslate(tr)
        self.show()

    def retranslate(self, tr: Catalogue) -> None:
        if self._author is None:
            return
        who = author_words(self._author, tr)
        self._words.setText(
            tr("Answers will be recorded as written by {who}.", who=who)
        )
        self._yes.setText(tr("That is me"))
        self._other.setText(tr("Someone else…"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color("accent_soft"))

    def _ask(self) -> None:
        self.hide()
        self.other.emit()
