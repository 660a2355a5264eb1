"""A calm bar that says what happened and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.labels import plain_label, say
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence

_CALM = frozenset({"workspace.away_on_network", "workspace.away_synchronised"})
"""To be known, and nothing to be done about."""


class MessageBar(QWidget):
    """Hidden while there is nothing to say; stays until closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: AppError | None = None
        self._words = plain_label(wrap=True)
        self._close = IconButton("close")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addSpacing(34)  # the drawn icon's; margins are not mirrored, spacing is
        row.addWidget(self._words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def show_error(self, error: AppError, tr: Catalogue) -> None:
        self._error = error
        self._tell(sentence(error.code, error.context, tr))

    def tell(self, words: str) -> None:
        """A sentence already in the window's language."""
        self._error = None
        self._tell(words)

    def retranslate(self, tr: Catalogue) -> None:
        self._close.name_it(tr("Close the message"))
        if not self.isVisible():
            return
        if self._error is None:  # Of a moment that is past, in the other language.
            self.hide()
        else:
            self.show_error(self._error, tr)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        is_calm = self._error is None or self._error.code in _CALM
        ground, ink = ("notice", "on_notice") if is_calm else ("problem", "on_problem")
        painter.fillRect(self.rect(), colours.color(ground))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - 40 if rtl else 18
        name = "guidance" if is_calm else "warning"
        paint_icon(painter, QRectF(left, 12, 22, 22), name, colours.color(ink))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        drawing.rounded(painter, line, 0, colours.line)

    def _tell(self, words: str) -> None:
        say(self._words, words)
        self.setAccessibleName(words)
        self.show()
        self.update()
        event = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)
