"""Signing and exporting: which answers, with which key, into which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QWidget

from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.options import RadioOption
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.key_fields import KeyFields
from focalpoint_app.gui.submission.work_bar import WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_moment
from focalpoint_app.language.markers import N_

NOW = ""
"""The answers as they stand, to be cleared; other keys are ids of clearances."""


class ExportCard(Section):
    """Signals:
    chosen: other answers are to be exported.
    wanted: the export button was pressed and nothing is missing.
    drafted: a draft is wanted.
    previewed: the pages are to be shown as they will be.
    """

    chosen = Signal()
    wanted = Signal()
    drafted = Signal()
    previewed = Signal()

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(told, N_("Sign and export"))
        self._session = session
        self.subject = QComboBox()
        self.with_key = RadioOption()
        self.in_ink = RadioOption()
        self.key = KeyFields(session, told, dialogs)
        self.export = push_button(primary=True)
        self.draft = push_button()
        self.preview = push_button()
        self.open = push_button()
        self.bar = WorkBar(session, told)
        self.notice = Notice()
        self.written: Path | None = None
        self._clearances: tuple[Clearance, ...] = ()
        self._group = QButtonGroup(self)
        self._build(told)
        self._connect()

    def _build(self, told: Told) -> None:
        subject = FormRow(self.subject)
        told.add(subject.say, N_("Which answers"))
        ways = QWidget()
        flow = FlowLayout(ways, 12)
        for option in (self.with_key, self.in_ink):
            self._group.addButton(option)
            flow.addWidget(option)
        told.add(self.with_key.setText, N_("Sign with a certificate"))
        told.add(self.in_ink.setText, N_("Unsigned, to be printed and signed in ink"))
        told.add(self.draft.setText, N_("Save a draft PDF…"))
        told.add(self.preview.setText, N_("Preview…"))
        told.add(self.open.setText, N_("Open the PDF"))
        self.with_key.setChecked(True)
        for widget in (subject, ways, self.key, self.bar, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.export, self.preview, self.draft, self.open))
        self.open.hide()

    def _connect(self) -> None:
        self.subject.activated.connect(self._show_subject)
        self._group.buttonClicked.connect(self._show_key)
        self.export.clicked.connect(self._ask)
        self.draft.clicked.connect(self.drafted)
        self.preview.clicked.connect(self.previewed)

    @property
    def clearance(self) -> Clearance | None:
        """None where the answers are to be cleared now."""
        wanted = self.subject.currentData()
        return next((each for each in self._clearances if each.id == wanted), None)

    def show_clearances(self, clearances: tuple[Clearance, ...], chosen: str) -> None:
        self._clearances = clearances
        self.retranslate(self._session.catalogue)
        self.subject.setCurrentIndex(max(0, self.subject.findData(chosen)))
        self._show_subject()

    def show_written(self, path: Path | None) -> None:
        """Offer to open the file; None takes the offer back."""
        self.written = path
        self.open.setVisible(path is not None)

    def allow(self, *, ready: bool, busy: bool) -> None:
        self.export.setEnabled((ready or self.clearance is not None) and not busy)
        self.draft.setEnabled(not busy)
        self.preview.setEnabled(not busy)

    def retranslate(self, tr: Catalogue) -> None:
        chosen = self.subject.currentData()
        self.subject.clear()
        self.subject.addItem(tr("The answers as they stand now, to be cleared"), NOW)
        for each in reversed(self._clearances):
            self.subject.addItem(clearance_words(each, tr), each.id)
        self.subject.setCurrentIndex(max(0, self.subject.findData(chosen)))
        self.notice.retranslate(tr)
        self.key.retranslate(tr)
        self._name_button(tr)

    def _show_subject(self) -> None:
        self._name_button(self._session.catalogue)
        self.chosen.emit()

    def _name_button(self, tr: Catalogue) -> None:
        clears = self.clearance is None
        self.export.setText(tr("Clear and export…") if clears else tr("Export again…"))

    def _show_key(self) -> None:
        self.key.setVisible(self.with_key.isChecked())

    def _ask(self) -> None:
        self.notice.be_quiet()
        if self.with_key.isChecked() and not self.key.check():
            return
        self.wanted.emit()


def clearance_words(clearance: Clearance, tr: Catalogue) -> str:
    """``Clearance 2 of 22 November 2026, 14:02``."""
    moment = written_moment(clearance.time.astimezone(), tr.language, tr.digits)
    return tr("Clearance {number} of {time}", number=clearance.number, time=moment)
