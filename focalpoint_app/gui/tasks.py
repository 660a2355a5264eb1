"""The one file that starts threads: slow work, one piece at a time."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from focalpoint_app.domain.errors import AppError

log = logging.getLogger(__name__)

T = TypeVar("T")
Lease = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """What the worker needs while it runs; it touches no widget.

    ``work`` gets a progress call (0 to 1) and asks ``cancelled`` now and then.
    ``done`` runs on the window's thread, ``failed`` there too where given; where
    answers are held they wait, unless the task ``is_heard_always``.  ``failed`` hears
    of a crash too, as ``program.mistake``: nobody waits for what will not come.
    """

    work: Callable[[Callable[[float], None], Callable[[], bool]], T]
    done: Callable[[T], None]
    failed: Callable[[AppError], None] | None = None
    is_heard_always: bool = False
    stop: Event = field(default_factory=Event)

    def cancel(self) -> None:
        self.stop.set()


class TaskRunner(QObject):
    """Runs one slow call at a time and answers on the window's thread.

    Signals:
        progressed: the share done, 0 to 1.
        busy: True when a task starts, False when the last one ended.
        failed: an ``AppError`` that no task took for itself.
        crashed: any other exception, which is a bug.
    """

    progressed = Signal(float)
    busy = Signal(bool)
    failed = Signal(object)
    crashed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # Long work never runs beside long work.
        self._waiting: list[Task[Any]] = []
        self._is_holding = False
        self._held: list[tuple[Task[Any], object]] = []
        self._lease: Lease = nullcontext
        self._ended.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting)

    def borrow(self, lease: Lease) -> None:
        """From now on each task has one, from when it is run until its work ends."""
        self._lease = lease

    def run(self, task: Task[T]) -> Task[T]:
        """Start it, or queue it behind the running one."""
        self._waiting.append(task)
        if len(self._waiting) == 1:
            self.busy.emit(True)
        # Not a QRunnable: the pool frees it, and Python would go on knowing it.
        # In a copy of this context: the worker has the keys that we have.
        self._pool.start(partial(copy_context().run, self._work, task, self._lease()))
        return task

    def hold(self) -> None:
        """Answers wait until ``release``: nobody may hear them now."""
        self._is_holding = True

    def release(self) -> None:
        """Hear in their order the answers that waited."""
        self._is_holding = False
        while self._held and not self._is_holding:
            self._answer(*self._held.pop(0))

    def shut_down(self) -> None:
        """Cancel what runs and wait for it; called before the window goes."""
        for task in self._waiting:
            task.cancel()
        self._pool.waitForDone()
        gc.enable()

    def _work(self, task: Task[T], lease: AbstractContextManager[None]) -> None:
        # A collection in this thread would delete the window's objects here too.
        gc.disable()
        try:
            with lease:
                outcome: object = task.work(self.progressed.emit, task.stop.is_set)
        except AppError as error:
            outcome = error
        except Exception as error:
            log.exception("a task crashed")
            outcome = _Crash(error)
        self._ended.emit(task, outcome)

    @Slot(object, object)
    def _deliver(self, task: Task[object], outcome: object) -> None:
        self._waiting.remove(task)
        if not self._waiting:
            gc.enable()
            self.busy.emit(False)
        if isinstance(outcome, _Crash):
            self.crashed.emit(outcome.error)
            if task.failed is None:
                return
            outcome = AppError("program.mistake")
        if self._is_holding and not task.is_heard_always:
            self._held.append((task, outcome))
        else:
            self._answer(task, outcome)

    def _answer(self, task: Task[object], outcome: object) -> None:
        try:
            if isinstance(outcome, AppError):
                raise outcome
            task.done(outcome)
        except AppError as error:  # Also of the file, locked or gone meanwhile.
            (task.failed or self.failed.emit)(error)


@dataclass(frozen=True, slots=True)
class _Crash:
    error: Exception
