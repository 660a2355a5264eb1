"""What may be done on one of two copies, each by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.evidence import Evidence
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.marking_anew import mark_contribution
from focalpoint_app.workflow.consultation.stakeholders import (
    change_holder,
    save_stakeholders,
)
from focalpoint_app.workflow.consultation.withdrawing import withdraw_request
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import JUSTICE, QUESTION

AT = datetime(2026, 11, 22, tzinfo=UTC)


def given(desk: Desk) -> Any:
    (contribution,) = desk.workspace.contributions(desk.review.id)
    return contribution


def judge_reply(desk: Desk) -> None:
    (receipt,) = desk.workspace.receipts(desk.review.id)
    official = replace(receipt, standing=Standing.OFFICIAL, seal_seen=True)
    desk.workspace.judge(desk.review.id, (official,), desk.bare_step("judge"))


def mark(desk: Desk) -> None:
    mark_contribution(desk, given(desk), Confidentiality.NATIONAL, "سري")


def keep_scan(desk: Desk) -> None:
    clearance = desk.clearances()[0].id
    scan = Evidence("scan-1", clearance, "a.png", "image/png", AT, desk.author.id, "{}")
    desk.workspace.add_evidence(scan, b"PNG")


def forget_note(desk: Desk) -> None:
    desk.remove_note(desk.notes(QUESTION)[0].id)


def keep_minutes(desk: Desk) -> None:
    paper = Paper("p-1", desk.review.id, PaperKind.MEETING, "محضر", {"text": "سطر"},
                  desk.author.id, AT)  # fmt: skip
    desk.workspace.save_paper(paper)


def undo_import(desk: Desk) -> None:
    assert desk.undo() is not None


def rename_round(desk: Desk) -> None:
    (held,) = desk.workspace.rounds(desk.review.id)
    desk.workspace.save_round(replace(held, name="الجولة الثانية"))


def withdraw(desk: Desk) -> None:
    (sent,) = desk.workspace.requests(desk.review.id)
    withdraw_request(desk, sent.request.id, "أُرسل سهواً")


def withdraw_and_undo(desk: Desk) -> None:
    """What is logged travels, and that it was taken back."""
    withdraw(desk)
    change_holder(desk, JUSTICE, "ليلى")
    assert desk.undo() is not None


def rename(desk: Desk) -> None:
    """It is the suggested one under another name there too."""
    save_stakeholders(desk, replace(JUSTICE, name="وزارة العدل والحريات"))


ACTS = {
    "withdrawn request": withdraw,
    "withdrawal undone": withdraw_and_undo,
    "suggested name": rename,
    "profile": lambda d: d.save_profile(replace(d.profile, gazette="الجريدة الرسمية")),
    "letterhead": lambda d: d.workspace.save_letterhead(Letterhead(("وزارة",), b"P")),
    "marking": lambda d: d.workspace.save_marking("محدود"),
    "sign-off": lambda d: d.workspace.save_sign_off((SignLine("خبير"),)),
    "deleted note": forget_note,
    "holder": lambda d: change_holder(d, JUSTICE, "ليلى"),
    "round": rename_round,
    "judgement": judge_reply,
    "marked contribution": mark,
    "use": lambda d: insert(d, given(d)),
    "clearance": clear,
    "scan": keep_scan,
    "minutes": keep_minutes,
    "undone import": undo_import,
}
