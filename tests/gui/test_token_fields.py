"""Signing with a card or token in the window: found, named, refused, forgotten."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.holders import holders_of
from focalpoint_app.gui.submission.known_modules import known_modules
from focalpoint_app.gui.submission.place import SubmissionPlace
from focalpoint_app.gui.submission.submit_room import SubmitRoom
from focalpoint_app.gui.submission.token_fields import TokenFields
from focalpoint_app.gui.window import Window
from focalpoint_app.pdf.signing.tokens import FoundToken, PinState, TokenCertificate
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.files import Answering
from tests.gui.small_review import make_ready
from tests.pdf.signing_samples import Wanted
from tests.pdf.token_samples import (
    EXPIRED,
    PIN,
    WITH_TOKENS,
    add_token,
    module,
    no_tokens,
    put,
)

pytestmark = pytest.mark.usefixtures("swept")
WAIT = 30_000  # ms; the machine may be busy with others
SALMA, HUDA = "سلمى الحداد", "هدى العلي"


@pytest.fixture
def room(
    window: Window,
    session: Session,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> SubmitRoom:
    no_tokens(tmp_path, monkeypatch)
    make_ready(desk)
    place = SubmissionPlace(session, Answering(tmp_path / "out.pdf"))
    window.show_page(place)
    assert isinstance(place.room, SubmitRoom)
    place.room.export.key.from_token.click()
    return place.room


def fields(room: SubmitRoom) -> TokenFields:
    return room.export.key.token


def look(room: SubmitRoom, qtbot: QtBot) -> TokenFields:
    """Name the module and see what it has."""
    found = fields(room)
    found.path.show_path(module())
    found.look.click()
    qtbot.waitUntil(lambda: not found.bar.is_busy, timeout=WAIT)
    return found


@WITH_TOKENS
def test_a_submission_is_signed_with_a_token_and_the_pin_forgotten(
    room: SubmitRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    add_token("card")
    put("card", Wanted(name=SALMA))
    found = look(room, qtbot)
    assert SALMA in found.holder.currentText()
    assert found.notice.isHidden()
    found.pin.setText(PIN)
    room.export_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: bool(room.export.notice.text), timeout=WAIT)
    assert room.export.notice.mood is Mood.DONE
    assert SALMA in room.export.notice.text
    assert found.pin.text() == ""


@WITH_TOKENS
def test_a_wrong_pin_clears_nothing(
    room: SubmitRoom, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    add_token("card")
    put("card", Wanted(name=SALMA))
    look(room, qtbot).pin.setText("9999")
    room.export_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: bool(room.export.notice.text), timeout=WAIT)
    assert room.export.notice.code == "token.wrong_pin"
    assert desk.clearances() == ()


@WITH_TOKENS
def test_of_two_holders_one_is_asked_for(room: SubmitRoom, qtbot: QtBot) -> None:
    for label, name in (("one", SALMA), ("two", HUDA)):
        add_token(label)
        put(label, Wanted(name=name))
    found = look(room, qtbot)
    assert not found.check()
    found.holder.setCurrentIndex(found.holder.findData(HUDA))
    assert found.check()
    key = found.key
    assert key is not None
    assert key.label == HUDA


@WITH_TOKENS
def test_an_expired_certificate_is_told_before_any_pin(
    room: SubmitRoom, qtbot: QtBot
) -> None:
    add_token("card")
    put("card", EXPIRED)
    found = look(room, qtbot)
    assert found.notice.mood is Mood.CARE
    assert not found.holder.isVisible()


@WITH_TOKENS
def test_where_no_card_is_in_it_is_said_in_place(
    room: SubmitRoom, qtbot: QtBot
) -> None:
    assert look(room, qtbot).notice.code == "token.none"


def test_a_file_that_is_no_module_is_told_in_place(
    room: SubmitRoom, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "card.so"
    path.write_bytes(b"nothing")
    found = fields(room)
    found.path.show_path(path)
    found.look.click()
    qtbot.waitUntil(lambda: bool(found.notice.text), timeout=WAIT)
    assert found.notice.code == "token.no_module"


def test_without_a_module_nothing_is_signed_and_the_field_says_so(
    room: SubmitRoom,
) -> None:
    fields(room).path.show_path(None)
    room.export.export.click()
    assert room.export.key.is_complaining


def test_a_person_on_two_tokens_goes_by_the_token() -> None:
    until = datetime(2030, 1, 1, tzinfo=UTC)
    old = TokenCertificate(SALMA, until, "certificate.expired")
    one = TokenCertificate(SALMA, until, None)
    found = holders_of(
        (
            FoundToken("first", "1", PinState.FINE, False, (old, one)),
            FoundToken("second", "2", PinState.FINE, False, (one,)),
        )
    )
    assert [each.label for each in found] == ["first", "second"]
    assert all(each.may_sign for each in found)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd"])
def test_suggested_are_only_modules_that_are_there(platform: str) -> None:
    assert all(path.is_file() for _, path in known_modules(platform))
