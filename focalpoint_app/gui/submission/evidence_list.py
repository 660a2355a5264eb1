"""Scans of signed pages beside their clearance: added, matched, saved aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.evidence import Evidence
from focalpoint_app.gui.controls.buttons import IconButton, push_button
from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    documents_folder,
    pattern_of,
)
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.surfaces import Mark
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.drop_place import DropPlace
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.gui.texts import author_words
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_moment

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.evidences import Match

SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


class EvidenceRow(QWidget):
    """Signals:
    wanted: a copy is to be saved aside.
    removed: it is to be deleted.
    """

    wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, session: Session, kept: Evidence) -> None:
        super().__init__()
        self._session = session
        self.kept = kept
        self.mark = Mark()
        self._words = soft_label(wrap=True)
        self.save = push_button(quiet=True)
        self.cross = IconButton("remove")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.mark, 0, top)
        row.addWidget(self._words, 1, top)
        row.addWidget(self.save, 0, top)
        row.addWidget(self.cross, 0, top)
        self.save.clicked.connect(lambda: self.wanted.emit(kept))
        self.cross.clicked.connect(lambda: self.removed.emit(kept))

    @property
    def text(self) -> str:
        return self._words.text()

    def retranslate(self, tr: Catalogue) -> None:
        from focalpoint_app.workflow.submitting.evidences import kept_match, match_lines

        match, kept = kept_match(self.kept), self.kept
        verdict = next(iter(match_lines(match, tr)))
        by = [each for each in self._session.desk.authors() if each.id == kept.author]
        gaps = {
            "name": kept.name,
            "time": written_moment(kept.time.astimezone(), tr.language, tr.digits),
            "who": author_words(by[0], tr) if by else "–",
        }
        added = tr("{name}, added {time} by {who}", **gaps)
        self._words.setText(f"{verdict}\n{added}")
        self.mark.show_standing("answered" if match.belongs else "no", verdict)
        self.save.setText(tr("Save a copy…"))
        self.cross.name_it(tr("Delete the scan {name}", name=kept.name))


class EvidenceList(QWidget):
    """Of one clearance.  What does not match is kept only if that is asked for."""

    def __init__(
        self, session: Session, clearance: Clearance, dialogs: FileDialogs
    ) -> None:
        super().__init__()
        self._session = session
        self._clearance = clearance
        self._dialogs = dialogs
        self._told = Told()
        self._doubted: tuple[Path, Match] | None = None
        self.rows: list[EvidenceRow] = []
        self.place = DropPlace(flat=True)
        self.bar = WorkBar(session, self._told, can_stop=False)
        self.notice = Notice()
        self.nevertheless = push_button()
        self._rows = QVBoxLayout()
        self._build()
        self._show()

    def _build(self) -> None:
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._rows)
        for widget in (self.place, self.bar, self.notice):
            column.addWidget(widget)
        column.addLayout(beside(self.nevertheless))
        self.nevertheless.hide()
        self.place.choose.clicked.connect(self._ask)
        self.place.dropped.connect(self.add)
        self.nevertheless.clicked.connect(self._keep_doubted)

    def add(self, scan: Path) -> None:
        """Match it in the worker; what belongs is kept at once."""
        if self.bar.is_busy:
            return
        self._forget()
        clearance = self._clearance

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> Match:
            from focalpoint_app.workflow.submitting.evidences import (
                matched_with_clearance,
            )

            return matched_with_clearance(scan, clearance)

        words = self._session.catalogue("The scan is being read…")
        self.bar.run(words, work, lambda match: self._take(scan, match), self._fail)

    def save_to(self, kept: Evidence, target: Path) -> None:
        from focalpoint_app.workflow.submitting.evidences import save_evidence

        self._forget()
        try:
            save_evidence(self._session.desk, kept.id, target)
        except AppError as error:
            self._fail(error)
            return

        def lines(tr: Catalogue) -> tuple[str, ...]:
            return (tr("Wrote {file}.", file=str(target)),)

        self.notice.tell(Mood.DONE, lines, self._session.catalogue)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.place.say(
            tr("Signed on paper? Drop a scan of the sign-off page here."),
            tr("Add a signed scan…"),
        )
        self.nevertheless.setText(tr("Keep it all the same"))
        self.notice.retranslate(tr)
        for row in self.rows:
            row.retranslate(tr)

    def _take(self, scan: Path, match: Match) -> None:
        from focalpoint_app.workflow.submitting.evidences import match_lines

        mood = Mood.DONE if match.belongs else Mood.CARE

        def lines(tr: Catalogue) -> tuple[str, ...]:
            return tuple(match_lines(match, tr))

        if match.belongs:
            self._keep(scan, match)
        else:
            self._doubted = scan, match
            self.nevertheless.show()
        if not self.notice.code:
            self.notice.tell(mood, lines, self._session.catalogue)

    def _keep_doubted(self) -> None:
        if self._doubted is not None:
            scan, match = self._doubted
            self._forget()
            self._keep(scan, match)

    def _keep(self, scan: Path, match: Match) -> None:
        from focalpoint_app.workflow.submitting.evidences import keep_evidence

        self._session.autosave.flush()
        try:
            keep_evidence(self._session.desk, self._clearance.id, scan, match)
        except AppError as error:
            self._fail(error)
            return
        self._show()

    def _remove(self, kept: Evidence) -> None:
        from focalpoint_app.workflow.submitting.evidences import delete_evidence

        self._forget()
        self._session.act(lambda: delete_evidence(self._session.desk, kept.id))
        self._show()

    def _show(self) -> None:
        """Oldest first."""
        from focalpoint_app.workflow.submitting.evidences import evidence

        for row in self.rows:
            row.hide()
            row.deleteLater()
        found = evidence(self._session.desk, self._clearance.id)
        self.rows = [EvidenceRow(self._session, each) for each in found]
        for row in self.rows:
            row.retranslate(self._session.catalogue)
            row.wanted.connect(self._ask_copy)
            row.removed.connect(self._remove)
            self._rows.addWidget(row)

    def _forget(self) -> None:
        self._doubted = None
        self.nevertheless.hide()
        self.notice.be_quiet()

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _ask(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Scans"), *SUFFIXES)
        path = self._dialogs.to_open(self, tr("Choose a signed scan"), pattern)
        if path is not None:
            self.add(path)

    def _ask_copy(self, kept: Evidence) -> None:
        tr = self._session.catalogue
        suggested = documents_folder() / kept.name
        pattern = pattern_of(tr("Scans"), Path(kept.name).suffix)
        title = tr("Where the copy is written")
        target = self._dialogs.to_save(self, title, suggested, pattern)
        if target is not None:
            self.save_to(kept, target)
