"""Where Tab goes: on as one reads, also to what appeared a moment ago.

Qt's own chain follows the order in which widgets were made, so that a companion
question would come after the last card of its page and the rail after the foot.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)


def after(focused: QWidget | None, window: QWidget, *, backwards: bool) -> QWidget:
    """The next stop from here, round at the end; the window where there is none."""
    order = list(stops(window, focused))
    if not order:
        return window
    at = next((n for n, each in enumerate(order) if _holds(each, focused)), None)
    if at is None:
        return order[-1] if backwards else order[0]
    return order[(at + (-1 if backwards else 1)) % len(order)]


def stops(widget: QWidget, focused: QWidget | None = None) -> Iterator[QWidget]:
    """What Tab stops at in this widget, and the one focused now, as one reads."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget is focused:
        yield widget
    for part in _parts(widget):
        if part is not None:
            yield from stops(part, focused)


def _holds(stop: QWidget, focused: QWidget | None) -> bool:
    """A table's cell that is edited stands for its table, a page for nothing in it."""
    if stop is focused or focused is None:
        return stop is focused
    return not isinstance(stop, QScrollArea) and stop.isAncestorOf(focused)


def _parts(widget: QWidget) -> Iterator[QWidget | None]:
    match widget:
        case QStackedWidget():
            yield widget.currentWidget()
        case QSplitter():
            yield from (widget.widget(at) for at in range(widget.count()))
        case QScrollArea():
            yield widget.widget()
        case QAbstractScrollArea() | QComboBox() | QLineEdit():
            return
        case _:
            yield from _laid_out(widget.layout())


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            yield widget
        else:
            yield from _laid_out(item.layout())
