"""Widgets that run along a line, wrap, and end at its other edge."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.controls.flow import FlowLayout

Places = list[tuple[int, int]]
"""Left edge and top of each widget."""


@pytest.fixture
def placed(qtbot: QtBot) -> Callable[..., Places]:
    """Two widgets of 100 px, then two of 120 that trail, in a line so wide."""

    def places(width: int, *, rtl: bool = False) -> Places:
        holder = QWidget()
        qtbot.addWidget(holder)
        way = Qt.LayoutDirection
        holder.setLayoutDirection(way.RightToLeft if rtl else way.LeftToRight)
        flow = FlowLayout(holder, 10)
        boxes = [QWidget() for _ in range(4)]
        for box, size in zip(boxes, (100, 100, 120, 120), strict=True):
            box.setFixedSize(size, 20)
        for box in boxes[:2]:
            flow.addWidget(box)
        flow.trail(*boxes[2:])
        holder.resize(width, flow.heightForWidth(width))
        holder.show()
        return [(box.x(), box.y()) for box in boxes]

    return places


@pytest.mark.parametrize(
    ("width", "found"),
    [
        (600, [(0, 0), (110, 0), (350, 0), (480, 0)]),
        (400, [(0, 0), (110, 0), (150, 30), (280, 30)]),
        (230, [(0, 0), (110, 0), (110, 30), (110, 60)]),
    ],
)
def test_what_trails_ends_the_line_together_while_it_fits(
    placed: Callable[..., Places], width: int, found: Places
) -> None:
    assert placed(width) == found


def test_an_arabic_line_is_mirrored(placed: Callable[..., Places]) -> None:
    assert placed(600, rtl=True) == [(500, 0), (390, 0), (130, 0), (0, 0)]
