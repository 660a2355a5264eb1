"""Choosing a State by its UN short name: typed in any known language, picked."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import WINDOW_LANGUAGES
from focalpoint_app.language.states import State, state_name, states

_CODE = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 190
_ROW = 34


class StateField(QWidget):
    """The list is open while one searches, and closes over the choice.

    Signals:
        chosen: another State; its ISO 3166 code.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        self._language = "en"
        self.search = LineField()
        self.list = QListWidget()
        self._frame = QFrame()
        self._frame.setFrameShape(QFrame.Shape.StyledPanel)
        self._frame.setFixedHeight(_LIST_HEIGHT)
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(6, 6, 6, 6)
        inner.addWidget(self.list)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self._frame)
        self.setFocusProxy(self.search)
        self._frame.hide()
        self.search.installEventFilter(self)
        self.search.textEdited.connect(self._look_for)
        self.search.returnPressed.connect(self._pick_current)
        self.list.itemClicked.connect(self._pick)
        self.list.itemActivated.connect(self._pick)

    @property
    def code(self) -> str:
        """Empty until a State is chosen."""
        return self._code

    def show_state(self, code: str) -> None:
        self._code = code
        self.search.setText(state_name(code, self._language) if code else "")
        self._frame.hide()

    def retranslate(self, tr: Catalogue) -> None:
        self._language = tr.language
        self.search.setPlaceholderText(tr("Search by name"))
        self.list.setAccessibleName(tr("States"))
        if self._code:
            self.show_state(self._code)
        else:
            self._list("")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.search.setAccessibleName(name)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list while the typing goes on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key())
            if step is not None:
                self._walk(step)
                return True
        return False

    def _look_for(self, text: str) -> None:
        if self._code:
            self._code = ""
            self.chosen.emit("")
        self._list(text)
        self._frame.show()

    def _list(self, text: str) -> None:
        wanted = folded(text.strip())
        self.list.clear()
        for state in sorted(states(self._language), key=lambda s: _rank(s, wanted)):
            if any(wanted in name for name in _names(state.code)):
                item = QListWidgetItem(state.name, self.list)
                item.setData(_CODE, state.code)
                item.setSizeHint(QSize(10, _ROW))
        self.list.setCurrentRow(0)

    def _walk(self, step: int) -> None:
        if not self._frame.isVisible():
            self._list("" if self._code else self.search.text())
            self._frame.show()
            return
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))

    def _pick_current(self) -> None:
        item = self.list.currentItem()
        if item is not None and not self._code:
            self._pick(item)

    def _pick(self, item: QListWidgetItem) -> None:
        self.show_state(str(item.data(_CODE)))
        self.search.setFocus()
        self.chosen.emit(self._code)


_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


@cache
def _names(code: str) -> tuple[str, ...]:
    """As they are searched, with and without the Arabic article."""
    names = [folded(state_name(code, each)) for each in WINDOW_LANGUAGES]
    return (*names, *(name.removeprefix("ال") for name in names))


def _rank(state: State, wanted: str) -> bool:
    """Names that begin with what is wanted come first, the rest as they were."""
    return not any(name.startswith(wanted) for name in _names(state.code))
