"""One institution in full: kept as it is written, what came of asking it, removal."""

from __future__ import annotations

from PySide6.QtCore import Signal

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.respondents import People, by_file, people_of
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.gui.consultation.institutions.fields import InstitutionFields
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Facts, Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.stakeholder_lists import (
    Change,
    remove_stakeholder,
)
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders


class InstitutionEditor(Sheet):
    """Signals:
    kept: the institution is in the workspace as it stands here; its id.
    removed: it is gone; the ``Change`` that takes that back.
    ask: its questions are to be chosen; its id.
    """

    kept = Signal(str)
    removed = Signal(object)
    ask = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self._shown: Stakeholder | None = None
        self.fields = InstitutionFields()
        self.facts = Facts()
        self.asking = push_button(primary=True)
        self.delete = push_button()
        self.notice = Notice()
        self._build()

    def _build(self) -> None:
        described = Section(self._told, N_("Institution"), _ABOUT)
        described.column.addWidget(self.fields)
        self._so_far = Section(self._told, N_("So far"))
        self._so_far.column.addWidget(self.facts)
        for widget in (described, self._so_far, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.asking, self.delete))
        self.finish()
        self._told.add(self.asking.setText, N_("Ask this institution…"))
        self._told.add(self.delete.setText, N_("Remove the institution"))
        self.fields.changed.connect(self.keep)
        self.asking.clicked.connect(self._ask)
        self.delete.clicked.connect(self._remove)

    @property
    def id(self) -> str:
        """Of the institution shown; empty before one is."""
        return self._shown.id if self._shown is not None else ""

    def show_stakeholder(self, shown: Stakeholder) -> None:
        self._show(shown, is_new=False)
        self.show_facts(self._session.catalogue)

    def describe_new(self) -> None:
        """It reaches the workspace with its name, or as an anonymous one."""
        desk = self._session.desk
        language = desk.review.languages[0]
        new = Stakeholder(desk.new_id(), "", Category.GOVERNMENT, language=language)
        self._show(new, is_new=True)
        self.fields.lines["name"].setFocus()

    def keep(self) -> None:
        """Save what stands in the fields, where it differs and has a name."""
        written, desk = self.fields.stakeholder, self._session.desk
        if written is None or written == self._shown:
            return
        if not written.name and not written.is_anonymous:
            return
        if not self._session.does(lambda: save_stakeholders(desk, written)):
            return  # It stays as it was typed, to be put right.
        known = {each.id: each for each in desk.workspace.stakeholders()}
        if written.id in known:
            self._settle(known[written.id])

    def show_facts(self, tr: Catalogue) -> None:
        """Requests, replies, and the people who were counted in them."""
        workspace, review = self._session.desk.workspace, self._session.desk.review.id
        owners = workspace.request_owners(review)
        asked = sum(owner == self.id for owner in owners.values())
        receipts = [
            each for each in workspace.receipts(review) if each.stakeholder == self.id
        ]
        facts = [(tr("Requests"), tr.number(asked))]
        if receipts:
            said = workspace.contributions_of([each.id for each in receipts])
            facts += [
                (tr("Replies"), tr.number(len(by_file(receipts)))),
                (tr("People who contributed"), _words(people_of(receipts, said), tr)),
            ]
        self.facts.show_facts(facts if asked or receipts else [])
        self._so_far.setVisible(bool(asked or receipts))

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.fields.retranslate(tr)
        self.notice.retranslate(tr)
        if self.isVisible():  # Elsewhere ``enter`` of the room tells them anew.
            self.show_facts(tr)

    def _show(self, shown: Stakeholder, *, is_new: bool) -> None:
        self._shown = shown
        self.notice.be_quiet()
        self.fields.show_stakeholder(shown, is_new=is_new)
        self._so_far.hide()
        for button in (self.asking, self.delete):
            button.setEnabled(not is_new)
        self.verticalScrollBar().setValue(0)

    def _settle(self, kept: Stakeholder) -> None:
        """As the workspace has it now: cleaned, or without its names."""
        self._shown = kept
        if kept != self.fields.stakeholder:
            self.fields.show_stakeholder(kept, is_new=False)
        self.fields.anonymous.setEnabled(False)
        for button in (self.asking, self.delete):
            button.setEnabled(True)
        self.kept.emit(kept.id)

    def _ask(self) -> None:
        self.keep()
        self.ask.emit(self.id)

    def _remove(self) -> None:
        """Refused in place where it was asked, or has answered."""
        desk = self._session.desk
        try:
            change: Change = remove_stakeholder(desk, self.id)
        except AppError as error:
            self.notice.show_error(error, self._session.catalogue)
            self.ensureWidgetVisible(self.notice)
            return
        self._shown = None
        self.removed.emit(change)


def _words(people: People, tr: Catalogue) -> str:
    return tr(
        "Women: {women}. Men: {men}. Replies that give no numbers: {uncounted}.",
        women=people.women,
        men=people.men,
        uncounted=people.uncounted,
    )


_ABOUT = N_(
    "When the office changes hands, change its holder here: every later letter names"
    " the new one."
)
