"""An article with its mark, its word and its count; pressed to go there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from focalpoint_app.domain.facts import Standing
from focalpoint_app.gui.controls.labels import plain_label, soft_label
from focalpoint_app.gui.controls.surfaces import Mark
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.tokens import tokens

_LOWEST = 36


class ArticleRow(QAbstractButton):
    """``question`` is where pressing it leads."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question
        self._mark = Mark()
        self._name = plain_label(wrap=True)
        self._said = soft_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._name, 1)
        row.addWidget(self._said)
        for part in (self._mark, self._name, self._said):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # Painted anew under the mouse.

    @property
    def said(self) -> str:
        return self._said.text()

    def show_article(self, name: str, standing: Standing, said: str) -> None:
        """``said`` is the mark's word and the count."""
        self._name.setText(name)
        self._said.setText(said)
        self._mark.show_standing(standing, said)
        self.setAccessibleName(f"{name}: {said}")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        taken = self._mark.width() + self._said.sizeHint().width() + 40
        return max(_LOWEST, self._name.heightForWidth(max(60, width - taken)) + 8)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            drawing.rounded(painter, box, 6, tokens().accent_soft)
        if self.hasFocus():
            drawing.focus_ring(painter, box, 6)
