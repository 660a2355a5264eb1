"""What became of each file that was brought, and the way to take it all back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import bold_label, plain_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.surfaces import Mark
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.words import question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_
from focalpoint_app.language.sentences import sentence

if TYPE_CHECKING:
    from focalpoint_app.domain.consultation import Flaw
    from focalpoint_app.workflow.consultation.intake import TakenIn
    from focalpoint_app.workflow.consultation.receiving import Received

_AT_ONCE = 30
"""Files told at once, those first with which something is wrong."""

Outcome = tuple[Path, "Received"]


class Outcomes(Section):
    """Of the last import; hidden before there was one.

    Signals:
        opened: the id of a reply whose standing is to be judged.
    """

    opened = Signal(str)

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("What was brought in"))
        self._session = session
        self._outcomes: tuple[Outcome, ...] = ()
        self._step = ""
        self._all = False
        self._waits = False
        self.notice = Notice()
        self.undo = push_button()
        self.rest = push_button(quiet=True)
        self.rows: list[OutcomeRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.column.addWidget(self.notice)
        self.column.addLayout(beside(self.undo))
        self.column.addLayout(self._rows)
        self.column.addLayout(beside(self.rest))
        told.add(self.undo.setText, N_("Undo this import"))
        self.undo.clicked.connect(self._take_back)
        self.rest.clicked.connect(self._show_all)
        self.hide()

    def show_taken(self, taken: TakenIn) -> None:
        """Files that wait for a passphrase are added to those told before."""
        fresh = dict(taken.outcomes)
        told = dict(self._outcomes) if self._waits else {}
        self._outcomes = tuple({**told, **fresh}.items())
        self._waits = bool(taken.locked)
        step = self._session.desk.undoable
        came = any(each.taken for each in fresh.values())
        self._step = step.id if step is not None and came else ""
        self._all = False
        self._tell()

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        if self._outcomes:
            self._list(tr)

    def forget(self) -> None:
        """The import was taken back."""
        self._outcomes, self._step = (), ""
        self.hide()

    def _tell(self) -> None:
        tr = self._session.catalogue
        self.setVisible(bool(self._outcomes))
        self.undo.setVisible(bool(self._step))
        self.notice.tell(self._mood, self._summary, tr)
        self._list(tr)

    @property
    def _mood(self) -> Mood:
        """Nothing refused, something, or everything."""
        refused = [each.refusal is not None for _, each in self._outcomes]
        if all(refused):
            return Mood.WRONG
        return Mood.CARE if any(refused) else Mood.DONE

    def _summary(self, tr: Catalogue) -> tuple[str, ...]:
        found = [each for _, each in self._outcomes]
        taken = sum(1 for each in found if each.is_new)
        known = sum(1 for each in found if each.known)
        refused = sum(1 for each in found if each.refusal is not None)
        lines = [
            tr.counted("{n} reply was taken in.", "{n} replies were taken in.", taken)
            if taken
            else tr("Nothing new was taken in.")
        ]
        if known:
            lines.append(
                tr.counted(
                    "{n} was known already and changed nothing.",
                    "{n} were known already and changed nothing.",
                    known,
                )
            )
        if refused:
            lines.append(
                tr.counted("{n} file was refused.", "{n} files were refused.", refused)
            )
        return tuple(lines)

    def _list(self, tr: Catalogue) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        ordered = sorted(self._outcomes, key=lambda each: _gravity(each[1]))
        shown = ordered if self._all else ordered[:_AT_ONCE]
        self.rows = [OutcomeRow(self._session, each) for _, each in shown]
        for row in self.rows:
            self._rows.addWidget(row)
            row.judge.setVisible(row.is_here)
            row.judge.clicked.connect(partial(self.opened.emit, row.reply))
        left = len(ordered) - len(shown)
        self.rest.setVisible(left > 0)
        self.rest.setText(tr.counted("Show {n} more", "Show {n} more", left))

    def _show_all(self) -> None:
        self._all = True
        self._list(self._session.catalogue)

    def _take_back(self) -> None:
        """The step itself while it is the newest; later its replies, by a new one."""
        desk, tr = self._session.desk, self._session.catalogue
        newest = desk.undoable
        is_newest = newest is not None and newest.id == self._step
        if not self._session.does(desk.undo if is_newest else self._take_replies_back):
            return
        self.forget()
        self._session.refreshed.emit()
        self._session.told.emit(tr("The import was taken back."))

    def _take_replies_back(self) -> None:
        from focalpoint_app.workflow.consultation.taking_back import take_back_replies

        come = (each.reply for _, each in self._outcomes if each.is_new)
        take_back_replies(self._session.desk, come)


class OutcomeRow(QWidget):
    """A file's mark, its name, and what there is to say of it."""

    def __init__(self, session: Session, received: Received) -> None:
        super().__init__()
        tr = session.catalogue
        self.reply = received.reply
        self.is_here = bool(received.reply)
        self.lines = tuple(_lines(session, received, tr))
        self.judge = push_button()
        self.judge.setText(tr("Standing and letter…"))
        mark = Mark()
        mark.show_standing(_standing(received), self.lines[0])
        name = bold_label(wrap=True)
        name.setText(isolate(received.file))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        for line in self.lines:
            label = plain_label(wrap=True)
            label.setText(line)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.judge, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{received.file}: {' '.join(self.lines)}")


def _standing(received: Received) -> str:
    if received.refusal is not None:
        return "no"
    is_left = received.flaws or received.unassigned or received.is_empty
    return "in_part" if is_left else "answered"


def _gravity(received: Received) -> int:
    return ["no", "in_part", "answered"].index(_standing(received))


def _lines(session: Session, received: Received, tr: Catalogue) -> Iterator[str]:
    if received.refusal is not None:
        context = {"file": received.file, **received.refusal.context}
        yield sentence(received.refusal.code, context, tr)
        return
    if received.taken:
        yield tr.counted("{n} answer taken.", "{n} answers taken.", received.taken)
    if received.known:
        yield tr("This reply was taken in before; it changes nothing.")
    for flaw in received.flaws:
        yield flaw_words(session, flaw, tr)
    if received.unassigned:
        yield tr.counted(
            "{n} text stands outside every question; assign it.",
            "{n} texts stand outside every question; assign them.",
            len(received.unassigned),
        )
    if not (received.taken or received.known or received.flaws):
        yield tr("It answers no question.")


def flaw_words(session: Session, flaw: Flaw, tr: Catalogue) -> str:
    """The question goes by its provision where it is known here."""
    asked = session.desk.questionnaire.questions.get(flaw.question)
    name = question_name(asked, tr) if asked is not None else flaw.question
    return sentence(flaw.code, {**flaw.context, "question": name}, tr)
