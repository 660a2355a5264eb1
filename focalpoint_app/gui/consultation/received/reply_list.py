"""The list of replies that were taken in, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.questionnaire.contributions.words import (
    CARRIERS,
    STANDINGS,
    institution_name,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import isolate

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.kept_replies import KeptReply

_ID = Qt.ItemDataRole.UserRole


class ReplyList(QWidget):
    """Signals:
    chosen: the id of a reply.
    """

    chosen = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.search = LineField()
        self.search.setClearButtonEnabled(True)
        self.list = RowList()
        self._none = soft_label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self._none):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self._narrow)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the replies listed, in order."""
        return tuple(str(each.data(_ID)) for each in self._items())

    def show_replies(self, found: Sequence[KeptReply]) -> None:
        tr = self._session.catalogue
        current = self.list.currentItem()
        chosen = str(current.data(_ID)) if current is not None else ""
        self.list.clear()
        for kept in found:
            item = QListWidgetItem()
            _say(item, kept, tr)
            self.list.addItem(item)
        self.show_reply(chosen)
        self._narrow(self.search.text())
        self._none.setVisible(not found)
        self.search.setVisible(bool(found))

    def show_reply(self, reply: str) -> None:
        """Select its row without choosing it again."""
        self.list.setCurrentRow(self.ids.index(reply) if reply in self.ids else -1)

    def say_again(self, kept: KeptReply) -> None:
        """One row, of a reply that is judged anew."""
        for item in self._items():
            if item.data(_ID) == kept.receipt.id:
                _say(item, kept, self._session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Institution or person"))
        self.search.setAccessibleName(tr("Institution or person"))
        self.list.setAccessibleName(tr("Replies"))
        self._none.setText(tr("No reply has come in yet."))

    def _narrow(self, text: str) -> None:
        wanted = folded(text)
        for item in self._items():
            words = f"{item.text()} {item.data(HEAD)}"
            item.setHidden(wanted not in folded(words))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_ID)))

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]


def _say(item: QListWidgetItem, kept: KeptReply, tr: Catalogue) -> None:
    receipt = kept.receipt
    when = written_date(receipt.time.astimezone().date(), tr.language, tr.digits)
    parts = [tr(STANDINGS[receipt.standing]), tr(CARRIERS[receipt.carrier]), when]
    item.setText("\n".join(_lines(kept, tr)))
    item.setData(_ID, receipt.id)
    item.setData(HEAD, " · ".join(map(isolate, parts)))
    words = f"{item.text()}. {item.data(HEAD)}"
    item.setData(Qt.ItemDataRole.AccessibleTextRole, words)


def _lines(kept: KeptReply, tr: Catalogue) -> list[str]:
    """Whose it is; how much it says, and what is still to be done with it."""
    told = [tr.counted("on {n} question", "on {n} questions", kept.answers)]
    loose = len(kept.receipt.unassigned)
    if loose:
        told.append(tr.counted("{n} loose text", "{n} loose texts", loose))
    if kept.receipt.flaws:
        told.append(tr.counted("{n} flaw", "{n} flaws", len(kept.receipt.flaws)))
    name = institution_name(kept.stakeholder, tr)
    return [isolate(name), " · ".join(told)]
