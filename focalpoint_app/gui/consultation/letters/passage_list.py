"""What of the letter is assigned so far, and to which questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.controls.sheet import Line, Section
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, in_language, listed
from focalpoint_app.gui.words import ROLES, question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.written_letters import Passage

_SHOWN = 400  # letters; the whole text is in the tooltip


class PassageList(Section):
    """Signals:
    removed: the id of a passage that goes.
    """

    removed = Signal(str)

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("Assigned"))
        self._session = session
        self.rows: list[PassageRow] = []
        self._none = soft_label(wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.column.addWidget(self._none)
        self.column.addLayout(self._rows)
        told.add(self._none.setText, _NONE)

    def show_passages(self, passages: tuple[Passage, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [PassageRow(self._session, e) for e in passages if e.question]
        for row in self.rows:
            row.cross.clicked.connect(partial(self.removed.emit, row.passage.id))
            self._rows.addWidget(row)
        self._none.setVisible(not self.rows)


class PassageRow(QWidget):
    def __init__(self, session: Session, passage: Passage) -> None:
        super().__init__()
        tr = session.catalogue
        self.passage = passage
        self.cross = IconButton("remove")
        asked = session.desk.questionnaire.questions[passage.question]
        name = question_name(asked, tr)
        self.cross.name_it(tr("Remove what is assigned to {question}", question=name))
        self.head = soft_label(wrap=True)
        typed = tr("typed from a picture") if passage.is_transcribed else ""
        role = tr(ROLES[asked.role]) if asked.role in ROLES else ""
        head = dict.fromkeys((name, role, typed))
        self.head.setText(" · ".join(filter(None, head)))
        self.words = plain_label(wrap=True)
        text = _said(asked, passage, tr)
        say(self.words, beginning(text, _SHOWN))
        self.words.setToolTip(plain_tip(text) if len(text) > _SHOWN else "")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.head)
        texts.addWidget(self.words)
        line = QHBoxLayout()
        line.addLayout(texts, 1)
        line.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Line())
        column.addLayout(line)


def _said(asked: Question, passage: Passage, tr: Catalogue) -> str:
    """A choice in its words, everything else as it is; below it the letter's own."""
    named = {e.id: in_language(e.text, tr.language) for e in asked.choices}
    value = passage.value
    several = (value,) if isinstance(value, str) else value
    said = (
        listed([named.get(each, each) for each in several], tr)
        if asked.choices
        else "\n".join(several)
    )
    return "\n".join(filter(None, (said, passage.words)))


_NONE = N_(
    "Select what answers a question in the letter, or type it from its picture."
    " Nothing of the letter is changed; it is kept whole."
)
