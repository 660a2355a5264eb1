"""The sources an answer cites: chips in a line, and a button for one more."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.answer import Answer, Cite
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.buttons import Chip, push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.questionnaire.cite_dialog import CiteDialog
from focalpoint_app.gui.questionnaire.citing import cite_words
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue


class CiteLine(QWidget):
    """Pressing a chip opens the citation; its cross takes it away."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__()
        self._session = session
        self._question = question
        self._chips: dict[str, Chip] = {}
        self._cites: tuple[Cite, ...] = ()
        self._add = push_button(quiet=True)
        self._add.clicked.connect(self._cite)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        self._flow = FlowLayout(holder, 6)
        self._flow.addWidget(self._add)
        column.addWidget(holder)
        session.sources_changed.connect(self._tell)

    def show_answer(self, answer: Answer) -> None:
        if answer.cites == self._cites:
            return
        self._cites = answer.cites
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self._add)
        self._chips = {cite.id: self._chip(cite) for cite in answer.cites}
        self._flow.addWidget(self._add)
        self._tell()

    def retranslate(self, tr: Catalogue) -> None:
        self._add.setText(tr("+ Source"))
        self._add.setAccessibleName(tr("Cite a source"))
        self._tell()

    def _chip(self, cite: Cite) -> Chip:
        chip = Chip()
        chip.pressed.connect(lambda: self._open(cite))
        chip.removed.connect(lambda: self._remove(cite))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _tell(self) -> None:
        if not self._cites:
            return
        tr, sources = self._session.catalogue, self._session.sources
        for cite in self._cites:
            words = cite_words(cite, sources, tr)
            self._chips[cite.id].say(words, tr("Remove {source}", source=words))

    def _cite(self) -> None:
        CiteDialog(self._session, self._question.id, None, self.window()).open()

    def _open(self, cite: Cite) -> None:
        CiteDialog(self._session, self._question.id, cite, self.window()).open()

    def _remove(self, cite: Cite) -> None:
        desk, question = self._session.desk, self._question.id
        self._session.act(lambda: desk.uncite(question, cite.id), question)
