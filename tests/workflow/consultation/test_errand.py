"""A packet is answered in a file of the profile, which survives and goes on."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.domain.consultation import Request
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.packets.keys import new_round_key, new_signing_key
from focalpoint_app.exchange.packets.requests import write_packet
from focalpoint_app.platform.places import answering_folder
from focalpoint_app.workflow.consultation.contributor_key import opening_key
from focalpoint_app.workflow.consultation.errand import (
    Errand,
    asks_for_passphrase,
    errand_of,
    is_packet,
)
from focalpoint_app.workflow.consultation.request_files import PacketLock
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.answering_packets import LOCKED, PASSPHRASE, packet_of
from tests.workflow.consulting import NARRATIVE, NUMBER, QUESTION

DRAFT = "ينص القانون على ذلك."


@pytest.fixture
def packet(desk: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "وزارة العدل.fpacket"
    packet_of(desk, path)
    return path


@pytest.fixture
def errand(packet: Path) -> Errand:
    return errand_of(packet)


@pytest.fixture
def answering(errand: Errand) -> Iterator[Desk]:
    desk = errand.desk()
    yield desk
    desk.close()


def hostile(path: Path, request: Request) -> Path:
    path.write_bytes(write_packet(request, new_signing_key()))
    return path


def test_only_what_is_asked_is_there_to_answer(desk: Desk, answering: Desk) -> None:
    asked = [
        each for each in desk.questionnaire.questions if each.startswith("untoc.5")
    ]
    assert list(answering.questionnaire.questions) == asked
    assert {part.id for part in answering.questionnaire.parts} == {"untoc"}


def test_what_is_answered_is_there_at_the_next_opening(packet: Path) -> None:
    with closing(errand_of(packet).desk()) as first:
        first.write(NARRATIVE, "ar", "نص محفوظ")
    with closing(errand_of(packet).desk()) as again:
        assert again.answer(NARRATIVE).value is not None


KILLED = """
import os, signal, sys
from pathlib import Path
from focalpoint_app.workflow.consultation.errand import errand_of
desk = errand_of(Path(sys.argv[1])).desk()
desk.write(sys.argv[2], "ar", sys.argv[3])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_what_was_answered_survives_a_kill(packet: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(packet), NARRATIVE, DRAFT], check=False
    )
    assert ran.returncode == -signal.SIGKILL
    with closing(errand_of(packet).desk()) as again:
        value = again.answer(NARRATIVE).value
    assert isinstance(value, TextValue)
    assert value.texts == {"ar": DRAFT}


def test_the_copy_in_the_profile_outlives_the_packet(packet: Path) -> None:
    first = errand_of(packet)
    packet.unlink()
    again = errand_of(first.source)
    assert again == first
    assert first.source.name == packet.name


def test_the_draft_is_there_to_go_on_from_and_cannot_be_undone_away(
    desk: Desk, tmp_path: Path
) -> None:
    desk.choose(QUESTION, "part")
    desk.write(NARRATIVE, "ar", DRAFT)
    packet_of(desk, tmp_path / "p.fpacket", with_draft=True)
    with closing(errand_of(tmp_path / "p.fpacket").desk()) as answering:
        assert answering.answer(QUESTION).choices == ("part",)
        assert answering.undoable is None
        (sent,) = answering.history(NARRATIVE, "ar")
        assert sent.author != answering.author.id


def test_a_locked_packet_asks_for_its_passphrase_and_takes_no_other(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "p.fpacket"
    packet_of(desk, path, LOCKED)
    assert asks_for_passphrase(path)
    for word, code in ((None, "packet.passphrase_missing"),
                       ("خطأ", "packet.wrong_passphrase")):  # fmt: skip
        with pytest.raises(AppError) as told:
            errand_of(path, word)
        assert told.value.code == code
    assert list(answering_folder().iterdir()) == []
    assert errand_of(path, PASSPHRASE).request.questions


def test_what_answers_a_locked_packet_is_locked_too(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "p.fpacket"
    packet_of(desk, path, LOCKED)
    errand = errand_of(path, PASSPHRASE)
    secret = "نص لا يقرؤه من يجد الملف"
    with closing(errand.desk()) as answering:
        answering.write(NARRATIVE, "ar", secret)
    kept = [e.read_bytes() for e in answering_folder().rglob("*") if e.is_file()]
    assert all(secret.encode() not in each for each in kept)
    with closing(errand_of(errand.source, PASSPHRASE).desk()) as again:
        value = again.answer(NARRATIVE).value
    assert isinstance(value, TextValue)
    assert value.texts == {"ar": secret}


def test_a_packet_locked_for_this_user_opens_without_a_word(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "p.fpacket"
    packet_of(desk, path, PacketLock(recipients=(opening_key().recipient,)))
    assert not asks_for_passphrase(path)
    assert errand_of(path).request.questions


def test_a_packet_locked_for_somebody_else_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "p.fpacket"
    packet_of(desk, path, PacketLock(recipients=(new_round_key().recipient,)))
    with pytest.raises(AppError) as told:
        errand_of(path)
    assert told.value.code == "packet.wrong_key"


def test_a_spoiled_packet_leaves_nothing_behind(packet: Path) -> None:
    packet.write_bytes(packet.read_bytes()[:-40])
    with pytest.raises(AppError) as told:
        errand_of(packet)
    assert told.value.code in ("reply.damaged", "packet.damaged")
    assert list(answering_folder().iterdir()) == []


@pytest.mark.parametrize("name", ["../../etc/x", "a/b", "a\\b", "..", "", "س", "a..b"])
def test_an_id_that_would_climb_out_of_a_folder_is_refused(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    request = packet_of(desk, tmp_path / "p.fpacket")
    bad = replace(request.questions[0], id=name or "x/")
    path = hostile(tmp_path / "bad.fpacket", replace(request, questions=(bad,)))
    with pytest.raises(AppError) as told:
        errand_of(path)
    assert told.value.code == "packet.damaged"


def test_a_packet_that_asks_nothing_is_refused(desk: Desk, tmp_path: Path) -> None:
    request = packet_of(desk, tmp_path / "p.fpacket")
    path = hostile(tmp_path / "bad.fpacket", replace(request, questions=()))
    with pytest.raises(AppError) as told:
        errand_of(path)
    assert told.value.code == "packet.damaged"


def test_a_draft_that_its_question_cannot_take_is_refused(
    desk: Desk, tmp_path: Path
) -> None:
    request = packet_of(desk, tmp_path / "p.fpacket")
    bad = tuple(
        replace(each, draft={"value": "never"}) if each.id == QUESTION else each
        for each in request.questions
    )
    path = hostile(tmp_path / "bad.fpacket", replace(request, questions=bad))
    with pytest.raises(AppError) as told:
        errand_of(path)
    assert told.value.code == "packet.damaged"


def test_what_was_half_begun_is_begun_anew(errand: Errand, packet: Path) -> None:
    """Killed between making the file and naming it."""
    begun = errand.answers.with_name("begun.focalpoint")
    errand.answers.rename(begun)
    with closing(errand_of(packet).desk()) as again:
        assert NUMBER in again.questionnaire.questions
    assert not begun.exists()


def test_a_packet_is_known_by_its_name(tmp_path: Path) -> None:
    assert is_packet(tmp_path / "a.FPACKET")
    assert not is_packet(tmp_path / "a.focalpoint")
