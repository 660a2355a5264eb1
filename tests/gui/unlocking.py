"""A review with a passphrase, the window that it locks, and the way back into it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.securing.lock_screen import LockScreen
from focalpoint_app.storage.ciphers.ciphering import key_of
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import desk_of, small_desk
from tests.gui.typing import type_text

FIRST = "تفاح نهر كتاب سماء"
KEY = key_of(FIRST, bytes(range(16)))
WAIT = 20_000


def secured_desk(folder: Path) -> Desk:
    """The small review with this passphrase, which the ring in use knows."""
    keyring().add(KEY)
    return desk_of(_secured_once(), folder)


@cache
def _secured_once() -> bytes:
    with TemporaryDirectory() as folder:
        desk = small_desk(Path(folder))
        desk.workspace.rekey(KEY)
        desk.close()
        return desk.path.read_bytes()


def screen_of(program: Program) -> LockScreen:
    screen = program.locking.screen
    assert screen is not None
    return screen


def unlock(program: Program, qtbot: QtBot) -> None:
    type_text(screen_of(program).form.line, FIRST)
    screen_of(program).form.button.click()
    qtbot.waitUntil(lambda: program.locking.screen is None, timeout=WAIT)
