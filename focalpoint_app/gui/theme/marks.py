"""State marks: drawn shapes that say what a colour says."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from focalpoint_app.gui.theme.tokens import Tokens

MARK_SIZE = 16


def paint_mark(painter: QPainter, box: QRectF, standing: str, colours: Tokens) -> None:
    """``answered``, ``in_part``, ``no``, ``skipped``; anything else is open."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    _SHAPES.get(standing, _dashed_ring)(painter, square, colours)
    painter.restore()


def _tick(painter: QPainter, box: QRectF, colours: Tokens) -> None:
    _disc(painter, box, colours.answered)
    painter.setPen(_stroke(colours.card, box.width() / 8))
    points = ((0.29, 0.53), (0.44, 0.68), (0.72, 0.36))
    painter.drawPolyline([_at(box, *point) for point in points])


def _half(painter: QPainter, box: QRectF, colours: Tokens) -> None:
    inner = _inset(box, box.width() / 14)
    painter.setPen(_stroke(colours.in_part, box.width() / 8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.in_part))
    painter.drawPie(inner, -90 * 16, 180 * 16)


def _bar(painter: QPainter, box: QRectF, colours: Tokens) -> None:
    _disc(painter, box, colours.no)
    painter.setPen(_stroke(colours.card, box.width() / 7))
    painter.drawLine(_at(box, 0.29, 0.5), _at(box, 0.71, 0.5))


def _slashed_ring(painter: QPainter, box: QRectF, colours: Tokens) -> None:
    inner = _inset(box, box.width() / 12)
    painter.setPen(_stroke(colours.soft_ink, box.width() / 10))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    painter.drawLine(_at(box, 0.3, 0.7), _at(box, 0.7, 0.3))


def _dashed_ring(painter: QPainter, box: QRectF, colours: Tokens) -> None:
    pen = _stroke(colours.soft_ink, box.width() / 10)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.2, 1.9])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_inset(box, box.width() / 12))


_SHAPES: dict[str, Callable[[QPainter, QRectF, Tokens], None]] = {
    "answered": _tick,
    "in_part": _half,
    "no": _bar,
    "skipped": _slashed_ring,
}


def _disc(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(_inset(box, 0.5))


def _stroke(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _inset(box: QRectF, by: float) -> QRectF:
    return box.adjusted(by, by, -by, -by)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())
