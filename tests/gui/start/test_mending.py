"""A damaged file is looked over, saved and replaced without a command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.content import Change, Field, FieldKey
from focalpoint_app.gui.start.mending import MendingForm
from focalpoint_app.language.isolates import FIRST_STRONG_ISOLATE, without_isolates
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.safekeeping import doctor
from tests.gui.small_review import NARRATIVE, SALMA, small_desk
from tests.gui.start.beginning import WAIT, Begin, Begun, drop_file
from tests.gui.typing import type_text
from tests.gui.unlocking import FIRST, secured_desk

pytestmark = pytest.mark.usefixtures("swept")


def mending(begun: Begun, file: Path | None = None) -> MendingForm:
    begun.page.damaged.click()
    form = begun.page.mending
    assert form is not None
    if file is not None:
        form.file.show_path(file)
    return form


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """One answer, so that there is something to save."""
    desk = small_desk(tmp_path)
    change = Change(FieldKey(NARRATIVE, Field.VALUE, "ar"), None, {"text": "نعم"})
    desk.workspace.save(desk.review.id, [change], desk.author.id, now())
    desk.close()
    return desk.path


@pytest.fixture
def ring() -> Iterator[Keyring]:
    fresh = Keyring()
    with using(fresh):
        yield fresh


def spoil(path: Path, page: int) -> None:
    """From this page on, counted from the end where below zero, all is lost."""
    content = bytearray(path.read_bytes())
    begun = page * 4096 % len(content)
    content[begun:] = b"\xff" * (len(content) - begun)
    path.write_bytes(content)


def rewrite(workspace: Path) -> None:
    """The one answer, otherwise."""
    with closing(Workspace.open(workspace, writing=True)) as opened:
        (review,) = opened.reviews()
        key = FieldKey(NARRATIVE, Field.VALUE, "ar")
        change = Change(key, {"text": "نعم"}, {"text": "لا"})
        opened.save(review.id, [change], SALMA.id, now())


def backed_up(workspace: Path) -> Path:
    target = workspace.with_name("yesterday.focalpoint")
    with closing(Workspace.open(workspace, writing=False)) as opened:
        opened.backup(target)
    return target


def test_a_file_that_was_refused_stands_in_the_form_already(
    begin: Begin, workspace: Path
) -> None:
    spoil(workspace, 1)
    begun = begin("en")
    begun.page.open_file(workspace)
    assert mending(begun).file.path == workspace


def test_nothing_can_be_done_to_no_file(begin: Begin) -> None:
    form = mending(begin("ar"))
    assert not form.saving.look.isEnabled()
    assert not form.putting.compare.isEnabled()
    form.back.click()


def test_a_sound_file_is_said_to_be_sound(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    form = mending(begin("en"), workspace)
    form.saving.look.click()
    qtbot.waitUntil(lambda: form.saving.notice.text != "", timeout=WAIT)
    assert "is sound" in form.saving.notice.text
    assert form.saving.save.isHidden()


def test_what_can_be_read_of_a_damaged_file_is_saved_and_opened(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    spoil(workspace, -1)
    before = workspace.read_bytes()
    begun = begin("en")
    form = mending(begun, workspace)
    form.saving.look.click()
    qtbot.waitUntil(lambda: not form.saving.save.isHidden(), timeout=WAIT)
    begun.dialogs.path = workspace.with_name("saved.focalpoint")
    form.saving.save.click()
    qtbot.waitUntil(lambda: not form.saving.open.isHidden(), timeout=WAIT)
    form.saving.open.click()
    assert [desk.path for desk in begun.desks] == [begun.dialogs.path]
    assert workspace.read_bytes() == before


def test_what_was_found_follows_the_window_s_language(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    """SQLite's own words cannot, and are named as such."""
    spoil(workspace, -1)
    begun = begin("en")
    form = mending(begun, workspace)
    form.saving.look.click()
    qtbot.waitUntil(lambda: form.saving.notice.text != "", timeout=WAIT)
    ours, theirs, *_ = without_isolates(form.saving.notice.text).splitlines()
    assert ours == "Pages of the file are damaged."
    assert theirs.startswith("In SQLite's own words: ")
    begun.program.translator.speak("ar")
    ours, theirs, *_ = form.saving.notice.text.splitlines()
    assert ours == "صفحات من الملف تالفة."
    assert theirs.startswith(f"بألفاظ SQLite نفسها: {FIRST_STRONG_ISOLATE}")


