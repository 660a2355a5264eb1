"""The overview's word of other copies: one may be taken in, conflicts settled."""

from __future__ import annotations

from PySide6.QtCore import Signal

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_


class CopiesCard(Section):
    """Signals:
    wanted: the dialog that takes a copy in, and settles conflicts, is to open.
    """

    wanted = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        explanation = N_("Two people may write in two copies of this file.")
        super().__init__(told, N_("Another copy of this review"), explanation)
        self._session = session
        self.words = plain_label(wrap=True)
        self.open_button = push_button()
        self.column.addWidget(self.words)
        self.column.addLayout(beside(self.open_button))
        self.open_button.clicked.connect(self.wanted)

    def refresh(self, tr: Catalogue) -> None:
        desk = self._session.desk
        count = len(desk.workspace.cards(desk.review.id))
        self.words.setVisible(bool(count))
        self.words.setText(
            tr.counted(
                "{n} conflict is to be settled; nothing was overwritten.",
                "{n} conflicts are to be settled; nothing was overwritten.",
                count,
            )
        )
        take, settle = tr("Take in another copy…"), tr("Settle the conflicts…")
        self.open_button.setText(settle if count else take)
        self.open_button.setEnabled(desk.workspace.is_writing)
