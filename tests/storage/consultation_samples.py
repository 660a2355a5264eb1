"""A ministry, what it was asked and what it answered."""

from __future__ import annotations

from dataclasses import replace

from focalpoint_app.domain.consultation import (
    Asked,
    Carrier,
    Register,
    Request,
    Respondent,
    Standing,
    Trace,
)
from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import (
    Contribution,
    Receipt,
    Round,
    Sent,
    Use,
    UseKind,
)
from focalpoint_app.domain.stakeholder import (
    Addressee,
    Category,
    Liaison,
    Route,
    Stakeholder,
)
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.consultation.replies import PreparedReply, prepared
from tests.storage.samples import LAYLA, NARRATIVE, REVIEW, at, change, text

JUSTICE = Stakeholder(
    "s-justice",
    "وزارة العدل",
    Category.GOVERNMENT,
    Addressee("مكتب الوزير", "معالي", "سامر الخطيب"),
    Liaison("هدى", "555", "huda@example.org"),
    Route.PRIME_MINISTER,
)
NOBODY = Stakeholder("5e7a00ff", "ليلى السرية", Category.INDIVIDUALS, is_anonymous=True)
LETTER = Register(outgoing="7/2026", copies=("المحفوظات",))
ROUND = Round(
    "round-1", REVIEW.id, "الأولى", "نرجو الرد", "2026-12-20", LETTER, at(0), LAYLA.id
)
REQUEST = Request(
    "q-1", REVIEW.id, ROUND.id, JUSTICE.id, "معالي سامر الخطيب", "XAA", "cluster-1",
    "2026.1", "ab12", "ar",
    (Asked(NARRATIVE.question, "5 (1)", "بيّنوا النصوص", "text", limit=200,
           draft={"value": {"ar": "مسودة"}}),),
    due="2026-12-20",
)  # fmt: skip
SENT = Sent(REQUEST, Carrier.WORD, at(1), LAYLA.id, ("untoc.5.1",))
RECEIPT = Receipt(
    "reply-1", REVIEW.id, REQUEST.id, JUSTICE.id, Carrier.WORD, Standing.WORKING,
    at(2), LAYLA.id, "رد.docx", "d" * 64, Respondent("هدى", "مستشارة", 2, 1),
    Register(incoming="99"), unassigned=("هامش",), step="import-1",
)  # fmt: skip
SAID = "تجرّم المادة 47 المشاركة."
GIVEN = Contribution(
    f"{RECEIPT.id}/{NARRATIVE.question}", RECEIPT.id, REQUEST.id, NARRATIVE.question,
    JUSTICE.id, Standing.WORKING, RECEIPT.time, {"value": {"ar": SAID}},
    (Trace("comment", "تحقق", "هدى"),),
)  # fmt: skip
IMPORT = Step("import-1", "receive", NARRATIVE.question, ())
INSERT = Step(
    "insert-1", "insert", NARRATIVE.question, (change(NARRATIVE, text(SAID)),)
)
USE = Use("u-1", REVIEW.id, GIVEN.id, UseKind.INSERTED, at(3), LAYLA.id, step=INSERT.id)


def reply(number: int = 1, content: bytes | None = b"PK") -> PreparedReply:
    receipt = replace(RECEIPT, id=f"reply-{number}")
    name = f"{receipt.id}/{GIVEN.question}"
    given = replace(GIVEN, id=name, reply=receipt.id)
    return prepared(receipt, (given,), content)


def asked(workspace: Workspace) -> None:
    workspace.save_stakeholders((JUSTICE,))
    workspace.save_round(ROUND)
    workspace.add_request(SENT)
