"""A window on its start page."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.start.new_review import NewReviewForm
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.platform.settings import Settings
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.files import Answering

WAIT = 20_000  # ms; the machine may be busy with others


class Begun:
    """A window on its start page, with dialogs that answer."""

    def __init__(self, qtbot: QtBot, language: str, recent: tuple[str, ...]) -> None:
        prepared([], "light")
        settings = Settings(language=language, recent=recent, author="سلمى; خبيرة")
        self.program = Program(settings)
        qtbot.addWidget(self.program.window)
        self.dialogs = Answering()
        self.page = StartPage(
            self.program.translator, self.program.runner, settings, self.dialogs
        )
        self.desks: list[Desk] = []
        self.forgotten: list[Path] = []
        self.page.opened.connect(self.desks.append)
        self.page.forgotten.connect(self.forgotten.append)
        self.program.window.show_page(self.page)
        self.program.window.show()

    def form(self) -> NewReviewForm:
        self.page.ways.new.click()
        assert self.page.form is not None
        return self.page.form

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self.program.end()


Begin = Callable[..., Begun]


def drop_file(page: StartPage, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(QDropEvent(
        QPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    ))  # fmt: skip
