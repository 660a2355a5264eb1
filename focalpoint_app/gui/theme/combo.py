"""A list that is folded: its field, its arrow, and as much of its words as fits."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle

from focalpoint_app.gui.theme.drawing import field_box
from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.isolates import direction_of

_State = QStyle.StateFlag
_OWN: dict[str | None, Qt.LayoutDirection] = {
    "rtl": Qt.LayoutDirection.RightToLeft,
    "ltr": Qt.LayoutDirection.LeftToRight,
}
"""An ellipsis stands where the words end."""


def combo(painter: QPainter, option: Any) -> None:
    box = QRectF(option.rect)
    focused = bool(option.state & _State.State_HasFocus)
    enabled = bool(option.state & _State.State_Enabled)
    field_box(painter, box, focused=focused, enabled=enabled)
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    x = box.left() + 10 if rtl else box.right() - 24
    arrow = QRectF(x, box.center().y() - 7, 14, 14)
    paint_icon(painter, arrow, "down", tokens().color("soft_ink"))


def combo_words(painter: QPainter, option: Any, room: QRect) -> None:
    """From the leading edge, with an ellipsis where ``room`` ends too early; what is
    typed into is drawn by its field.
    """
    if option.editable:
        return
    words = option.fontMetrics.elidedText(
        option.currentText, Qt.TextElideMode.ElideRight, room.width()
    )
    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    edge = QStyle.visualAlignment(option.direction, leading)
    painter.save()
    painter.setLayoutDirection(_OWN.get(direction_of(words), option.direction))
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    painter.drawText(room, int(edge | Qt.TextFlag.TextSingleLine), words)
    painter.restore()
