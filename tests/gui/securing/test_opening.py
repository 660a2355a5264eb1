"""An encrypted file asks for its passphrase, or for both halves of its sheet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.recovery import halves, mark_of
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.platform.settings import Settings
from focalpoint_app.storage.ciphers.keyring import Keyring
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.securing import try_passphrase
from tests.gui.typing import type_text
from tests.gui.unlocking import FIRST, KEY, WAIT

pytestmark = pytest.mark.usefixtures("swept")
SECOND = "9302 3178 4603 0116 7218"


@pytest.fixture
def begun(qtbot: QtBot, desk: Desk, ring: Keyring) -> Iterator[StartPage]:
    """A start page that was asked to open the encrypted file."""
    path = desk.path
    desk.close()
    ring.forget()
    prepared([], "light")
    program = Program(Settings(language="en", scheme="light"))
    qtbot.addWidget(program.window)
    page = program.show_start()
    program.window.show()
    page.open_file(path)
    yield page
    program.end()


def test_an_encrypted_file_asks_for_its_passphrase(
    begun: StartPage, qtbot: QtBot
) -> None:
    assert begun.unlocking is not None
    form = begun.unlocking.form
    type_text(form.line, FIRST)
    with qtbot.waitSignal(begun.opened, timeout=WAIT):
        form.button.click()


def test_a_wrong_passphrase_is_told_and_asked_again(
    begun: StartPage, qtbot: QtBot
) -> None:
    assert begun.unlocking is not None
    form = begun.unlocking.form
    type_text(form.line, "غيرها")
    form.button.click()
    begun.unlocking.back.click()  # It stays until it is told.
    qtbot.waitUntil(lambda: form.notice.code != "", timeout=WAIT)
    assert form.notice.code == "workspace.wrong_passphrase"
    assert form.line.selectedText() == form.line.text() != ""
    assert form.line.isEnabled()


def test_both_halves_open_it_with_a_new_passphrase(
    begun: StartPage, qtbot: QtBot, desk: Desk, ring: Keyring
) -> None:
    one, other = halves(KEY.raw, mark_of(KEY.salt), bytes)
    form = begun.unlocking
    assert form is not None
    form.lost.click()
    for field, half in zip(form.halves.fields, (one, other), strict=True):
        field.setPlainText("\n".join(half.rows))
    form.recover.click()
    assert not form.isEnabled() or form.notice.code == ""
    for line in (form.passphrase.first, form.passphrase.again):
        line.setText(SECOND)
    with qtbot.waitSignal(begun.opened, timeout=WAIT):
        form.recover.click()
    ring.forget()
    try_passphrase(desk.path, SECOND)
