"""The shapes that the style draws: fields, buttons, boxes, bars, tabs, rings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QScrollArea,
    QStyle,
    QWidget,
)

from focalpoint_app.gui.theme.icons import paint_icon
from focalpoint_app.gui.theme.tokens import Tokens, tokens

FIELD_RADIUS = 8.0
CARD_RADIUS = 12.0
_EDGE = 4
_ICON_GAP = 8
_State = QStyle.StateFlag


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: str | None,
    line: str | None = None,
) -> None:
    """A rounded box; a line is one pixel wide and lies inside the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1) if line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = 0.5 if line else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, box: QRectF, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def field_box(painter: QPainter, box: QRectF, *, focused: bool, enabled: bool) -> None:
    colours = tokens()
    fill = colours.card if enabled else colours.ground
    rounded(painter, box, FIELD_RADIUS, fill, colours.field_line)
    if focused:
        focus_ring(painter, box, FIELD_RADIUS)


def field(painter: QPainter, option: Any, widget: QWidget | None) -> None:
    if isinstance(widget, QLineEdit) and not widget.hasFrame():
        return
    focused = bool(option.state & _State.State_HasFocus)
    enabled = bool(option.state & _State.State_Enabled)
    field_box(painter, QRectF(option.rect), focused=focused, enabled=enabled)


def frame(painter: QPainter, option: Any, widget: QWidget | None) -> None:
    """Text areas are fields; lists and trees lie on their ground without a frame."""
    if not isinstance(widget, QFrame) or isinstance(widget, QAbstractItemView):
        return
    if widget.frameShape() == QFrame.Shape.HLine:
        painter.fillRect(_hairline(option.rect), QColor(tokens().line))
    elif isinstance(widget, QScrollArea):  # Read and scrolled, not written in.
        if widget.hasFocus():
            focus_ring(painter, QRectF(option.rect), FIELD_RADIUS)
    elif widget.frameShape() != QFrame.Shape.NoFrame:
        enabled = bool(option.state & _State.State_Enabled)
        focused = widget.hasFocus()
        field_box(painter, QRectF(option.rect), focused=focused, enabled=enabled)


def _hairline(box: QRect) -> QRect:
    return QRect(box.left(), box.center().y(), box.width(), 1)


def button(
    painter: QPainter, option: Any, colours: Tokens, *, primary: bool, quiet: bool
) -> None:
    box = QRectF(option.rect)
    enabled = bool(option.state & _State.State_Enabled)
    fill, line = _button_colours(option, colours, primary=primary, quiet=quiet)
    painter.save()
    if not enabled:
        painter.setOpacity(0.6)
    rounded(painter, box, FIELD_RADIUS, fill, line)
    painter.restore()
    if option.state & _State.State_HasFocus:
        inner = box.adjusted(2, 2, -2, -2) if primary else box
        ring(painter, inner, colours.on_accent if primary else colours.accent)


def _button_colours(
    option: Any, colours: Tokens, *, primary: bool, quiet: bool
) -> tuple[str | None, str | None]:
    active = option.state & (_State.State_Sunken | _State.State_On)
    over = option.state & _State.State_MouseOver
    enabled = option.state & _State.State_Enabled
    if primary:
        return (colours.accent if enabled else colours.line), None
    soft = colours.accent_soft if enabled and (active or over) else None
    if quiet:
        return soft, None
    return soft or colours.card, colours.field_line


def button_label(painter: QPainter, option: Any, *, primary: bool) -> None:
    """Icon and words in the middle, the icon on the leading side; words end in an
    ellipsis where there is no room for them.
    """
    colours = tokens()
    enabled = bool(option.state & _State.State_Enabled)
    ink = colours.ink if enabled else colours.soft_ink
    painter.save()
    painter.setPen(QColor(colours.on_accent if primary and enabled else ink))
    icon = 0 if option.icon.isNull() else option.iconSize.width() + _ICON_GAP
    said = _elided(option, option.rect.width() - icon - _EDGE)
    words = option.fontMetrics.horizontalAdvance(said)
    left = option.rect.left() + max(_EDGE, (option.rect.width() - icon - words) // 2)
    row = QRect(left, option.rect.top(), icon + words + 2, option.rect.height())
    placed = QRect(row.left() + icon, row.top(), words + 2, row.height())
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic)
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    if rtl:
        placed.moveLeft(row.left())
    painter.setLayoutDirection(option.direction)  # The program's is late.
    painter.drawText(placed, flags | int(Qt.TextFlag.TextDontClip), said)
    if icon:
        _paint_button_icon(painter, option, row, rtl=rtl)
    painter.restore()


