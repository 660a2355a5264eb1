"""A letter at work: its passages are assigned to questions, then taken in as one reply.

Nothing typed is lost: it is kept as a paper of the review at every change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.consultation import (
    Carrier,
    Entry,
    Flaw,
    Given,
    Register,
    Reply,
    Respondent,
    Standing,
    Trace,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.domain.text import clean_text, is_blank
from focalpoint_app.workflow.consultation.anonymity import unsigned_text
from focalpoint_app.workflow.consultation.kept_papers import kept_papers
from focalpoint_app.workflow.consultation.receiving import Arrival, Received, receive
from focalpoint_app.workflow.consultation.withdrawing import withdrawn_requests
from focalpoint_app.workflow.review.desk import Desk

_REPLIES = UUID("2f3c1d5a-90c5-4c0c-8df4-8f2c7a2f7f31")


@dataclass(frozen=True, slots=True)
class Passage:
    """``value`` is a text, a choice's id or several, a date, or a plain number.

    ``words`` are the letter's own, where the question takes none: they become a
    comment.  ``page`` counts from 0; ``is_transcribed``: typed from a picture.
    """

    id: str
    question: str
    language: str
    value: str | tuple[str, ...]
    page: int = 0
    is_transcribed: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class LetterAtWork:
    """``reply`` is what it became, empty before; ``date`` ISO 8601 or empty.

    ``named``: whoever its file says it is from; it is never kept.
    """

    id: str
    name: str
    stakeholder: str = ""
    standing: Standing = Standing.WORKING
    outgoing: str = ""
    incoming: str = ""
    date: str = ""
    signatory: str = ""
    role: str = ""
    checked_by: str = ""
    passages: tuple[Passage, ...] = ()
    reply: str = ""
    named: tuple[str, ...] = field(default=(), repr=False)


def letters_at_work(desk: Desk) -> tuple[LetterAtWork, ...]:
    """Newest first; those that were taken in only where that was undone."""
    review = desk.review.id
    stand = {k for k, gone in desk.workspace.known_replies(review).items() if not gone}
    found = kept_papers(desk, PaperKind.LETTER, _said, _letter)
    return tuple(each for each in found if each.reply not in stand)


def keep_letter(desk: Desk, letter: LetterAtWork, content: bytes | None = None) -> None:
    """Durable when it returns; the first time with the file.

    Before an institution is chosen nothing is kept: of one that is to stay unknown
    neither the file nor its name ever is.

    Raises:
        AppError: ``text.*``.
    """
    owner = _owner(desk, letter)
    if owner is None:
        return
    paper = _paper(desk, letter, owner)
    if owner.is_anonymous:
        desk.workspace.keep_paper(paper, None)
    elif content is None:
        desk.workspace.save_paper(paper)
    else:
        desk.workspace.keep_paper(paper, content)


def letter_content(desk: Desk, letter: LetterAtWork) -> bytes:
    """The file byte for byte; ``reply.no_file`` where none was kept."""
    if letter.reply:
        return desk.workspace.reply_content(letter.reply)
    return desk.workspace.paper_content(letter.id)


def drop_letter(desk: Desk, letter: LetterAtWork) -> None:
    """Put the work away; what was taken in stays."""
    desk.workspace.delete_paper(letter.id)


def take_letter(desk: Desk, letter: LetterAtWork, content: bytes) -> Received:
    """Its passages become contributions, as those of any reply; one undoable step.

    Raises:
        AppError: ``letter.whose``, ``letter.nothing_assigned``,
            ``letter.official_unnamed``.
    """
    owner = _owner(desk, letter)
    if owner is None:
        raise AppError("letter.whose")
    _refuse_incomplete(letter)
    letter = _nameless(letter) if owner.is_anonymous else letter
    reply = _reply(desk, letter, content)
    assigned = (each for each in letter.passages if each.question)
    transcribed = any(each.is_transcribed for each in assigned)
    arrival = Arrival(
        letter.name,
        reply,
        content,
        stakeholder=owner.id,
        transcribed_by=desk.author.line if transcribed else "",
        checked_by=clean_text(letter.checked_by) if transcribed else "",
    )
    (received,) = receive(desk, (arrival,), letter.standing)
    if received.refusal is None:
        taken = _paper(desk, replace(letter, reply=reply.id), owner)
        # The reply has the file now.
        if not desk.workspace.keep_paper(taken, None):
            said = Flaw("letter.in_the_log")
            received = replace(received, flaws=(*received.flaws, said))
    return received


def entries_of(desk: Desk, passages: Iterable[Passage]) -> Mapping[str, Entry]:
    """By question; several texts on one follow one another as paragraphs.

    A passage without a question is being written still.
    """
    found: dict[str, Any] = {}
    for each in filter(lambda each: each.question, passages):
        question = desk.questionnaire.questions[each.question]
        if question.kind is Kind.TEXT:
            texts = found.setdefault(each.question, {})
            said = (texts.get(each.language, ""), clean_text(str(each.value)).strip())
            texts[each.language] = "\n".join(filter(None, said))
        elif question.kind is Kind.NUMBER:
            found[each.question] = Decimal(str(each.value))
        elif question.kind is Kind.CHOICES:
            found[each.question] = sorted(each.value)
        else:
            found[each.question] = each.value
    return {question: {"value": value} for question, value in found.items()}


def _reply(desk: Desk, letter: LetterAtWork, content: bytes) -> Reply:
    entries = entries_of(desk, letter.passages)
    words = [each.words for each in letter.passages]
    said = sha256_hex(canonical_json([letter.id, letter.stakeholder, entries, words]))
    return Reply(
        id=str(uuid5(_REPLIES, said)),
        request=_request(desk, letter, entries),
        carrier=Carrier.LETTER,
        given=tuple(_given(letter, entries)),
        respondent=Respondent(clean_text(letter.signatory), clean_text(letter.role)),
        register=Register(
            outgoing=clean_text(letter.outgoing),
            incoming=clean_text(letter.incoming),
            date=letter.date,
        ),
        digest=sha256_hex(content),
    )


def _given(letter: LetterAtWork, entries: Mapping[str, Entry]) -> Iterator[Given]:
    for question, entry in entries.items():
        own = (each.words for each in letter.passages if each.question == question)
        words = (clean_text(each).strip() for each in own)
        traces = tuple(Trace("comment", each) for each in words if each)
        yield Given(question, entry, traces)


def _request(desk: Desk, letter: LetterAtWork, entries: Mapping[str, Entry]) -> str:
    """The latest one to this institution that asks any of it; else it came unasked."""
    gone = withdrawn_requests(desk)
    for sent in reversed(desk.workspace.requests(desk.review.id)):
        asked = {each.id for each in sent.request.questions}
        if sent.request.id in gone:
            continue
        if sent.request.stakeholder == letter.stakeholder and asked & entries.keys():
            return sent.request.id
    return ""


def _owner(desk: Desk, letter: LetterAtWork) -> Stakeholder | None:
    known = {each.id: each for each in desk.workspace.stakeholders()}
    return known.get(letter.stakeholder)


def _refuse_incomplete(letter: LetterAtWork) -> None:
    if not any(each.question for each in letter.passages):
        raise AppError("letter.nothing_assigned")
    is_official = letter.standing is Standing.OFFICIAL
    if is_official and (is_blank(letter.outgoing) or is_blank(letter.signatory)):
        raise AppError("letter.official_unnamed")


def _paper(desk: Desk, letter: LetterAtWork, owner: Stakeholder) -> Paper:
    kept = _nameless(letter) if owner.is_anonymous else letter
    return Paper(
        kept.id,
        desk.review.id,
        PaperKind.LETTER,
        clean_text(kept.name),
        _body(kept),
        desk.author.id,
        desk.clock(),
    )


def _nameless(letter: LetterAtWork) -> LetterAtWork:
    names = (letter.signatory, *letter.named)
    return replace(
        letter,
        passages=tuple(_unsigned(each, names) for each in letter.passages),
        name="",
        signatory="",
        role="",
        outgoing="",
        incoming="",
        checked_by="",
    )


def _unsigned(passage: Passage, names: tuple[str, ...]) -> Passage:
    """A signature is often selected with the words above it; a choice is no word."""
    value = passage.value
    if isinstance(value, str) and passage.language:
        value = unsigned_text(value, names)
    return replace(passage, value=value, words=unsigned_text(passage.words, names))


def _body(letter: LetterAtWork) -> dict[str, Any]:
    body = asdict(letter)
    del body["id"], body["name"], body["named"]
    body["passages"] = [
        {**each, "value": _plain(each["value"]), "page": str(each["page"])}
        for each in body["passages"]
    ]
    return {**body, "standing": letter.standing.value}


def _said(paper: Paper) -> tuple[type[LetterAtWork], object]:
    return LetterAtWork, {**paper.body, "id": paper.id, "name": paper.name}


def _letter(paper: Paper) -> LetterAtWork:
    body = paper.body
    passages = tuple(_passage(each) for each in body["passages"])
    known = {**body, "standing": Standing(body["standing"]), "passages": passages}
    return LetterAtWork(paper.id, paper.name, **known)


def _passage(data: Mapping[str, Any]) -> Passage:
    value = data["value"]
    several = tuple(value) if isinstance(value, list) else value
    return Passage(**{**data, "value": several, "page": int(data["page"])})


def _plain(value: str | tuple[str, ...]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)
