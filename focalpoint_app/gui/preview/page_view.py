"""Pages under one another, drawn when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame

from focalpoint_app.gui.preview.stack import Stack
from focalpoint_app.gui.theme.tokens import tokens

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.preview import Place, Preview

_KEPT = 12  # pictures of pages; one of A4 at full width weighs some 6 MB
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_ACTION = QAbstractSlider.SliderAction
_KEYS: Mapping[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_Space: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum,
    Qt.Key.Key_End: _ACTION.SliderToMaximum,
}


class PageView(QAbstractScrollArea):
    """Signals:
    turned: another page is in front; its number from 0.
    zoomed: the pages have another size.
    """

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview
        self._page = 0
        self._fits = True
        self._stack = Stack(preview.sizes, 1.0)
        self._places: tuple[Place, ...] = ()
        self._current: Place | None = None
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._notice_page)

    @property
    def page(self) -> int:
        """The page in front, from 0: the one across the upper third of the view."""
        return self._page

    @property
    def zoom(self) -> float:
        return self._stack.zoom

    def sizeHint(self) -> QSize:
        return QSize(860, 900)

    def fit(self) -> None:
        """As wide as the view; stays so when it is resized."""
        self._fits = True
        widest = max(size.width for size in self.preview.sizes)
        room = self.viewport().width() - 2 * Stack.MARGIN
        self._set_zoom(max(0.2, room / Stack.pixels(widest)))

    def zoom_in(self) -> None:
        self._step([step for step in _STEPS if step > self.zoom * 1.01][:1])

    def zoom_out(self) -> None:
        self._step([step for step in _STEPS if step < self.zoom * 0.99][-1:])

    def show_page(self, page: int) -> None:
        self.verticalScrollBar().setValue(round(self._stack.top(page)) - Stack.MARGIN)

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Mark them; none is the current one yet."""
        self._places, self._current = places, None
        self.viewport().update()

    def show_place(self, place: Place) -> None:
        """Mark it apart from the others and bring it to the upper third."""
        self._current = place
        box = self._stack.box(place.page, place.boxes[0], self._width)
        bar = self.verticalScrollBar()
        if not self._sees(box):
            bar.setValue(round(box.top()) - self.viewport().height() // 3)
        across = self.horizontalScrollBar()
        across.setValue(round(box.center().x()) - self.viewport().width() // 2)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens().color("ground"))
        seen = self._seen()
        painter.translate(-seen.left(), -seen.top())
        for page in self._stack.between(seen.top(), seen.bottom()):
            self._paint_page(painter, page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        else:
            self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = _KEYS.get(event.key())
        if action is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self.verticalScrollBar().triggerAction(action)

    @property
    def _width(self) -> float:
        """Of the whole stack with its margins, at least the view's."""
        return max(self._stack.width, float(self.viewport().width()))

    def _seen(self) -> QRectF:
        view = self.viewport()
        return QRectF(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value(),
            view.width(), view.height(),
        )  # fmt: skip

    def _sees(self, box: QRectF) -> bool:
        return self._seen().contains(box)

    def _step(self, found: list[float]) -> None:
        if found:
            self._fits = False
            self._set_zoom(found[0])

    def _set_zoom(self, zoom: float) -> None:
        """The same place of the same page stays in front."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1.0, self._stack.height)
        self._stack = Stack(self.preview.sizes, zoom)
        self._measure()
        bar.setValue(round(share * self._stack.height))
        self.zoomed.emit()
        self.viewport().update()

    def _measure(self) -> None:
        view = self.viewport()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._stack.height) - view.height()))
        down.setPageStep(view.height())
        across.setRange(0, max(0, round(self._stack.width) - view.width()))
        across.setPageStep(view.width())

    def _notice_page(self, value: int) -> None:
        page = self._stack.at(value + self.viewport().height() / 3)
        if page != self._page:
            self._page = page
            self.turned.emit(page)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        box = self._stack.page(page, self._width)
        painter.drawImage(box, self._image(page, box))
        painter.setPen(tokens().color("line"))
        painter.drawRect(box)
        for place in self._places:
            if place.page == page:
                self._paint_place(painter, place)

    def _paint_place(self, painter: QPainter, place: Place) -> None:
        """Words stay readable: the marker is laid on as a highlighter's ink."""
        ink = QColor("#FFB03B" if place == self._current else "#FFE58A")
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for each in place.boxes:
            painter.fillRect(
                self._stack.box(page=place.page, box=each, width=self._width), ink
            )
        painter.restore()

    def _image(self, page: int, box: QRectF) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (page, round(box.width() * ratio))
        if key not in self._drawn:
            picture = self.preview.picture(*key)
            self._drawn[key] = QImage(
                picture.pixels, picture.width, picture.height, picture.stride,
                QImage.Format.Format_RGB32,
            ).copy()  # fmt: skip
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]
