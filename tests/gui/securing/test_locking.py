"""The locked window: nothing shown, nothing lost, and the passphrase brings it back."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.securing.locking import forget_copied
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.sheets import KeySheet
from focalpoint_app.gui.window import Window
from focalpoint_app.pdf.verifying.marks import marked
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import OTHER
from tests.gui.typing import press_key, type_text
from tests.gui.unlocking import FIRST, WAIT, screen_of, unlock

pytestmark = pytest.mark.usefixtures("swept")
SECRET = "اسم الشاهد المحمي"


def test_locked_the_window_shows_nothing_and_the_key_is_gone(
    program: Program, window: Window, desk: Desk, place: QuestionnairePlace
) -> None:
    program.locking.lock()
    assert window.is_covered
    assert not place.isVisible()
    assert desk.workspace.is_locked
    assert screen_of(program).form.line.hasFocus()


def test_what_was_typed_is_saved_before(
    program: Program,
    window: Window,
    desk: Desk,
    place: QuestionnairePlace,
    qtbot: QtBot,
) -> None:
    place.show_question(OTHER)
    field = next(each for each in place.findChildren(QTextEdit) if each.isVisible())
    field.setFocus()
    type_text(field, SECRET)
    program.locking.lock()
    unlock(program, qtbot)
    assert field.toPlainText() == SECRET
    assert SECRET in str(desk.workspace.fields(desk.review.id))


def test_its_answers_leave_the_memory_and_come_back(
    program: Program,
    window: Window,
    desk: Desk,
    place: QuestionnairePlace,
    qtbot: QtBot,
) -> None:
    desk.write(OTHER, "ar", SECRET)
    kept, before = desk.book, dict(desk.answers)
    program.locking.lock()
    assert (desk.answers, kept.questions) == ({}, ())
    unlock(program, qtbot)
    assert desk.answers == before
    assert SECRET in str(desk.answer(OTHER))


def test_words_of_pages_leave_the_memory_too(
    program: Program, window: Window, desk: Desk
) -> None:
    marked(SECRET)
    program.locking.lock()
    assert marked.cache_info().currsize == 0


def test_what_cannot_be_read_again_stays_locked(
    program: Program, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread() -> None:
        raise AppError("workspace.busy", path=str(desk.path))

    before = dict(desk.answers)
    program.locking.lock()
    monkeypatch.setattr(desk, "reread", unread)
    form = screen_of(program).form
    type_text(form.line, FIRST)
    form.button.click()
    qtbot.waitUntil(lambda: form.notice.code == "workspace.busy", timeout=WAIT)
    assert desk.workspace.is_locked
    monkeypatch.undo()
    unlock(program, qtbot)
    assert desk.answers == before


@pytest.mark.parametrize("where", ["_save", "_draw_veil"])
def test_a_mistake_of_ours_on_the_way_leaves_no_key(
    program: Program, desk: Desk, qtbot: QtBot, where: str
) -> None:
    """Only covered, the window would be opened by whatever is typed."""

    def mistaken() -> None:
        raise RuntimeError(where)

    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(program.locking, where, mistaken)
        with pytest.raises(RuntimeError, match=where):
            program.locking.lock()
    assert desk.workspace.is_locked
    assert desk.workspace._database.key is None
    unlock(program, qtbot)


def test_the_passphrase_brings_all_back(
    program: Program, window: Window, place: QuestionnairePlace, qtbot: QtBot
) -> None:
    program.locking.lock()
    unlock(program, qtbot)
    assert not window.is_covered
    assert place.isVisible()


def test_another_passphrase_does_not(
    program: Program, window: Window, qtbot: QtBot
) -> None:
    program.locking.lock()
    form = screen_of(program).form
    type_text(form.line, "غيرها")
    form.button.click()
    qtbot.waitUntil(lambda: form.notice.code != "", timeout=WAIT)
    assert window.is_covered


def test_no_key_reaches_the_review_while_it_is_locked(
    program: Program, window: Window
) -> None:
    program.locking.lock()
    press_key(screen_of(program).form.line, Qt.Key.Key_F1)
    assert window.findChildren(KeySheet) == []


class Copied:
    """A clipboard that holds something, of ours or of another program."""

    def __init__(self, *, is_ours: bool) -> None:
        self._is_ours = is_ours
        self.modes: set[QClipboard.Mode] = {
            QClipboard.Mode.Clipboard,
            QClipboard.Mode.Selection,
        }

    def ownsClipboard(self) -> bool:
        return self._is_ours

    def supportsSelection(self) -> bool:
        return True

    def ownsSelection(self) -> bool:
        return self._is_ours

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard, /) -> None:
        self.modes.remove(mode)


def test_what_was_copied_here_leaves_the_clipboard() -> None:
    ours, theirs = Copied(is_ours=True), Copied(is_ours=False)
    forget_copied(ours)
    forget_copied(theirs)
    assert (len(ours.modes), len(theirs.modes)) == (0, 2)


def test_it_locks_after_its_time(program: Program, qtbot: QtBot) -> None:
    program.locking.idle.setInterval(20)
    program.locking.idle.start()
    qtbot.waitUntil(lambda: program.locking.screen is not None, timeout=WAIT)


def test_a_clock_that_jumps_was_asleep(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    woken = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: woken)
    program.locking.sleep.look()
    assert program.locking.screen is not None


def test_nothing_is_sealed_or_backed_up_while_it_is_locked(
    program: Program, session: Session, window: Window
) -> None:
    told: list[object] = []
    session.autosave.failed.connect(lambda *said: told.append(said))
    session.failed.connect(told.append)
    program.locking.lock()
    session.autosave.seal()
    program.backing.look()
    assert told == []
