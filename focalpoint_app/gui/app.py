"""Starting the window: colours and fonts, first paint, then everything heavy."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.application import application
from focalpoint_app.gui.controls.settling import settle_before
from focalpoint_app.gui.loading import imported
from focalpoint_app.gui.page import Place
from focalpoint_app.gui.places import PLACES, QUESTIONNAIRE
from focalpoint_app.gui.shell.frame import Frame
from focalpoint_app.gui.shell.geometry import keep_geometry
from focalpoint_app.gui.tasks import Task, TaskRunner
from focalpoint_app.gui.theme.palette import SYSTEM, dress
from focalpoint_app.gui.theme.style import HouseStyle
from focalpoint_app.gui.translator import Translator
from focalpoint_app.gui.window import Window
from focalpoint_app.language.digits import Digits
from focalpoint_app.language.names import preferred_language
from focalpoint_app.platform.places import log_folder, settings_folder
from focalpoint_app.platform.settings import (
    Settings,
    save_settings,
    with_recent,
    with_setting,
    without_recent,
)

if TYPE_CHECKING:
    from focalpoint_app.gui.contributing.packet_page import PacketPage
    from focalpoint_app.gui.session import Session
    from focalpoint_app.gui.shell.commands import Commands
    from focalpoint_app.gui.start.page import StartPage
    from focalpoint_app.workflow.review.desk import Desk


def fill(frame: Frame, settings: Settings) -> Program:
    """The window, in a frame that already stands on the screen."""
    prepared([])
    program = Program(settings, frame)
    # Queued: the pixels are on their way before anything else is imported.
    program.window.painted.connect(program.watch, Qt.ConnectionType.QueuedConnection)
    frame.hold(program.window, settle_before)
    return program


def prepared(
    arguments: list[str], scheme: str = SYSTEM, percent: int = 100
) -> QApplication:
    """The one QApplication, dressed; an existing one is dressed again.

    ``percent``: the size of its text, as the settings have it.
    """
    found = application(arguments, percent)
    if not isinstance(found.style(), HouseStyle):
        found.setStyle(HouseStyle())
    dress(scheme)
    return found


class Program(QObject):
    """Holds the window, the worker and the settings for as long as it runs.

    Signals:
        crashed: a bug was reported, from whichever thread; the report's path or None.
    """

    crashed = Signal(object)

    def __init__(self, settings: Settings, frame: Frame | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.runner = TaskRunner(self)
        language = settings.language or preferred_language(
            os.environ, QLocale.system().name()
        )
        self.translator = Translator(language, Digits(settings.digits))
        self.window = Window(self.translator, frame)
        self.desk: Desk | None = None
        self.commands: Commands | None = None
        self._wanted: Path | None = None
        self._dress()
        self.window.header.show_scheme(settings.scheme)
        self._connect()

    def _connect(self) -> None:
        self.window.header.dressed.connect(self._choose_scheme)
        self.window.closing.connect(self._keep_place)
        self.translator.changed.connect(self._keep_language)
        self.runner.failed.connect(self.window.show_error)
        self.runner.crashed.connect(self._report)
        self.crashed.connect(self._tell_crash)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._dress)

    def start(self, path: Path | None) -> None:
        """Show the frame first; libraries load in the worker once it is painted."""
        self._wanted = path
        self.window.painted.connect(lambda: QTimer.singleShot(0, self, self._load))
        self.window.show()

    def watch(self) -> None:
        """Keep a log and report bugs; imported late, for it takes 40 ms."""
        from focalpoint_app.platform.crash import watch_for_bugs
        from focalpoint_app.platform.log import start_log

        start_log(log_folder())
        watch_for_bugs(log_folder(), self.crashed.emit)

    def end(self) -> None:
        """Close the window, the file and the settings; once, and for good.

        Widgets with methods in Python must be gone before the interpreter is, and
        what still waits to read or write must not wake over a closed file.
        """
        self.window.window().close()
        self.runner.shut_down()
        if self.desk is not None:
            self._close(self.desk)
        save_settings(self.settings, settings_folder())
        if self.window.session is not None:
            self.window.session.deleteLater()
        self.window.window().deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _close(self, desk: Desk) -> None:
        """What hinders putting a file back on its share is told last of all."""
        try:
            desk.close()
        except AppError as error:
            from focalpoint_app.gui.shell.parting import tell_parting

            tell_parting(error, self.translator.catalogue)

    def show_desk(self, desk: Desk) -> None:
        """From now on the window shows this review."""
        from focalpoint_app.gui.backing import Backing

        session = self.show(desk, desk.path, PLACES)
        self.backing = Backing(session, self.window)

    def show_packet(self, path: Path) -> PacketPage:
        """Ask for its passphrase where it has one, and then its questions."""
        from focalpoint_app.gui.contributing.beginning import ask_packet

        return ask_packet(self, path)

    def show(self, desk: Desk, named: Path, places: Sequence[Place]) -> Session:
        """``named`` is what stands among the files opened before."""
        from focalpoint_app.gui.securing.locking import Locking
        from focalpoint_app.gui.session import Session
        from focalpoint_app.gui.shell.commands import Commands
        from focalpoint_app.gui.shell.keyboard import Keyboard

        self.desk = desk
        known = with_recent(self.settings, named)
        self.settings = replace(known, author=desk.author.line)
        session = Session(desk, self.translator, self.runner, self)
        self.window.open(session, places, first_place(places))
        self.commands = Commands(self.window, session)
        self.keyboard = Keyboard(self.window, self.commands.table())
        self.window.foot.readiness.connect(self.commands.show_missing)
        self.locking = Locking(self.window, session, self.keyboard)
        session.setting_changed.connect(self._keep_setting)
        session.setting_changed.emit("lock_after", self.settings.lock_after)
        self.commands.next_pane()  # The keyboard has somewhere to begin.
        return session

    def _load(self) -> None:
        if self._wanted is None:
            self.show_start()
        self.runner.run(Task(lambda _progress, _cancelled: imported(), self._loaded))

    def _loaded(self, opening: Callable[[Path], Desk]) -> None:
        from focalpoint_app.gui.controls.file_dialogs import PACKET_SUFFIX
        from focalpoint_app.workflow.review.opening import hold_keys

        hold_keys()
        if self._wanted is None:
            return
        if self._wanted.suffix.lower() == PACKET_SUFFIX:
            self.show_packet(self._wanted)
            return
        try:
            desk = opening(self._wanted)
        except AppError as error:
            self.show_start().refuse(self._wanted, error)
            return
        self.show_desk(desk)

    def show_start(self) -> StartPage:
        from focalpoint_app.gui.start.page import StartPage

        page = StartPage(self.translator, self.runner, self.settings)
        page.opened.connect(self._begin)
        page.forgotten.connect(self._forget)
        page.packet.connect(self.show_packet)
        self.window.show_page(page)
        return page

    def _begin(self, desk: Desk) -> None:
        """Whoever begins here is offered as the author of the next new review."""
        self.settings = replace(self.settings, author=desk.author.line)
        self.show_desk(desk)

    def _forget(self, path: Path) -> None:
        self.settings = without_recent(self.settings, path)

    def _choose_scheme(self, scheme: str) -> None:
        self.settings = replace(self.settings, scheme=scheme)
        self._dress()

    def _keep_setting(self, name: str, value: object) -> None:
        """Written at once: others read it from the disk."""
        self.settings = with_setting(self.settings, name, value)
        save_settings(self.settings, settings_folder())

    def _keep_language(self) -> None:
        self.settings = replace(self.settings, language=self.translator.language)

    def _keep_place(self) -> None:
        keep_geometry(self.window.window(), settings_folder())

    def _dress(self) -> None:
        """Drawn icons in buttons take their colour when they are named again."""
        before = QGuiApplication.palette()
        dress(self.settings.scheme)
        if before != QGuiApplication.palette():
            self.window.retranslate()

    def _report(self, error: Exception) -> None:
        from focalpoint_app.platform.crash import report_crash

        self._tell_crash(report_crash(error, log_folder()))

    def _tell_crash(self, report: Path | None) -> None:
        tr = self.translator.catalogue
        if report is None:
            self.window.messages.tell(tr("The program made a mistake of its own."))
            return
        words = tr(
            "The program made a mistake of its own. What you typed is saved; a report"
            " without any of your answers is in {path}.",
            path=str(report),
        )
        self.window.messages.tell(words)


def first_place(places: Sequence[Place]) -> str:
    """The questionnaire: whoever comes back goes on where they stopped."""
    ids = [place.id for place in places]
    return QUESTIONNAIRE if QUESTIONNAIRE in ids else ids[0]
