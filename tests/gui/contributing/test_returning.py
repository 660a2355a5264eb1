"""The reply, as it goes back to the office that asked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.reply_files import read_replies
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.contributing.packets import PASSPHRASE, WAIT, desk_of, reply_place
from tests.gui.small_review import MAIN, OTHER
from tests.gui.typing import type_text

pytestmark = pytest.mark.usefixtures("swept")


def test_the_reply_comes_back_to_the_office_that_asked(
    contributor: Program, desk: Desk, tmp_path: Path
) -> None:
    answering = desk_of(contributor)
    answering.choose(MAIN, "yes")
    answering.write(OTHER, "ar", "نص الوزارة")
    place = reply_place(contributor, tmp_path / "رد")
    place.form.show_letter(
        replace(place.form.letter, name="هدى", role="مستشارة", women=2)
    )
    place.give_back.click()
    assert place.notice.mood is Mood.DONE
    assert "2" in place.count.text() or "ردّين" in place.count.text()

    (told,) = receive(desk, read_replies(desk, [tmp_path / "رد.freply"]))
    assert (told.taken, told.flaws) == (2, ())
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert (receipt.respondent.name, receipt.respondent.women) == ("هدى", 2)


def test_nothing_answered_is_told_where_the_reply_is_returned(
    contributor: Program, tmp_path: Path
) -> None:
    place = reply_place(contributor, tmp_path / "r.freply")
    place.give_back.click()
    assert place.notice.code == "reply.nothing_answered"
    assert not (tmp_path / "r.freply").exists()


def test_what_cannot_be_read_is_told_under_its_field(
    contributor: Program, tmp_path: Path
) -> None:
    desk_of(contributor).choose(MAIN, "yes")
    place = reply_place(contributor, tmp_path / "r.freply")
    place.form.women.setText("-3")
    place.form.date.show_date("غداً")
    place.give_back.click()
    assert place.form.date.complaint
    assert not (tmp_path / "r.freply").exists()


def test_what_is_said_of_the_reply_is_saved_as_it_is_typed(
    contributor: Program, qtbot: QtBot
) -> None:
    place = reply_place(contributor)
    with qtbot.waitSignal(place.form.changed, timeout=WAIT):
        type_text(place.form.outgoing, "55")
    place.form.standing.setCurrentIndex(1)
    place.form.standing.activated.emit(1)
    from focalpoint_app.workflow.consultation.returning import kept_letter

    kept = kept_letter(desk_of(contributor))
    assert (kept.outgoing, kept.standing) == ("55", Standing.OFFICIAL)


def test_what_was_just_typed_of_it_outlives_the_lock(
    begin: Callable[[], Program], locked: Path, qtbot: QtBot
) -> None:
    program = begin()
    page = program.show_packet(locked)
    page.passphrase.setText(PASSPHRASE)
    page.open.click()
    qtbot.waitUntil(lambda: program.desk is not None, timeout=WAIT)
    place = reply_place(program)
    with qtbot.waitSignal(place.form.changed, timeout=WAIT):
        type_text(place.form.outgoing, "55")
        program.locking.lock()
    assert desk_of(program).workspace.is_locked
    screen = program.locking.screen
    assert screen is not None
    type_text(screen.form.line, PASSPHRASE)
    screen.form.button.click()
    qtbot.waitUntil(lambda: program.locking.screen is None, timeout=WAIT)
    from focalpoint_app.workflow.consultation.returning import kept_letter

    assert kept_letter(desk_of(program)).outgoing == "55"
