"""What happened, told in the place where it happened."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.labels import bold_label, plain_label, say
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence

Lines = Callable[[Catalogue], tuple[str, ...]]


class Mood(Enum):
    """Ground, ink and icon."""

    DONE = ("accent_soft", "on_accent_soft", "check")
    CARE = ("notice", "on_notice", "guidance")
    WRONG = ("problem", "on_problem", "warning")


class Notice(QWidget):
    """Hidden while there is nothing to say; its first line is bold among several."""

    def __init__(self) -> None:
        super().__init__()
        self._mood = Mood.CARE
        self._lines: Lines | None = None
        self._error: AppError | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._make_room()
        self.hide()

    @property
    def text(self) -> str:
        return self.accessibleName() if self._lines is not None else ""

    @property
    def code(self) -> str:
        """Of the error that is told, empty where none is."""
        return self._error.code if self._error is not None else ""

    @property
    def mood(self) -> Mood:
        return self._mood

    def show_error(self, error: AppError, tr: Catalogue) -> None:
        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (sentence(error.code, error.context, tr),)

        self.tell(Mood.WRONG, lines, tr)
        self._error = error

    def tell(self, mood: Mood, lines: Lines, tr: Catalogue) -> None:
        """``lines`` is asked again when the language changes."""
        self._mood, self._lines, self._error = mood, lines, None
        self.retranslate(tr)
        self.show()
        event = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def be_quiet(self) -> None:
        self._lines, self._error = None, None
        self.hide()

    def retranslate(self, tr: Catalogue) -> None:
        if self._lines is None:
            return
        words = self._lines(tr)
        self._show(words)
        self.setAccessibleName("\n".join(words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        ground, ink, icon = self._mood.value
        box = QRectF(self.rect())
        drawing.rounded(painter, box, drawing.FIELD_RADIUS, getattr(colours, ground))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = box.right() - 38 if rtl else box.left() + 16
        place = QRectF(left, 13, 22, 22)
        paint_icon(painter, place, icon, colours.color(ink))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def _make_room(self) -> None:
        """For the icon on the leading side: Qt does not mirror margins."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (16, 52) if rtl else (52, 16)
        self._column.setContentsMargins(left, 12, right, 12)

    def _show(self, words: tuple[str, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for position, line in enumerate(words):
            first = position == 0 and len(words) > 1
            label = bold_label(wrap=True) if first else plain_label(wrap=True)
            say(label, line)
            self._column.addWidget(label)
            label.show()
