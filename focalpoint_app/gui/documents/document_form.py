"""One document: how much, in which language, looked at or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.language_pair import LanguagePair
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.output import Composing, DocumentOutput, Wanted
from focalpoint_app.gui.documents.scopes import Scope, scopes
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.documents import Wish

BLANK, ARTICLE, SOURCES, ASSISTANCE = "blank", "article", "sources", "assistance"
KINDS = {
    BLANK: N_("Blank questionnaire, to print and fill in by hand"),
    ARTICLE: N_("An article with its answers as they stand"),
    SOURCES: N_("List of sources"),
    ASSISTANCE: N_("Technical assistance needed and received"),
}
"""Of ``workflow.documents.Kind``, which takes long to load."""


class DocumentForm(QWidget):
    """Nothing is cleared: each document says that it shows work in progress."""

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session = session
        self._kind = QComboBox()
        self.scope = QComboBox()
        self.languages = LanguagePair(
            told, N_("Language of the document"), session.desk.review.languages[0]
        )
        wanted = Wanted(self._read, self._called)
        self.output = DocumentOutput(session, told, dialogs, wanted)
        self._which, self._how_much = FormRow(self._kind), FormRow(self.scope)
        self._scopes: tuple[Scope, ...] = ()
        self._build(told)
        self._kind.currentIndexChanged.connect(self._show_scopes)

    def _build(self, told: Told) -> None:
        for kind in KINDS:
            self._kind.addItem("", kind)
        told.add(self._which.say, N_("Document"))
        told.add(self._how_much.say, N_("How much of it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._which, self._how_much, self.languages, self.output):
            column.addWidget(widget)

    @property
    def kind(self) -> str:
        return str(self._kind.currentData())

    def choose(self, kind: str, article: str = "", *, only: bool = False) -> None:
        """``article`` as ``untoc.5``; with ``only`` neither can be changed."""
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._show_scopes()
        wanted = [at for at, each in enumerate(self._scopes) if each.article == article]
        if article and wanted:
            self.scope.setCurrentIndex(wanted[0])
        self._which.setVisible(not only)
        self._how_much.setVisible(not only)

    @property
    def wish(self) -> Wish:
        """What stands in the fields."""
        from focalpoint_app.workflow.submitting.documents import Kind, Wish
        from focalpoint_app.workflow.submitting.papers import paper_of

        scope = self._scopes[max(0, self.scope.currentIndex())]
        return Wish(
            Kind(self.kind),
            self.languages.language,
            self.languages.beside,
            (scope.part,) if scope.part else (),
            scope.article,
            paper_of(self._session.desk, self.languages.language),
        )

    def retranslate(self, tr: Catalogue) -> None:
        for at, words in enumerate(KINDS.values()):
            self._kind.setItemText(at, tr(words))
        self.languages.retranslate(tr)
        self.output.retranslate(tr)
        self._show_scopes()

    def _show_scopes(self) -> None:
        """Only what the kind can cover; the choice stays where it is still there."""
        desk, tr = self._session.desk, self._session.catalogue
        at = self.scope.currentIndex()
        before = self._scopes[at] if 0 <= at < len(self._scopes) else Scope()
        found = [
            each
            for each in scopes(desk.questionnaire, desk.review.parts, tr)
            if _covers(self.kind, each[0])
        ]
        self._scopes = tuple(scope for scope, _ in found)
        self.scope.clear()
        self.scope.addItems([words for _, words in found])
        if before in self._scopes:
            self.scope.setCurrentIndex(self._scopes.index(before))

    def _read(self) -> Composing:
        from focalpoint_app.workflow.submitting.documents import composed, working_view

        view, wish = working_view(self._session.desk), self.wish
        return lambda: composed(view, wish)

    def _called(self) -> str:
        return self._session.catalogue(KINDS[self.kind])


def _covers(kind: str, scope: Scope) -> bool:
    if kind == BLANK:
        return True
    return bool(scope.article) if kind == ARTICLE else not scope.article
