"""Offers, at opening, the copy that a synchronised folder has left beside the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.texts import listed
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session


class CopiesBar(QWidget):
    """Hidden where there is nothing to offer.

    Signals:
        wanted: this copy is to be taken in; with its path.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copies: tuple[Path, ...] = ()
        self.words = plain_label(wrap=True)
        self.take_button = push_button(primary=True)
        self.later_button = push_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.take_button)
        row.addWidget(self.later_button)
        self.take_button.clicked.connect(self._take)
        self.later_button.clicked.connect(self.hide)
        self.hide()

    def offer(self, session: Session) -> None:
        from focalpoint_app.workflow.safekeeping.reconciling import conflict_copies

        is_writing = session.desk.workspace.is_writing
        self.copies = conflict_copies(session.desk.path) if is_writing else ()
        self.setVisible(bool(self.copies))
        self.retranslate(session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        names = listed([isolate(each.name) for each in self.copies], tr)
        words = tr("Another copy of this review lies beside this file: {names}.",
                   names=names)  # fmt: skip
        self.words.setText(words)
        self.setAccessibleName(words)
        self.take_button.setText(tr("Take it in…"))
        self.later_button.setText(tr("Not now"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color("notice"))

    def _take(self) -> None:
        """One after the other: the next opening offers what is left."""
        self.hide()
        self.wanted.emit(self.copies[0])
