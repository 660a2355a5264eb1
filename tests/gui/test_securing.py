"""The window and a file with a passphrase: opened, secured, locked, unlocked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.recovery import halves, mark_of
from focalpoint_app.gui.app import Program, prepared
from focalpoint_app.gui.consultation.log.printing_card import PrintingCard
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.preview.preview_dialog import PreviewDialog, show_preview
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.rescue import keep, rescue_file, rescued
from focalpoint_app.gui.securing.locking import forget_copied
from focalpoint_app.gui.securing.passphrase_card import CHANGE, REMOVE, SET
from focalpoint_app.gui.securing.place import SafekeepingPlace
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.shell.sheets import KeySheet
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.gui.window import Window
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import Settings, load_settings
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.file.header import salt_of
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping.securing import try_passphrase
from tests.gui.files import Answering
from tests.gui.small_review import NARRATIVE, OTHER, small_desk
from tests.gui.typing import press_key, type_text
from tests.gui.unlocking import FIRST, KEY, WAIT, screen_of, unlock

pytestmark = pytest.mark.usefixtures("swept")
SECOND = "9302 3178 4603 0116 7218"
SECRET = "اسم الشاهد المحمي"


@pytest.fixture(autouse=True)
def ring() -> Iterator[Keyring]:
    fresh = Keyring()
    with using(fresh):
        yield fresh


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Encrypted, as the window opens it."""
    desk = small_desk(tmp_path)
    desk.workspace.rekey(KEY)
    yield desk
    desk.close()


@pytest.fixture
def kept(window: Window) -> SafekeepingPlace:
    window.show_place("safekeeping")
    page = window.page
    assert isinstance(page, SafekeepingPlace)
    return page


# Opening


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


# The place


def test_a_changed_passphrase_opens_the_file_and_the_old_one_does_not(
    kept: SafekeepingPlace, desk: Desk, qtbot: QtBot
) -> None:
    desk.write(NARRATIVE, "ar", SECRET)
    card = kept.passphrase
    card.begin(CHANGE)
    card.present.setText(FIRST)
    for line in (card.new.first, card.new.again):
        line.setText(SECOND)
    with qtbot.waitSignal(card.secured, timeout=WAIT):
        card.go.click()
    assert card.notice.mood is Mood.DONE
    assert card.window().isEnabled()
    assert salt_of(desk.path) not in (b"", KEY.salt)
    desk.write(NARRATIVE, "ar", SECRET + " " + SECRET)
    with using(Keyring()):
        try_passphrase(desk.path, SECOND)
        again = open_review(desk.path, writing=False)
        assert SECRET in str(again.answer(NARRATIVE).value)
        again.close()


def test_whoever_passes_by_cannot_take_the_passphrase_away(
    kept: SafekeepingPlace, desk: Desk, qtbot: QtBot
) -> None:
    card = kept.passphrase
    card.begin(REMOVE)
    card.present.setText("غيرها")
    card.go.click()
    qtbot.waitUntil(lambda: card.notice.code != "", timeout=WAIT)
    assert card.notice.code == "passphrase.not_the_present_one"
    assert salt_of(desk.path) == KEY.salt


def test_two_entries_that_differ_set_nothing(kept: SafekeepingPlace) -> None:
    card = kept.passphrase
    card.begin(CHANGE)
    card.new.first.setText(FIRST)
    card.new.again.setText(SECOND)
    card.go.click()
    assert not card.bar.is_busy
    assert any(row.complaint for row in card.new.rows)


def test_no_passphrase_stays_in_a_field_behind(
    kept: SafekeepingPlace, window: Window
) -> None:
    kept.passphrase.begin(CHANGE)
    kept.passphrase.present.setText(FIRST)
    kept.passphrase.new.suggest.click()
    window.show_place("questionnaire")
    fields = (kept.passphrase.present, kept.passphrase.new.first)
    assert [field.text() for field in fields] == ["", ""]


def test_strength_is_told_while_one_types(kept: SafekeepingPlace) -> None:
    new = kept.passphrase.new
    new.first.setText("محمد1990")
    weak = new.strength.text()
    new.suggest.click()
    assert weak != new.strength.text() != ""


def test_only_what_the_file_can_do_is_offered(kept: SafekeepingPlace) -> None:
    ways = kept.passphrase.ways
    assert [ways[act].isHidden() for act in (SET, CHANGE, REMOVE)] == [
        True, False, False,
    ]  # fmt: skip


def test_the_sheet_is_shown_to_be_printed_and_noted(
    kept: SafekeepingPlace, desk: Desk, qtbot: QtBot, window: Window
) -> None:
    kept.recovery.make.click()
    qtbot.waitUntil(lambda: desk.workspace.sheet_made() is not None, timeout=WAIT)
    (shown,) = window.findChildren(PreviewDialog)
    assert shown.preview.pages == 2
    for page in (0, 1):
        assert sum(map(str.isdigit, shown.preview.text(page))) >= 120
    shown.close()


def test_halves_are_tried_before_they_are_handed_over(kept: SafekeepingPlace) -> None:
    one, other = halves(KEY.raw, mark_of(KEY.salt), bytes)
    card = kept.recovery
    card.ask_halves()
    for field, half in zip(card.halves.fields, (one, one), strict=True):
        field.setPlainText("\n".join(half.rows))
    card.go.click()
    assert card.notice.code == "recovery.same_half"
    card.halves.fields[1].setPlainText(other.code)
    card.go.click()
    assert card.notice.mood is Mood.DONE


def test_the_time_to_lock_is_kept(kept: SafekeepingPlace, program: Program) -> None:
    box = kept.lock.after
    box.setCurrentIndex(box.findData(5))
    box.activated.emit(box.currentIndex())
    assert load_settings(settings_folder()).lock_after == 5
    assert program.settings.lock_after == 5


# Locking


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


# Rescue


def test_a_text_that_could_not_be_saved_is_kept_encrypted(desk: Desk) -> None:
    path = keep(desk, NARRATIVE, "ar", SECRET, ())
    assert path == rescue_file(desk, NARRATIVE, "ar")
    assert path is not None
    assert SECRET.encode() not in path.read_bytes()
    (found,) = rescued(desk)
    assert found.text == SECRET
    path.unlink()


def test_while_a_text_waits_to_be_rescued_the_passphrase_stays(
    desk: Desk, kept: SafekeepingPlace
) -> None:
    path = keep(desk, NARRATIVE, "ar", SECRET, ())
    assert path is not None
    kept.passphrase.begin(REMOVE)
    kept.passphrase.present.setText(FIRST)
    kept.passphrase.go.click()
    assert kept.passphrase.notice.code == "passphrase.unsaved"
    path.unlink()
