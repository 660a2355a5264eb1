"""Rolling backups, and files on shares put back, by the worker: the window is free."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import Task

LOOK_EVERY = 5 * 60 * 1000
"""Milliseconds; whether an hour has passed is asked of the backups themselves."""


class Backing(QObject):
    """Looks now and then whether a backup is due; says once what hinders it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY)
        for notice in session.desk.notices:
            session.failed.emit(notice)

    def look(self) -> None:
        desk = self._session.desk
        workspace = desk.workspace

        def work(_progress: object, _cancelled: object) -> AppError | None:
            from focalpoint_app.workflow.safekeeping.backing import hourly
            from focalpoint_app.workflow.safekeeping.staying import put_back

            return put_back(desk) or hourly(workspace)

        if workspace.is_writing and not workspace.is_locked:
            self._session.runner.run(Task(work, self._looked, self._looked))

    def _looked(self, hindered: AppError | None) -> None:
        if hindered is not None and not self._has_told:
            self._session.failed.emit(hindered)
        self._has_told = hindered is not None
