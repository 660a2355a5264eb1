"""Starting the window: colours and fonts, first paint, then everything heavy."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.places import PLACES, QUESTIONNAIRE
from focalpoint_app.gui.tasks import Task, TaskRunner
from focalpoint_app.gui.theme.fonts import load_fonts, window_font
from focalpoint_app.gui.theme.palette import SYSTEM, dress
from focalpoint_app.gui.theme.style import HouseStyle
from focalpoint_app.gui.translator import Translator
from focalpoint_app.gui.window import Window
from focalpoint_app.language.digits import Digits
from focalpoint_app.language.names import preferred_language
from focalpoint_app.platform.places import resources_folder, settings_folder
from focalpoint_app.platform.settings import (
    Settings,
    load_settings,
    save_settings,
    with_recent,
    without_recent,
)

if TYPE_CHECKING:
    from focalpoint_app.gui.start.page import StartPage
    from focalpoint_app.workflow.desk import Desk


def run(path: Path | None, arguments: list[str]) -> int:
    """Open the window on a review, or on the start page; the exit code."""
    application = prepared(arguments)
    settings = load_settings(settings_folder())
    program = Program(settings)
    program.start(path)
    code = application.exec()
    program.end()
    return code


def prepared(arguments: list[str], scheme: str = SYSTEM) -> QApplication:
    """The one QApplication, dressed; an existing one is dressed again."""
    existing = QApplication.instance()
    application = (
        existing
        if isinstance(existing, QApplication)
        else QApplication(["focalpoint", *arguments])
    )
    if not isinstance(application.style(), HouseStyle):
        application.setApplicationName("focalpoint")
        application.setStyle(HouseStyle())
        load_fonts(resources_folder() / "fonts")
        application.setFont(window_font())
    dress(scheme)
    return application


class Program(QObject):
    """Holds the window, the worker and the settings for as long as it runs."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.runner = TaskRunner(self)
        language = settings.language or preferred_language(
            os.environ, QLocale.system().name()
        )
        self.translator = Translator(language, Digits(settings.digits))
        self.window = Window(self.translator)
        self.desk: Desk | None = None
        self._dress(settings.scheme)
        self.window.header.show_scheme(settings.scheme)
        self.window.header.dressed.connect(self._choose_scheme)
        self.translator.changed.connect(self._keep_language)

    def start(self, path: Path | None) -> None:
        """Show the frame first; libraries load in the worker once it is painted."""
        self.window.painted.connect(lambda: QTimer.singleShot(0, self, self._load))
        self._wanted = path
        if path is None:
            self.show_start()
        self.window.show()

    def show_start(self) -> StartPage:
        """Offer to make or open a review; the page stands until one is open."""
        from focalpoint_app.gui.start.page import StartPage

        page = StartPage(self.translator, self.runner, self.settings)
        page.opened.connect(self._begin)
        page.forgotten.connect(self._forget)
        self.window.show_page(page)
        return page

    def end(self) -> None:
        self.runner.shut_down()
        if self.desk is not None:
            self.desk.close()
        save_settings(self.settings, settings_folder())

    def _load(self) -> None:
        self.runner.run(Task(lambda _progress, _cancelled: _import(), self._loaded))

    def _loaded(self, opening: Callable[[Path], Desk]) -> None:
        if self._wanted is None:
            return
        try:
            desk = opening(self._wanted)
        except AppError as error:
            self.show_start().show_error(error)
            return
        self.show_desk(desk)

    def _begin(self, desk: Desk) -> None:
        self.settings = replace(self.settings, author=desk.author.line)
        self.show_desk(desk)

    def _forget(self, path: Path) -> None:
        self.settings = without_recent(self.settings, path)

    def show_desk(self, desk: Desk) -> None:
        """From now on the window shows this review."""
        from focalpoint_app.gui.session import Session
        from focalpoint_app.gui.shell.commands import Commands
        from focalpoint_app.gui.shell.keyboard import Keyboard

        self.desk = desk
        self.settings = with_recent(self.settings, desk.path)
        session = Session(desk, self.translator, self.runner, self)
        self.window.open(session, PLACES, QUESTIONNAIRE)
        self.commands = Commands(self.window, session)
        self.keyboard = Keyboard(self.window, self.commands.table())
        self.window.foot.readiness.connect(self.commands.show_missing)

    def _choose_scheme(self, scheme: str) -> None:
        self.settings = replace(self.settings, scheme=scheme)
        self._dress(scheme)

    def _keep_language(self) -> None:
        self.settings = replace(self.settings, language=self.translator.language)

    def _dress(self, scheme: str) -> None:
        dress(scheme)


def _import() -> Callable[[Path], Desk]:
    from focalpoint_app.workflow.opening import open_review

    return open_review
