"""Reply files as they come back from institutions, made by the program's other end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.selection import Selection
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.exchange.packets.locking import Lock, locked
from focalpoint_app.workflow.consultation.asking import Ask, new_round
from focalpoint_app.workflow.consultation.reply_files import answer_packet
from focalpoint_app.workflow.consultation.request_files import send_request
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk


def returned(
    desk: Desk,
    target: Path,
    of: Stakeholder,
    values: dict[str, Any],
    passphrase: str | None = None,
) -> Path:
    """Asked by a packet and answered; locked where there is a passphrase."""
    save_stakeholders(desk, of)
    kept = next(each for each in desk.workspace.stakeholders() if each.id == of.id)
    ask = Ask(kept, new_round(desk, "الجولة"), Selection(("untoc.*",)), Carrier.PACKET)
    packet = target.with_suffix(".fpacket")
    send_request(desk, ask, packet)
    answers = target.with_suffix(".json")
    said = {question: {"value": value} for question, value in values.items()}
    answers.write_text(json.dumps({"answers": said}), encoding="utf-8")
    answer_packet(packet, answers, target, None)
    if passphrase is not None:
        target.write_bytes(locked(target.read_bytes(), Lock(passphrase)))
    return target
