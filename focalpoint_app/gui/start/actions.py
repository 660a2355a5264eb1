"""The ways to begin, as large quiet buttons; files opened before."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.gui.controls.buttons import IconButton, push_button
from focalpoint_app.gui.controls.labels import bold_label, soft_label
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.surfaces import Badge, Tone
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_


class WayIn(QAbstractButton):
    """An icon, what it does in bold, and a line about it."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._title = bold_label(wrap=True)
        self._words = soft_label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 68, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addStretch(1)
        for label in (self._title, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # Painted anew under the mouse.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def say_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def say_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleDescription(words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = max(1, width - 32)
        heights = (each.heightForWidth(inner) for each in (self._title, self._words))
        return 68 + sum(heights) + 4 + 22

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        box = QRectF(self.rect())
        over = self.underMouse() or self.isDown()
        line = colours.accent if over else colours.line
        drawing.rounded(painter, box, drawing.CARD_RADIUS, colours.card, line)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = box.right() - 16 - 40 if rtl else box.left() + 16
        tile = QRectF(left, 16, 40, 40)
        drawing.rounded(painter, tile, drawing.FIELD_RADIUS, colours.accent_soft)
        ink = colours.color("on_accent_soft")
        paint_icon(painter, tile.adjusted(8, 8, -8, -8), self._icon, ink, rtl=rtl)
        if self.hasFocus():
            drawing.focus_ring(painter, box, drawing.CARD_RADIUS)


class RecentRow(QWidget):
    """A file opened before: its name opens it; one that is gone can be forgotten.

    Signals:
        wanted: open it.
        forgotten: take it off the list.
    """

    wanted = Signal(object)
    forgotten = Signal(object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.open = push_button(quiet=True)
        self.open.setText(path.stem.replace("&", "&&"))
        self._folder = soft_label(wrap=True)
        self._folder.setText(isolate(str(path.parent)))
        self._gone = Badge(Tone.NOTICE)
        self._forget = IconButton("close")
        self.is_there = path.is_file()
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(self.open)
        row.addWidget(self._folder, 1)
        row.addWidget(self._gone)
        row.addWidget(self._forget)
        font = self.open.font()
        font.setBold(True)
        self.open.setFont(font)
        self.open.setEnabled(self.is_there)
        self._forget.setVisible(not self.is_there)
        self.open.clicked.connect(lambda: self.wanted.emit(self.path))
        self._forget.clicked.connect(lambda: self.forgotten.emit(self.path))

    def retranslate(self, tr: Catalogue) -> None:
        self._gone.say("" if self.is_there else tr("not found there any more"))
        self.open.setAccessibleName(tr("Open {file}", file=self.path.name))
        self._forget.name_it(tr("Take {file} off the list", file=self.path.name))


class RecentFiles(Section):
    """Hidden where none was opened before.

    Signals:
        wanted: open it.
        forgotten: it was taken off the list.
    """

    wanted = Signal(object)
    forgotten = Signal(object)

    def __init__(self, told: Told, names: Iterable[str]) -> None:
        super().__init__(told, N_("Opened before"))
        self.rows: list[RecentRow] = []
        for name in names:
            row = RecentRow(Path(name))
            row.wanted.connect(self.wanted)
            row.forgotten.connect(self._forget)
            self.rows.append(row)
            self.column.addWidget(row)
        self.setVisible(bool(self.rows))

    def retranslate(self, tr: Catalogue) -> None:
        for row in self.rows:
            row.retranslate(tr)

    def _forget(self, path: Path) -> None:
        for row in [each for each in self.rows if each.path == path]:
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self.rows))
        self.forgotten.emit(path)


class WaysIn(QWidget):
    """The ways, side by side."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.new = WayIn("new")
        self.open = WayIn("open")
        self.answer = WayIn("consultation")
        self.sample = WayIn("overview")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for way, title, words in (
            (self.new, N_("New review"), N_("Choose the State and begin to answer.")),
            (self.open, N_("Open a review"), N_("Go on with a file of this computer.")),
            (self.answer, N_("Answer a packet"), _PACKET),
            (self.sample, N_("Look at the sample"), _SAMPLE),
        ):
            row.addWidget(way, 1)
            told.add(way.say_title, title)
            told.add(way.say_words, words)


_PACKET = N_("Questions that another office sent to your institution.")
_SAMPLE = N_("A filled review of a State that does not exist.")
