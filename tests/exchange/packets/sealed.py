"""A request and a reply as packets, and how they are refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import uuid4

import pytest

from focalpoint_app.domain.consultation import (
    Carrier,
    Given,
    Register,
    Reply,
    Respondent,
    Standing,
    Trace,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.packets.keys import SigningKey, new_round_key
from focalpoint_app.exchange.packets.replies import unlocked_reply
from focalpoint_app.exchange.packets.requests import Packet
from focalpoint_app.exchange.zipping import zipped
from tests.exchange.requests import CHOICE, CHOICES, NUMBER, REQUEST, TABLE, TEXT
from tests.exchange.word.filling import parts_of

COORDINATOR = SigningKey(bytes(32))
CONTRIBUTOR = SigningKey(bytes(range(32)))
ROUND = new_round_key()
ROW = {"id": str(uuid4()), "year": Decimal("2024.5"), "note": "قضية", "court": "a"}
REPLY = Reply(
    id="7d1f9a52-4b1d-4e7a-9d5e-2c8b7a1f3e60",
    request=REQUEST.id,
    carrier=Carrier.PACKET,
    given=(
        Given(CHOICE.id, {"value": "part"}),
        Given(
            TEXT.id,
            {"value": {"ar": "ينص القانون على ذلك.", "fr": "La loi."}},
            (Trace("comment", "للمراجعة", "سارة", "2026-11-22T09:00:00Z"),),
        ),
        Given(CHOICES.id, {"value": ["law", "money"]}),
        Given(NUMBER.id, {"value": Decimal(15)}),
        Given(TABLE.id, {"value": [ROW]}),
    ),
    unassigned=("ملاحظة عامة",),
    respondent=Respondent("سارة العلي", "مديرة", 2, 1),
    register=Register("77/2026", date="2026-12-01"),
    standing=Standing.OFFICIAL,
)
PACKET = Packet(REQUEST, COORDINATOR.public)


def plain_reply(reply: Reply = REPLY, packet: Packet = PACKET) -> bytes:
    return unlocked_reply(packet, reply, CONTRIBUTOR)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(AppError) as caught:
        act()
    return caught.value.code


def with_part(content: bytes, name: str, edit: Callable[[bytes], bytes]) -> bytes:
    parts = parts_of(content)
    parts[name] = edit(parts[name])
    return zipped(parts, is_packed=False)
