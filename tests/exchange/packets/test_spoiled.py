"""Packets that were changed, mixed up or made elsewhere are told for what they are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from focalpoint_app.domain.consultation import Given, Request
from focalpoint_app.exchange.packets.container import canonical_object
from focalpoint_app.exchange.packets.keys import new_signing_key
from focalpoint_app.exchange.packets.replies import open_reply
from focalpoint_app.exchange.packets.requests import Packet, open_packet, write_packet
from focalpoint_app.exchange.zipping import zipped
from tests.exchange.packets.sealed import (
    CONTRIBUTOR,
    COORDINATOR,
    REPLY,
    code_of,
    plain_reply,
    with_part,
)
from tests.exchange.requests import CHOICE, CHOICES, KNOWN, NUMBER, REQUEST
from tests.exchange.word.filling import parts_of


def test_a_changed_answer_breaks_the_packet() -> None:
    content = with_part(
        plain_reply(), "reply.json", lambda raw: raw.replace(b'"part"', b'"none"')
    )
    assert code_of(lambda: open_reply(content, KNOWN)) == "packet.damaged"


def test_a_changed_manifest_breaks_its_signature() -> None:
    content = with_part(
        plain_reply(),
        "manifest.json",
        lambda raw: raw.replace(REPLY.id.encode(), str(uuid4()).encode()),
    )
    assert code_of(lambda: open_reply(content, KNOWN)) == "packet.bad_signature"


def test_another_s_key_in_the_manifest_is_no_signature() -> None:
    other = new_signing_key().public.encode()
    content = with_part(
        plain_reply(),
        "manifest.json",
        lambda raw: raw.replace(CONTRIBUTOR.public.encode(), other),
    )
    assert code_of(lambda: open_reply(content, KNOWN)) == "packet.bad_signature"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("extra.json", b"{}"),
        ("../reply.json", b"{}"),
    ],
)
def test_a_packet_with_more_in_it_is_refused(part: str, content: bytes) -> None:
    packed = zipped({**parts_of(plain_reply()), part: content}, is_packed=False)
    assert code_of(lambda: open_reply(packed, KNOWN)) in {
        "packet.damaged",
        "reply.unsafe",
    }


@pytest.mark.parametrize(
    "other",
    [
        replace(REQUEST, review=str(uuid4())),
        replace(REQUEST, round=str(uuid4())),
        replace(REQUEST, stakeholder=str(uuid4())),
    ],
    ids=("review", "round", "stakeholder"),
)
def test_a_reply_to_another_s_request_is_a_mix_up(other: Request) -> None:
    content = plain_reply(packet=Packet(other, COORDINATOR.public))
    assert code_of(lambda: open_reply(content, KNOWN)) == "packet.mixed_up"


def test_a_reply_to_changed_questions_is_told() -> None:
    changed = replace(REQUEST, questions=(replace(NUMBER, text="سؤال آخر"),))
    content = plain_reply(packet=Packet(changed, COORDINATOR.public))
    assert code_of(lambda: open_reply(content, KNOWN)) == "packet.other_request"


def test_a_reply_from_elsewhere_is_unknown() -> None:
    assert code_of(lambda: open_reply(plain_reply(), {})) == "reply.unknown_request"


def test_each_packet_says_what_it_is() -> None:
    request = write_packet(REQUEST, COORDINATOR)
    assert code_of(lambda: open_reply(request, KNOWN)) == "packet.not_a_reply"
    assert code_of(lambda: open_packet(plain_reply())) == "packet.not_a_request"


def test_a_newer_packet_asks_for_a_newer_program() -> None:
    content = with_part(
        plain_reply(),
        "manifest.json",
        lambda raw: raw.replace(b'"version":"1"', b'"version":"2"'),
    )
    assert code_of(lambda: open_reply(content, KNOWN)) == "packet.newer"


def test_an_answer_out_of_bounds_costs_itself_only() -> None:
    reply = replace(
        REPLY,
        given=(
            Given(CHOICE.id, {"value": "perhaps"}),
            Given(NUMBER.id, {"value": Decimal(3)}),
            Given("untoc.99", {"value": "yes"}),
        ),
    )

    found = open_reply(plain_reply(reply), KNOWN)

    assert found.given == (Given(NUMBER.id, {"value": Decimal(3)}),)
    assert [each.code for each in found.flaws] == ["reply.not_a_choice"]
    assert found.unassigned == ("ملاحظة عامة", "yes", "perhaps")


def test_a_value_of_another_kind_is_no_packet_of_ours() -> None:
    reply = replace(REPLY, given=(Given(CHOICES.id, {"value": "law"}),))
    assert code_of(lambda: open_reply(plain_reply(reply), KNOWN)) == "packet.damaged"


@pytest.mark.parametrize("number", [b"NaN", b"-Infinity", b"1e999"])
def test_what_is_no_number_breaks_the_packet(number: bytes) -> None:
    assert code_of(lambda: canonical_object(b'{"a":' + number + b"}")) == (
        "packet.damaged"
    )
