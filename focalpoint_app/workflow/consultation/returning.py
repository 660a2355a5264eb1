"""The contributor's reply: what was answered, by whom, in which letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from focalpoint_app.domain.answer import Answer, Confidentiality
from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.consultation import (
    Asked,
    Carrier,
    Given,
    Register,
    Reply,
    Respondent,
    Standing,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.text import clean_text
from focalpoint_app.exchange.entries import value_data
from focalpoint_app.exchange.packets.beside import cite_data
from focalpoint_app.exchange.packets.replies import SUFFIX, write_reply
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.workflow.consultation.contributor_key import contributor_key
from focalpoint_app.workflow.consultation.errand import Errand
from focalpoint_app.workflow.consultation.kept_papers import kept_papers
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same

_REPLIES = UUID("5a0f6f0c-2c0e-4d57-8a5d-0a6f6f1f2f90")
_PAPER = "reply"
REPLY_SUFFIX = SUFFIX


@dataclass(frozen=True, slots=True)
class ReplyLetter:
    """What the office says of its reply; ``date`` is ISO 8601 or empty.

    ``name`` and ``role`` are whoever signs; ``women`` and ``men`` those who took part.
    """

    name: str = ""
    role: str = ""
    standing: Standing = Standing.WORKING
    outgoing: str = ""
    date: str = ""
    women: int | None = None
    men: int | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """``answers`` counts those in the file; ``warning`` is to be told, if any."""

    path: Path
    answers: int
    warning: AppError | None = None


def kept_letter(desk: Desk) -> ReplyLetter:
    """As it was written down last; else whoever writes, and nothing more."""
    for letter in kept_papers(desk, PaperKind.REPLY, _said, _letter):
        return letter
    return ReplyLetter(desk.author.name, desk.author.role)


def keep_letter(desk: Desk, letter: ReplyLetter) -> None:
    """Durable when it returns; AppError ``text.*`` as for any text."""
    known = next(iter(_papers(desk)), None)
    paper = Paper(
        known.id if known else desk.new_id(),
        desk.review.id,
        PaperKind.REPLY,
        _PAPER,
        asdict(_cleaned(letter)),
        desk.author.id,
        desk.clock(),
    )
    desk.workspace.save_paper(paper)


def answered(errand: Errand, desk: Desk) -> tuple[Given, ...]:
    """What the reply would hold: answers that are not the draft as it was sent."""
    return tuple(_given(errand, desk))


def return_reply(
    errand: Errand, desk: Desk, letter: ReplyLetter, target: Path
) -> Returned:
    """Write the reply, locked as the packet asks; nothing is sent anywhere.

    Raises:
        AppError: ``reply.nothing_answered``, ``reply.official_unnamed``,
            ``answers.refused``, ``file.*``, ``disk.full``.
    """
    for source in (errand.source, errand.answers):
        refuse_same(source, target)
    given = answered(errand, desk)
    _refuse_incomplete(letter, given)
    own = contributor_key()
    reply = _reply(errand, _cleaned(letter), given)
    content = write_reply(errand.packet, reply, own.key)
    desk.seal()
    publish(content, target)
    return Returned(target, len(given), own.warning)


def _given(errand: Errand, desk: Desk) -> Iterator[Given]:
    sources = desk.sources
    for asked in errand.request.questions:
        answer = desk.answer(asked.id)
        if not desk.is_visible(asked.id):
            continue
        entry = _entry(asked, answer)
        cites = [cite_data(sources[e.source], e.provision) for e in answer.cites]
        if cites:
            entry["cites"] = cites
        if entry and answer.confidentiality is not Confidentiality.REVIEWING:
            entry["confidentiality"] = answer.confidentiality.value
        if entry:
            yield Given(asked.id, entry)


def _entry(asked: Asked, answer: Answer) -> dict[str, Any]:
    """Nothing where it is the draft as it was sent."""
    if answer.value is None:
        return {"skipped": answer.skipped} if answer.skipped else {}
    entry = {"value": value_data(answer.value)}
    return {} if _is_draft(asked, entry) else entry


def _is_draft(asked: Asked, entry: dict[str, Any]) -> bool:
    if asked.draft is None:
        return False
    sent = {"value": asked.draft.get("value")}
    return canonical_json(sent) == canonical_json(entry)


def _refuse_incomplete(letter: ReplyLetter, given: tuple[Given, ...]) -> None:
    if not given:
        raise AppError("reply.nothing_answered")
    is_official = letter.standing is Standing.OFFICIAL
    if is_official and not (letter.name.strip() and letter.outgoing.strip()):
        raise AppError("reply.official_unnamed")


def _reply(errand: Errand, letter: ReplyLetter, given: tuple[Given, ...]) -> Reply:
    """The same words by the same people are the same reply, however often written."""
    said = {each.question: each.entry for each in given}
    digest = sha256_hex(canonical_json([errand.request.id, said, asdict(letter)]))
    return Reply(
        id=str(uuid5(_REPLIES, digest)),
        request=errand.request.id,
        carrier=Carrier.PACKET,
        given=given,
        respondent=Respondent(letter.name, letter.role, letter.women, letter.men),
        register=Register(outgoing=letter.outgoing, date=letter.date),
        standing=letter.standing,
    )


def _cleaned(letter: ReplyLetter) -> ReplyLetter:
    return replace(
        letter,
        name=clean_text(letter.name).strip(),
        role=clean_text(letter.role).strip(),
        outgoing=clean_text(letter.outgoing).strip(),
    )


def _said(paper: Paper) -> tuple[type[ReplyLetter], object]:
    return ReplyLetter, paper.body


def _letter(paper: Paper) -> ReplyLetter:
    """Numbers were kept as strings, as canonical JSON has them."""
    body = paper.body
    counts = {
        name: None if body[name] is None else int(body[name])
        for name in ("women", "men")
    }
    return ReplyLetter(**{**body, **counts, "standing": Standing(body["standing"])})


def _papers(desk: Desk) -> tuple[Paper, ...]:
    return desk.workspace.papers(desk.review.id, PaperKind.REPLY)
