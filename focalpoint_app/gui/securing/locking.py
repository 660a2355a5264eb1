"""Locking the window: after a time, before sleep, on wish; and unlocking it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.preview.preview_dialog import PreviewDialog
from focalpoint_app.gui.securing.activity import Activity
from focalpoint_app.gui.securing.lock_screen import LockScreen
from focalpoint_app.gui.securing.sleep import Sleep
from focalpoint_app.gui.securing.veiling import Veil
from focalpoint_app.gui.tasks import Task
from focalpoint_app.workflow.safekeeping.forgetting import forget_pages, overwriting

if TYPE_CHECKING:
    from focalpoint_app.gui.session import Session
    from focalpoint_app.gui.shell.keyboard import Keyboard
    from focalpoint_app.gui.window import Window

_MINUTE = 60_000
_PATIENCE = _MINUTE
"""For what the worker had begun; then the key goes, whatever still runs."""


class Clipboard(Protocol):
    """What ``QClipboard`` has; without a screen it never says that it is ours."""

    def ownsClipboard(self) -> bool: ...
    def supportsSelection(self) -> bool: ...
    def ownsSelection(self) -> bool: ...
    def clear(self, mode: QClipboard.Mode = ..., /) -> None: ...


class Locking(QObject):
    """Of one window with one review; without a passphrase it never locks."""

    def __init__(self, window: Window, session: Session, keyboard: Keyboard) -> None:
        super().__init__(window)
        self._window, self._session, self._keyboard = window, session, keyboard
        self.screen: LockScreen | None = None
        self._aside: dict[int, QWidget] = {}
        self._is_forgotten = False
        self._veil = Veil()
        self.idle = QTimer(self, singleShot=True)
        self.idle.timeout.connect(self.lock)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.lock_now)
        session.runner.busy.connect(self._forget_what_ended)
        self._activity = Activity(self)
        self._activity.noticed.connect(self._go_on)
        self.sleep = Sleep(self)
        self.sleep.noticed.connect(self.lock)
        session.lock_wanted.connect(self.lock)
        session.setting_changed.connect(self._hear_setting)
        session.translator.changed.connect(self._retell)

    def lock_after(self, minutes: int) -> None:
        """0 for never."""
        self.idle.setInterval(minutes * _MINUTE)
        self.idle.stop()
        self._go_on()

    def lock(self) -> None:
        """Hide, save, forget the key.  What the disk does not take now stays in its
        field, unseen, and is saved once the file is unlocked.
        """
        workspace = self._session.desk.workspace
        if self.screen is not None or not workspace.is_encrypted:
            return
        self.idle.stop()
        self._close_what_shows()
        self.screen = LockScreen()
        self.screen.said.connect(self._try)
        self._keyboard.hold(True)
        self._window.cover(self.screen)  # A field that loses the focus is kept so.
        try:
            self._save()
        finally:  # After a mistake of ours, too: only looking locked would be worse.
            self._forget()
        self.screen.form.begin()

    def lock_now(self) -> None:
        """What is still at work ends, and says so."""
        self._session.desk.workspace.lock_now()

    def _forget(self) -> None:
        self._patience.start()
        self._session.runner.hold()
        with overwriting():
            try:
                self._draw_veil()
            finally:
                self._session.desk.workspace.lock()
            self._forget_answers()

    def _draw_veil(self) -> None:
        """While the file waits for another passphrase nothing can be sealed that opens
        again; then the window is not enabled, and nobody is at a field.
        """
        window = self._window.window()
        if window.isEnabled():
            self._veil.draw(self._session.desk.workspace.guarded, self.screen)
        window.setEnabled(True)

    def _forget_what_ended(self, is_busy: bool) -> None:
        """Pages that were made behind the lock keep words, too."""
        if self.screen is not None and not is_busy:
            forget_pages()

    def _save(self) -> None:
        page = self._window.page
        if page is not None:
            page.leave()
        self._session.autosave.seal()

    def _close_what_shows(self) -> None:
        """Previews go; a dialog half filled in, a preview that is being printed and a
        question on the wall are out of sight until it is unlocked.
        """
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        for widget in QApplication.topLevelWidgets():
            is_gone = isinstance(widget, PreviewDialog) and widget.close()
            if _stands_over(widget) and widget.isVisible() and not is_gone:
                self._put_aside(widget)
        forget_copied(QGuiApplication.clipboard())

    def _put_aside(self, window: QWidget) -> None:
        """One that somebody waits for ends with its hiding, and may be gone then."""
        key = id(window)
        self._aside[key] = window
        window.destroyed.connect(lambda *_: self._aside.pop(key, None))
        window.hide()

    def _try(self, passphrase: str) -> None:
        """The worker guesses; here it is unlocked, or somebody would read a field
        before its words are back.
        """
        workspace = self._session.desk.workspace

        def work(_progress: object, _cancelled: object) -> Callable[[], None]:
            return workspace.unlocking(passphrase)

        if self.screen is not None and self._session.runner.is_busy:
            self.screen.wait(self._session.catalogue)
        task = Task(work, self._unlocked, self._refused, is_heard_always=True)
        self._session.runner.run(task)

    def _unlocked(self, unlock: Callable[[], None]) -> None:
        if self.screen is None:
            return
        unlock()
        if not self._has_remembered():
            return
        self._veil.lift(self._session.desk.workspace.unguarded)
        screen, self.screen = self.screen, None
        self._patience.stop()
        self._keyboard.hold(False)
        self._window.uncover(screen)
        self._show_again()
        self._session.runner.release()
        self._go_on()

    def _show_again(self) -> None:
        """All is read anew: what was built or judged meanwhile had no answers."""
        self._session.autosave.flush()
        self._session.refreshed.emit()
        page = self._window.page
        if page is not None:
            page.enter()
        self._veil.place()
        for window in self._aside.values():
            window.show()
        self._aside.clear()

    def _forget_answers(self) -> None:
        """But for what stands in fields; a text that is not saved yet needs them."""
        forget_pages()
        if not self._session.autosave.owes:
            self._session.desk.forget()
            self._is_forgotten = True

    def _has_remembered(self) -> bool:
        """Without its answers the review stays locked."""
        if not self._is_forgotten:
            return True
        try:
            self._session.desk.reread()
        except AppError as error:
            self._session.desk.workspace.lock()
            self._refused(error)
            return False
        self._is_forgotten = False
        return True

    def _refused(self, error: AppError) -> None:
        if self.screen is not None:
            self.screen.refuse(error, self._session.catalogue)

    def _hear_setting(self, name: str, value: int) -> None:
        if name == "lock_after":
            self.lock_after(value)

    def _go_on(self) -> None:
        """The time counts anew from here."""
        if self.screen is None and self.idle.interval():
            self.idle.start()

    def _retell(self) -> None:
        if self.screen is not None:
            self.screen.retranslate(self._session.catalogue)


def _stands_over(widget: QWidget) -> bool:
    """A dialog, or a window that another one opened; no tip, and no window itself."""
    is_opened = widget.parentWidget() is not None
    is_window = widget.windowType() is Qt.WindowType.Window and is_opened
    return isinstance(widget, QDialog) or is_window


def forget_copied(clipboard: Clipboard) -> None:
    """Only what we put there: what another program did is not ours to take."""
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
