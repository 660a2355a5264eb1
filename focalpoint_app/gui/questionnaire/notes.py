"""Notes beside a question: for colleagues, never part of a submission."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.note import Note
from focalpoint_app.gui.controls.buttons import SmallIconButton, push_button
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.controls.surfaces import hairline
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import dotted
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_moment


class Notes(QWidget):
    """Signals:
    counted: how many notes the question has.
    """

    counted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question = ""
        self._rows: list[QWidget] = []
        self.area = TextArea(session.desk.review.languages[0])
        self.area.setUndoRedoEnabled(True)  # A draft is no answer: it undoes here.
        self._add = push_button(primary=True)
        self._told = soft_label(wrap=True)
        self._column = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._add)
        line.addStretch()
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(8)
        self._column.addWidget(self._told)
        self._column.addWidget(self.area)
        self._column.addLayout(line)
        self._column.addStretch()
        self._add.clicked.connect(self.keep)
        self.area.refused.connect(self._session.failed)

    def show_question(self, question: str) -> None:
        """A note begun beside another question is kept there first."""
        if question != self._question:
            self.keep()
        self._question = question
        for row in self._rows:
            row.deleteLater()
            self._column.removeWidget(row)
        notes = self._session.desk.notes(question) if question else ()
        self._rows = [self._row(note) for note in reversed(notes)]
        for at, row in enumerate(self._rows):
            self._column.insertWidget(3 + at, row)
        for widget in (self.area, self._add):
            widget.setEnabled(bool(question))
        self.counted.emit(len(notes))

    def retranslate(self, tr: Catalogue) -> None:
        self._told.setText(
            tr("Notes stay in this file; no submission ever holds them.")
        )
        self.area.setAccessibleName(tr("New note"))
        self.area.setPlaceholderText(tr("New note"))
        self._add.setText(tr("Keep the note"))
        self.show_question(self._question)

    def _row(self, note: Note) -> QWidget:
        tr, desk = self._session.catalogue, self._session.desk
        names = {author.id: author.name for author in desk.authors()}
        when = written_moment(note.time.astimezone(), tr.language, tr.digits)
        head = soft_label(wrap=True)
        head.setText(dotted(names.get(note.author, ""), when))
        text = plain_label(wrap=True)
        say(text, note.text)
        cross = SmallIconButton("remove")
        cross.name_it(tr("Remove the note"))
        cross.clicked.connect(lambda: self._remove(note))
        return _note_row(head, cross, text)

    def keep(self) -> None:
        """Write what stands in the field, if anything does."""
        text = self.area.text().strip()
        if not text or not self._question:
            return
        desk, question = self._session.desk, self._question
        if self._session.act(lambda: desk.add_note(question, text)) is not None:
            self.area.show_text("")
        self.show_question(question)

    def _remove(self, note: Note) -> None:
        self._session.act(lambda: self._session.desk.remove_note(note.id))
        self.show_question(self._question)


def _note_row(head: QWidget, cross: QWidget, text: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout()
    line.addWidget(head, 1)
    line.addWidget(cross)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(hairline())
    column.addLayout(line)
    column.addWidget(text)
    return row
