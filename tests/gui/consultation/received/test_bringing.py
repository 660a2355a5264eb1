"""Replies are brought in, told file by file, taken back, found again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.gui.consultation.received.room import ReceivedRoom
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.shell.commands import Commands
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consultation.received.replying import TR, WAIT, show_only
from tests.gui.consulting import JUSTICE, PROSECUTION, SAID, came
from tests.gui.small_review import MAIN, OTHER
from tests.workflow.returned import returned

pytestmark = pytest.mark.usefixtures("swept")
SECRET = "كلمة سر طويلة"


def bring(room: ReceivedRoom, qtbot: QtBot, *files: Path) -> None:
    with qtbot.waitSignal(room.bringing.taken, timeout=WAIT):
        room.bringing.bring(files)


def told(room: ReceivedRoom) -> list[str]:
    return [" ".join(row.lines) for row in room.outcomes.rows]


def waits(room: ReceivedRoom) -> bool:
    """For a passphrase."""
    return room.bringing.waits


def test_every_file_is_told_by_itself_and_the_good_ones_come_in(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    good = returned(
        desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes", OTHER: {"ar": SAID}}
    )
    bad = tmp_path / "b.docx"
    bad.write_bytes(b"nothing of ours")
    bring(room, qtbot, good, bad)
    assert room.outcomes.notice.mood is Mood.CARE
    refused, taken = told(room)
    assert TR("The file is no Word form, no Excel sheet and no packet of this program."
              ) in refused  # fmt: skip
    assert TR.counted("{n} answer taken.", "{n} answers taken.", 2) in taken
    assert len(room.replies.ids) == 1


def test_files_of_one_name_lead_each_to_its_own_reply(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    files = []
    for stakeholder in (JUSTICE, PROSECUTION):
        folder = tmp_path / stakeholder.id
        folder.mkdir()
        said = {MAIN: "yes"}
        files.append(returned(desk, folder / "reply.freply", stakeholder, said))
    bring(room, qtbot, *files)
    opened: list[str] = []
    room.outcomes.opened.connect(opened.append)

    for row in room.outcomes.rows:
        row.judge.click()

    assert sorted(opened) == sorted(room.replies.ids)


def test_an_empty_form_and_a_letter_say_what_they_are(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = returned(desk, tmp_path / "a.freply", JUSTICE, {})
    mail = tmp_path / "b.eml"
    mail.write_bytes(b"From: a@example.org\nSubject: x\n\nThe county applies it.\n")
    bring(room, qtbot, empty, mail)
    assert told(room) == [
        sentence("reply.is_letter", {}, TR), TR("It answers no question."),
    ]  # fmt: skip
    letter, kept = room.outcomes.rows
    assert letter.judge.isHidden()
    assert not kept.judge.isHidden()  # It may have a letter all the same.
    assert TR.counted("{n} reply was taken in.", "{n} replies were taken in.", 1) in (
        room.outcomes.notice.text
    )


def test_a_refused_import_says_so_and_offers_no_undo(
    room: ReceivedRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    bring(room, qtbot, tmp_path / "missing.docx")
    assert room.outcomes.notice.mood is Mood.WRONG
    assert room.outcomes.undo.isHidden()
    assert "missing.docx" in told(room)[0]


def test_the_same_reply_twice_changes_nothing_and_is_told(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    good = returned(desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes"})
    bring(room, qtbot, good)
    bring(room, qtbot, good)
    assert told(room) == [TR("This reply was taken in before; it changes nothing.")]
    assert room.outcomes.undo.isHidden()
    assert len(room.replies.ids) == 1


def test_the_button_takes_a_whole_import_back(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    first = returned(desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes"})
    second = returned(desk, tmp_path / "b.freply", PROSECUTION, {MAIN: "no"})
    bring(room, qtbot, first, second)
    room.outcomes.undo.click()
    assert room.replies.ids == ()
    assert desk.workspace.contributions(desk.review.id) == ()
    assert room.outcomes.isHidden()


def test_undo_by_keys_takes_it_back_and_stays_in_its_place(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot, window: Window
) -> None:
    session = window.session
    assert session is not None
    bring(room, qtbot, returned(desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes"}))
    with qtbot.assertNotEmitted(session.jump):
        Commands(window, session).undo()
    assert room.replies.ids == ()
    assert window.messages.text == TR("Undone: {step}.", step=TR("receiving replies"))


def test_a_passphrase_is_asked_once_for_all_that_are_locked(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    names = {JUSTICE: "a.freply", PROSECUTION: "b.freply"}
    files = [
        returned(desk, tmp_path / name, of, {MAIN: "yes"}, SECRET)
        for of, name in names.items()
    ]
    bring(room, qtbot, *files)
    assert waits(room)
    room.bringing.passphrase.setText("another")
    with qtbot.waitSignal(room.bringing.taken, timeout=WAIT):
        room.bringing.open.click()
    assert room.bringing.asked.complaint == TR("This passphrase does not open them.")
    room.bringing.passphrase.setText(SECRET)
    with qtbot.waitSignal(room.bringing.taken, timeout=WAIT):
        room.bringing.open.click()
    assert not waits(room)
    assert room.bringing.passphrase.text() == ""
    assert len(room.replies.ids) == 2


def test_locked_replies_may_be_left_out(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    bring(room, qtbot,
          returned(desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes"}, SECRET)
          )  # fmt: skip
    room.bringing.give_up.click()
    assert not waits(room)
    assert room.replies.ids == ()


def test_each_reply_taken_in_leads_to_its_standing(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    good = returned(desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes"})
    bring(room, qtbot, good, tmp_path / "missing.docx")
    refused, taken = room.outcomes.rows
    assert refused.judge.isHidden()
    taken.judge.click()
    assert room.reply.kept is not None
    assert room.reply.kept.receipt.file == "a.freply"
    assert room.outcomes.isHidden()


def test_several_files_are_dropped_at_once(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [
        returned(desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes"}),
        returned(desk, tmp_path / "b.freply", PROSECUTION, {MAIN: "no"}),
    ]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(room.bringing.taken, timeout=WAIT):
        room.bringing.drop.dropEvent(event)
    assert len(room.replies.ids) == 2


def test_a_stakeholders_newest_reply_is_found_by_its_id(
    room: ReceivedRoom, desk: Desk
) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    came(desk, {MAIN: {"value": "no"}}, PROSECUTION)
    room.look_at(JUSTICE.id)
    assert room.reply.kept is not None
    assert room.reply.kept.stakeholder.id == JUSTICE.id


def test_the_first_reply_is_read_where_none_was_chosen(
    room: ReceivedRoom, desk: Desk
) -> None:
    assert room.reply.isHidden()
    came(desk, {MAIN: {"value": "yes"}})
    came(desk, {MAIN: {"value": "no"}}, PROSECUTION)
    room.enter()
    assert room.reply.kept is not None
    assert room.reply.kept.receipt.id == room.replies.ids[0]
    room.look_at(room.replies.ids[1])
    room.enter()
    assert room.reply.kept.receipt.id == room.replies.ids[1]


def test_replies_are_searched_by_institution(room: ReceivedRoom, desk: Desk) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    came(desk, {MAIN: {"value": "no"}}, PROSECUTION)
    room.enter()
    room.replies.search.setText("النيابه")
    hidden = [room.replies.list.item(row).isHidden() for row in range(2)]
    assert sorted(hidden) == [False, True]


def test_the_room_speaks_the_other_language(room: ReceivedRoom, desk: Desk) -> None:
    came(desk, {MAIN: {"value": "yes"}})
    room.enter()
    show_only(room)
    room.retranslate(Catalogue("en"))
    assert room.reply.judging.standings[Standing.ORAL].text() == "oral"
    assert room.outcomes.undo.text() == "Undo this import"
