"""Screens of a submission: letterhead, card, a kept scan, a verdict, a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    load_key_and_certificates,
)
from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.gui.documents.document_dialog import DocumentDialog
from focalpoint_app.gui.documents.document_form import ARTICLE
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.check_room import CheckRoom
from focalpoint_app.gui.submission.documents_room import DocumentsRoom
from focalpoint_app.gui.submission.place import (
    CHECK,
    DOCUMENTS,
    SUBMIT,
    SubmissionPlace,
)
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.theme.icons import icon
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.gui.window import Window
from focalpoint_app.pdf.scans.match import Match, Mismatch
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.evidences import keep_evidence
from focalpoint_app.workflow.submitting.keys import P12Key, identity
from focalpoint_app.workflow.submitting.leaving import printed_digest
from focalpoint_app.workflow.submitting.submission import ExportOptions, export
from tools.waiting import WIDTH, settle, shown, wait


class Room(Protocol):
    """What a scene needs of the studio."""

    desk: Desk
    window: Window

    @property
    def session(self) -> Session: ...


def scenes(studio: Room) -> dict[str, Callable[[], QWidget | None]]:
    return {
        "paper": lambda: paper(studio),
        "token": lambda: token(studio),
        "document": lambda: document(studio),
        "evidence": lambda: evidence(studio),
        "checked": lambda: checked(studio),
    }


def submission(studio: Room) -> SubmissionPlace:
    studio.window.show_place("submission")
    page = studio.window.page
    assert isinstance(page, SubmissionPlace)
    return page


def paper(studio: Room) -> None:
    submission(studio).show_room(DOCUMENTS)
    room = submission(studio).room
    assert isinstance(room, DocumentsRoom)
    room.paper.lines.show_text("جمهورية المثال\nوزارة العدل\nإدارة التعاون الدولي")
    emblem = studio.desk.path.with_name("emblem.png")
    icon("questionnaire", tokens().color("accent"), 96).pixmap(96).save(str(emblem))
    room.paper.take_picture(emblem)
    room.paper.marking.setText("للاستعمال الرسمي")
    studio.window.resize(WIDTH, 1100)


def token(studio: Room) -> None:
    submission(studio).show_room(SUBMIT)
    room = submission(studio).room
    assert isinstance(room, SubmitRoom)
    room.export.key.from_token.click()
    room.export.key.check()
    studio.window.resize(WIDTH, 1700)


def evidence(studio: Room) -> None:
    """A clearance with a scan that belongs and one that does not."""
    clearance = clear(studio.desk)
    found = PageCode(clearance.id, printed_digest(clearance, Audience.REVIEWING))
    path = studio.desk.path.with_name("صفحة التوقيع.png")
    icon("sign", tokens().color("ink"), 96).pixmap(96).save(str(path))
    for reason in (None, Mismatch.NO_CODE):
        keep_evidence(studio.desk, clearance.id, path, Match(reason, found, 1, found))
    submission(studio).show_room(SUBMIT)
    submission(studio).enter()
    room = submission(studio).room
    assert isinstance(room, SubmitRoom)
    settle()
    studio.window.resize(WIDTH, 1100)
    settle()
    row = room.clearances.rows[0]
    row.evidence.add(path)
    wait(lambda: not row.evidence.bar.is_busy)
    room.sheet.ensureWidgetVisible(row.evidence.nevertheless)


def checked(studio: Room) -> None:
    """A signed submission judged, its certificate known."""
    path, key = (studio.desk.path.with_name(each) for each in ("s.pdf", "k.p12"))
    key.write_bytes(demonstration_p12("سلمى الواحدي", b"k"))
    options = ExportOptions(path, "ar", identity=identity(P12Key(key, b"k")))
    export(studio.desk.questionnaire, clear(studio.desk), options)
    submission(studio).show_room(CHECK)
    room = submission(studio).room
    assert isinstance(room, CheckRoom)
    studio.window.resize(WIDTH, 1400)
    room.check.check(path)
    wait(lambda: not room.check.bar.is_busy)
    certificate = path.with_name("ca.pem")
    _, found, _ = load_key_and_certificates(key.read_bytes(), b"k")
    assert found is not None
    certificate.write_bytes(found.public_bytes(Encoding.PEM))
    room.trust.trust(certificate)
    wait(lambda: bool(room.trust.rows))
    wait(lambda: not room.check.bar.is_busy)


def document(studio: Room) -> QWidget:
    return shown(DocumentDialog(studio.session, ARTICLE, studio.window, "untoc.5"))
