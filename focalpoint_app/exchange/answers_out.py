"""Writing answers JSON: the same answers always give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

from focalpoint_app.domain.answer import Answer
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.source import Source
from focalpoint_app.exchange.entries import entry_of, source_data


def answers_json(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    sources: Iterable[Source],
) -> str:
    """The whole review's answers, questions in order, sources by id."""
    entries = {
        question: entry_of(answers[question])
        for question in questionnaire.questions
        if question in answers
    }
    document = {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "sources": [source_data(each) for each in sorted(sources, key=lambda s: s.id)],
        "answers": {question: entry for question, entry in entries.items() if entry},
    }
    return (
        json.dumps(document, ensure_ascii=False, indent=2, default=json_number) + "\n"
    )


def json_number(value: object) -> int | float:
    """Decimals of at most 15 digits, which a double holds exactly as printed."""
    if not isinstance(value, Decimal):
        raise TypeError(f"no JSON for {type(value).__name__}")
    return int(value) if value == value.to_integral_value() else float(value)
