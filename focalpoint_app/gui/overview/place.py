"""The overview's place."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from focalpoint_app.domain.clearance import Audience, Clearance
from focalpoint_app.gui.controls.labels import soft_label, title_label
from focalpoint_app.gui.controls.sheet import Facts, Section, Sheet
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.overview.profile_card import ProfileCard, ProfileEditor
from focalpoint_app.gui.overview.progress_card import PartCard
from focalpoint_app.gui.overview.standing_card import StandingCard
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.reconciling.copies_card import CopiesCard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.export_card import clearance_words
from focalpoint_app.gui.texts import author_words, in_language
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.states import state_name


class OverviewPlace(Page):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self._title = title_label()
        self._review = soft_label(wrap=True)
        self.standing = StandingCard(session, self._told)
        desk = session.desk
        self.parts = [
            PartCard(session, desk.questionnaire.part(part))
            for part in desk.review.parts
        ]
        self.cleared = Section(self._told, N_("Clearances so far"))
        self.clearances = Facts()
        self._none = soft_label(wrap=True)
        self.profile = ProfileCard(session, self._told)
        self.copies = CopiesCard(session, self._told)
        self.editor: ProfileEditor | None = None
        self._stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._build()

    def _build(self) -> None:
        sheet = Sheet()
        self.cleared.column.addWidget(self._none)
        self.cleared.column.addWidget(self.clearances)
        self._told.add(self._none.setText, N_("Nothing was cleared yet."))
        cards = (*self._lists(), self.profile, self.copies)
        for widget in (self._title, self._review, *cards):
            sheet.column.addWidget(widget)
        sheet.finish()
        self._stack.addWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._later.timeout.connect(self._refresh_if_seen)
        self._session.judge.judged.connect(self._later.start)
        self.profile.edit.connect(self.edit_profile)
        self.copies.wanted.connect(self.reconcile)

    def _lists(self) -> tuple[QWidget, ...]:
        return (self.standing, *self.parts, self.cleared)

    def enter(self) -> None:
        self._refresh()

    def reconcile(self) -> None:
        """In a dialog of its own; what it changes is shown when it closes."""
        from focalpoint_app.gui.reconciling.dialog import ReconcilingDialog

        dialog = ReconcilingDialog(self._session, self)
        dialog.finished.connect(self._later.start)
        dialog.open()

    def edit_profile(self) -> None:
        """Show the form; the overview comes back when it is done."""
        self.editor = ProfileEditor(self._session)
        self.editor.done.connect(self._leave_editor)
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        if self.editor is not None:
            self.editor.retranslate(tr)
        if self.isVisible():  # Elsewhere ``enter`` tells it anew.
            self._refresh()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.standing.go_on, self.profile.change, self.copies.open_button)

    def _leave_editor(self) -> None:
        if self.editor is not None:
            self._stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
        self._refresh()
        self.profile.change.setFocus()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        tr, desk = self._session.catalogue, self._session.desk
        self._title.setText(state_name(desk.profile.state, tr.language))
        self._review.setText(in_language(desk.questionnaire.title, tr.language))
        self.standing.refresh(tr)
        for part in self.parts:
            part.refresh(tr)
        self.profile.refresh(tr)
        self.copies.refresh(tr)
        self._show_clearances(desk.clearances(), tr)

    def _show_clearances(
        self, clearances: tuple[Clearance, ...], tr: Catalogue
    ) -> None:
        facts = [
            (clearance_words(each, tr), self._facts(each, tr))
            for each in reversed(clearances)
        ]
        self.clearances.show_facts(facts)
        self._none.setVisible(not facts)

    def _facts(self, clearance: Clearance, tr: Catalogue) -> str:
        from focalpoint_app.workflow.submitting.leaving import printed_digest

        authors = self._session.desk.authors()
        digest = printed_digest(clearance, Audience.REVIEWING)
        by = (each for each in authors if each.id == clearance.author)
        lines = [tr("Cleared by {who}", who=author_words(each, tr)) for each in by]
        return "\n".join([*lines, tr("Digest on its pages: {digest}", digest=digest)])
