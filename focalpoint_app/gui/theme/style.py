"""A small proxy over Fusion: soft corners, drawn boxes, a focus ring always seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.combo import combo, combo_words
from focalpoint_app.gui.theme.ruling import side_lines
from focalpoint_app.gui.theme.tokens import tokens

PRIMARY = "primary"
"""Dynamic property of the one button a place wants pressed."""
QUIET = "quiet"
"""Dynamic property of buttons without a frame until the pointer is over them."""

_INDICATOR = 20
_SCROLL_BAR = 12
_BUTTON_HEIGHT = 34
_FIELD_HEIGHT = 36
_FIELD_PAD = 6
_WIDEST_CHOICE = 320
"""Pixels that a list asks for at most while it is folded: a name in it may be longer
than any pane.  Unfolded, whose height is not asked, it takes what its words need."""

_Draw = Callable[[QPainter, Any, QWidget | None], None]


class HouseStyle(QProxyStyle):
    """Metrics and the few shapes that differ; all else is Fusion's."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        element, control = QStyle.PrimitiveElement, QStyle.ControlElement
        self._primitives: dict[QStyle.PrimitiveElement, _Draw] = {
            element.PE_FrameFocusRect: _focus_rect,
            element.PE_IndicatorCheckBox: drawing.check_box,
            element.PE_IndicatorItemViewItemCheck: drawing.check_box,
            element.PE_IndicatorRadioButton: drawing.radio_button,
            element.PE_PanelLineEdit: drawing.field,
            element.PE_FrameLineEdit: _nothing,
            element.PE_PanelButtonCommand: _button,
            element.PE_FrameTabBarBase: _nothing,
            element.PE_FrameTabWidget: _nothing,
            element.PE_PanelItemViewRow: _nothing,
            element.PE_PanelItemViewItem: drawing.item,
        }
        self._controls: dict[QStyle.ControlElement, _Draw] = {
            control.CE_ShapedFrame: drawing.frame,
            control.CE_ProgressBarGroove: drawing.groove,
            control.CE_ProgressBarContents: drawing.progress,
            control.CE_TabBarTabShape: drawing.tab,
            control.CE_PushButtonLabel: _button_label,
            control.CE_Header: _corner,
        }

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._primitives.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            draw(painter, option, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._controls.get(element)
        if isinstance(option, QStyleOptionComboBox):
            whole = QStyle.ComplexControl.CC_ComboBox
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = self.subControlRect(whole, option, part, widget)
            combo_words(painter, option, room)
        elif draw is None:
            super().drawControl(element, option, painter, widget)
        else:
            draw(painter, option, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is QStyle.ComplexControl.CC_ScrollBar:
            handle = self.subControlRect(
                control, option, QStyle.SubControl.SC_ScrollBarSlider, widget
            )
            drawing.scroll_handle(painter, option, handle)
        elif control is QStyle.ComplexControl.CC_ComboBox:
            combo(painter, option)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: Any = None,
    ) -> QRect:
        if control is QStyle.ComplexControl.CC_ScrollBar and isinstance(
            option, QStyleOptionSlider
        ):
            return _scroll_bar_part(option, part)
        box = super().subControlRect(control, option, part, widget)
        if part is QStyle.SubControl.SC_ComboBoxEditField:
            return box.adjusted(_FIELD_PAD, 0, -_FIELD_PAD, 0)
        return box

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: Any = None
    ) -> QRect:
        box = super().subElementRect(element, option, widget)
        if element is QStyle.SubElement.SE_LineEditContents:
            return box.adjusted(_FIELD_PAD, 0, -_FIELD_PAD, 0)
        return box

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        ours = _METRICS.get(metric)
        return ours if ours is not None else super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        contents: QSize,
        widget: Any = None,
    ) -> QSize:
        size = super().sizeFromContents(kind, option, contents, widget)
        is_list = kind is QStyle.ContentsType.CT_ComboBox and not contents.height()
        return size if is_list else _sized(kind, size)


