"""A page of cards under one another, in the middle, never wider than is read well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import bold_label, plain_label, soft_label
from focalpoint_app.gui.controls.surfaces import Card
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.theme.fonts import sized_font
from focalpoint_app.gui.theme.tokens import tokens

WIDEST = 860
_GAP = 12
_SECTION_SIZE = 16


class Sheet(QScrollArea):
    """Lay cards out in ``column``; the sheet scrolls them."""

    def __init__(self, widest: int = WIDEST) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        inner = QWidget()
        inner.setMaximumWidth(widest)
        row = QHBoxLayout(body)
        row.setContentsMargins(22, 22, 22, 34)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.setWidget(body)

    def finish(self) -> None:
        """Nothing follows: what is left of the height stays empty."""
        self.column.addStretch(1)


class Section(Card):
    """A card with a heading and, under it, a line of explanation."""

    def __init__(self, told: Told, heading: str, explanation: str = "") -> None:
        """``heading`` and ``explanation`` are English sentences for ``tr``."""
        super().__init__()
        self.heading = bold_label(wrap=True)
        self.heading.setFont(sized_font(_SECTION_SIZE, bold=True))
        told.add(self.heading.setText, heading)
        self.column.addWidget(self.heading)
        if explanation:
            self.explanation = soft_label(wrap=True)
            told.add(self.explanation.setText, explanation)
            self.column.addWidget(self.explanation)


class Facts(QWidget):
    """Rows of a name and what there is to say of it."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        self.facts = facts
        self.setVisible(bool(facts))
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, said in facts:
            self._column.addWidget(_fact(name, said))


def _fact(name: str, said: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    label = soft_label(wrap=True)
    label.setText(name)
    label.setFixedWidth(200)
    words = plain_label(wrap=True)
    words.setText(said)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
    return line


class Line(QWidget):
    """A hairline between the rows of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color("line"))


def beside(*widgets: QWidget) -> QLayout:
    """Widgets on one line from the leading edge; where it is too short, on more."""
    flow = FlowLayout(None, _GAP)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
