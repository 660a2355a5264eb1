"""Requests of the small review, sent without files."""

from focalpoint_app.domain.consultation import (
    Carrier,
    Entry,
    Given,
    Register,
    Reply,
)
from focalpoint_app.domain.contribution import Sent
from focalpoint_app.domain.selection import Selection
from focalpoint_app.workflow.consultation.asking import (
    Ask,
    keep_request,
    new_round,
    prepared_request,
)
from focalpoint_app.workflow.consultation.receiving import Arrival, receive
from focalpoint_app.workflow.review.desk import Desk


def ask(
    desk: Desk, stakeholder: str, pattern: str = "*", due: str = "2026-01-31"
) -> Sent:
    """A request that is known; by default long late."""
    (asked,) = [e for e in desk.workspace.stakeholders() if e.id == stakeholder]
    made = new_round(
        desk,
        "الجولة الأولى",
        due=due,
        register=Register(outgoing="12/ص", date="2026-01-02"),
    )
    selection = Selection((pattern,))
    sent = prepared_request(desk, Ask(asked, made, selection, Carrier.WORD))
    keep_request(desk, sent)
    return sent


def answer(desk: Desk, sent: Sent, entries: dict[str, Entry]) -> None:
    """A reply to it comes in."""
    reply = Reply(
        id=f"reply-{sent.request.id}",
        request=sent.request.id,
        carrier=Carrier.WORD,
        given=tuple(Given(question, entry) for question, entry in entries.items()),
        register=Register(outgoing="9/ع", date="2026-01-15"),
        digest="d" * 64,
    )
    receive(desk, [Arrival("رد.docx", reply, b"PK")])
