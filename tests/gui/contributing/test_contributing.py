"""A contributor's window: a packet opened, answered, kept, returned."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pyrage import encrypt, x25519
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.exchange.packets.keys import new_round_key
from focalpoint_app.gui.app import Program
from focalpoint_app.gui.contributing.errand_bar import ErrandBar
from focalpoint_app.gui.controls.text_area import TextArea
from focalpoint_app.gui.questionnaire.context import CONTRIBUTIONS
from focalpoint_app.gui.questionnaire.place import QuestionnairePlace
from focalpoint_app.gui.start.page import StartPage
from focalpoint_app.workflow.consultation.contributor_key import opening_key
from focalpoint_app.workflow.consultation.errand import errand_of
from focalpoint_app.workflow.consultation.request_files import PacketLock
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.contributing.packets import PASSPHRASE, WAIT, desk_of, packet
from tests.gui.small_review import MAIN, NARRATIVE, OTHER
from tests.gui.typing import type_text

pytestmark = pytest.mark.usefixtures("swept")

OTHERS = x25519.Identity.generate()


def test_a_double_click_shows_the_questions_asked_and_no_others(
    contributor: Program,
) -> None:
    assert isinstance(contributor.window.page, QuestionnairePlace)
    asked = desk_of(contributor).questionnaire.questions
    assert {MAIN, NARRATIVE, OTHER} <= asked.keys()
    assert "untoc.5.2" not in asked
    assert list(contributor.window._places) == ["questionnaire", "reply"]


def test_what_only_the_asking_office_needs_is_not_there(contributor: Program) -> None:
    place = contributor.window.page
    assert isinstance(place, QuestionnairePlace)
    assert not place.context.tabs.isTabVisible(CONTRIBUTIONS)
    assert not contributor.window.foot._missing.isVisible()


def test_marking_and_date_stand_over_every_place(contributor: Program) -> None:
    bar = contributor.window.findChild(ErrandBar)
    assert bar is not None
    assert bar.isVisible()
    assert "سري" in bar.marking.text()
    assert "2099" in bar.due.text()
    contributor.translator.speak("en")
    assert bar.due.text() == "Answer by 20 December 2099"


def test_a_date_that_has_passed_is_told_as_passed(
    begin: Callable[[], Program], desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    program = begin()
    program.show_packet(packet(desk, tmp_path / "old.fpacket", due="2020-01-31"))
    qtbot.waitUntil(lambda: program.desk is not None, timeout=WAIT)
    program.translator.speak("en")
    bar = program.window.findChild(ErrandBar)
    assert bar is not None
    assert bar.due.text() == "Was due on 31 January 2020"


def test_typing_is_kept_without_a_save_and_there_at_the_next_start(
    contributor: Program, plain: Path, qtbot: QtBot
) -> None:
    place = contributor.window.page
    assert isinstance(place, QuestionnairePlace)
    place.show_question(OTHER)
    area = place.focusWidget()
    assert isinstance(area, TextArea)
    session = contributor.window.session
    assert session is not None
    with qtbot.waitSignal(session.autosave.saved, timeout=WAIT):
        type_text(area, "نص الوزارة")
    contributor.end()
    with closing(errand_of(plain).desk()) as again:
        value = again.answer(OTHER).value
    assert isinstance(value, TextValue)
    assert value.texts == {"ar": "نص الوزارة"}


def test_the_passphrase_is_asked_and_a_wrong_one_told(
    begin: Callable[[], Program], locked: Path, qtbot: QtBot
) -> None:
    program = begin()
    page = program.show_packet(locked)
    assert page.passphrase.isVisible()
    page.passphrase.setText("خطأ")
    page.open.click()
    qtbot.waitUntil(lambda: bool(page.notice.text), timeout=WAIT)
    assert page.notice.code == "packet.wrong_passphrase"
    assert page.passphrase.isEnabled()
    page.passphrase.setText(PASSPHRASE)
    page.open.click()
    qtbot.waitUntil(lambda: program.desk is not None, timeout=WAIT)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"no packet", "reply.damaged"),
        (b"age-encryption.org/v1\n-> X25519 x\n", "packet.damaged"),
        (
            encrypt(b"a packet", [x25519.Identity.generate().to_public()]),
            "packet.wrong_key",
        ),
    ],
)
def test_a_spoiled_packet_is_told_and_leads_back(
    begin: Callable[[], Program],
    tmp_path: Path,
    content: bytes,
    code: str,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "bad.fpacket"
    path.write_bytes(content)
    program = begin()
    page = program.show_packet(path)
    qtbot.waitUntil(lambda: bool(page.notice.text), timeout=WAIT)
    assert page.notice.code == code
    page.back.click()
    assert isinstance(program.window.page, StartPage)


def test_whom_a_packet_is_not_locked_for_is_shown_their_own_key(
    begin: Callable[[], Program], desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    lock = PacketLock(recipients=(new_round_key().recipient,))
    page = begin().show_packet(packet(desk, tmp_path / "other.fpacket", lock))
    qtbot.waitUntil(lambda: bool(page.notice.text), timeout=WAIT)
    assert page.own_key.isVisible()
    page.own_key.copy.click()
    assert QGuiApplication.clipboard().text() == opening_key().recipient


def test_a_packet_that_is_gone_is_told(
    begin: Callable[[], Program], tmp_path: Path
) -> None:
    page = begin().show_packet(tmp_path / "gone.fpacket")
    assert page.notice.code == "file.missing"
    assert not page.open.isVisible()


def test_a_packet_open_twice_is_told(
    contributor: Program, begin: Callable[[], Program], plain: Path, qtbot: QtBot
) -> None:
    page = begin().show_packet(plain)
    qtbot.waitUntil(lambda: bool(page.notice.text), timeout=WAIT)
    assert page.notice.code == "workspace.already_open"


def test_a_packet_dropped_on_the_start_page_is_opened(
    begin: Callable[[], Program], plain: Path, qtbot: QtBot
) -> None:
    program = begin()
    start = program.show_start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plain))])
    start.dropEvent(QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    ))  # fmt: skip
    qtbot.waitUntil(lambda: program.desk is not None, timeout=WAIT)


def test_a_packet_opened_before_is_among_the_recent_files(
    contributor: Program, plain: Path
) -> None:
    kept = Path(contributor.settings.recent[0])
    assert (kept.name, kept != plain, kept.is_file()) == (plain.name, True, True)
