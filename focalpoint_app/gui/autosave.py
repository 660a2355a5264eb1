"""Continuous saving: half a second after a pause, a second at the latest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from focalpoint_app.domain.answer import Directions
from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.rescue import dismiss, keep, rescue_file

if TYPE_CHECKING:
    from focalpoint_app.workflow.review.desk import Desk

PAUSE = 500
CEILING = 700  # leaves 300 ms of the promised second for a busy machine
RETRY = 3_000
SEAL_EVERY = 5 * 60_000


@dataclass(frozen=True, slots=True)
class Typed:
    """A text field's content; ``directions`` one mark a paragraph."""

    text: str
    directions: Directions = ()


class Autosave(QObject):
    """Writes what was typed; asks each field for its text only when it writes.

    Signals:
        began: something typed is not written yet.
        saved: everything typed is in the workspace; the time.
        written: the question whose text was just written.
        failed: the ``AppError`` of a write, and the rescue file that holds the
            text, or None; the text stays in its field and is tried again.
        refused: the question, and the ``AppError`` of a text that cannot be
            taken as it is; it is not tried again until it is typed in.
        stayed: the ``AppError`` of a rescue file that could not be taken away though
            its text is saved.
    """

    began = Signal()
    saved = Signal(object)
    written = Signal(str)
    failed = Signal(object, object)
    refused = Signal(str, object)
    stayed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[tuple[str, str], Callable[[], Typed]] = {}
        self._rescued: set[tuple[str, str]] = set()
        self._refused: set[tuple[str, str]] = set()
        self._pause = self._timer(PAUSE)
        self._ceiling = self._timer(CEILING)
        self._again = self._timer(RETRY)
        self._sealing = QTimer(self)
        self._sealing.timeout.connect(self.seal)
        self._sealing.start(SEAL_EVERY)

    @property
    def is_waiting(self) -> bool:
        return bool(self._waiting)

    @property
    def owes(self) -> bool:
        """Something typed is not in the workspace, whether it waits or was refused."""
        return bool(self._waiting or self._refused)

    def holds(self, question: str, language: str) -> bool:
        """What was typed there is not what the desk holds."""
        key = question, language
        return key in self._waiting or key in self._refused

    def touch(self, question: str, language: str, content: Callable[[], Typed]) -> None:
        """A key was typed in this field; the ceiling counts from the first one."""
        self._waiting[question, language] = content
        self._pause.start()
        if not self._ceiling.isActive():
            self._ceiling.start()
            self.began.emit()

    def flush(self) -> bool:
        """Write now whatever waits; False where something could not be written."""
        for timer in (self._pause, self._ceiling, self._again):
            timer.stop()
        if not self._waiting:
            return True
        if self._desk.workspace.is_locked:  # It is tried again once it is unlocked.
            self._again.start()
            return False
        waiting = list(self._waiting.items())
        for at, (key, content) in enumerate(waiting, start=1):
            if not self._write(*key, content()):
                for behind, text in waiting[at:]:
                    self._keep(*behind, text())
                return False
        if not self.owes:
            self.saved.emit(datetime.now().astimezone())
        return True

    def leave(self, question: str) -> None:
        """The field was left: write and seal."""
        if self.flush():
            self.seal(question)

    def seal(self, question: str | None = None) -> None:
        try:
            if self.flush() and not self._desk.workspace.is_locked:
                self._desk.seal(question)
        except AppError as error:
            self.failed.emit(error, None)

    def _write(self, question: str, language: str, typed: Typed) -> bool:
        try:
            self._desk.write(question, language, typed.text, typed.directions)
        except AppError as error:
            return self._could_not(question, language, typed, error)
        self._waiting.pop((question, language), None)
        self._refused.discard((question, language))
        if (question, language) in self._rescued:
            self._dismiss(question, language)
        self.written.emit(question)
        return True

    def _dismiss(self, question: str, language: str) -> None:
        """What the workspace holds now; at the next start once more, where it stays."""
        self._rescued.remove((question, language))
        error = dismiss(rescue_file(self._desk, question, language))
        if error is not None:
            self.stayed.emit(error)

    def _could_not(
        self, question: str, language: str, typed: Typed, error: AppError
    ) -> bool:
        rescue = self._keep(question, language, typed)
        self.failed.emit(error, rescue)
        if error.code.startswith("text."):
            self._waiting.pop((question, language), None)
            self._refused.add((question, language))
            self.refused.emit(question, error)
            return True
        self._again.start()
        return False

    def _keep(self, question: str, language: str, typed: Typed) -> Path | None:
        """Put it where the next start will find it."""
        self._rescued.add((question, language))
        return keep(self._desk, question, language, typed.text, typed.directions)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self.flush)
        return timer