def _elided(option: Any, room: int) -> str:
    keys = int(Qt.TextFlag.TextShowMnemonic)
    return str(
        option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, room, keys
        )
    )


def _paint_button_icon(
    painter: QPainter, option: Any, row: QRect, *, rtl: bool
) -> None:
    side = option.iconSize.width()
    left = row.right() - side + 1 if rtl else row.left()
    place = QRect(left, row.center().y() - side // 2, side, side)
    option.icon.paint(painter, place)


def item(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    """A list's row: soft while the pointer is over it, the accent when chosen."""
    box = QRectF(option.rect)
    if option.state & _State.State_Selected:
        rounded(painter, box, 6, tokens().accent)
    elif option.state & _State.State_MouseOver:
        rounded(painter, box, 6, tokens().accent_soft)


def ring(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
    painter.restore()


def check_box(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    colours = tokens()
    box = _indicator(option.rect)
    if option.state & _State.State_On:
        rounded(painter, box, 5, colours.accent)
        tick = box.adjusted(2, 2, -2, -2)
        paint_icon(painter, tick, "check", QColor(colours.on_accent))
    elif option.state & _State.State_NoChange:
        rounded(painter, box, 5, colours.accent)
        dash = QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2)
        rounded(painter, dash, 1, colours.on_accent)
    else:
        rounded(painter, box, 5, colours.card, colours.field_line)


def radio_button(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    colours = tokens()
    box = _indicator(option.rect)
    chosen = bool(option.state & _State.State_On)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent if chosen else colours.field_line), 1.6))
    painter.setBrush(QColor(colours.card))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(box.adjusted(5, 5, -5, -5))
    painter.restore()


def _indicator(rect: QRect) -> QRectF:
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(rect).center())
    return box


def groove(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    rounded(painter, _bar(option.rect), 4, tokens().line)


def progress(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    """Filled from the leading edge."""
    bar = _bar(option.rect)
    reach = max(1, option.maximum - option.minimum)
    share = max(0.0, min(1.0, (option.progress - option.minimum) / reach))
    width = bar.width() * share
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    left = bar.right() - width if rtl else bar.left()
    if width > 0:
        filled = QRectF(left, bar.top(), max(width, bar.height()), bar.height())
        rounded(painter, filled, 4, tokens().accent)


def _bar(rect: QRect) -> QRectF:
    box = QRectF(rect)
    height = min(8.0, box.height())
    return QRectF(box.left(), box.center().y() - height / 2, box.width(), height)


def tab(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    colours = tokens()
    box = QRectF(option.rect)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), _c("line"))
    if option.state & _State.State_Selected:
        line = QRectF(box.left() + 4, box.bottom() - 3, box.width() - 8, 3)
        rounded(painter, line, 1.5, colours.accent)
    if option.state & _State.State_HasFocus:
        focus_ring(painter, box.adjusted(1, 1, -1, -4), 6)


def scroll_handle(painter: QPainter, option: Any, handle: QRect) -> None:
    if option.maximum <= option.minimum:
        return
    upright = option.orientation == Qt.Orientation.Vertical
    box = QRectF(handle)
    box = box.adjusted(3, 2, -3, -2) if upright else box.adjusted(2, 3, -2, -3)
    colours = tokens()
    over = option.state & _State.State_MouseOver
    rounded(painter, box, 3, colours.field_line if over else _handle(colours))


def _handle(colours: Tokens) -> str:
    return QColor(colours.field_line).lighter(118).name()


def card(painter: QPainter, box: QRectF, *, current: bool) -> None:
    colours = tokens()
    rounded(painter, box, CARD_RADIUS, colours.card, colours.line)
    if current:
        edge = QPainterPath()
        edge.addRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 11.5, 11.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_c("accent"), 1.5))
        painter.drawPath(edge)
        painter.restore()


def _c(name: str) -> QColor:
    return tokens().color(name)
