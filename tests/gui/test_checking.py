"""Checking any PDF: its verdict, the next signature, refusals."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    load_key_and_certificates,
)
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.check_room import CheckRoom
from focalpoint_app.gui.submission.place import CHECK, SubmissionPlace
from focalpoint_app.gui.window import Window
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.signing.certificates import load_p12
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.submission import ExportOptions, export
from focalpoint_app.workflow.submitting.trust import add_trusted
from tests.gui.files import Answering
from tests.gui.small_review import make_ready

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 30_000  # ms; the machine may be busy with others
TR = Catalogue("ar")
INTACT = "Intact: the file is as it was signed, and its data are those printed."


@pytest.fixture
def dialogs() -> Answering:
    return Answering()


@pytest.fixture
def room(
    window: Window, session: Session, dialogs: Answering, qtbot: QtBot
) -> CheckRoom:
    place = SubmissionPlace(session, dialogs)
    window.show_page(place)
    place.show_room(CHECK)
    assert isinstance(place.room, CheckRoom)
    return place.room


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration_p12("سلمى الحداد", b"open"))
    return path


@pytest.fixture
def signed(desk: Desk, key: Path, tmp_path: Path) -> Path:
    """A submission with its first signature."""
    path = tmp_path / "one.pdf"
    clearance = clear(make_ready(desk))
    options = ExportOptions(path, identity=load_p12(key, b"open"))
    export(desk.questionnaire, clearance, options)
    return path


def judge(room: CheckRoom, path: Path, qtbot: QtBot) -> None:
    room.check.check(path)
    qtbot.waitUntil(lambda: bool(room.check.notice.text), timeout=WAIT)


def test_any_pdf_is_checked_and_signed_next(
    room: CheckRoom, dialogs: Answering, key: Path, signed: Path, qtbot: QtBot
) -> None:
    judge(room, signed, qtbot)
    assert room.check.notice.text.startswith(TR(INTACT))
    room.check.key.file.path.show_path(key)
    room.check.key.file.passphrase.setText("open")
    dialogs.path = second = signed.with_name("two.pdf")
    room.check.sign.click()
    qtbot.waitUntil(
        lambda: (
            "توقيعات لاحقاً" in room.check.notice.text
            or room.check.notice.mood is Mood.WRONG
        ),
        timeout=WAIT,
    )
    assert second.exists()
    assert room.check.notice.mood is Mood.CARE


def test_a_file_that_is_no_pdf_gets_a_verdict_and_not_a_crash(
    room: CheckRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "no.pdf"
    path.write_bytes(b"nothing")
    judge(room, path, qtbot)
    assert room.check.notice.mood is Mood.WRONG


def test_a_changed_pdf_is_told_to_be_not_intact(
    room: CheckRoom, signed: Path, qtbot: QtBot
) -> None:
    content = bytearray(signed.read_bytes())
    content[len(content) // 3] ^= 0xFF
    signed.write_bytes(content)
    judge(room, signed, qtbot)
    assert room.check.notice.mood is Mood.WRONG


def test_the_verdict_is_saved_as_a_record(
    room: CheckRoom, dialogs: Answering, signed: Path, qtbot: QtBot
) -> None:
    assert room.check.record.isHidden()
    judge(room, signed, qtbot)
    dialogs.path = signed.with_name("record.pdf")
    room.check.record.click()
    qtbot.waitUntil(lambda: bool(room.check.recorded.text), timeout=WAIT)
    assert room.check.recorded.mood is Mood.DONE
    assert dialogs.path.read_bytes().startswith(b"%PDF")
    assert room.check.open.isVisible()


def test_a_record_is_not_written_over_the_file_it_is_about(
    room: CheckRoom, signed: Path, qtbot: QtBot
) -> None:
    judge(room, signed, qtbot)
    room.check.record_into(signed, "ar")
    qtbot.waitUntil(lambda: bool(room.check.recorded.text), timeout=WAIT)
    assert room.check.recorded.code == "file.same"


@pytest.fixture
def certificate(key: Path, tmp_path: Path) -> Path:
    """Of the key that signs."""
    path = tmp_path / "salma.pem"
    _, found, _ = load_key_and_certificates(key.read_bytes(), b"open")
    assert found is not None
    path.write_bytes(found.public_bytes(Encoding.PEM))
    return path


def settled(room: CheckRoom, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not (room.trust.bar.is_busy or room.check.bar.is_busy), timeout=WAIT
    )


def test_a_signer_is_known_once_the_certificate_is_trusted_and_no_more_after(
    room: CheckRoom, dialogs: Answering, certificate: Path, signed: Path, qtbot: QtBot
) -> None:
    settled(room, qtbot)
    judge(room, signed, qtbot)
    unknown = room.check.notice.text
    dialogs.path = certificate
    room.trust.add.click()
    qtbot.waitUntil(lambda: len(room.trust.rows) == 1, timeout=WAIT)
    assert "سلمى الحداد" in room.trust.rows[0].text
    qtbot.waitUntil(lambda: room.check.notice.text not in ("", unknown), timeout=WAIT)
    settled(room, qtbot)
    room.trust.rows[0].cross.click()
    qtbot.waitUntil(lambda: room.check.notice.text == unknown, timeout=WAIT)
    settled(room, qtbot)
    assert room.trust.rows == []


def test_what_is_no_certificate_is_refused_in_place(
    room: CheckRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    settled(room, qtbot)
    path = tmp_path / "letter.pem"
    path.write_text("nothing")
    room.trust.trust(path)
    qtbot.waitUntil(lambda: bool(room.trust.notice.text), timeout=WAIT)
    assert room.trust.notice.code == "trust.unreadable"
    assert room.trust.rows == []


def test_certificates_kept_before_are_listed_when_the_room_is_entered(
    room: CheckRoom, certificate: Path, qtbot: QtBot
) -> None:
    settled(room, qtbot)
    add_trusted(certificate)
    room.enter()
    qtbot.waitUntil(lambda: len(room.trust.rows) == 1, timeout=WAIT)
