"""A field that finds words on the pages, with how many there are and the way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.preview.page_view import PageView
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.preview import Place

_PAUSE = 180  # ms after the last key; reading 125 pages the first time takes 300


class FindLine(QWidget):
    """Signals:
    left: Escape in the field.
    """

    left = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._tr = Catalogue("en")
        self._at = -1
        self.places: tuple[Place, ...] = ()
        self.field = LineField()
        self.field.setMinimumWidth(180)
        self.told = soft_label()
        self.previous = IconButton("up")
        self.next = IconButton("down")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        for widget in (self.told, self.previous, self.next):
            row.addWidget(widget)
        self.field.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.search)
        self.field.returnPressed.connect(self._enter)
        self.next.clicked.connect(lambda: self.step(1))
        self.previous.clicked.connect(lambda: self.step(-1))

    def retranslate(self, tr: Catalogue) -> None:
        self._tr = tr
        self.field.setPlaceholderText(tr("Find on the pages"))
        self.field.setAccessibleName(tr("Find on the pages"))
        self.next.name_it(tr("Next match"), "Enter")
        self.previous.name_it(tr("Previous match"), "Shift+Enter")
        self._tell()

    def search(self) -> None:
        """Mark every place; go to the first from the page in front on."""
        self._pause.stop()
        self.places = tuple(self._view.preview.find_everywhere(self.field.text()))
        self._view.show_places(self.places)
        ahead = [
            n for n, each in enumerate(self.places) if each.page >= self._view.page
        ]
        self._at = (ahead[0] if ahead else 0) - 1
        self.step(1)

    def step(self, by: int) -> None:
        """To the next or previous place, round and round."""
        if self.places:
            self._at = (self._at + by) % len(self.places)
            self._view.show_place(self.places[self._at])
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif shifted and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._pause.isActive():
            self.search()
        else:
            self.step(1)

    def _tell(self) -> None:
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.places))
        if not self.field.text().strip():
            self.told.setText("")
        elif not self.places:
            self.told.setText(self._tr("Nothing was found."))
        else:
            at, count = self._at + 1, len(self.places)
            self.told.setText(self._tr("{at} of {count}", at=at, count=count))