def test_a_worker_that_crashes_gives_the_form_back(
    begin: Begin, workspace: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_file: Path) -> None:
        raise RuntimeError

    monkeypatch.setattr(doctor, "looked_over", crash)
    begun = begin("en")
    form = mending(begun, workspace)
    with qtbot.waitSignal(begun.program.runner.crashed, timeout=WAIT):
        form.saving.look.click()
    qtbot.waitUntil(form.isEnabled, timeout=WAIT)
    assert form.busy.isHidden()
    assert form.saving.notice.code == "program.mistake"


def test_a_backup_is_put_back_after_it_was_shown_what_differs(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    backup = backed_up(workspace)
    spoil(workspace, 1)
    begun = begin("en")
    form = mending(begun, workspace)
    form.putting.backup.show_path(backup)
    assert form.putting.put.isHidden()
    form.putting.compare.click()
    qtbot.waitUntil(lambda: not form.putting.put.isHidden(), timeout=WAIT)
    assert "cannot be compared" in form.putting.notice.text
    form.putting.put.click()
    qtbot.waitUntil(lambda: not form.putting.open.isHidden(), timeout=WAIT)
    assert "What it was before lies in" in form.putting.notice.text
    form.putting.open.click()
    assert [desk.path for desk in begun.desks] == [workspace]


def test_what_differs_is_told_by_provision(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    backup = backed_up(workspace)
    rewrite(workspace)
    form = mending(begin("en"), workspace)
    form.putting.backup.show_path(backup)
    form.putting.compare.click()
    qtbot.waitUntil(lambda: form.putting.notice.text != "", timeout=WAIT)
    told = without_isolates(form.putting.notice.text)
    assert "answer to Organized Crime Convention · Article 5 (1) (a)" in told
    assert "untoc" not in told


def test_a_backup_that_says_the_same_is_not_put_anywhere(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    form = mending(begin("en"), workspace)
    form.putting.backup.show_path(backed_up(workspace))
    form.putting.compare.click()
    qtbot.waitUntil(lambda: form.putting.notice.text != "", timeout=WAIT)
    assert form.putting.notice.text == "Nothing differs."
    assert form.putting.put.isHidden()


def test_another_file_makes_what_was_found_void(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    form = mending(begin("en"), workspace)
    form.saving.look.click()
    qtbot.waitUntil(lambda: form.saving.notice.text != "", timeout=WAIT)
    form.file.show_path(workspace.with_name("other.focalpoint"))
    assert form.saving.notice.text == ""


def test_a_home_that_nobody_has_stands_as_it_was_typed(begin: Begin) -> None:
    form = mending(begin("en"), Path("~nobody-has-it/r.focalpoint"))
    assert form.file.path == Path("~nobody-has-it/r.focalpoint")


def test_nothing_takes_the_form_away_while_a_file_is_looked_over(
    begin: Begin, workspace: Path, qtbot: QtBot
) -> None:
    backup = backed_up(workspace)
    begun = begin("en")
    form = mending(begun, workspace)
    form.saving.look.click()
    form.back.click()
    drop_file(begun.page, backup)
    assert begun.desks == []
    qtbot.waitUntil(lambda: "is sound" in form.saving.notice.text, timeout=WAIT)
    drop_file(begun.page, backup)
    assert [desk.path for desk in begun.desks] == [backup]


def test_nothing_takes_the_form_away_while_a_passphrase_is_tried(
    begin: Begin, tmp_path: Path, ring: Keyring, qtbot: QtBot
) -> None:
    desk = secured_desk(tmp_path)
    desk.close()
    ring.forget()
    begun = begin("en")
    form = mending(begun, desk.path)
    form.saving.look.click()
    qtbot.waitUntil(lambda: not form.key.isHidden(), timeout=WAIT)
    type_text(form.unlock.line, "another one")
    form.unlock.button.click()
    form.back.click()
    assert begun.page.mending is form
    qtbot.waitUntil(lambda: form.unlock.notice.code != "", timeout=WAIT)
    form.back.click()
    assert begun.page.mending is None


def test_a_file_with_a_passphrase_asks_and_goes_on(
    begin: Begin, tmp_path: Path, ring: Keyring, qtbot: QtBot
) -> None:
    desk = secured_desk(tmp_path)
    desk.close()
    ring.forget()
    form = mending(begin("en"), desk.path)
    form.saving.look.click()
    qtbot.waitUntil(lambda: not form.key.isHidden(), timeout=WAIT)
    type_text(form.unlock.line, "another one")
    form.unlock.button.click()
    qtbot.waitUntil(lambda: form.unlock.notice.code != "", timeout=WAIT)
    assert form.unlock.notice.code == "workspace.wrong_passphrase"
    type_text(form.unlock.line, FIRST)
    form.unlock.button.click()
    qtbot.waitUntil(lambda: "is sound" in form.saving.notice.text, timeout=WAIT)
    assert form.key.isHidden()
