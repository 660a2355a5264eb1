"""Signed scans beside their clearance: matched, kept, saved aside, deleted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.clearance import Audience, Clearance
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.evidence_list import EvidenceList
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.evidences import evidence, evidence_content
from focalpoint_app.workflow.submitting.submission import edition
from tests.gui.files import Answering
from tests.gui.small_review import SALMA, make_ready
from tests.pdf.scans.scan_samples import content, page

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 30_000  # ms; the machine may be busy with others
TR = Catalogue("ar")
OURS = "The scanned page belongs to this submission."


@pytest.fixture
def clearance(desk: Desk) -> Clearance:
    return clear(make_ready(desk))


@pytest.fixture
def dialogs(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "copy.png")


@pytest.fixture
def scans(
    window: Window, session: Session, clearance: Clearance, dialogs: Answering
) -> EvidenceList:
    place = SubmissionPlace(session, dialogs)
    window.show_page(place)
    place.enter()
    assert isinstance(place.room, SubmitRoom)
    return place.room.clearances.rows[0].evidence


@pytest.fixture
def ours(clearance: Clearance, tmp_path: Path) -> Path:
    digest = edition(clearance, Audience.REVIEWING).digest
    return scan(tmp_path / "ours.png", PageCode(clearance.id, digest).written())


def scan(path: Path, *codes: str) -> Path:
    path.write_bytes(content(page(*codes, dots=150), "PNG"))
    return path


def add(scans: EvidenceList, path: Path, qtbot: QtBot) -> None:
    scans.add(path)
    qtbot.waitUntil(lambda: bool(scans.notice.text), timeout=WAIT)


def test_a_scan_that_belongs_is_kept_with_its_date_and_who_added_it(
    scans: EvidenceList, ours: Path, desk: Desk, clearance: Clearance, qtbot: QtBot
) -> None:
    add(scans, ours, qtbot)
    assert scans.notice.mood is Mood.DONE
    (row,) = scans.rows
    assert row.text.startswith(TR(OURS))
    assert "ours.png" in row.text
    assert SALMA.name in row.text
    (kept,) = evidence(desk, clearance.id)
    assert evidence_content(desk, kept.id) == ours.read_bytes()


def test_a_scan_dropped_on_the_row_is_matched(
    scans: EvidenceList, ours: Path, qtbot: QtBot
) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(ours))])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, dropped,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    scans.place.dropEvent(event)
    qtbot.waitUntil(lambda: bool(scans.rows), timeout=WAIT)
    assert scans.rows[0].text.startswith(TR(OURS))


def test_a_scan_without_a_code_is_kept_only_if_one_says_so(
    scans: EvidenceList, desk: Desk, clearance: Clearance, tmp_path: Path, qtbot: QtBot
) -> None:
    add(scans, scan(tmp_path / "pale.png"), qtbot)
    assert scans.notice.mood is Mood.CARE
    assert evidence(desk, clearance.id) == ()
    scans.nevertheless.click()
    assert len(evidence(desk, clearance.id)) == 1
    assert not scans.rows[0].text.startswith(TR(OURS))
    assert scans.nevertheless.isHidden()


def test_a_page_of_another_submission_is_told_as_such(
    scans: EvidenceList, clearance: Clearance, tmp_path: Path, qtbot: QtBot
) -> None:
    other = PageCode("0f8fad5b-d9cb-469f-a165-70867728950e", "ab" * 32)
    add(scans, scan(tmp_path / "other.png", other.written()), qtbot)
    assert scans.notice.mood is Mood.CARE
    assert TR("The scanned page belongs to another submission.") in scans.notice.text
    assert scans.rows == []


def test_a_file_that_is_no_scan_is_refused_in_place(
    scans: EvidenceList, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK\x03\x04")
    add(scans, path, qtbot)
    assert scans.notice.code == "scan.unknown_kind"
    assert scans.nevertheless.isHidden()


def test_a_copy_goes_where_one_says_and_nowhere_else(
    scans: EvidenceList, ours: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    add(scans, ours, qtbot)
    before = set(tmp_path.iterdir())
    scans.rows[0].save.click()
    assert set(tmp_path.iterdir()) - before == {tmp_path / "copy.png"}
    assert (tmp_path / "copy.png").read_bytes() == ours.read_bytes()
    assert "copy.png" in scans.notice.text


def test_a_copy_over_the_workspace_is_refused(
    scans: EvidenceList, ours: Path, desk: Desk, qtbot: QtBot
) -> None:
    add(scans, ours, qtbot)
    scans.save_to(scans.rows[0].kept, desk.path)
    assert scans.notice.code == "file.same"


def test_a_deleted_scan_is_gone(
    scans: EvidenceList, ours: Path, desk: Desk, clearance: Clearance, qtbot: QtBot
) -> None:
    add(scans, ours, qtbot)
    scans.rows[0].cross.click()
    assert evidence(desk, clearance.id) == ()
    assert scans.rows == []


def test_what_was_kept_is_told_in_the_other_language(
    scans: EvidenceList, ours: Path, program: Program, qtbot: QtBot
) -> None:
    add(scans, ours, qtbot)
    program.translator.speak("en")
    assert scans.rows[0].text.startswith(OURS)
    assert scans.notice.text.startswith(OURS)
