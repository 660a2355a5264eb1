"""The rail of places on the leading edge: drawn icons over their whole names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout

from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.page import Place
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import sized_font
from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue

_WIDTH = 118
_PAD = 8
_EDGE = 6
_END = 12
_ICON = 24
_AIR = 10
"""Above the icon and below the name; in a low window the first that goes."""
_LEAST_AIR = 2
_BETWEEN = 4


class Rail(Ground):
    """Signals:
    chosen: the id of a place.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("rail")
        self.setFixedWidth(_WIDTH)
        self._rows: dict[str, tuple[Place, _RailButton]] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, _END, _EDGE, _END)
        self._column.setSpacing(6)
        self._column.addStretch()

    def offer(self, places: Sequence[Place], tr: Catalogue) -> None:
        for at, place in enumerate(places):
            button = _RailButton(place.icon)
            button.clicked.connect(lambda _=False, key=place.id: self.chosen.emit(key))
            self._group.addButton(button)
            self._column.insertWidget(at, button)
            self._rows[place.id] = (place, button)
        self.retranslate(tr)

    def show_place(self, place: str) -> None:
        self._rows[place][1].setChecked(True)

    def retranslate(self, tr: Catalogue) -> None:
        for place, button in self._rows.values():
            button.setText(tr(place.title))
            button.setAccessibleName(tr(place.title))
        longest = max((b.longest for _, b in self._rows.values()), default=0)
        self.setFixedWidth(max(_WIDTH, longest + 2 * _PAD + 2 * _EDGE))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A window so low that icons would touch names shows the names alone."""
        buttons = [button for _, button in self._rows.values()]
        between = self._column.spacing() * len(buttons)
        least = sum(button.least for button in buttons) + between + 2 * _END
        for button in buttons:
            button.show_icon(shown=least <= self.height())


class _RailButton(QAbstractButton):
    """Long names take a second line; nothing is elided."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._shows_icon = True
        self.setCheckable(True)
        self.setFont(sized_font(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Maximum)
        self.setSizePolicy(policy)

    @property
    def longest(self) -> int:
        """Width of its longest word."""
        words = self.text().split()
        return max(map(self.fontMetrics().horizontalAdvance, words), default=0)

    @property
    def least(self) -> int:
        """The height in which its icon and its name stand apart."""
        return _ICON + _BETWEEN + self._named() + 2 * _LEAST_AIR

    def show_icon(self, *, shown: bool) -> None:
        self._shows_icon = shown
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH - 12, self._filled() + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH - 12, self._filled() + 2 * _LEAST_AIR)

    def _filled(self) -> int:
        return self._named() + (_ICON + _BETWEEN if self._shows_icon else 0)

    def _named(self) -> int:
        return len(self._lines()) * self._step()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens()
        box = QRectF(self.rect())
        ink = colours.color("on_rail")
        if self.isChecked():
            drawing.rounded(painter, box, 8, colours.selected)
            ink = colours.color("on_selected")
        above = min(_AIR, (self.height() - self._filled()) // 2)
        if self._shows_icon:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            place = QRectF(box.center().x() - _ICON / 2, above, _ICON, _ICON)
            paint_icon(painter, place, self._icon, ink, rtl=rtl)
        first = above + self._filled() - self._named()
        painter.setPen(ink)
        for at, line in enumerate(self._lines()):
            spot = QRect(0, first + at * self._step(), self.width(), self._step())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(spot, int(flags), line)
        if self.hasFocus():
            painter.setPen(ink)
            drawing.ring(painter, box.adjusted(2, 2, -2, -2), ink.name())

    def _lines(self) -> list[str]:
        lines: list[str] = []
        for word in self.text().split():
            longer = f"{lines[-1]} {word}" if lines else word
            fits = self.fontMetrics().horizontalAdvance(longer) <= _WIDTH - 2 * _PAD
            if lines and fits:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _step(self) -> int:
        return round(QFont(self.font()).pixelSize() * 1.55)
