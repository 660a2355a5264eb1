"""Replies that were taken in: judged anew, their loose text assigned to questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid5

from focalpoint_app.domain.consultation import Given, Reply, Standing, Trace
from focalpoint_app.domain.contribution import (
    Contribution,
    Receipt,
    nameless,
    superseded,
)
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.domain.respondents import by_file
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.domain.text import clean_within
from focalpoint_app.language.isolates import direction_of, is_rtl
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.workflow.consultation.marking_anew import Marked, keep_judged
from focalpoint_app.workflow.consultation.receiving import Arrival, receive
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same

_ASSIGNED = UUID("5f0d6d0e-7f4b-4c55-9a38-0d0b9f6a2c11")
_NAMED_QUESTION = re.compile(r"\A[a-z]\w*(?:\.\w+)+: ")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class KeptReply:
    """A reply with what was assigned of its loose text later, as one.

    ``answers`` counts the questions that it speaks to.
    """

    receipt: Receipt
    stakeholder: Stakeholder
    answers: int
    offshoots: tuple[Receipt, ...] = ()


def kept_replies(desk: Desk) -> tuple[KeptReply, ...]:
    """Newest first; what came of one file for one institution is one."""
    review = desk.review.id
    institutions = {each.id: each for each in desk.workspace.stakeholders()}
    counts = desk.workspace.reply_counts()
    found = [
        KeptReply(
            first,
            institutions[first.stakeholder],
            sum(counts.get(each.id, 0) for each in (first, *rest)),
            tuple(rest),
        )
        for first, *rest in by_file(desk.workspace.receipts(review))
    ]
    return tuple(sorted(found, key=lambda each: each.receipt.time, reverse=True))


def spoken_to(desk: Desk, kept: KeptReply) -> tuple[Contribution, ...]:
    """What the reply said, in the questionnaire's order."""
    mine = (kept.receipt.id, *(each.id for each in kept.offshoots))
    order = {each: place for place, each in enumerate(desk.questionnaire.questions)}
    given = desk.workspace.contributions_of(mine)
    return tuple(sorted(given, key=lambda each: order.get(each.question, 0)))


def taken_places(
    desk: Desk, kept: KeptReply, said_now: tuple[Contribution, ...]
) -> tuple[tuple[Contribution, Contribution], ...]:
    """What its institution said before, with what this reply, ``said_now``, says."""
    mine = {each.reply for each in said_now}
    others = [
        each.id
        for each in desk.workspace.receipts(desk.review.id)
        if each.stakeholder == kept.stakeholder.id and each.id not in mine
    ]
    given = (*desk.workspace.contributions_of(others), *said_now)
    by_id = {each.id: each for each in given}
    now = {each.id for each in said_now}
    places = superseded(given)
    return tuple(
        (by_id[earlier], each)
        for each in said_now
        for earlier, later in places.items()
        if later == each.id and earlier not in now
    )


def save_source_file(desk: Desk, kept: KeptReply, target: Path) -> None:
    """The file that it came in, byte for byte.

    Raises:
        AppError: ``reply.no_file``, ``file.same``, ``file.unwritable``, ``disk.full``.
    """
    refuse_same(desk.path, target)
    publish(desk.workspace.reply_content(kept.receipt.id), target)


def lacks(receipt: Receipt) -> tuple[str, ...]:
    """What an official reply wants: ``letter`` (its number), ``signatory``."""
    if receipt.standing is not Standing.OFFICIAL:
        return ()
    wanted = {
        "letter": receipt.register.outgoing,
        "signatory": receipt.respondent.name,
    }
    return tuple(name for name, said in wanted.items() if not said.strip())


