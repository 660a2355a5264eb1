"""Icons as strokes on a grid of 24: drawn, so that they take any colour and size.

A drawing is a row of commands: ``M x y`` moves, ``L x y`` draws a line, ``Q`` a
curve (control, end), ``O x y r`` a circle, ``R x y w h r`` a rounded box, ``Z``
closes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

GRID = 24

_DRAWINGS: Mapping[str, str] = {
    "overview": "R 4 4 7 9 1.5 R 13 4 7 5 1.5 R 13 11 7 9 1.5 R 4 15 7 5 1.5",
    "questionnaire": "R 5 3 14 18 2 M 9 8 L 15 8 M 9 12 L 15 12 M 9 16 L 13 16",
    "consultation": "M 5 4 L 14 4 Q 16 4 16 6 L 16 11 Q 16 13 14 13 L 10 13 L 6.5 16"
    " L 6.5 13 L 5 13 Q 3 13 3 11 L 3 6 Q 3 4 5 4 M 19 9 Q 21 9 21 11 L 21 15"
    " Q 21 17 19 17 L 18 17 L 18 20 L 14.5 17 L 11.5 17 Q 10 17 9.7 15.8",
    "sources": "M 12 6 Q 9 4 4 4.5 L 4 18.5 Q 9 18 12 20 Q 15 18 20 18.5 L 20 4.5"
    " Q 15 4 12 6 L 12 20",
    "assistance": "O 12 12 8.5 O 12 12 3.5 M 6 6 L 9.5 9.5 M 18 6 L 14.5 9.5"
    " M 6 18 L 9.5 14.5 M 18 18 L 14.5 14.5",
    "submission": "M 14 3 L 7 3 Q 5 3 5 5 L 5 19 Q 5 21 7 21 L 17 21 Q 19 21 19 19"
    " L 19 8 L 14 3 L 14 8 L 19 8 M 8.5 14.5 L 11 17 L 15.5 12",
    "search": "O 10.5 10.5 6 M 15 15 L 20 20",
    "larger": "O 10.5 10.5 6 M 15 15 L 20 20 M 8 10.5 L 13 10.5 M 10.5 8 L 10.5 13",
    "smaller": "O 10.5 10.5 6 M 15 15 L 20 20 M 8 10.5 L 13 10.5",
    "fit": "R 5 4 14 16 1.5 M 8 12 L 16 12 M 10.5 9.5 L 8 12 L 10.5 14.5"
    " M 13.5 9.5 L 16 12 L 13.5 14.5",
    "add": "M 12 5 L 12 19 M 5 12 L 19 12",
    "close": "M 6 6 L 18 18 M 18 6 L 6 18",
    "remove": "M 5 7 L 19 7 M 10 7 L 10 4 L 14 4 L 14 7 M 7 7 L 8 20 L 16 20 L 17 7"
    " M 10.5 11 L 10.5 16 M 13.5 11 L 13.5 16",
    "back": "M 15 5 L 8 12 L 15 19",
    "next": "M 9 5 L 16 12 L 9 19",
    "down": "M 6 9 L 12 15 L 18 9",
    "up": "M 6 15 L 12 9 L 18 15",
    "more": "O 5 12 1 O 12 12 1 O 19 12 1",
    "filter": "M 4 6 L 20 6 M 7 12 L 17 12 M 10 18 L 14 18",
    "undo": "M 9 5 L 4 10 L 9 15 M 4 10 L 14 10 Q 20 10 20 15 Q 20 19 15 19 L 12 19",
    "redo": "M 15 5 L 20 10 L 15 15 M 20 10 L 10 10 Q 4 10 4 15 Q 4 19 9 19 L 12 19",
    "history": "O 12 12 8.5 M 12 7 L 12 12 L 15.5 14",
    "note": "M 5 4 L 19 4 L 19 14 L 13 20 L 5 20 Z M 13 20 L 13 14 L 19 14",
    "guidance": "O 12 12 8.5 M 12 11 L 12 16.5 M 12 7.6 L 12 7.7",
    "link": "M 10 14 L 14 10 M 8 12 L 5.5 14.5 Q 3 17.5 5 19.5 Q 7 21 9.5 18.5 L 12 16"
    " M 12 8 L 14.5 5.5 Q 17 3 19 5 Q 21 7 18.5 9.5 L 16 12",
    "warning": "M 12 4 L 21 20 L 3 20 Z M 12 10 L 12 14.5 M 12 17.2 L 12 17.3",
    "check": "M 5 12.5 L 10 17.5 L 19 7",
    "edit": "M 4 20 L 5 16 L 16 5 L 19 8 L 8 19 Z M 14 7 L 17 10",
    "open": "M 3 19 L 3 6 Q 3 5 4 5 L 9 5 L 11 7.5 L 19 7.5 Q 20 7.5 20 8.5 L 20 11"
    " M 3 19 L 6 11 L 22 11 L 19 19 Z",
    "new": "M 13 3 L 6 3 Q 5 3 5 4 L 5 20 Q 5 21 6 21 L 18 21 Q 19 21 19 20 L 19 9"
    " L 13 3 L 13 9 L 19 9 M 12 12 L 12 18 M 9 15 L 15 15",
    "lock": "R 5 11 14 9 2 M 8 11 L 8 8 Q 8 4 12 4 Q 16 4 16 8 L 16 11",
    "globe": "O 12 12 8.5 M 3.5 12 L 20.5 12 M 12 3.5 Q 7 12 12 20.5 Q 17 12 12 3.5",
    "person": "O 12 8 3.7 M 4.5 20 Q 5 14 12 14 Q 19 14 19.5 20",
    "appearance": "O 12 12 4 M 12 2.5 L 12 4.5 M 12 19.5 L 12 21.5 M 2.5 12 L 4.5 12"
    " M 19.5 12 L 21.5 12 M 5.3 5.3 L 6.7 6.7 M 17.3 17.3 L 18.7 18.7"
    " M 5.3 18.7 L 6.7 17.3 M 17.3 6.7 L 18.7 5.3",
    "panel": "R 3 5 18 14 2 M 15 5 L 15 19",
    "print": "M 7 8 L 7 4 L 17 4 L 17 8 M 7 16 L 5.5 16 Q 4 16 4 14.5 L 4 10"
    " Q 4 8 6 8 L 18 8 Q 20 8 20 10 L 20 14.5 Q 20 16 18.5 16 L 17 16"
    " R 7 13 10 7 1",
    "export": "M 12 15 L 12 4 M 7.5 8.5 L 12 4 L 16.5 8.5 M 4 14 L 4 20 L 20 20"
    " L 20 14",
    "sign": "M 4 20 L 20 20 M 6 16 Q 9 4 12 8 Q 14 11 9 15 Q 7 17 11 15 Q 15 12 16 15"
    " Q 17 17 19 15",
    "key": "O 8 15 4 M 11 12 L 19 4 M 16 7 L 19 10",
    "turn": "M 4 8 L 18 8 M 14.5 4.5 L 18 8 L 14.5 11.5 M 20 16 L 6 16 M 9.5 12.5"
    " L 6 16 L 9.5 19.5",
    "columns": "R 3 5 18 14 2 M 12 5 L 12 19",
    "keyboard": "R 2.5 6 19 12 2 M 6 10 L 6.1 10 M 10 10 L 10.1 10 M 14 10 L 14.1 10"
    " M 18 10 L 18.1 10 M 8 14 L 16 14",
}
_MIRRORED = frozenset({"back", "next", "undo", "redo", "questionnaire", "panel"})
"""Those that point along the line of reading; clocks and ticks stay."""


def icon_names() -> tuple[str, ...]:
    return tuple(_DRAWINGS)


def paint_icon(
    painter: QPainter, box: QRectF, name: str, colour: QColor, *, rtl: bool = False
) -> None:
    """Draw it into the middle of the box, mirrored where it points somewhere."""
    side = min(box.width(), box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    painter.scale(side / GRID, side / GRID)
    if rtl and name in _MIRRORED:
        painter.scale(-1, 1)
    painter.translate(-GRID / 2, -GRID / 2)
    painter.setPen(_pen(colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(name))
    painter.restore()


def icon(name: str, colour: QColor, size: int = 18, *, rtl: bool = False) -> QIcon:
    """For menus and items; fetch again when colours or direction change."""
    return _icon(name, colour.name(), size, rtl)


@cache
def _icon(name: str, colour: str, size: int, rtl: bool) -> QIcon:
    pixmap = QPixmap(QSize(size, size) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    box = QRectF(0, 0, size, size)
    paint_icon(painter, box, name, QColor(colour), rtl=rtl)
    painter.end()
    return QIcon(pixmap)


def _pen(colour: QColor) -> QPen:
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@cache
def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    words = iter(_DRAWINGS[name].split())
    for command in words:
        count, draw = _COMMANDS[command]
        draw(path, [float(next(words)) for _ in range(count)])
    return path


def _close(path: QPainterPath, _numbers: list[float]) -> None:
    path.closeSubpath()


def _move(path: QPainterPath, numbers: list[float]) -> None:
    path.moveTo(QPointF(*numbers))


def _line(path: QPainterPath, numbers: list[float]) -> None:
    path.lineTo(QPointF(*numbers))


def _curve(path: QPainterPath, numbers: list[float]) -> None:
    path.quadTo(QPointF(*numbers[:2]), QPointF(*numbers[2:]))


def _circle(path: QPainterPath, numbers: list[float]) -> None:
    x, y, radius = numbers
    path.addEllipse(QPointF(x, y), radius, radius)


def _box(path: QPainterPath, numbers: list[float]) -> None:
    *box, radius = numbers
    path.addRoundedRect(QRectF(*box), radius, radius)


_COMMANDS: Mapping[str, tuple[int, Callable[[QPainterPath, list[float]], None]]] = {
    "M": (2, _move),
    "L": (2, _line),
    "Q": (4, _curve),
    "O": (3, _circle),
    "R": (5, _box),
    "Z": (0, _close),
}
