"""The place of safekeeping: passphrase, sheet and time to lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.recovery import halves, mark_of
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.preview.preview_dialog import PreviewDialog
from focalpoint_app.gui.securing.hand_over_card import HandOverCard
from focalpoint_app.gui.securing.passphrase_card import CHANGE, REMOVE, SET
from focalpoint_app.gui.securing.place import SafekeepingPlace
from focalpoint_app.gui.window import Window
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import load_settings
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.file.header import is_encrypted, salt_of
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping.securing import note_sheet, try_passphrase
from tests.gui.small_review import NARRATIVE
from tests.gui.unlocking import FIRST, KEY, WAIT

pytestmark = pytest.mark.usefixtures("swept")
SECOND = "9302 3178 4603 0116 7218"
SECRET = "اسم الشاهد المحمي"


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


def chosen(kept: SafekeepingPlace, target: Path) -> HandOverCard:
    class Chosen(FileDialogs):
        def to_save(self, *_: object) -> Path | None:
            return target

    kept.handing.dialogs = Chosen()
    return kept.handing


def test_a_copy_is_handed_over_once_both_halves_open_it(
    kept: SafekeepingPlace, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    note_sheet(desk.workspace)
    one, other = halves(KEY.raw, mark_of(KEY.salt), bytes)
    card = chosen(kept, tmp_path / "for Huda")
    card.begin.click()
    for field, half in zip(card.halves.fields, (one, one), strict=True):
        field.setPlainText("\n".join(half.rows))
    card.go.click()
    assert card.notice.code == "recovery.same_half"
    card.halves.fields[1].setPlainText(other.code)
    card.go.click()
    qtbot.waitUntil(lambda: card.notice.mood is Mood.DONE, timeout=WAIT)
    assert is_encrypted(tmp_path / "for Huda.focalpoint")
    assert all(not field.toPlainText() for field in card.halves.fields)


def test_without_a_sheet_its_lack_is_told_before_a_copy_is_written(
    kept: SafekeepingPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    card = chosen(kept, tmp_path / "copy.focalpoint")
    card.begin.click()
    assert card.go.isHidden()
    assert not (tmp_path / "copy.focalpoint").exists()
    card.without.click()
    qtbot.waitUntil(lambda: card.notice.mood is Mood.DONE, timeout=WAIT)
    assert (tmp_path / "copy.focalpoint").exists()
