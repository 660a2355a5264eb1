"""Institutions that are asked and answer, for tests of a consultation."""

from __future__ import annotations

from focalpoint_app.domain.consultation import (
    Carrier,
    Entry,
    Given,
    Register,
    Reply,
    Request,
    Respondent,
    Trace,
)
from focalpoint_app.domain.selection import Selection
from focalpoint_app.domain.stakeholder import Addressee, Category, Stakeholder
from focalpoint_app.workflow.consultation.asking import (
    Ask,
    keep_request,
    new_round,
    prepared_request,
)
from focalpoint_app.workflow.consultation.receiving import Arrival
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk

JUSTICE = Stakeholder(
    "s-justice", "وزارة العدل", Category.GOVERNMENT,
    Addressee("مكتب الوزير", "معالي", "سامر الخطيب"),
)  # fmt: skip
REFUGE = Stakeholder("s-refuge", "جمعية المأوى", Category.CIVIL_SOCIETY)
SOURCE = Stakeholder(
    "abcdef99", "فاطمة الكاتبة", Category.INDIVIDUALS, is_anonymous=True
)
QUESTION = "untoc.5.1.a.i"
NARRATIVE = "untoc.5.1.a.i.explanation"
NUMBER = "untoc.5.years"
TABLE = "untoc.5.figures"


def asked(
    desk: Desk,
    stakeholder: Stakeholder = JUSTICE,
    pattern: str = "untoc.*",
    *,
    with_draft: bool = False,
) -> Request:
    """A request as it was sent and is known."""
    save_stakeholders(desk, stakeholder)
    kept = next(e for e in desk.workspace.stakeholders() if e.id == stakeholder.id)
    made = new_round(desk, "الجولة الأولى", due="2026-12-20")
    selection = Selection((pattern,))
    ask = Ask(kept, made, selection, Carrier.WORD, with_draft=with_draft)
    sent = prepared_request(desk, ask)
    keep_request(desk, sent)
    return sent.request


def text(words: str, language: str = "ar") -> Entry:
    return {"value": {language: words}}


def reply(
    request: Request | None,
    entries: dict[str, Entry],
    name: str = "reply-1",
    *,
    traces: tuple[Trace, ...] = (),
) -> Reply:
    return Reply(
        id=name,
        request=request.id if request else "",
        carrier=Carrier.WORD,
        given=tuple(Given(q, entry, traces) for q, entry in entries.items()),
        respondent=Respondent("هدى الزهراء", "مستشارة", 2, 1),
        register=Register(outgoing="44/ق", date="2026-12-01"),
        digest="d" * 64,
    )


def arrival(found: Reply, file: str = "رد.docx") -> Arrival:
    return Arrival(file, found, b"PK the source file")
