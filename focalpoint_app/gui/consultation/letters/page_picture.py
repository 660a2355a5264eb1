"""A letter's page as a picture, as wide as there is room, or larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.letter_files import LetterPage

_LARGER = 1.8


class PagePicture(QScrollArea):
    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._is_large = False
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def is_shown(self) -> bool:
        return not self._image.isNull()

    def show_page(self, page: LetterPage | None) -> None:
        self._image = QImage()
        if page is not None:
            pixels = page.pixels()
            self._image = QImage(
                pixels, page.width, page.height, page.width,
                QImage.Format.Format_Grayscale8,
            ).copy()  # fmt: skip
        self._fit()
        self.verticalScrollBar().setValue(0)

    def show_large(self, *, large: bool) -> None:
        """For what is written small."""
        self._is_large = large
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            self._label.clear()
            self._label.resize(QSize(0, 0))
            return
        room = max(200, self.viewport().width() - 2)
        width = round(room * (_LARGER if self._is_large else 1))
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._image.scaledToWidth(round(width * ratio), smooth)
        scaled.setDevicePixelRatio(ratio)
        pixmap = QPixmap.fromImage(scaled)
        self._label.setPixmap(pixmap)
        self._label.resize(pixmap.deviceIndependentSize().toSize())
