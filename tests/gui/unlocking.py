"""The locked window, and the way back into it."""

from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.securing.lock_screen import LockScreen
from focalpoint_app.storage.ciphers.ciphering import key_of
from tests.gui.typing import type_text

FIRST = "تفاح نهر كتاب سماء"
KEY = key_of(FIRST, bytes(range(16)))
WAIT = 20_000


def screen_of(program: Program) -> LockScreen:
    screen = program.locking.screen
    assert screen is not None
    return screen


def unlock(program: Program, qtbot: QtBot) -> None:
    type_text(screen_of(program).form.line, FIRST)
    screen_of(program).form.button.click()
    qtbot.waitUntil(lambda: program.locking.screen is None, timeout=WAIT)
