"""The list of institutions: searched, by category, each row saying how to reach it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout

from focalpoint_app.domain.search_text import folded
from focalpoint_app.domain.stakeholder import Route, Stakeholder
from focalpoint_app.gui.consultation.undo_notice import UndoNotice
from focalpoint_app.gui.controls.buttons import ChoiceMenu, push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.names import language_name
from focalpoint_app.language.stakeholder_words import CATEGORIES, ROUTES

_ID = Qt.ItemDataRole.UserRole


class InstitutionShelf(Ground):
    """Signals:
    chosen: the id of an institution.
    new: one more is to be described.
    suggest: the suggestions are wanted.
    incoming: the path of a list that was dropped.
    importing, exporting: a list is to be chosen, or to be written.
    """

    chosen = Signal(str)
    new = Signal()
    suggest = Signal()
    incoming = Signal(object)
    importing = Signal()
    exporting = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("card")
        self._session = session
        self._filter = ""
        self.search = QLineEdit()
        self.menu = ChoiceMenu("filter")
        self.list = RowList()
        self.add = push_button(primary=True)
        self.suggestions = push_button()
        self.take = push_button(quiet=True)
        self.write = push_button(quiet=True)
        self.told = UndoNotice()
        self._none = soft_label(wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.menu)
        first.addStretch(1)
        first.addWidget(self.add)
        others = FlowLayout(None, 6)
        for button in (self.suggestions, self.take, self.write):
            others.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(first)
        column.addLayout(others)
        for widget in (self.told, self._none):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.search.setClearButtonEnabled(True)
        self.setMinimumWidth(300)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.menu.chosen.connect(self.filter_by)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        for button, signal in (
            (self.add, self.new),
            (self.suggestions, self.suggest),
            (self.take, self.importing),
            (self.write, self.exporting),
        ):
            button.clicked.connect(signal)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the institutions listed, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(_ID)) for item in items)

    def show_institution(self, stakeholder: str) -> None:
        """Select its row without choosing it again."""
        for row, each in enumerate(self.ids):
            if each == stakeholder:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    def filter_by(self, category: str) -> None:
        """Empty for all."""
        self._filter = category
        self.menu.show_choice(category)
        self.refresh()

    def refresh(self) -> None:
        tr = self._session.catalogue
        current = self.list.currentItem()
        chosen = str(current.data(_ID)) if current is not None else ""
        everyone = self._session.desk.workspace.stakeholders()
        wanted = folded(self.search.text().strip()).split()
        self.list.clear()
        for each in everyone:
            text = folded(" ".join(_texts(each)))
            if self._filter in ("", each.category.value) and all(
                word in text for word in wanted
            ):
                self._add(each, tr)
        self._none.setText(
            tr("No institution matches.")
            if everyone
            else tr("No institution yet. Begin with the suggestions, or take a list.")
        )
        self._none.setVisible(self.list.count() == 0)
        self.write.setEnabled(bool(everyone))
        self.show_institution(chosen)

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search institutions"))
        self.list.setAccessibleName(tr("Institutions"))
        self.add.setText(tr("New institution"))
        self.suggestions.setText(tr("Suggestions…"))
        self.take.setText(tr("Take a list (CSV)…"))
        self.write.setText(tr("Write the list (CSV)…"))
        self.told.retranslate(tr)
        entries = [(key, tr(words)) for key, words in CATEGORIES.items()]
        self.menu.offer(tr("Category"), [("", tr("All categories")), *entries])
        self.menu.show_choice(self._filter)
        if self.isVisible():  # Elsewhere ``enter`` of the room lists them anew.
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        files = [each.toLocalFile() for each in urls if each.isLocalFile()]
        if files:
            self.incoming.emit(Path(files[0]))

    def _add(self, stakeholder: Stakeholder, tr: Catalogue) -> None:
        item = QListWidgetItem(institution_name(stakeholder, tr), self.list)
        item.setData(_ID, stakeholder.id)
        usual = self._session.desk.review.languages[0]
        item.setData(HEAD, _head(stakeholder, usual, tr))
        addressee = stakeholder.addressee
        told = listed([addressee.office, addressee.holder], tr)
        item.setToolTip(plain_tip(told))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_ID)))


def _head(stakeholder: Stakeholder, usual: str, tr: Catalogue) -> str:
    """Category, addressee; language and way of letters where they are not usual."""
    office = stakeholder.addressee
    parts = [tr(CATEGORIES[stakeholder.category]), office.holder or office.office]
    if stakeholder.language != usual:
        parts.append(language_name(stakeholder.language))
    if stakeholder.route is not Route.DIRECT:
        parts.append(tr(ROUTES[stakeholder.route]))
    return " · ".join(isolate(part) for part in parts if part)


def _texts(stakeholder: Stakeholder) -> tuple[str, ...]:
    office, officer = stakeholder.addressee, stakeholder.liaison
    return (stakeholder.name, office.office, office.holder, officer.name, officer.email)
