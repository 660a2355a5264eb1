"""The lines of tables."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from focalpoint_app.gui.theme.tokens import tokens


def cell_lines(painter: QPainter, box: QRect) -> None:
    """A table's cell: at its foot and its right, which its neighbour leaves out."""
    sides = ("bottom", "right", "left") if box.left() <= 0 else ("bottom", "right")
    side_lines(painter, box, *sides)


def side_lines(painter: QPainter, box: QRect, *sides: str) -> None:
    """One pixel wide inside the box; by pixels, for half ones fall either way."""
    colour = tokens().color("line")
    wide, high = box.width(), box.height()
    for side in sides:
        match side:
            case "top":
                painter.fillRect(box.left(), box.top(), wide, 1, colour)
            case "bottom":
                painter.fillRect(box.left(), box.bottom(), wide, 1, colour)
            case "left":
                painter.fillRect(box.left(), box.top(), 1, high, colour)
            case _:
                painter.fillRect(box.right(), box.top(), 1, high, colour)
