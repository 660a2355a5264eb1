"""Clearances so far: number, date, who, digest; exported again from here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.clearance import Audience, Clearance
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.labels import bold_label, soft_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Line, Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.evidence_list import EvidenceList
from focalpoint_app.gui.submission.export_card import clearance_words
from focalpoint_app.gui.texts import author_words, in_language, listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_


class ClearanceRow(QWidget):
    """Signals:
    again: export it again.
    entry: write the files for the online system.
    """

    again = Signal(object)
    entry = Signal(object)

    def __init__(
        self, session: Session, clearance: Clearance, dialogs: FileDialogs
    ) -> None:
        from focalpoint_app.workflow.submitting.leaving import printed_digest

        super().__init__()
        self._session = session
        self.clearance = clearance
        self._digest = printed_digest(clearance, Audience.REVIEWING)
        self._title = bold_label(wrap=True)
        self._words = soft_label(wrap=True)
        self._again = push_button()
        self._entry = push_button()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(beside(self._again, self._entry))
        self.evidence = EvidenceList(session, clearance, dialogs)
        column.addWidget(self.evidence)
        self._again.clicked.connect(lambda: self.again.emit(clearance))
        self._entry.clicked.connect(lambda: self.entry.emit(clearance))

    def retranslate(self, tr: Catalogue) -> None:
        self._title.setText(clearance_words(self.clearance, tr))
        self._words.setText("\n".join(self._facts(tr)))
        self._again.setText(tr("Export again…"))
        self._entry.setText(tr("Files for the online system…"))
        self.evidence.retranslate(tr)

    def _facts(self, tr: Catalogue) -> list[str]:
        desk, clearance = self._session.desk, self.clearance
        titles = [
            in_language(desk.questionnaire.part(part).short_title, tr.language)
            for part in clearance.parts
        ]
        by = [each for each in desk.authors() if each.id == clearance.author]
        facts = [listed(titles, tr)]
        facts += [tr("Cleared by {who}", who=author_words(each, tr)) for each in by]
        facts.append(tr("Digest on its pages: {digest}", digest=self._digest))
        return facts


class ClearancesCard(Section):
    """Signals:
    again, entry: as a row's; the ``Clearance``.
    """

    again = Signal(object)
    entry = Signal(object)

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(told, N_("Clearances so far"))
        self._dialogs = dialogs
        self._session = session
        self._none = soft_label(wrap=True)
        self._none_said = N_(
            "Nothing was cleared yet. A clearance freezes the answers as they stand;"
            " you can go on writing afterwards."
        )
        told.add(self._none.setText, self._none_said)
        self.notice = Notice()
        self.rows: list[ClearanceRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        for widget in (self._none, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(self._rows)

    def show_clearances(self, clearances: tuple[Clearance, ...]) -> None:
        """Newest first; those known already stay."""
        known = {row.clearance.id for row in self.rows}
        for clearance in clearances:
            if clearance.id not in known:
                self._put(ClearanceRow(self._session, clearance, self._dialogs))
        self._none.setVisible(not self.rows)

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        for row in self.rows:
            row.retranslate(tr)

    def _put(self, row: ClearanceRow) -> None:
        row.retranslate(self._session.catalogue)
        row.again.connect(self.again)
        row.entry.connect(self.entry)
        self.rows.insert(0, row)
        if len(self.rows) > 1:
            self._rows.insertWidget(0, Line())
        self._rows.insertWidget(0, row)
