"""Packets as an institution gets them, for tests of the contributor's side."""

from pathlib import Path

from focalpoint_app.domain.consultation import Carrier, Request
from focalpoint_app.domain.selection import Selection
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.request_files import (
    PLAIN_PACKET,
    PacketLock,
    send_request,
)
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE

PASSPHRASE = "أربع كلمات لا يعرفها أحد"
LOCKED = PacketLock(PASSPHRASE)


def packet_of(
    desk: Desk,
    path: Path,
    lock: PacketLock = PLAIN_PACKET,
    *,
    pattern: str = "untoc.5.*",
    with_draft: bool = False,
) -> Request:
    """Written to ``path``; what it asks."""
    save_stakeholders(desk, JUSTICE)
    made = new_round(desk, "الجولة الأولى", due="2026-12-20", letter="نرجو الإجابة.")
    ask = Ask(
        JUSTICE, made, Selection((pattern,)), Carrier.PACKET, with_draft=with_draft
    )
    return send_request(desk, ask, path, lock).request
