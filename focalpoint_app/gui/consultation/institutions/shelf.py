"""The list of institutions: searched, by category, each row saying how to reach it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from focalpoint_app.domain.stakeholder import Route, Stakeholder
from focalpoint_app.gui.consultation.undo_notice import UndoNotice
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.shelf import Shelf
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.names import language_name
from focalpoint_app.language.stakeholder_words import CATEGORIES, ROUTES


class InstitutionShelf(Shelf):
    """``wanted`` is a category, or empty for all.

    Signals:
        suggest: the suggestions are wanted.
        incoming: the path of a list that was dropped.
        importing, exporting: a list is to be chosen, or to be written.
    """

    suggest = Signal()
    incoming = Signal(object)
    importing = Signal()
    exporting = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.suggestions = push_button()
        self.take = push_button(quiet=True)
        self.write = push_button(quiet=True)
        self.told = UndoNotice()
        self._add_verbs()
        self.setAcceptDrops(True)

    def _add_verbs(self) -> None:
        others = FlowLayout(None, 6)
        for button, signal in (
            (self.suggestions, self.suggest),
            (self.take, self.importing),
            (self.write, self.exporting),
        ):
            others.addWidget(button)
            button.clicked.connect(signal)
        below = self.column.indexOf(self.verbs) + 1
        self.column.insertLayout(below, others)
        self.column.insertWidget(below + 1, self.told)

    def fill(self) -> str:
        from focalpoint_app.workflow.consultation.stakeholders import (
            listed_stakeholders,
        )

        tr, holds = self._session.catalogue, self.sought()
        everyone = listed_stakeholders(self._session.desk)
        for each in everyone:
            fits = self.wanted in ("", each.category.value)
            if fits and holds(_texts(each)):
                self._add(each, tr)
        self.write.setEnabled(bool(everyone))
        if everyone:
            return tr("No institution matches.")
        return tr("No institution yet. Begin with the suggestions, or take a list.")

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
        self.offer(tr("Category"), tr("All categories"), entries)
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
        usual = self._session.desk.review.languages[0]
        name = institution_name(stakeholder, tr)
        row = self.add_row(stakeholder.id, name, _head(stakeholder, usual, tr))
        office = stakeholder.addressee
        told = [isolate(part) for part in (office.office, office.holder) if part]
        row.setToolTip(plain_tip(listed(told, tr)))


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
