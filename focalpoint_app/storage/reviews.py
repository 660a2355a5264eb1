"""Reviews, each with the questionnaire it is pinned to, all texts included."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.hit import HitKind
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.questionnaire_data import (
    questionnaire_from_data,
    structure_hash,
)
from focalpoint_app.domain.review import Review
from focalpoint_app.storage.schema import DATA, questionnaires, reviews
from focalpoint_app.storage.search.indexing import Entry, folded_words, index
from focalpoint_app.storage.types import (
    decoding,
    read_json,
    refuse_unstorable_content,
)


def read_reviews(connection: Connection) -> tuple[Review, ...]:
    """By start, those without one last."""
    query = select(reviews).order_by(
        reviews.c.start.is_(None), reviews.c.start, reviews.c.cluster, reviews.c.id
    )
    with decoding():
        return tuple(_review_of(row) for row in connection.execute(query))


def add_review(
    connection: Connection, review: Review, questionnaire: Mapping[str, Any]
) -> None:
    start = review.start.isoformat() if review.start else None
    connection.execute(reviews.insert().values(**{**asdict(review), "start": start}))
    refuse_unstorable_content(questionnaire)
    form = questionnaire_from_data(questionnaire)
    connection.execute(
        questionnaires.insert().values(
            review=review.id,
            structure=structure_hash(form),
            content=json.dumps(questionnaire, ensure_ascii=False),
        )
    )
    texts = {
        Entry(review.id, HitKind.QUESTION, question, language=language): (
            folded_words(said)
        )
        for (question, language), said in question_texts(form).items()
    }
    index(connection, texts)


def question_texts(form: Questionnaire) -> dict[tuple[str, str], str]:
    """By question id and language."""
    return {
        (question.id, language): text
        for question in form.questions.values()
        for language, text in question.text.items()
    }


def read_questionnaire(connection: Connection, review_id: str) -> dict[str, Any]:
    query = select(questionnaires.c.content).where(questionnaires.c.review == review_id)
    text = connection.scalar(query)
    if text is None:
        raise AppError("review.unknown", review=review_id)
    content: dict[str, Any] = read_json(text, DATA)
    with decoding():
        if not all(isinstance(said, str) for said in _said(content)):
            raise ValueError("texts that are none")
    return content


def _said(content: Mapping[str, Any]) -> Iterator[object]:
    """Every question's texts; other data raises as ``questionnaire_from_data``."""
    for question in questionnaire_from_data(content).questions.values():
        yield from question.text.values()
        yield from question.guidance.values()


def _review_of(row: Row[Any]) -> Review:
    return Review(
        id=row.id,
        questionnaire=row.questionnaire,
        version=row.version,
        cluster=row.cluster,
        parts=tuple(row.parts),
        languages=tuple(row.languages),
        start=date.fromisoformat(row.start) if row.start else None,
    )
