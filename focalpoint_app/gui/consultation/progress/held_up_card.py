"""Whose date is past, how many questions are open, and of which articles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from focalpoint_app.gui.consultation.stages import STEPS, stage_words
from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import in_language, listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_
from focalpoint_app.language.provisions import written_provision
from focalpoint_app.workflow.consultation.standing import HeldUp


class HeldUpCard(Section):
    """Signals:
    chosen: the id of a request; its reminders are begun there.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Who is holding up what"))
        self._session = session
        self.rows: list[JumpRow] = []
        self._none = soft_label(wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.column.addWidget(self._none)
        self.column.addLayout(self._column)
        told.add(self._none.setText, N_("Nobody is late."))

    def show_held_up(self, held_up: Sequence[HeldUp], tr: Catalogue) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for each in held_up:
            row = JumpRow(self._words(each, tr))
            row.clicked.connect(
                lambda _=False, key=each.followed.id: self.chosen.emit(key)
            )
            self.rows.append(row)
            self._column.addWidget(row)
        self._none.setVisible(not held_up)

    def _words(self, each: HeldUp, tr: Catalogue) -> str:
        """Name, since when, what is open, and the letter that is to be written."""
        followed = each.followed
        parts = [
            isolate(institution_name(followed.stakeholder, tr)),
            stage_words(followed.state, tr),
            tr.counted("{n} question open", "{n} questions open", each.open),
            self._articles(each.articles, tr),
        ]
        if followed.next is not None:
            step = tr(STEPS[followed.next])
            parts.append(tr("next: {step}", step=step))
        return " · ".join(parts)

    def _articles(self, articles: Sequence[str], tr: Catalogue) -> str:
        """By instrument: ``Convention: articles 5, 6``."""
        desk, found = self._session.desk, dict[str, list[str]]()
        for key in articles:
            instrument, _, article = key.partition(".")
            found.setdefault(instrument, []).append(article)
        said = []
        for part_id, ids in found.items():
            part = desk.questionnaire.part(part_id)
            titles = {each.id: each.title for each in part.articles}
            names = [
                written_provision(each, tr.language, digits=tr.digits)
                if each.isdigit()
                else in_language(titles[each], tr.language)
                for each in ids
            ]
            short = isolate(in_language(part.short_title, tr.language))
            said.append(f"{short} ({listed(names, tr)})")
        return listed(said, tr)
