"""Institutions that answer the small review, for windows that show what they said."""

from __future__ import annotations

from typing import Any

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import (
    Carrier,
    Entry,
    Given,
    Register,
    Reply,
    Request,
    Respondent,
    Standing,
    Trace,
)
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.stakeholder import Addressee, Category, Stakeholder
from focalpoint_app.workflow.consultation.receiving import Arrival, receive
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import asked as sent_to
from tests.workflow.consulting import text as text

JUSTICE = Stakeholder(
    "s-justice", "وزارة العدل", Category.GOVERNMENT,
    Addressee("مكتب الوزير", "معالي", "سامر الخطيب"),
    audience=Confidentiality.NATIONAL,
)  # fmt: skip
PROSECUTION = Stakeholder("s-prosecution", "النيابة العامة", Category.GOVERNMENT)
CENTRE = Stakeholder("s-centre", "مركز البحوث القانونية", Category.ACADEMIA)
SOURCE = Stakeholder("abcdef99", "فاطمة", Category.INDIVIDUALS, is_anonymous=True)
SAID = "تعاقب المادة 47 من القانون على المشاركة. وتسري على الأشخاص الاعتباريين."
COMMENT = Trace(
    "comment", "يُرجى التحقق من رقم المادة.", "هدى الزهراء", "2026-11-18T09:00:00Z"
)


def asked(
    desk: Desk, of: Stakeholder, pattern: str = "untoc.*", *, with_draft: bool = True
) -> Request:
    """A request as it was sent and is known, with the national draft in it."""
    return sent_to(desk, of, pattern, with_draft=with_draft)


def came(
    desk: Desk,
    entries: dict[str, Entry],
    of: Stakeholder = JUSTICE,
    standing: Standing | None = None,
    **rest: Any,
) -> Contribution:
    """Asked, answered and received; the contribution to the first question.

    ``rest``: request, traces, unassigned.
    """
    answered = rest.get("request") or asked(desk, of)
    traces: tuple[Trace, ...] = rest.get("traces", ())
    number = len(desk.workspace.known_replies(desk.review.id))
    reply = Reply(
        id=f"reply-{number}",
        request=answered.id,
        carrier=Carrier.WORD,
        given=tuple(Given(q, entry, traces) for q, entry in entries.items()),
        unassigned=rest.get("unassigned", ()),
        respondent=Respondent("هدى الزهراء", "مستشارة", 2, 1),
        register=Register(date="2026-11-18"),
        digest=f"{number:064}",
    )
    arrival = Arrival(f"رد-{number}.docx", reply, b"PK the source file")
    (outcome,) = receive(desk, [arrival], standing)
    assert outcome.refusal is None, outcome.refusal
    given = desk.workspace.contributions(desk.review.id, next(iter(entries)))
    return next(each for each in given if each.reply == reply.id)