def judge_reply(desk: Desk, kept: KeptReply, judged: Receipt) -> tuple[str, ...]:
    """Write down its standing, letter and signatory, for all that came of its file.

    Another marking of the letter is that of its contributions, too, but for those that
    somebody marked otherwise, and a higher one that of the answers that quote them,
    whose questions are returned.  One undoable step; none where nothing but blanks
    would change.

    Raises:
        AppError: ``reply.unknown``, ``text.*``.
    """
    cleaned = _cleaned(judged)
    if kept.stakeholder.is_anonymous:
        cleaned = nameless(cleaned)
    before = (kept.receipt, *kept.offshoots)
    receipts = tuple(
        replace(
            each,
            standing=cleaned.standing,
            register=cleaned.register,
            respondent=cleaned.respondent,
            seal_seen=cleaned.seal_seen,
        )
        for each in before
    )
    if receipts == before:
        return ()
    step = desk.bare_step("judge")
    marked = _marked_alike(desk, kept, cleaned.register.marking)
    return keep_judged(desk, step, receipts, marked)


def _marked_alike(desk: Desk, kept: KeptReply, marking: str) -> Iterator[Marked]:
    before = kept.receipt.register.marking
    for each in spoken_to(desk, kept) if marking != before else ():
        if each.marking == before:
            yield each, replace(each, marking=marking)


def assign(desk: Desk, kept: KeptReply, text: str, question: str) -> None:
    """Loose text becomes a contribution, one undoable step.

    To a question that takes no text it becomes a comment.

    Raises:
        AppError: ``text.*``, ``answers.*``.
    """
    receipt, asked = kept.receipt, desk.questionnaire.questions[question]
    reply = Reply(
        id=_offshoot(receipt.id, text, question),
        request=receipt.request,
        carrier=receipt.carrier,
        given=(_given(desk, receipt, asked, text),),
        respondent=receipt.respondent,
        register=receipt.register,
        digest=receipt.digest,
    )
    arrival = Arrival(
        receipt.file,
        reply,
        stakeholder=receipt.stakeholder,
        transcribed_by=receipt.transcribed_by,
        checked_by=receipt.checked_by,
    )
    (outcome,) = receive(desk, [arrival], receipt.standing)
    if outcome.refusal is not None:
        raise outcome.refusal


def assigned_to(desk: Desk, kept: KeptReply) -> Mapping[str, tuple[str, ...]]:
    """Loose text to the questions that it was assigned to."""
    there = {each.id for each in kept.offshoots}
    return {
        text: tuple(
            question
            for question in desk.questionnaire.questions
            if there and _offshoot(kept.receipt.id, text, question) in there
        )
        for text in kept.receipt.unassigned
    }


def _offshoot(receipt: str, text: str, question: str) -> str:
    """The same on every machine, as the reply's own id."""
    return str(uuid5(_ASSIGNED, f"{receipt}\n{question}\n{text}"))


def _given(desk: Desk, receipt: Receipt, question: Question, text: str) -> Given:
    bare = _NAMED_QUESTION.sub("", text)
    if question.kind is Kind.TEXT:
        return Given(question.id, {"value": {_language(desk, receipt, bare): bare}})
    return Given(question.id, None, (Trace("comment", bare, receipt.respondent.name),))


def _language(desk: Desk, receipt: Receipt, text: str) -> str:
    """The request's or the review's own of the direction that the text has."""
    rtl = direction_of(text) == "rtl"
    known = tuple(_languages(desk, receipt))
    return next((each for each in known if is_rtl(each) == rtl), known[0])


def _languages(desk: Desk, receipt: Receipt) -> Iterator[str]:
    if receipt.request:
        yield desk.workspace.request(receipt.request).request.language
    yield from desk.review.languages


def _cleaned(receipt: Receipt) -> Receipt:
    register, respondent = receipt.register, receipt.respondent
    lines = replace(
        register,
        outgoing=_line(register.outgoing),
        incoming=_line(register.incoming),
        date=_line(register.date),
        file=_line(register.file),
        urgency=_line(register.urgency),
        marking=_line(register.marking),
        annexes=_line(register.annexes),
        copies=tuple(filter(None, map(_line, register.copies))),
    )
    named = replace(
        respondent, name=_line(respondent.name), role=_line(respondent.role)
    )
    return replace(receipt, register=lines, respondent=named)


def _line(text: str) -> str:
    return clean_within(text.strip(), _LONGEST)