_METRICS = {
    QStyle.PixelMetric.PM_IndicatorWidth: _INDICATOR,
    QStyle.PixelMetric.PM_IndicatorHeight: _INDICATOR,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: _INDICATOR,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: _INDICATOR,
    QStyle.PixelMetric.PM_CheckBoxLabelSpacing: 8,
    QStyle.PixelMetric.PM_RadioButtonLabelSpacing: 8,
    QStyle.PixelMetric.PM_ScrollBarExtent: _SCROLL_BAR,
    QStyle.PixelMetric.PM_ButtonShiftHorizontal: 0,
    QStyle.PixelMetric.PM_ButtonShiftVertical: 0,
    QStyle.PixelMetric.PM_SmallIconSize: 18,
    QStyle.PixelMetric.PM_TabBarTabHSpace: 20,
    QStyle.PixelMetric.PM_TabBarTabVSpace: 6,
    QStyle.PixelMetric.PM_TabBarBaseOverlap: 0,
    QStyle.PixelMetric.PM_TabBarTabShiftVertical: 0,
}


def _sized(kind: QStyle.ContentsType, size: QSize) -> QSize:
    """Heights by our measure: the Arabic font's line is twice its letters."""
    match kind:
        case QStyle.ContentsType.CT_PushButton:
            return QSize(size.width() + 8, _BUTTON_HEIGHT)
        case QStyle.ContentsType.CT_LineEdit:
            return QSize(size.width(), _FIELD_HEIGHT)
        case QStyle.ContentsType.CT_ComboBox:
            wide = size.width() + 2 * _FIELD_PAD
            return QSize(min(wide, _WIDEST_CHOICE), _FIELD_HEIGHT)
        case QStyle.ContentsType.CT_RadioButton | QStyle.ContentsType.CT_CheckBox:
            return QSize(size.width(), max(28, size.height()))
    return size


def _scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """A bar without arrows: the groove is all of it, the handle slides in it."""
    upright = option.orientation == Qt.Orientation.Vertical
    whole = option.rect
    length = whole.height() if upright else whole.width()
    reach = option.maximum - option.minimum
    handle = max(36, length * option.pageStep // max(1, reach + option.pageStep))
    handle = min(handle, length) if reach > 0 else length
    start = QStyle.sliderPositionFromValue(
        option.minimum,
        option.maximum,
        option.sliderPosition,
        length - handle,
        option.upsideDown,
    )
    spans = {
        QStyle.SubControl.SC_ScrollBarSlider: (start, handle),
        QStyle.SubControl.SC_ScrollBarGroove: (0, length),
        QStyle.SubControl.SC_ScrollBarSubPage: (0, start),
        QStyle.SubControl.SC_ScrollBarAddPage: (start + handle, length),
    }
    at, extent = spans.get(part, (0, 0))
    if extent == 0:
        return QRect()
    if part == QStyle.SubControl.SC_ScrollBarAddPage:
        extent = length - at
    if upright:
        return QRect(whole.left(), whole.top() + at, whole.width(), extent)
    return QRect(whole.left() + at, whole.top(), extent, whole.height())


def _focus_rect(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    drawing.focus_ring(painter, QRectF(option.rect), 6)


def _corner(painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    """The empty corner of a table; headers themselves are drawn by hand."""
    painter.fillRect(option.rect, tokens().color("ground"))
    is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
    end = "right" if is_rtl else "left"
    side_lines(painter, option.rect, "top", "bottom", end)


def _nothing(_painter: QPainter, _option: Any, _widget: QWidget | None) -> None:
    """Drawn elsewhere."""


def _button(painter: QPainter, option: Any, widget: QWidget | None) -> None:
    colours = tokens()
    primary = bool(widget is not None and widget.property(PRIMARY))
    quiet = bool(widget is not None and widget.property(QUIET))
    if isinstance(option, QStyleOptionButton):
        drawing.button(painter, option, colours, primary=primary, quiet=quiet)


def _button_label(painter: QPainter, option: Any, widget: QWidget | None) -> None:
    primary = bool(widget is not None and widget.property(PRIMARY))
    drawing.button_label(painter, option, primary=primary)
