"""The paper that documents are printed on, and the documents besides the submission."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.document_form import DocumentForm
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.paper_card import PaperCard
from focalpoint_app.gui.submission.room import CardsRoom
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_


class DocumentsRoom(CardsRoom):
    def __init__(self, session: Session, dialogs: FileDialogs) -> None:
        super().__init__()
        self._told = Told()
        self.paper = PaperCard(session, self._told, dialogs)
        card = Section(
            self._told,
            N_("Other documents"),
            N_("They show the answers as they stand; nothing is cleared or signed."),
        )
        self.form = DocumentForm(session, self._told, dialogs)
        card.column.addWidget(self.form)
        self.lay(card, self.paper)

    def leave(self) -> None:
        self.paper.keep()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.form.output.save, self.paper.lines.area)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.form.retranslate(tr)
        self.paper.retranslate(tr)
