"""Rounds and their requests, the late ones marked, each row leading to its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout

from focalpoint_app.domain.contribution import Round
from focalpoint_app.domain.reminder import Stage, last_date
from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.consultation.stages import (
    MARKS,
    STAGES,
    share_words,
    stage_words,
)
from focalpoint_app.gui.controls.buttons import ChoiceMenu, push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.rows import HEAD, MARK, RowList
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.workflow.consultation.following import Followed

_ID = Qt.ItemDataRole.UserRole
_REMIND = "remind"


class RequestShelf(Ground):
    """Signals:
    chosen: the id of a request.
    new: one more round is to be put together.
    """

    chosen = Signal(str)
    new = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("card")
        self._session = session
        self._filter = ""
        self._followed: tuple[Followed, ...] = ()
        self.search = QLineEdit()
        self.menu = ChoiceMenu("filter")
        self.list = RowList()
        self.add = push_button(primary=True)
        self._none = soft_label(wrap=True)
        self._build()
        self.search.textChanged.connect(lambda _text: self._list())
        self.menu.chosen.connect(self.filter_by)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.add.clicked.connect(self.new)

    def _build(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.menu)
        first.addStretch(1)
        first.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(first)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.search.setClearButtonEnabled(True)
        self.setMinimumWidth(300)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the requests listed, in order; rounds have none."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(_ID)) for item in items if item.data(_ID))

    def show_followed(self, followed: tuple[Followed, ...]) -> None:
        self._followed = followed
        self._list()

    def show_request(self, request: str) -> None:
        """Select its row without choosing it again."""
        for row in range(self.list.count()):
            if request and self.list.item(row).data(_ID) == request:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    def filter_by(self, key: str) -> None:
        """A stage, ``remind`` for those to be written to, or empty for all."""
        self._filter = key
        self.menu.show_choice(key)
        self._list()

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search requests"))
        self.list.setAccessibleName(tr("Requests"))
        self.add.setText(tr("New round"))
        stages = [(stage.value, tr(words)) for stage, words in STAGES.items()]
        every, due = ("", tr("All requests")), (_REMIND, tr("To be reminded"))
        self.menu.offer(tr("Filter"), [every, due, *stages])
        self.menu.show_choice(self._filter)
        self._list()

    def _list(self) -> None:
        tr, current = self._session.catalogue, self.list.currentItem()
        chosen = str(current.data(_ID) or "") if current is not None else ""
        self.list.clear()
        kept = [each for each in self._followed if self._keeps(each)]
        for _, group in groupby(kept, key=lambda each: each.round.id):
            requests = list(group)
            self._add_round(requests[0].round, requests, tr)
            for each in requests:
                self._add(each, tr)
        self._none.setText(
            tr("No request is like this.")
            if self._followed
            else tr("Nobody was asked yet. Put a first round together.")
        )
        self._none.setVisible(not kept)
        self.show_request(chosen)

    def _keeps(self, each: Followed) -> bool:
        if self._filter == _REMIND:
            fits = each.next is not None
        else:
            fits = self._filter in ("", each.state.stage.value)
        words = folded(self.search.text().strip()).split()
        text = folded(f"{each.stakeholder.name} {each.round.name}")
        return fits and all(word in text for word in words)

    def _add_round(
        self, shown: Round, requests: Sequence[Followed], tr: Catalogue
    ) -> None:
        """A heading: it is read, not chosen."""
        done = sum(each.state.stage is Stage.ANSWERED for each in requests)
        words = tr.counted(
            "{done} of {n} request answered",
            "{done} of {n} requests answered",
            len(requests),
            done=done,
        )
        item = QListWidgetItem(shown.name, self.list)
        item.setData(HEAD, words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _add(self, each: Followed, tr: Catalogue) -> None:
        item = QListWidgetItem(institution_name(each.stakeholder, tr), self.list)
        item.setData(_ID, each.id)
        item.setData(MARK, MARKS[each.state.stage])
        item.setData(HEAD, _head(each, tr))

    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(_ID):
            self.chosen.emit(str(item.data(_ID)))


def _head(each: Followed, tr: Catalogue) -> str:
    """How it stands, or until when where that is open; how much is answered."""
    due = last_date(each.sent, each.reminders)
    if each.state.stage is Stage.ASKED and due:
        standing = tr("due on {date}", date=written_date(due, tr.language))
    else:
        standing = stage_words(each.state, tr)
    return " · ".join((standing, share_words(each.state, tr)))
