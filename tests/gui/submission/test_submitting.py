"""What is missing, what leaves, in which languages, and who signs off."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.submitting.papers import set_marking
from focalpoint_app.workflow.submitting.signing_lines import lines_of
from tests.gui.files import Answering
from tests.gui.small_review import MAIN, OTHER
from tests.gui.submission.exporting import WAIT

pytestmark = pytest.mark.usefixtures("swept")
TR = Catalogue("ar")


def test_an_open_obligation_is_listed_and_holds_the_button(
    desk: Desk, window: Window, qtbot: QtBot
) -> None:
    window.show_place("submission")
    assert isinstance(window.page, SubmissionPlace)
    page = window.page.room
    assert isinstance(page, SubmitRoom)
    qtbot.waitUntil(lambda: bool(page.instruments.blocking.rows), timeout=WAIT)
    assert not page.export.export.isEnabled()
    assert page.export.draft.isEnabled()


def test_a_row_of_what_is_missing_leads_to_its_question(
    desk: Desk, window: Window, session: Session, qtbot: QtBot
) -> None:
    window.show_place("submission")
    assert isinstance(window.page, SubmissionPlace)
    page = window.page.room
    assert isinstance(page, SubmitRoom)
    qtbot.waitUntil(lambda: bool(page.instruments.blocking.rows), timeout=WAIT)
    with qtbot.waitSignal(session.jump) as jumped:
        page.instruments.blocking.rows[0].click()
    assert jumped.args == [MAIN]
    assert not page.isVisible()


def test_what_was_missing_goes_from_the_list_once_answered(
    ready: Desk, page: SubmitRoom
) -> None:
    assert page.instruments.blocking.rows == []
    assert page.export.export.isEnabled()


def test_no_instrument_chosen_holds_the_button(page: SubmitRoom) -> None:
    page.instruments.rows[0].tick.setChecked(False)
    assert not page.export.export.isEnabled()


def test_what_leaves_is_listed_before_it_leaves(
    ready: Desk, page: SubmitRoom, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(page.leaving.facts.facts), timeout=WAIT)
    facts = dict(page.leaving.facts.facts)
    assert facts[TR("Answers")] == TR.counted("{n} answer", "{n} answers", 2)
    skipped = TR.counted("{n} question skipped", "{n} questions skipped", 4)
    assert skipped in facts[TR("Stays here")]


def test_the_public_edition_holds_only_public_answers(
    ready: Desk, page: SubmitRoom, qtbot: QtBot
) -> None:
    ready.set_confidentiality(OTHER, Confidentiality.PUBLIC)
    page.leaving.editions[Audience.PUBLIC].click()
    one = TR.counted("{n} answer", "{n} answers", 1)
    qtbot.waitUntil(
        lambda: dict(page.leaving.facts.facts).get(TR("Answers")) == one, timeout=WAIT
    )


def test_a_draft_is_written_without_clearing(
    page: SubmitRoom, dialogs: Answering, tmp_path: Path, qtbot: QtBot, ready: Desk
) -> None:
    dialogs.path = tmp_path / "draft.pdf"
    page.export.draft.click()
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
    assert dialogs.path.exists()
    assert ready.clearances() == ()


def test_sign_off_lines_stay_in_the_file(page: SubmitRoom, ready: Desk) -> None:
    expert = page.lines.rows[0]
    expert.name.setText("د. سلمى الحداد")
    expert.how.setCurrentIndex(1)
    expert.how.activated.emit(1)
    path = ready.path
    copy = path.with_name("copy.focalpoint")
    ready.workspace.backup(copy)
    again = open_review(copy, writing=False)
    first, second = lines_of(again, TR)
    again.close()
    assert (first.name, first.digital) == ("د. سلمى الحداد", False)
    assert second.seal


def test_lines_are_added_up_to_eight_and_removed_down_to_none(
    page: SubmitRoom, ready: Desk
) -> None:
    while page.lines.add.isEnabled():
        page.lines.add_line()
        page.lines.rows[-1].role.setText("شاهد")
    assert len(page.lines.rows) == 8
    while page.lines.rows:
        page.lines.rows[0].cross.click()
    assert lines_of(ready, TR) == ()


def test_the_usual_lines_follow_the_windows_language(
    page: SubmitRoom, program: Program
) -> None:
    program.translator.speak("en")
    assert page.lines.lines[0] == SignLine("Governmental expert")


def test_files_for_the_online_system_are_written_from_a_clearance(
    page: SubmitRoom, dialogs: Answering, tmp_path: Path, qtbot: QtBot
) -> None:
    page.export.in_ink.click()
    page.export_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
    dialogs.path = tmp_path
    page.clearances.entry.emit(page.clearances.rows[0].clearance)
    assert (tmp_path / "answers.html").exists()
    assert "answers.html" in page.clearances.notice.text


def test_a_translation_stands_beside_the_submission(
    page: SubmitRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    page.leaving.languages.show_languages("ar", "fr")
    page.export.in_ink.click()
    page.export_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
    assert page.export.notice.mood is Mood.DONE
    pages = PdfReader(tmp_path / "out.pdf").pages
    said = "".join(page.extract_text() for page in pages)
    assert "République d’Exemplie" in said


def test_a_language_does_not_stand_beside_itself(page: SubmitRoom) -> None:
    pair = page.leaving.languages
    pair.second.setCurrentIndex(pair.second.findData("ar"))
    pair.second.activated.emit(pair.second.currentIndex())
    assert (pair.language, pair.beside) == ("ar", None)


def test_the_ministry_s_paper_goes_with_the_order(
    page: SubmitRoom, ready: Desk, tmp_path: Path
) -> None:
    set_marking(ready, "للاستعمال الرسمي")
    assert page.order(tmp_path / "out.pdf").paper.marking == "للاستعمال الرسمي"
