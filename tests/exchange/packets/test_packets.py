"""Packets hold what was asked and answered, for those meant, unchanged."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.consultation import Given, Request
from focalpoint_app.domain.errors import RefusedEntriesError
from focalpoint_app.exchange.packets.keys import new_round_key
from focalpoint_app.exchange.packets.locking import (
    AGE_MARK,
    Lock,
    Opener,
    asks_passphrase,
    is_locked,
)
from focalpoint_app.exchange.packets.replies import open_reply, write_reply
from focalpoint_app.exchange.packets.requests import Packet, open_packet, write_packet
from focalpoint_app.exchange.zipping import zipped
from tests.effort import done_within
from tests.exchange.packets.sealed import (
    CONTRIBUTOR,
    COORDINATOR,
    PACKET,
    REPLY,
    ROUND,
    ROW,
    code_of,
    plain_reply,
)
from tests.exchange.requests import CHOICE, KNOWN, NUMBER, REQUEST, TABLE, TEXT, drafted
from tests.exchange.word.filling import parts_of


@pytest.mark.parametrize("asked", [REQUEST, drafted()], ids=["plain", "drafted"])
def test_a_request_arrives_as_it_was_sent(asked: Request) -> None:
    content = write_packet(asked, COORDINATOR, reply_to=ROUND.recipient)

    assert open_packet(content) == Packet(asked, COORDINATOR.public, ROUND.recipient)


def test_the_same_request_is_the_same_bytes() -> None:
    assert write_packet(drafted(), COORDINATOR) == write_packet(drafted(), COORDINATOR)


def test_a_reply_arrives_as_it_was_sent() -> None:
    reply = open_reply(plain_reply(), KNOWN)

    assert reply.signer == CONTRIBUTOR.public
    assert replace(reply, signer="", digest="") == REPLY


def test_a_reply_is_locked_for_the_round_that_asked() -> None:
    packet = open_packet(write_packet(REQUEST, COORDINATOR, reply_to=ROUND.recipient))
    content = write_reply(packet, REPLY, CONTRIBUTOR)

    assert is_locked(content)
    assert not asks_passphrase(content)
    opened = open_reply(content, KNOWN, Opener(identities=(ROUND.identity,)))
    assert opened.given == REPLY.given
    other = Opener(identities=(new_round_key().identity,))
    assert code_of(lambda: open_reply(content, KNOWN, other)) == "packet.wrong_key"
    assert code_of(lambda: open_reply(content, KNOWN)) == "packet.wrong_key"


def test_a_reply_locked_twice_is_one_reply() -> None:
    packet = Packet(REQUEST, COORDINATOR.public, ROUND.recipient)
    opener = Opener(identities=(ROUND.identity,))
    first, second = (write_reply(packet, REPLY, CONTRIBUTOR) for _ in range(2))

    assert first != second
    assert open_reply(first, KNOWN, opener) == open_reply(second, KNOWN, opener)


def test_a_passphrase_opens_and_another_does_not() -> None:
    content = write_packet(REQUEST, COORDINATOR, Lock(passphrase="سر é"))

    assert asks_passphrase(content)
    opened = open_packet(content, Opener(passphrase="سر e\u0301"))
    assert opened.request == REQUEST
    wrong = Opener(passphrase="خطأ")
    assert code_of(lambda: open_packet(content, wrong)) == "packet.wrong_passphrase"
    assert code_of(lambda: open_packet(content)) == "packet.passphrase_missing"


@pytest.mark.parametrize("work", [18, 31])
def test_a_lock_that_asks_for_more_than_ours_is_not_tried(work: int) -> None:
    """18 takes 256 MB beside what the program has, 31 takes years."""
    content = AGE_MARK + b"-> scrypt foVPqSMIXJYEwhUnE/XhRg %d\n" % work + b"A" * 300
    opener = Opener(passphrase="x")
    assert code_of(lambda: open_packet(content, opener)) == "packet.too_costly"


@pytest.mark.parametrize(
    "head", [b"-> grease " + b"A" * 9_000_000, b"-> X25519 A\nA\n" * 90_000]
)
def test_a_lock_with_a_head_of_megabytes_is_not_read(head: bytes) -> None:
    told = done_within(1, lambda: code_of(lambda: open_packet(AGE_MARK + head)))
    assert told == "packet.damaged"


def test_a_key_that_is_none_is_told() -> None:
    lock = Lock(recipients=("age1nobody",))
    told = code_of(lambda: write_packet(REQUEST, COORDINATOR, lock))
    assert told == "packet.wrong_recipient"


def test_a_wrong_answer_is_told_before_it_is_sent() -> None:
    reply = replace(
        REPLY,
        given=(
            Given(CHOICE.id, {"value": "perhaps"}),
            Given(TEXT.id, {"value": ["no", "map"]}),
            Given(NUMBER.id, {"value": Decimal(3)}),
        ),
    )
    with pytest.raises(RefusedEntriesError) as caught:
        write_reply(PACKET, reply, CONTRIBUTOR)
    assert [each.code for each in caught.value.entries] == [
        "reply.not_a_choice",
        "answers.wrong_value",
    ]


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_a_number_in_data_means_itself_in_every_language(language: str) -> None:
    request = replace(REQUEST, language=language)
    number = Decimal("12.345")
    given = (
        Given(NUMBER.id, {"value": number}),
        Given(TABLE.id, {"value": [{**ROW, "year": number}]}),
    )
    packet = Packet(request, COORDINATOR.public)
    content = write_reply(packet, replace(REPLY, given=given), CONTRIBUTOR)
    found = open_reply(content, {request.id: request})
    assert found.flaws == ()
    assert [each.entry for each in found.given] == [each.entry for each in given]


def test_a_number_written_by_hand_is_asked_about_in_a_packet_too() -> None:
    request = replace(REQUEST, language="es")
    given = (Given(NUMBER.id, {"value": "1,250"}),)
    with pytest.raises(RefusedEntriesError) as caught:
        write_reply(
            Packet(request, COORDINATOR.public),
            replace(REPLY, given=given),
            CONTRIBUTOR,
        )
    assert [each.code for each in caught.value.entries] == ["reply.two_numbers"]


def test_what_holds_secrets_does_not_print_them() -> None:
    assert "AGE-SECRET" not in repr(ROUND)
    assert str(bytes(32)) not in repr(COORDINATOR)
    assert "سر" not in repr(Lock(passphrase="سر"))


@pytest.mark.skipif(not shutil.which("age"), reason="age is not installed")
def test_another_program_opens_what_is_locked(tmp_path: Path) -> None:
    key = tmp_path / "key.txt"
    key.write_text(ROUND.identity)
    packet = tmp_path / "request.fpacket"
    lock = Lock(recipients=(ROUND.recipient,))
    packet.write_bytes(write_packet(REQUEST, COORDINATOR, lock))

    command = ["age", "--decrypt", "--identity", str(key), str(packet)]
    opened = subprocess.run(command, capture_output=True, check=True).stdout

    assert opened == write_packet(REQUEST, COORDINATOR)


@pytest.mark.skipif(not shutil.which("age"), reason="age is not installed")
def test_what_another_program_locks_is_opened(tmp_path: Path) -> None:
    command = ["age", "--encrypt", "--recipient", ROUND.recipient]
    content = write_packet(REQUEST, COORDINATOR)
    ran = subprocess.run(command, input=content, capture_output=True, check=True)

    opened = open_packet(ran.stdout, Opener(identities=(ROUND.identity,)))

    assert opened.request == REQUEST


def test_the_manifest_is_canonical() -> None:
    parts = parts_of(plain_reply())
    spaced = parts["manifest.json"].replace(b",", b", ", 1)
    parts["manifest.json"] = spaced
    packed = zipped(parts, is_packed=False)
    assert spaced != canonical_json(spaced.decode())
    assert code_of(lambda: open_reply(packed, KNOWN)) == "packet.damaged"
