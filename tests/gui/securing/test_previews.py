"""Previews and dialogs that are open, or come, when the window locks."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.consultation.log.printing_card import PrintingCard
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.preview.preview_dialog import PreviewDialog, show_preview
from focalpoint_app.gui.securing.place import SafekeepingPlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.sheets import KeySheet
from focalpoint_app.gui.window import Window
from tests.gui.files import Answering
from tests.gui.unlocking import WAIT, unlock

pytestmark = pytest.mark.usefixtures("swept")


def test_previews_close_and_dialogs_wait(
    program: Program, window: Window, kept: SafekeepingPlace, qtbot: QtBot
) -> None:
    kept.recovery.make.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewDialog)), timeout=WAIT)
    assert program.commands is not None
    program.commands.show_keys()
    (sheet,) = window.findChildren(KeySheet)
    (preview,) = window.findChildren(PreviewDialog)
    with qtbot.waitSignal(preview.destroyed, timeout=WAIT):
        program.locking.lock()
    assert not sheet.isVisible()
    unlock(program, qtbot)
    assert sheet.isVisible()
    sheet.close()


def test_a_preview_opens_once_a_window_that_locked_meanwhile_is_unlocked(
    program: Program,
    window: Window,
    session: Session,
    kept: SafekeepingPlace,
    qtbot: QtBot,
) -> None:
    with qtbot.waitSignal(
        session.runner.busy, check_params_cb=lambda is_busy: not is_busy, timeout=WAIT
    ):
        kept.recovery.make.click()
        program.locking.lock()
    assert window.findChildren(PreviewDialog) == []
    unlock(program, qtbot)
    (shown,) = window.findChildren(PreviewDialog)
    shown.close()


def test_nor_do_the_pages_of_the_log(
    program: Program, window: Window, session: Session, qtbot: QtBot
) -> None:
    from focalpoint_app.workflow.consultation.registering import register_document
    from focalpoint_app.workflow.submitting.preview import preview_of

    pages = preview_of(register_document(session.desk, "ar"))
    card = PrintingCard(session, Told(), Answering())
    card.setParent(window)
    program.locking.lock()
    card.output.show_pages(pages)
    assert window.findChildren(PreviewDialog) == []


def test_a_preview_that_prints_is_out_of_sight_and_comes_back(
    program: Program, window: Window, session: Session, qtbot: QtBot
) -> None:
    from focalpoint_app.workflow.consultation.registering import register_document
    from focalpoint_app.workflow.submitting.preview import preview_of

    show_preview(session, preview_of(register_document(session.desk, "ar")), window)
    (preview,) = window.findChildren(PreviewDialog)
    go_on = Event()
    preview.bar.run("", lambda *_: go_on.wait(20), lambda _: None, lambda _: None)
    program.locking.lock()
    assert not preview.isVisible()
    go_on.set()
    unlock(program, qtbot)
    assert preview.isVisible()
    preview.close()


def test_a_file_dialog_that_is_open_when_it_locks_ends_as_given_up(
    program: Program, window: Window, qtbot: QtBot
) -> None:
    QTimer.singleShot(200, program.locking.lock)
    assert FileDialogs().to_open(window, "", "") is None
    assert program.locking.screen is not None
    unlock(program, qtbot)
    assert window.isEnabled()
