"""Clearing: the whole of a review frozen, whatever its confidentiality."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from focalpoint_app.domain.answer import EMPTY, Answer, Confidentiality
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.clearance import Clearance, Frozen
from focalpoint_app.domain.consulted import Consulted, consulted_data
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.facts import AnswerFacts
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.questionnaire_data import structure_hash, text_hash
from focalpoint_app.exchange.entries import entry_of, source_data
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.review.desk import Desk


def clear(
    desk: Desk, parts: tuple[str, ...] | None = None, record: Consulted | None = None
) -> Clearance:
    """Freeze the given instruments, all in force by default.

    ``record`` of the consultation is carried by every edition, where it is given.

    Raises:
        AppError: ``clearance.not_ready`` while a mandatory obligation has no
            answer; ``clearance.no_parts``.
    """
    clearance = prepared_clearance(desk, parts, record)
    keep_clearance(desk, clearance)
    return clearance


def prepared_clearance(
    desk: Desk, parts: tuple[str, ...] | None = None, record: Consulted | None = None
) -> Clearance:
    """As ``clear`` would make it; sealed answers are all that is kept of it."""
    chosen = desk.review.parts if parts is None else parts
    if not chosen:
        raise AppError("clearance.no_parts")
    blocking = [p for p in desk.readiness(chosen).problems if p.blocks]
    if blocking:
        raise AppError("clearance.not_ready", count=len(blocking))
    desk.seal()
    frozen = _frozen(desk, chosen, record)
    content = frozen.content()
    return Clearance(
        id=frozen.id,
        review=desk.review.id,
        number=len(desk.clearances()) + 1,
        parts=chosen,
        time=frozen.time,
        author=desk.author.id,
        content=content,
        digest=sha256_hex(content),
    )


def keep_clearance(desk: Desk, clearance: Clearance) -> None:
    """From now on it stands, and is never rewritten."""
    desk.workspace.add_clearance(clearance)


def cleared_content(clearance: Clearance) -> dict[str, Any]:
    """The frozen JSON, parsed; numbers are decimal strings there."""
    content: dict[str, Any] = json.loads(clearance.content)
    return content


def frozen_content(
    desk: Desk, parts: tuple[str, ...], record: Consulted | None = None
) -> dict[str, Any]:
    """What a clearance would hold now, parsed; nothing is sealed or kept."""
    content: dict[str, Any] = json.loads(_frozen(desk, parts, record).content())
    return content


def _frozen(desk: Desk, parts: tuple[str, ...], record: Consulted | None) -> Frozen:
    heads = desk.workspace.heads(desk.review.id)
    return Frozen(
        id=str(uuid4()),
        state=desk.profile.state,
        questionnaire=_described(desk.questionnaire, parts),
        parts=parts,
        time=desk.clock(),
        author={
            "name": desk.author.name,
            "role": desk.author.role,
            "institution": desk.author.institution,
        },
        sources=tuple(source_data(each) for each in _by_id(desk)),
        answers=frozen_answers(desk, parts),
        heads={
            "/".join((k.question, k.field.value, k.language, k.item)): digest
            for k, digest in heads.items()
        },
        salt=secrets.token_hex(16),
        consultation=None if record is None else consulted_data(record),
    )


def frozen_answers(desk: Desk, parts: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Every answer of these instruments; each says whether it is asked at all."""
    facts = AnswerFacts(desk.questionnaire, desk.answers, parts)
    found = {}
    for question in desk.questionnaire.questions.values():
        answer = desk.answer(question.id)
        if answer == EMPTY or question.part not in parts:
            continue
        found[question.id] = {
            **entry_of(answer),
            "visible": facts.is_visible(question.id),
            "confidentiality": _audience(desk, question.id, answer).value,
            "state": answer.state.value,
        }
    return found


def _audience(desk: Desk, question: str, answer: Answer) -> Confidentiality:
    """What carries a national marking is never for the public."""
    is_public = answer.confidentiality is Confidentiality.PUBLIC
    if is_public and answer_marking(desk, question):
        return Confidentiality.REVIEWING
    return answer.confidentiality


def _described(questionnaire: Questionnaire, parts: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "structure": structure_hash(questionnaire),
        "texts": {
            tag: text_hash(questionnaire, tag) for tag in questionnaire.languages
        },
        "parents": _parents(questionnaire, parts),
    }


def _parents(questionnaire: Questionnaire, parts: tuple[str, ...]) -> Mapping[str, str]:
    return {
        question.id: question.parent
        for question in questionnaire.questions.values()
        if question.parent is not None and question.part in parts
    }


def _by_id(desk: Desk) -> list[Any]:
    return sorted(desk.sources.values(), key=lambda source: source.id)
