"""A submission is signed, refused, stopped, or tried again."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.files import Answering
from tests.gui.submission.exporting import WAIT, give_key, press_export

pytestmark = pytest.mark.usefixtures("swept")
TR = Catalogue("ar")
INTACT = "Intact: the file is as it was signed, and its data are those printed."
DEMONSTRATION = (
    "DEMONSTRATION: signed with a demonstration certificate, no legal value."
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
