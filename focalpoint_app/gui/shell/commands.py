"""What the window's keys do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from focalpoint_app.domain.content import Step
from focalpoint_app.gui.places import QUESTIONNAIRE, SUBMISSION
from focalpoint_app.gui.questionnaire.inputs.line import AnswerField
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.shell.sheets import GoTo, KeySheet, Missing
from focalpoint_app.gui.words import STEPS, question_name
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session
    from focalpoint_app.gui.window import Window

_UNDONE = N_("Undone: {step} in {question}.")
_REDONE = N_("Done again: {step} in {question}.")
_PLAIN = {
    _UNDONE: N_("Undone: {step}."),
    _REDONE: N_("Done again: {step}."),
}
_NOWHERE = ("receive", "judge", "withdraw", "take_back")
"""Steps that belong to no one question."""


class Commands:
    """The verbs of an open review's window, by the names of ``COMMANDS``."""

    def __init__(self, window: Window, session: Session) -> None:
        self._window = window
        self._session = session
        self._missing: Missing | None = None

    def table(self) -> Mapping[str, Callable[[], None]]:
        return {
            "panes": self.next_pane,
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
            "accept": self.accept,
            "problem": self.next_problem,
            "find": self.find,
            "search": self.search,
            "provision": self.go_to,
            "note": lambda: self._questionnaire().write_note(),
            "turn": lambda: self._questionnaire().turn_paragraph(),
            "undo": self.undo,
            "redo": self.redo,
            "redo_too": self.redo,
            "fold": lambda: self._questionnaire().fold_context(),
            "keys": self.show_keys,
        }

    def next_pane(self) -> None:
        """The pane after the one with the focus, in reading order."""
        page = self._window.page
        panes = page.panes() if page is not None else ()
        if not panes:
            return
        focused = self._window.focusWidget()
        at = next(
            (
                n
                for n, pane in enumerate(panes)
                if focused is not None
                and (pane is focused or pane.isAncestorOf(focused))
            ),
            -1,
        )
        panes[(at + 1) % len(panes)].setFocus()

    def step(self, by: int) -> None:
        self._questionnaire().step(by)

    def accept(self) -> None:
        self._session.autosave.leave(self._session.current)
        self.step(1)

    def next_problem(self) -> None:
        self._session.judge.judge()
        found = self._session.judge.after(self._session.current)
        if found is None:
            self._session.told.emit(
                self._session.catalogue("There is no problem left.")
            )
            return
        self.jump(found)

    def find(self) -> None:
        self._questionnaire().find_bar.ask()

    def search(self) -> None:
        self._questionnaire().search()

    def go_to(self) -> None:
        dialog = GoTo(self._session, self._window)
        dialog.chosen.connect(self.jump)
        dialog.open()

    def jump(self, question: str) -> None:
        """To the question; where there is none, to what stands around the answers."""
        if not question:
            self._window.show_place(SUBMISSION)
            return
        self._window.show_place(QUESTIONNAIRE)
        self._session.jump.emit(question)

    def undo(self) -> None:
        """In a field that keeps its own steps there, else in the review."""
        field = self._window.focusWidget()
        if isinstance(field, (QLineEdit, QTextEdit)) and _keeps_steps(field):
            field.undo()
            return
        self._session.autosave.flush()
        self._tell(_UNDONE, self._session.act(self._session.desk.undo))

    def redo(self) -> None:
        field = self._window.focusWidget()
        if isinstance(field, (QLineEdit, QTextEdit)) and _keeps_steps(field):
            field.redo()
            return
        self._session.autosave.flush()
        self._tell(_REDONE, self._session.act(self._session.desk.redo))

    def show_keys(self) -> None:
        KeySheet(self._session.catalogue, self._window).open()

    def show_missing(self) -> None:
        """One list, kept beside the window and brought forward again."""
        self._session.judge.judge()
        if self._missing is None:
            self._missing = Missing(self._session, self._session.judge, self._window)
            self._missing.chosen.connect(self.jump)
            self._session.translator.changed.connect(self._retell_missing)
        self._missing.show()
        self._missing.raise_()

    def _retell_missing(self) -> None:
        if self._missing is not None:
            self._missing.retranslate(self._session.catalogue)

    def _tell(self, sentence: str, step: Step | None) -> None:
        """Name what was undone and show where."""
        if step is None:
            return
        tr = self._session.catalogue
        self._session.refreshed.emit()
        if step.name in _NOWHERE:
            what = tr(STEPS[step.name])
            self._session.told.emit(tr(_PLAIN[sentence], step=what))
            return
        asked = self._session.desk.questionnaire.questions.get(step.question)
        name = question_name(asked, tr) if asked else ""
        what = tr(STEPS.get(step.name, step.name))
        self._session.told.emit(tr(sentence, step=what, question=name))
        if asked is not None:
            self.jump(step.question)

    def _questionnaire(self) -> QuestionnairePlace:
        page = self._window.place(QUESTIONNAIRE)
        assert isinstance(page, QuestionnairePlace)
        self._window.show_place(QUESTIONNAIRE)
        return page


def _keeps_steps(field: QWidget) -> bool:
    """Whether what is typed in it is no answer, or not one yet."""
    if isinstance(field, AnswerField):
        return field.is_wrong
    if isinstance(field, QTextEdit):
        return field.isUndoRedoEnabled()
    return isinstance(field, QLineEdit)
