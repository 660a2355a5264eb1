"""A session without the program's window, for rooms that stand by themselves."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import TaskRunner
from focalpoint_app.gui.translator import Translator
from focalpoint_app.workflow.review.desk import Desk


@contextmanager
def alone(desk: Desk) -> Iterator[Session]:
    """In Arabic; a window costs a second and shows nothing of the room."""
    prepared([], "light")
    translator, runner = Translator("ar"), TaskRunner()
    session = Session(desk, translator, runner)
    yield session
    runner.shut_down()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def told_by(session: Session) -> list[str]:
    """Codes of what is told from here on."""
    codes: list[str] = []

    def hear(error: AppError) -> None:
        codes.append(error.code)

    session.failed.connect(hear)
    return codes
