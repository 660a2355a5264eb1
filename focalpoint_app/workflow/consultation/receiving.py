"""Receiving: any number of replies, each whole or not at all, one step to undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import uuid4

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.consultation import (
    NOBODY,
    UNREGISTERED,
    Carrier,
    Flaw,
    Reply,
    Request,
    Standing,
)
from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import Receipt, Withdrawal
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.storage.consultation.replies import prepared
from focalpoint_app.storage.turns import short_turns
from focalpoint_app.workflow.consultation.anonymity import (
    refuse_pictures,
    unnamed_reply,
)
from focalpoint_app.workflow.consultation.incoming_reply import (
    Assigned,
    Questions,
    assigned,
    contributions,
    open_questions,
    without_names,
)
from focalpoint_app.workflow.consultation.signers import Signers
from focalpoint_app.workflow.consultation.withdrawing import withdrawn_requests
from focalpoint_app.workflow.review.desk import Desk

_FORMS = frozenset({Carrier.WORD, Carrier.EXCEL})
_STANDINGS = {Carrier.MEETING: Standing.ORAL}
"""How binding a reply is until somebody judges it; working level as a rule."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A reply as it was read, or what it was refused for.

    ``content`` is the file it came in, kept as its source.  A letter or minutes
    that answer no request name their ``stakeholder``, and who typed them.
    """

    file: str
    reply: Reply | None = None
    content: bytes | None = None
    refusal: AppError | None = None
    stakeholder: str = ""
    transcribed_by: str = ""
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """One file's outcome: answers ``taken``, ``known`` already, or ``refused``; a reply
    without answers counts as one of the last two.

    ``refusal`` is what cost the whole file, ``flaws`` what cost a question; one
    without a question is only to be known of the file.  ``reply``: the id of what it
    held.
    """

    file: str
    taken: int = 0
    known: int = 0
    refused: int = 0
    refusal: AppError | None = None
    flaws: tuple[Flaw, ...] = ()
    unassigned: tuple[str, ...] = ()
    reply: str = ""

    @property
    def is_new(self) -> bool:
        """A reply that is kept from now on, though it may answer nothing."""
        return bool(self.reply) and not self.known

    @property
    def is_empty(self) -> bool:
        """A form that came back as it was sent, or cleared."""
        said = self.taken or self.known or self.refused
        return not (said or self.flaws or self.unassigned or self.refusal)


@dataclass
class _Office:
    """What all replies of one import are held against."""

    desk: Desk
    standing: Standing | None
    owners: Mapping[str, str]
    stakeholders: Mapping[str, Stakeholder]
    questions: Questions
    known: dict[str, bool]
    step: Step
    signers: Signers
    withdrawn: Mapping[str, Withdrawal]
    is_listed: bool = field(default=False)
    is_sealed: bool = field(default=False)

    def seal_once(self) -> None:
        """What was written before the first reply came is in none of them."""
        if not self.is_sealed:
            self.desk.seal()
            self.is_sealed = True

    def listed_step(self) -> Step | None:
        """The step itself with the first reply only: it is listed once."""
        first, self.is_listed = not self.is_listed, True
        return self.step if first else None


def known_requests(desk: Desk) -> dict[str, Request]:
    """By id, as the readers of files want them."""
    sent = desk.workspace.requests(desk.review.id)
    return {each.request.id: each.request for each in sent}


def receive(
    desk: Desk, arrivals: Iterable[Arrival], standing: Standing | None = None
) -> tuple[Received, ...]:
    """Take replies in, in their order; what is wrong with one costs no other.

    ``standing`` None judges by the way they came.  One undoable step in all, each
    reply a short transaction of its own.
    """
    office = _office(desk, standing)
    desk.book.stop_growing()
    with short_turns():
        received = tuple(_received(office, each) for each in arrivals)
    desk.workspace.keep_signers(office.signers.added)
    desk.workspace.settle_replies(office.step.id)
    return received


def refused(arrival: Arrival) -> Received:
    """The outcome of a file that could not be read."""
    return Received(arrival.file, refused=1, refusal=arrival.refusal)


def _office(desk: Desk, standing: Standing | None) -> _Office:
    workspace, review = desk.workspace, desk.review.id
    first = next(iter(desk.questionnaire.questions), "")
    return _Office(
        desk=desk,
        standing=standing,
        owners=workspace.request_owners(review),
        stakeholders={each.id: each for each in workspace.stakeholders()},
        questions=open_questions(desk.questionnaire),
        known=dict(workspace.known_replies(review)),
        step=Step(str(uuid4()), "receive", first, ()),
        signers=Signers(workspace.signers(review)),
        withdrawn=withdrawn_requests(desk),
    )


def _received(office: _Office, arrival: Arrival) -> Received:
    if arrival.reply is None:
        return refused(arrival)
    try:
        return _take(office, arrival, arrival.reply)
    except AppError as exc:
        count = max(1, len(arrival.reply.given))
        return Received(arrival.file, refused=count, refusal=exc)


def _take(office: _Office, arrival: Arrival, reply: Reply) -> Received:
    withdrawn = office.known.get(reply.id)
    if withdrawn is False:
        known = max(1, len(reply.given))
        return Received(arrival.file, known=known, reply=reply.id)
    stakeholder = _stakeholder(office, arrival, reply)
    if stakeholder.is_anonymous:
        refuse_pictures(reply)
        reply = unnamed_reply(reply)
    found = assigned(reply, office.questions)
    if _is_blank(reply):
        return Received(arrival.file)
    if withdrawn:
        told = tuple(_claims(office, reply))
        review = office.desk.review.id
        office.desk.workspace.bring_back(review, reply.id, office.step)
        office.is_listed = True
    else:
        arrived = replace(arrival, reply=reply, stakeholder=stakeholder.id)
        told = _keep(office, arrived, reply, found)
    office.known[reply.id] = False
    return Received(
        arrival.file,
        taken=len(found.given),
        refused=len(found.flaws),
        flaws=(*found.flaws, *told),
        unassigned=found.unassigned,
        reply=reply.id,
    )


def _is_blank(reply: Reply) -> bool:
    """A form as it was sent out: its institution has not answered with it."""
    said = reply.given or reply.unassigned or reply.flaws
    named = (reply.respondent, reply.register) != (NOBODY, UNREGISTERED)
    return reply.carrier in _FORMS and not (said or named)


def _keep(
    office: _Office, arrival: Arrival, reply: Reply, found: Assigned
) -> tuple[Flaw, ...]:
    """What is to be known of the reply as a whole."""
    office.seal_once()
    stakeholder = office.stakeholders[arrival.stakeholder]
    is_anonymous = stakeholder.is_anonymous
    told = (*office.signers.told(stakeholder, reply), *_claims(office, reply))
    receipt = replace(
        _receipt(office, arrival, reply),
        stakeholder=stakeholder.id,
        unassigned=found.unassigned,
        flaws=(*found.flaws, *told),
    )
    receipt = without_names(receipt, is_anonymous=is_anonymous)
    given = contributions(receipt, found.given, is_anonymous=is_anonymous)
    content = None if is_anonymous else arrival.content
    ready = prepared(receipt, given, content)
    office.desk.workspace.add_reply(ready, office.listed_step())
    return told


def _stakeholder(office: _Office, arrival: Arrival, reply: Reply) -> Stakeholder:
    """Whom the request went to; a letter that answers none says whose it is."""
    owner = office.owners.get(reply.request)
    name = arrival.stakeholder if owner is None else owner
    if (reply.request and owner is None) or name not in office.stakeholders:
        raise AppError("reply.unknown_request", reference=reply.request)
    return office.stakeholders[name]


def _usual(reply: Reply) -> Standing:
    """A file may say that it binds less than usual, never that it binds more."""
    usual = _STANDINGS.get(reply.carrier, Standing.WORKING)
    said = reply.standing or usual
    return min(said, usual, key=lambda each: each.weight)


def _claims(office: _Office, reply: Reply) -> Iterator[Flaw]:
    if reply.standing is Standing.OFFICIAL and office.standing is None:
        yield Flaw("reply.says_official")
    if reply.request in office.withdrawn:
        gone = office.withdrawn[reply.request].time
        day = gone.astimezone().date().isoformat()  # As the register says it.
        yield Flaw("reply.request_withdrawn", context={"date": day})


def _receipt(office: _Office, arrival: Arrival, reply: Reply) -> Receipt:
    usual = _usual(reply)
    return Receipt(
        id=reply.id,
        review=office.desk.review.id,
        request=reply.request,
        stakeholder="",
        carrier=reply.carrier,
        standing=office.standing or usual,
        time=office.desk.clock(),
        author=office.desk.author.id,
        file=arrival.file,
        digest=reply.digest or sha256_hex(arrival.content or reply.id.encode()),
        respondent=reply.respondent,
        register=reply.register,
        transcribed_by=arrival.transcribed_by,
        checked_by=arrival.checked_by,
        step=office.step.id,
    )
