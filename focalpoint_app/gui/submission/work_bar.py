"""Long work in sight: what is being done, how far, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import Task
from focalpoint_app.language.markers import N_

T = TypeVar("T")
_WHOLE = 1000
Progress = Callable[[float], None]
Work = Callable[[Progress, Callable[[], bool]], T]


class WorkBar(QWidget):
    """Hidden while nothing is done; it only moves until the work says how far it is.

    Signals:
        working: True when work begins, False when it has ended, before it is told.
    """

    working = Signal(bool)

    def __init__(self, session: Session, told: Told, *, can_stop: bool = True) -> None:
        """Without ``can_stop`` the work never asks whether it is to stop."""
        super().__init__()
        self._session = session
        self._stop: Callable[[], None] | None = None
        self.words = soft_label(wrap=True)
        self.bar = QProgressBar()
        self.cancel = push_button()
        self.bar.setTextVisible(False)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        if not can_stop:  # Shown before it is laid out, it would be a window.
            self.cancel.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(row)
        told.add(self.cancel.setText, N_("Cancel"))
        told.add(self.bar.setAccessibleName, N_("Progress"))
        session.runner.progressed.connect(self._show)
        self.cancel.clicked.connect(self._cancel)
        self.hide()

    @property
    def is_busy(self) -> bool:
        return self._stop is not None

    def run(
        self,
        words: str,
        work: Work[T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """``words`` in the window's language; one of the two is called at the end."""

        def succeed(result: T) -> None:
            self._rest()
            done(result)

        def fail(error: AppError) -> None:
            self._rest()
            failed(error)

        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()
        self._stop = self._session.runner.run(Task(work, succeed, fail)).cancel
        self.working.emit(True)

    def _show(self, share: float) -> None:
        if self.is_busy:
            self.bar.setRange(0, _WHOLE)
            self.bar.setValue(round(share * _WHOLE))

    def _cancel(self) -> None:
        if self._stop is not None:
            self.cancel.setEnabled(False)
            self._stop()

    def _rest(self) -> None:
        self._stop = None
        self.hide()
        self.working.emit(False)
