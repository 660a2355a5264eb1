"""The mail register: read off requests, reminders and replies; printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from focalpoint_app.document.blocks import Document as Document
from focalpoint_app.document.consultation_record import STANDINGS
from focalpoint_app.document.register import Entry as Entry
from focalpoint_app.document.register import RegisterBook, register_book
from focalpoint_app.domain.consultation import Register
from focalpoint_app.domain.contribution import Receipt, Sent
from focalpoint_app.domain.reminder import Reminder, Step
from focalpoint_app.domain.respondents import by_file
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.consulted import (
    record_document as consulted_document,
)
from focalpoint_app.workflow.consultation.following import Requests
from focalpoint_app.workflow.consultation.markings import national_markings
from focalpoint_app.workflow.consultation.withdrawing import withdrawn_requests
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.papers import paper_of

_SUBJECTS: Mapping[Step, str] = {
    Step.REQUEST: N_("{round}: request"),
    Step.REMINDER: N_("{round}: first reminder"),
    Step.SECOND_REMINDER: N_("{round}: second reminder"),
    Step.ESCALATION: N_("{round}: letter for the minister's signature"),
    Step.WITHDRAWAL: N_("{round}: withdrawal of the request"),
}


def register_of(
    desk: Desk, tr: Catalogue, requests: Requests | None = None
) -> RegisterBook:
    """As the workspace has it; withdrawn replies and names that are none stay out.

    ``requests`` are read already, or are read now.
    """
    taken = desk.clock().astimezone().date().isoformat()
    known = requests or Requests(desk)
    sent = {each.request.id: each for each in known.sent()}
    reading = _Reading(desk, tr, sent)
    return RegisterBook(
        desk.profile.state,
        tuple(sorted(reading.outgoing(), key=_by_date)),
        tuple(sorted(reading.incoming(), key=_by_date)),
        taken,
    )


def register_document(desk: Desk, language: str) -> Document:
    """To be printed or looked at by the worker: it holds values only."""
    tr = Catalogue(language)
    return register_book(register_of(desk, tr), tr, paper_of(desk, language))


def record_document(desk: Desk, language: str) -> Document:
    """The consultation record: who was asked, who answered, what was used."""
    return consulted_document(desk, Catalogue(language))


class _Reading:
    def __init__(self, desk: Desk, tr: Catalogue, sent: Mapping[str, Sent]) -> None:
        workspace = desk.workspace
        self._desk, self._tr, self._sent = desk, tr, sent
        self._people = {each.id: each for each in workspace.stakeholders()}
        self._gone = withdrawn_requests(desk)
        self._rounds = {each.id: each.name for each in workspace.rounds(desk.review.id)}

    def outgoing(self) -> Iterator[Entry]:
        for sent in self._sent.values():
            yield self._entry(sent, _first_letter(sent))
        for each in self._desk.workspace.reminders(self._desk.review.id):
            if each.request in self._sent:
                yield self._entry(self._sent[each.request], each)

    def incoming(self) -> Iterator[Entry]:
        receipts = self._desk.workspace.receipts(self._desk.review.id)
        for first, *_ in by_file(receipts):
            yield self._reply(first)

    def _entry(self, sent: Sent, written: Reminder) -> Entry:
        register, request = written.register, sent.request
        name = self._rounds[request.round]
        return Entry(
            number=register.outgoing,
            date=register.date or written.time.astimezone().date().isoformat(),
            party=_name(self._people[request.stakeholder]),
            subject=self._tr(_SUBJECTS[written.step], round=name),
            file=register.file,
            urgency=register.urgency,
            marking=self._marking(register),
            annexes=register.annexes,
            copies=register.copies,
            due=written.until,
            withdrawn=self._withdrawn(request.id) if _is_request(written) else "",
        )

    def _withdrawn(self, request: str) -> str:
        gone = self._gone.get(request)
        if gone is None:
            return ""
        day = gone.time.astimezone().date().isoformat()
        date = written_date(day, self._tr.language, self._tr.digits)
        return self._tr("Withdrawn on {date}: {reason}", date=date, reason=gone.reason)

    def _reply(self, receipt: Receipt) -> Entry:
        register = receipt.register
        sent = self._sent.get(receipt.request)
        return Entry(
            number=register.incoming,
            date=receipt.time.astimezone().date().isoformat(),
            party=_name(self._people[receipt.stakeholder]),
            subject=self._rounds[sent.request.round] if sent else "",
            file=register.file,
            urgency=register.urgency,
            marking=self._marking(register),
            annexes=register.annexes,
            copies=register.copies,
            theirs=(register.outgoing, register.date),
            standing=self._tr(STANDINGS[receipt.standing.value]),
        )

    def _marking(self, register: Register) -> str:
        return national_markings().printed(register.marking, self._tr.language)


def _first_letter(sent: Sent) -> Reminder:
    """The request's own letter, as if it followed itself."""
    request = sent.request
    return Reminder(
        request.id,
        request.review,
        request.id,
        Step.REQUEST,
        sent.time,
        sent.author,
        request.due,
        request.register,
    )


def _is_request(written: Reminder) -> bool:
    return written.step is Step.REQUEST


def _name(stakeholder: Stakeholder) -> str:
    return "" if stakeholder.is_anonymous else stakeholder.name


def _by_date(entry: Entry) -> tuple[str, str]:
    return entry.date, entry.number
