"""The place of technical assistance: what is needed, and what was received."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.gui.assistance.gathered_card import NEEDED, RECEIVED, GatheredCard
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.labels import soft_label, title_label
from focalpoint_app.gui.controls.sheet import Sheet
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

_WIDEST = 1200


class AssistancePlace(Page):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        self.needed = GatheredCard(session, self._told, NEEDED)
        self.received = GatheredCard(session, self._told, RECEIVED)
        sheet = Sheet(_WIDEST)
        self.print = IconButton("print")
        title, words = title_label(), soft_label(wrap=True)
        self._told.add(title.setText, N_("Technical assistance"))
        self._told.add(words.setText, _ABOUT)
        self._told.add(self.print.name_it, N_("Print the tables of assistance…"))
        above = QHBoxLayout()
        above.addWidget(title, 1)
        above.addWidget(self.print)
        sheet.column.addLayout(above)
        for widget in (words, self.needed, self.received):
            sheet.column.addWidget(widget)
        self.print.clicked.connect(self._print)
        sheet.finish()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh_if_seen)
        for signal in (session.answered, session.refreshed):
            signal.connect(self._wait)

    def enter(self) -> None:
        self._refresh()

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        for card in (self.needed, self.received):
            card.retranslate(tr)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.needed.table, self.received.table)

    def _print(self) -> None:
        from focalpoint_app.gui.documents.document_dialog import DocumentDialog
        from focalpoint_app.gui.documents.document_form import ASSISTANCE

        DocumentDialog(self._session, ASSISTANCE, self.window()).show()

    def _wait(self, *_: object) -> None:
        """A cell's editor is closed before its row may move."""
        self._later.start()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        for card in (self.needed, self.received):
            card.refresh(self._session.catalogue)


_ABOUT = N_(
    "Gathered from the closing pages of all instruments, the most urgent first."
)
