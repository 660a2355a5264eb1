"""Institutions that are to be asked again, each row a round to begin."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import dotted
from focalpoint_app.language.markers import N_


class AgainAskedCard(Section):
    """Hidden while there is nobody.

    Signals:
        chosen: a stakeholder's id and the questions to ask it again.
    """

    chosen = Signal(str, object)

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("To be asked again"))
        self._session = session
        self.rows: dict[str, JumpRow] = {}
        self._wanted: dict[str, tuple[str, ...]] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.column.addLayout(self._column)
        self.hide()

    def retranslate(self) -> None:
        if self._wanted:
            self.show_open(self._wanted)

    def show_open(self, wanted: Mapping[str, tuple[str, ...]]) -> None:
        """``wanted``: stakeholder id to questions."""
        self._wanted = dict(wanted)
        tr, workspace = self._session.catalogue, self._session.desk.workspace
        known = {each.id: each for each in workspace.stakeholders()}
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {}
        for key, questions in wanted.items():
            name = institution_name(known[key], tr)
            count = tr.counted("{n} question", "{n} questions", len(questions))
            row = JumpRow(dotted(name, count))
            row.clicked.connect(
                lambda _=False, key=key, asked=questions: self.chosen.emit(key, asked)
            )
            self.rows[key] = row
            self._column.addWidget(row)
        self.setVisible(bool(wanted))
