"""The submission's place: what leaves, clearing, signing, checking, refusals."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.submitting.papers import set_marking
from focalpoint_app.workflow.submitting.signing_lines import lines_of
from tests.gui.files import Answering
from tests.gui.small_review import MAIN, OTHER, make_ready

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 30_000  # ms; the machine may be busy with others
TR = Catalogue("ar")
INTACT = "Intact: the file is as it was signed, and its data are those printed."
DEMONSTRATION = (
    "DEMONSTRATION: signed with a demonstration certificate, no legal value."
)


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """Nothing stands in the way of a clearance."""
    return make_ready(desk)


@pytest.fixture
def dialogs() -> Answering:
    return Answering()


@pytest.fixture
def page(
    window: Window, session: Session, dialogs: Answering, qtbot: QtBot, ready: Desk
) -> SubmitRoom:
    place = SubmissionPlace(session, dialogs)
    window.show_page(place)
    place.enter()
    room = place.room
    assert isinstance(room, SubmitRoom)
    qtbot.waitUntil(lambda: bool(room.leaving.facts.facts), timeout=WAIT)
    return room


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration_p12("سلمى الحداد", b"open"))
    return path


def give_key(page: SubmitRoom, path: Path, passphrase: str = "open") -> None:
    page.export.key.file.path.show_path(path)
    page.export.key.file.passphrase.setText(passphrase)


def press_export(page: SubmitRoom, qtbot: QtBot) -> None:
    """The button, the dialog's answer, and whatever the worker does then."""
    page.export.export.click()
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)


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


def test_signing_ends_with_the_verdict_marked_as_a_demonstration(
    page: SubmitRoom,
    dialogs: Answering,
    key: Path,
    qtbot: QtBot,
) -> None:
    dialogs.path = key.with_name("out")
    give_key(page, key)
    press_export(page, qtbot)
    verdict = page.export.notice.text.split("\n")
    assert verdict[:2] == [TR(INTACT), TR(DEMONSTRATION)]
    assert page.export.notice.mood is Mood.CARE
    assert key.with_name("out.pdf").read_bytes().startswith(b"%PDF")
    assert page.export.open.isVisible()
    assert page.export.key.file.passphrase.text() == ""
    assert len(page.clearances.rows) == 1


def test_the_verdict_is_told_again_in_the_other_language(
    page: SubmitRoom, program: Program, key: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    give_key(page, key)
    page.export_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
    program.translator.speak("en")
    assert page.export.notice.text.startswith(INTACT)
    assert page.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert page.export.export.text() == "Export again…"


def test_without_a_certificate_the_pdf_is_for_ink(
    page: SubmitRoom, dialogs: Answering, tmp_path: Path, qtbot: QtBot
) -> None:
    dialogs.path = tmp_path / "ink.pdf"
    page.export.in_ink.click()
    assert page.export.key.isHidden()
    press_export(page, qtbot)
    assert page.export.notice.mood is Mood.DONE
    assert dialogs.path.exists()


def test_a_wrong_passphrase_clears_nothing_and_says_so_in_place(
    page: SubmitRoom, dialogs: Answering, key: Path, qtbot: QtBot, ready: Desk
) -> None:
    dialogs.path = key.with_name("out.pdf")
    give_key(page, key, "shut")
    press_export(page, qtbot)
    assert page.export.notice.code == "certificate.wrong_passphrase"
    assert ready.clearances() == ()
    assert not dialogs.path.exists()
    assert page.export.export.isEnabled()
    assert page.export.key.file.passphrase.text() == "shut"


def test_an_expired_certificate_is_refused_before_anything_is_cleared(
    page: SubmitRoom, tmp_path: Path, qtbot: QtBot, ready: Desk
) -> None:
    path = tmp_path / "old.p12"
    past = datetime.now(UTC) - timedelta(days=900)
    path.write_bytes(demonstration_p12("سلمى", b"open", past))
    give_key(page, path)
    page.export_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
    assert page.export.notice.code == "certificate.expired"
    assert ready.clearances() == ()


def test_an_unwritable_target_is_refused_before_anything_is_cleared(
    page: SubmitRoom, tmp_path: Path, qtbot: QtBot, ready: Desk
) -> None:
    page.export.in_ink.click()
    page.export_to(tmp_path / "no" / "such" / "out.pdf")
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
    assert page.export.notice.code == "file.unwritable"
    assert ready.clearances() == ()


def test_a_failed_export_keeps_its_clearance_and_the_next_try_exports_it(
    page: SubmitRoom, tmp_path: Path, qtbot: QtBot, ready: Desk
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    page.export.in_ink.click()
    page.exporting.cleared.connect(lambda _: folder.rmdir())  # pulled out meanwhile
    page.export_to(folder / "out.pdf")
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
    assert page.export.notice.mood is Mood.WRONG
    page.export_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: page.export.notice.mood is Mood.DONE, timeout=WAIT)
    assert len(ready.clearances()) == 1


def test_work_that_takes_long_is_stopped_by_its_button(
    page: SubmitRoom, qtbot: QtBot
) -> None:
    bar = page.export.bar
    stopped: list[AppError] = []

    def work(progress: Callable[[float], None], cancelled: Callable[[], bool]) -> None:
        progress(0.5)
        while not cancelled():
            sleep(0.005)
        raise AppError("task.cancelled")

    bar.run("…", work, lambda _: None, stopped.append)
    qtbot.waitUntil(lambda: bar.bar.value() == 500, timeout=WAIT)
    bar.cancel.click()
    qtbot.waitUntil(lambda: bool(stopped), timeout=WAIT)
    assert not bar.is_busy
    assert bar.isHidden()


def test_a_missing_certificate_file_is_asked_for_and_no_dialog_opens(
    page: SubmitRoom,
) -> None:
    page.export.export.click()
    assert page.export.key.is_complaining


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
