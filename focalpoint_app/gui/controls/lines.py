"""Words broken into lines at one and a half of their size, laid and drawn by hand.

Noto Sans Arabic's own spacing is over twice its size, and Qt's widgets cut or elide
where they should wrap; every wrapped text of the window goes through here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from focalpoint_app.language.isolates import direction_of

_LINE = 1.6
"""Of the font's size.  1.5 is the least; harakat need the rest."""
_MOST = 1_200
_KNOWN: dict[tuple[object, ...], Lines] = {}
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@dataclass(frozen=True, slots=True)
class Lines:
    """One layout a paragraph, and the height and width of them all."""

    layouts: tuple[QTextLayout, ...]
    height: int
    width: int

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        for layout in self.layouts:
            layout.draw(painter, QPointF(left, top))


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines run and stand: ``centred`` in their width, at its ``right`` edge as
    numbers are, else at the leading one.
    """

    font: QFont
    direction: Qt.LayoutDirection
    centred: bool = False
    right: bool = False
    bold: tuple[int, int] = (0, 0)


def own_direction(text: str, window: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The text's by its first strong letter, else the window's."""
    found = direction_of(text)
    return window if found is None else RTL if found == "rtl" else LTR


def line_height(font: QFont) -> int:
    return round(font.pixelSize() * _LINE)


def laid(text: str, width: int, setting: Setting) -> Lines:
    """Broken between words; inside one only where it is longer than the line.

    Kept for a while: a view asks for the size of a row and draws it right after.
    """
    font = setting.font.key()
    side = (setting.direction, setting.centred, setting.right)
    key = (text, width, font, side, setting.bold)
    found = _KNOWN.get(key)
    if found is None:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        found = _KNOWN[key] = _lay(text, width, setting)
    return found


def _lay(text: str, width: int, setting: Setting) -> Lines:
    layouts: list[QTextLayout] = []
    y, widest = 0.0, 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, setting.font)
        layout.setTextOption(_option(setting))
        layout.setFormats(_formats(setting))
        y, wide = _break(layout, max(1, width), y)
        widest = max(widest, wide)
        layouts.append(layout)
    return Lines(tuple(layouts), round(y), round(widest + 0.5))


def _break(layout: QTextLayout, width: int, y: float) -> tuple[float, float]:
    step = line_height(layout.font())
    widest = 0.0
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        shift = (step - line.ascent() - line.descent()) / 2
        line.setPosition(QPointF(0, y + shift))
        widest = max(widest, line.naturalTextWidth())
        y += step
        line = layout.createLine()
    layout.endLayout()
    return y, widest


def _option(setting: Setting) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(setting.direction)
    rtl = setting.direction == RTL or setting.right
    edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    if setting.centred:
        edge = Qt.AlignmentFlag.AlignHCenter
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _formats(setting: Setting) -> Sequence[QTextLayout.FormatRange]:
    start, end = setting.bold
    if end <= start:
        return []
    span = QTextLayout.FormatRange()
    span.start, span.length = start, end - start
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    span.format = style
    return [span]
