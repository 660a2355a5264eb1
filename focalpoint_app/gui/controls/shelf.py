"""A list in a card: searched, filtered, one more begun; who has things fills it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.controls.buttons import ChoiceMenu, push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.controls.surfaces import Ground

_ID = Qt.ItemDataRole.UserRole
_NARROWEST = 300
_GAP = 8


class Shelf(Ground):
    """``wanted`` is the filter's key, empty for all.

    Signals:
        chosen: the id of what is listed.
        new: one more is to be made.
    """

    chosen = Signal(str)
    new = Signal()

    def __init__(self, *before: QWidget) -> None:
        """``before`` stand beside the button that begins one more."""
        super().__init__("card")
        self.wanted = ""
        self.search = LineField()
        self.menu = ChoiceMenu("filter")
        self.list = RowList()
        self.add = push_button(primary=True)
        self._none = soft_label(wrap=True)
        self._filled: list[QListWidgetItem] = []
        self.verbs = FlowLayout(None, _GAP)
        self.column = QVBoxLayout(self)
        self._build(before)
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.menu.chosen.connect(self.filter_by)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.add.clicked.connect(self.new)

    def _build(self, before: tuple[QWidget, ...]) -> None:
        self.verbs.addWidget(self.menu)
        self.verbs.trail(*before, self.add)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(8)
        self.column.addWidget(self.search)
        self.column.addLayout(self.verbs)
        self.column.addWidget(self._none)
        self.column.addWidget(self.list, 1)
        self.search.setClearButtonEnabled(True)
        self.setMinimumWidth(_NARROWEST)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of what is listed, in order; headings have none."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(_ID)) for item in items if item.data(_ID))

    def show_row(self, key: str) -> None:
        """Select its row without choosing it again, or none."""
        for row in range(self.list.count()):
            if key and self.list.item(row).data(_ID) == key:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    def filter_by(self, key: str) -> None:
        self.wanted = key
        self.menu.show_choice(key)
        self.refresh()

    def refresh(self) -> None:
        """List anew what is sought; the chosen row stays chosen."""
        current = self.list.currentItem()
        chosen = "" if current is None else str(current.data(_ID) or "")
        self._filled = []
        none = self.fill()
        self.list.clear()  # Not before: where filling fails the rows stay.
        for item in self._filled:
            self.list.addItem(item)
        self._none.setText(none)
        is_empty = self.list.count() == 0
        self._none.setVisible(is_empty)
        policy = Qt.FocusPolicy
        self.list.setFocusPolicy(policy.NoFocus if is_empty else policy.StrongFocus)
        self.show_row(chosen)

    def fill(self) -> str:
        """Add what is sought; returns the words for a list that stayed empty."""
        raise NotImplementedError

    def sought(self) -> Callable[[Iterable[str]], bool]:
        """Whether every word of the search stands somewhere in the texts."""
        words = folded(self.search.text().strip()).split()

        def holds(texts: Iterable[str]) -> bool:
            text = folded(" ".join(texts))
            return all(word in text for word in words)

        return holds

    def add_row(self, key: str, words: str, head: str) -> QListWidgetItem:
        """``head`` stands above the words; a row without a key is no choice."""
        item = QListWidgetItem(words)
        self._filled.append(item)
        item.setData(HEAD, head)
        if key:
            item.setData(_ID, key)
        else:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def offer(self, title: str, every: str, others: Sequence[tuple[str, str]]) -> None:
        """Name the filter: ``every`` for all, then (key, words)."""
        self.menu.offer(title, [("", every), *others])
        self.menu.show_choice(self.wanted)

    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(_ID):
            self.chosen.emit(str(item.data(_ID)))
