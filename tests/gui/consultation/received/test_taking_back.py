"""An import is taken back from its outcome or, later, from one of its replies."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.autosave import Typed
from focalpoint_app.gui.consultation.received.room import ReceivedRoom
from focalpoint_app.gui.session import Session
from focalpoint_app.language.sentences import sentence
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.answering import text_of
from tests.gui.consultation.received.replying import TR, WAIT
from tests.gui.consulting import JUSTICE, PROSECUTION
from tests.gui.small_review import MAIN, NARRATIVE
from tests.workflow.returned import returned

pytestmark = pytest.mark.usefixtures("swept")


@pytest.fixture
def imported(
    room: ReceivedRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> ReceivedRoom:
    """Two came in together; then an answer was given."""
    files = (
        returned(desk, tmp_path / "a.freply", JUSTICE, {MAIN: "yes"}),
        returned(desk, tmp_path / "b.freply", PROSECUTION, {MAIN: "no"}),
    )
    with qtbot.waitSignal(room.bringing.taken, timeout=WAIT):
        room.bringing.bring(files)
    desk.choose(MAIN, "no")
    return room


def test_an_import_is_taken_back_without_what_followed_it(
    imported: ReceivedRoom, desk: Desk, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.told) as said:
        imported.outcomes.undo.click()
    assert said.args == [TR("The import was taken back.")]
    assert imported.replies.ids == ()
    assert desk.answer(MAIN).choices == ("no",)


def test_a_reply_takes_back_all_that_came_with_it(
    imported: ReceivedRoom, desk: Desk
) -> None:
    first, _second = imported.replies.ids
    imported.look_at(first)
    button = imported.reply.take_back
    assert button.text() == TR.counted(
        "Undo this import ({n} reply)", "Undo this import ({n} replies)", 2
    )
    button.click()
    assert imported.replies.ids == ()
    assert imported.reply.isHidden()
    desk.undo()
    imported.enter()
    assert len(imported.replies.ids) == 2


def test_typing_that_waits_is_written_before_an_import_goes(
    imported: ReceivedRoom, desk: Desk, session: Session
) -> None:
    imported.look_at(imported.replies.ids[0])
    session.autosave.touch(NARRATIVE, "ar", lambda: Typed("كُتب من قبل."))
    imported.reply.take_back.click()
    desk.undo()
    imported.enter()
    assert len(imported.replies.ids) == 2
    assert text_of(desk, NARRATIVE) == "كُتب من قبل."


def test_an_answer_that_quotes_it_is_told_in_place(
    imported: ReceivedRoom, desk: Desk
) -> None:
    given = desk.workspace.contributions(desk.review.id, MAIN)
    insert(desk, next(each for each in given if (each.entry or {})["value"] == "yes"))
    imported.look_at(imported.replies.ids[0])
    imported.reply.take_back.click()
    assert imported.reply.notice.text == sentence("reply.in_answers", {"count": 1}, TR)
    assert len(imported.replies.ids) == 2
