"""Another copy of the review: chosen, taken in, its conflicts settled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.content import Content
from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    SUFFIX,
    FileDialogs,
    pattern_of,
)
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.screens import size_on_screen
from focalpoint_app.gui.controls.sheet import Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.controls.working_dialog import WorkingDialog
from focalpoint_app.gui.reconciling.conflict_card import ConflictCard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.safekeeping.reconciling import Outcome, Sides

_WIDTH, _HEIGHT = 860, 640


class ReconcilingDialog(WorkingDialog):
    """Modal: nothing is typed while two files become one."""

    def __init__(
        self, session: Session, parent: QWidget, dialogs: FileDialogs | None = None
    ) -> None:
        super().__init__(parent)
        size_on_screen(self, _WIDTH, _HEIGHT)
        self._session = session
        self._dialogs = dialogs or FileDialogs()
        self._told = Told()
        self.cards: list[ConflictCard] = []
        self.choose = push_button(primary=True)
        self.close_button = push_button()
        self.notice = Notice()
        self.bar = WorkBar(session, self._told, can_stop=False)
        self._sheet = Sheet(_WIDTH)
        self._build()
        self._retell()

    @property
    def is_busy(self) -> bool:
        return self.bar.is_busy

    def _build(self) -> None:
        explanation = soft_label(wrap=True)
        told = self._told
        told.add(self.setWindowTitle, N_("Another copy of this review"))
        told.add(explanation.setText, _EXPLANATION)
        told.add(self.choose.setText, N_("Choose a copy…"))
        told.add(self.close_button.setText, N_("Close"))
        self._sheet.column.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        for widget in (explanation, self.notice, self.bar):
            column.addWidget(widget)
        column.addWidget(self._sheet, 1)
        column.addLayout(beside(self.choose, self.close_button))
        self._sheet.finish()
        self.choose.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.accept)
        self._session.translator.changed.connect(self._retell)
        self._session.failed.connect(self._complain)

    def take_in(self, other: Path) -> None:
        """The worker joins the files; the window shows what came of it."""
        session = self._session
        session.autosave.flush()
        if session.act(session.desk.seal) is None and session.autosave.owes:
            return
        desk = session.desk
        workspace, review, at = desk.workspace, desk.review.id, desk.clock()
        own = desk.path

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> Outcome:
            from focalpoint_app.domain.rolling import Reason
            from focalpoint_app.workflow.safekeeping.backing import before
            from focalpoint_app.workflow.safekeeping.reconciling import taken_in
            from focalpoint_app.workflow.submitting.outputs import refuse_same

            refuse_same(own, other)
            before(workspace, Reason.RECONCILIATION)
            return taken_in(workspace, review, other, at)

        self.notice.be_quiet()
        self.choose.setEnabled(False)
        words = session.catalogue("The other copy is being taken in…")
        self.bar.run(words, work, self._show_outcome, self._fail)

    def show_conflicts(self) -> None:
        """Cards for all that is to be settled, from whichever copy it came."""
        from focalpoint_app.workflow.safekeeping.reconciling import conflicts

        for card in self.cards:
            card.hide()
            card.deleteLater()
        found = self._session.read(lambda: conflicts(self._session.desk), ())
        self.cards = [self._card(each) for each in found]
        for place, card in enumerate(self.cards):
            self._sheet.column.insertWidget(place, card)
        self._sheet.setVisible(bool(self.cards))

    def _card(self, sides: Sides) -> ConflictCard:
        card = ConflictCard(self._session, sides)

        def settle(content: Content) -> None:
            self._settle(sides, content)

        card.settled.connect(settle)
        return card

    def _settle(self, sides: Sides, content: Content) -> None:
        from focalpoint_app.workflow.safekeeping.reconciling import settle

        session = self._session
        is_field = sides.card.kind == "field"
        question = sides.card.subject[0] if is_field else ""
        is_settled = session.does(
            lambda: settle(session.desk, sides.card, content), question
        )
        session.refreshed.emit()
        self.show_conflicts()
        if is_settled and not self.cards:
            self.notice.tell(Mood.DONE, _settled, session.catalogue)
            self.close_button.setFocus()

    def _ask(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Workspaces"), SUFFIX)
        title = tr("Choose another copy of this review")
        other = self._dialogs.to_open(self, title, pattern)
        if other is not None:
            self.take_in(other)

    def _show_outcome(self, outcome: Outcome) -> None:
        from focalpoint_app.workflow.safekeeping.reconciling import take_over

        session = self._session
        is_listed = session.does(lambda: take_over(session.desk, outcome))
        if not is_listed:  # What came lies in the file, though it cannot be undone.
            session.read(session.desk.reread, None)
        session.refreshed.emit()
        session.sources_changed.emit()
        self.choose.setEnabled(True)
        self.show_conflicts()
        if is_listed:
            self._tell(outcome)

    def _tell(self, outcome: Outcome) -> None:
        def lines(tr: Catalogue) -> tuple[str, ...]:
            return outcome_lines(outcome, tr)

        mood = Mood.CARE if outcome.cards else Mood.DONE
        self.notice.tell(mood, lines, self._session.catalogue)

    def _fail(self, error: AppError) -> None:
        self.choose.setEnabled(True)
        self._complain(error)

    def _complain(self, error: AppError) -> None:
        """Here: the window's own bar lies behind this dialog."""
        self.notice.show_error(error, self._session.catalogue)

    def _retell(self) -> None:
        tr = self._session.catalogue
        self._told.retranslate(tr)
        self.notice.retranslate(tr)
        self.show_conflicts()


_EXPLANATION = N_(
    "What another copy of this file holds is taken in, and the work of both comes"
    " together. What both changed in one place stays as it is here until you settle"
    " it. The other file is only read."
)


def outcome_lines(outcome: Outcome, tr: Catalogue) -> tuple[str, ...]:
    """How much came in, and what is left to do."""
    from focalpoint_app.workflow.safekeeping.reconciling import expunged_lines

    expunged = expunged_lines(outcome, tr)
    if not outcome.taken and not outcome.cards:
        return (tr("Nothing in the other copy was new."), *expunged)
    taken = tr.counted(
        "{n} change was taken.", "{n} changes were taken.", outcome.taken
    )
    if not outcome.cards:
        return (taken, *expunged)
    left = tr.counted(
        "{n} conflict is to be settled; nothing was overwritten.",
        "{n} conflicts are to be settled; nothing was overwritten.",
        len(outcome.cards),
    )
    return taken, left, *expunged


def _settled(tr: Catalogue) -> tuple[str, ...]:
    return (tr("Everything is settled."),)
