"""Handing over: readiness, what leaves, the sign-off, signing, clearances."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.clearance import Audience, Clearance
from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.targets import ask_pdf, open_written
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.check_card import mood_of
from focalpoint_app.gui.submission.clearances_card import ClearancesCard
from focalpoint_app.gui.submission.export_card import NOW, ExportCard
from focalpoint_app.gui.submission.exporting import Exporting
from focalpoint_app.gui.submission.instruments import Instruments
from focalpoint_app.gui.submission.leaving_card import LeavingCard
from focalpoint_app.gui.submission.lines_card import LinesCard
from focalpoint_app.gui.submission.result_words import result_lines
from focalpoint_app.gui.submission.room import CardsRoom
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.leaving import Order
    from focalpoint_app.workflow.submitting.preview import Preview
    from focalpoint_app.workflow.submitting.submitting import Submitted


class SubmitRoom(CardsRoom):
    def __init__(self, session: Session, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session = session
        self.dialogs = dialogs
        self._told = Told()
        language = session.desk.review.languages[0]
        self.instruments = Instruments(session, self._told)
        self.leaving = LeavingCard(self._told, language)
        self.lines = LinesCard(session, self._told)
        self.export = ExportCard(session, self._told, dialogs)
        self.clearances = ClearancesCard(session, self._told, dialogs)
        self.exporting = Exporting(session, self.export.bar)
        self._ready = False
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._judging = QTimer(self, singleShot=True, interval=0)
        self.lay(*self._cards())
        self._connect()

    def _cards(self) -> tuple[QWidget, ...]:
        return (
            self.instruments,
            self.leaving,
            self.lines,
            self.export,
            self.clearances,
        )

    def _connect(self) -> None:
        self._counting.timeout.connect(self._count_if_seen)
        self._judging.timeout.connect(self._judge_if_seen)
        self._session.judge.judged.connect(self._judge_if_seen)
        self.instruments.changed.connect(self._judge)
        for card in (self.leaving, self.lines):
            card.changed.connect(self._counting.start)
        self.export.chosen.connect(self._counting.start)
        self.export.wanted.connect(self._ask_target)
        self.export.drafted.connect(self._ask_draft)
        self.export.previewed.connect(self.preview)
        self.export.open.clicked.connect(self._open_written)
        self.clearances.again.connect(self._take_up)
        self.clearances.entry.connect(self._ask_entry)
        self.exporting.cleared.connect(self._show_cleared)
        self.exporting.done.connect(self._show_done)
        self.exporting.drafted.connect(self._show_draft)
        self.exporting.previewed.connect(self._show_preview)
        self.exporting.failed.connect(self._fail)

    def enter(self) -> None:
        """Shown at once; judging three hundred questions comes right after."""
        self._show_clearances(self.export.subject.currentData() or NOW)
        self.export.key.refresh()
        self._judging.start()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.instruments.rows[0].tick, self.export.export)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        for card in (
            self.instruments,
            self.leaving,
            self.lines,
            self.export,
            self.clearances,
        ):
            card.retranslate(tr)
        if self.isVisible():  # Elsewhere ``enter`` tells it anew.
            self._judging.start()

    def order(self, target: Path) -> Order:
        """What stands in the cards, as one order."""
        from focalpoint_app.workflow.submitting.leaving import Order
        from focalpoint_app.workflow.submitting.papers import paper_of, public_paper
        from focalpoint_app.workflow.submitting.signing_lines import lines_of

        desk, language = self._session.desk, self.leaving.language
        is_public = self.leaving.audience is Audience.PUBLIC
        return Order(
            target,
            language,
            self.leaving.audience,
            lines_of(desk, Catalogue(language)),
            self.export.key.key if self.export.with_key.isChecked() else None,
            self.leaving.languages.beside,
            (public_paper if is_public else paper_of)(desk, language),
            self.export.key.timestamp if self.export.with_key.isChecked() else "",
        )

    def export_to(self, target: Path) -> None:
        """Clear where that is asked, then write the PDF."""
        self.export.notice.be_quiet()
        self.export.show_written(None)
        order = self.order(target)
        clearance = self.export.clearance
        if clearance is None:
            chosen, with_record = self.instruments.chosen, self.leaving.with_record
            self.exporting.clear_and_export(order, chosen, with_record=with_record)
        else:
            self.exporting.export(order, clearance)
        self._allow()

    def draft_to(self, target: Path) -> None:
        self.export.notice.be_quiet()
        self.export.show_written(None)
        with_record = self.leaving.with_record
        self.exporting.draft(self.order(target), with_record=with_record)
        self._allow()

    def preview(self) -> None:
        """Show the pages as they will be, of what the cards name."""
        self.export.notice.be_quiet()
        self.exporting.preview(
            self.order(Path()),
            self.export.clearance,
            with_record=self.leaving.with_record,
        )
        self._allow()

    def write_entry(self, clearance: Clearance, folder: Path) -> None:
        """The page and text files from which the online system is filled in."""
        from focalpoint_app.workflow.submitting.entering import write_entry_files

        desk, language, tr = self._session.desk, self.leaving.language, self._tr
        try:
            page = write_entry_files(desk.questionnaire, clearance, folder, language)
        except AppError as error:
            self.clearances.notice.show_error(error, tr)
            return

        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (tr("Wrote {file}.", file=str(page)),)

        self.clearances.notice.tell(Mood.DONE, lines, tr)

    @property
    def _tr(self) -> Catalogue:
        return self._session.catalogue

    def _judge_if_seen(self) -> None:
        if self.isVisible():
            self._judge()

    def _count_if_seen(self) -> None:
        if self.isVisible():
            self._count()

    def _judge(self) -> None:
        self._ready = self.instruments.show_readiness(self._tr)
        self._allow()
        self._counting.start()

    def _allow(self) -> None:
        self.export.allow(ready=self._ready, busy=self.export.bar.is_busy)
        # A clearance that stands has its record, or has none.
        self.leaving.record.setEnabled(self.export.clearance is None)

    def _count(self) -> None:
        """List what would leave; a clearance's own content where one is chosen."""
        from focalpoint_app.workflow.submitting.leaving import leaving, leaving_of

        desk, audience = self._session.desk, self.leaving.audience
        clearance = self.export.clearance
        found = (
            leaving(desk, self.instruments.chosen, audience)
            if clearance is None
            else leaving_of(clearance, audience)
        )
        self.leaving.show_leaving(found, len(self.lines.lines), self._tr)
        self._allow()

    def _show_clearances(self, chosen: str) -> None:
        found = self._session.desk.clearances()
        self.clearances.show_clearances(found)
        self.export.show_clearances(found, chosen)

    def _show_cleared(self, clearance: Clearance) -> None:
        """It stands: trying again exports it instead of clearing anew."""
        self._show_clearances(clearance.id)

    def _show_done(self, submitted: Submitted) -> None:
        self.export.key.forget()
        self.export.show_written(submitted.path)

        def lines(tr: Catalogue) -> tuple[str, ...]:
            return result_lines(submitted, tr)

        verdict = submitted.verdict
        mood = Mood.DONE if verdict is None else mood_of(verdict)
        self.export.notice.tell(mood, lines, self._tr)
        self._allow()
        self.sheet.ensureWidgetVisible(self.export.open)

    def _show_draft(self, path: Path) -> None:
        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (tr("Wrote {file}.", file=str(path)),)

        self.export.show_written(path)
        self.export.notice.tell(Mood.DONE, lines, self._tr)
        self._allow()

    def _show_preview(self, preview: Preview) -> None:
        from focalpoint_app.gui.preview.preview_dialog import show_preview

        self._allow()
        show_preview(self._session, preview, self)

    def _fail(self, error: AppError) -> None:
        self.export.notice.show_error(error, self._tr)
        self._allow()
        self.sheet.ensureWidgetVisible(self.export.notice)

    def _take_up(self, clearance: Clearance) -> None:
        self.export.show_clearances(self._session.desk.clearances(), clearance.id)
        self.sheet.ensureWidgetVisible(self.export.subject, 0, 120)
        self.export.subject.setFocus()

    def _ask_target(self) -> None:
        tr = self._tr
        title = tr("Where the submission is written")
        target = ask_pdf(self.dialogs, self, self._session, title, tr("Submission"))
        if target is not None:
            self.export_to(target)

    def _ask_draft(self) -> None:
        tr = self._tr
        title = tr("Where the draft is written")
        target = ask_pdf(self.dialogs, self, self._session, title, tr("Draft"))
        if target is not None:
            self.draft_to(target)

    def _ask_entry(self, clearance: Clearance) -> None:
        title = self._tr("Folder for the files")
        folder = self.dialogs.folder(self, title)
        if folder is not None:
            self.write_entry(clearance, folder)

    def _open_written(self) -> None:
        if self.export.written is not None:
            open_written(self.export.written, self.export.notice, self._tr)
