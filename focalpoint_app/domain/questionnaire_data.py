"""A questionnaire as plain data, as a workspace keeps it, and its hashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.condition import (
    Condition,
    condition_from_data,
    condition_to_data,
)
from focalpoint_app.domain.questionnaire import (
    Article,
    Choice,
    Column,
    Contradiction,
    Kind,
    Obligation,
    Part,
    Question,
    Questionnaire,
    Role,
    Texts,
)

Data = Mapping[str, Any]


def questionnaire_to_data(form: Questionnaire) -> dict[str, Any]:
    """All of it, texts included: what `questionnaire_from_data` makes whole again."""
    return {
        "id": form.id,
        "version": form.version,
        "cluster": form.cluster,
        "title": dict(form.title),
        "notice": dict(form.notice),
        "languages": list(form.languages),
        "parts": [_part_to_data(part) for part in form.parts],
        "contradictions": [
            _contradiction_to_data(each) for each in form.contradictions
        ],
    }


def questionnaire_from_data(data: Data) -> Questionnaire:
    """What `questionnaire_to_data` wrote; other data raises KeyError or ValueError."""
    return Questionnaire(
        data["id"],
        data["version"],
        data["cluster"],
        data["title"],
        data["notice"],
        tuple(data["languages"]),
        tuple(_part_from_data(part) for part in data["parts"]),
        tuple(_contradiction_from_data(each) for each in data["contradictions"]),
    )


def structure_hash(form: Questionnaire) -> str:
    """Hex SHA-256 of ids, kinds, choices, columns, conditions and obligations.

    A workspace is pinned to it; wording may change without changing it.
    """
    structure = [_structure(question) for question in form.questions.values()]
    return sha256_hex(canonical_json([form.id, structure]))


def text_hash(form: Questionnaire, language: str) -> str:
    """Hex SHA-256 of everything the questionnaire says in one language."""
    said = [[name, texts.get(language)] for name, texts in _all_texts(form)]
    return sha256_hex(canonical_json(said))


def _structure(question: Question) -> list[object]:
    condition = question.condition
    return [
        question.id,
        question.kind,
        question.obligation,
        [choice.id for choice in question.choices],
        [_column_structure(column) for column in question.columns],
        condition_to_data(condition) if condition else None,
    ]


def _column_structure(column: Column) -> list[object]:
    choices = [choice.id for choice in column.choices]
    return [column.id, column.kind, column.unit, choices]


def _all_texts(form: Questionnaire) -> Iterator[tuple[str, Texts]]:
    yield "title", form.title
    yield "notice", form.notice
    for part in form.parts:
        yield f"{part.id}/title", part.title
        yield f"{part.id}/short_title", part.short_title
        for article in part.articles:
            yield f"{part.id}.{article.id}/title", article.title
    for question in form.questions.values():
        yield from _question_texts(question)
    for contradiction in form.contradictions:
        yield f"contradiction.{contradiction.id}/text", contradiction.text


def _question_texts(question: Question) -> Iterator[tuple[str, Texts]]:
    yield f"{question.id}/text", question.text
    yield f"{question.id}/guidance", question.guidance
    yield from _choice_texts(question.id, question.choices)
    for column in question.columns:
        yield f"{question.id}/column/{column.id}", column.text
        yield from _choice_texts(f"{question.id}/{column.id}", column.choices)


def _choice_texts(name: str, choices: Sequence[Choice]) -> Iterator[tuple[str, Texts]]:
    for choice in choices:
        yield f"{name}/choice/{choice.id}", choice.text


def _part_to_data(part: Part) -> dict[str, Any]:
    return {
        "id": part.id,
        "title": dict(part.title),
        "short_title": dict(part.short_title),
        "articles": [_article_to_data(article) for article in part.articles],
    }


def _part_from_data(data: Data) -> Part:
    articles = (_article_from_data(article, data["id"]) for article in data["articles"])
    return Part(data["id"], data["title"], data["short_title"], tuple(articles))


def _article_to_data(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": dict(article.title),
        "tags": list(article.tags),
        "questions": [_question_to_data(question) for question in article.questions],
    }


def _article_from_data(data: Data, part: str) -> Article:
    questions = (
        _question_from_data(question, part, data["id"])
        for question in data["questions"]
    )
    return Article(data["id"], data["title"], tuple(questions), tuple(data["tags"]))


def _question_to_data(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "provision": question.provision,
        "obligation": question.obligation.value,
        "kind": question.kind.value,
        "text": dict(question.text),
        "guidance": dict(question.guidance),
        "limit": question.limit,
        "choices": [_choice_to_data(choice) for choice in question.choices],
        "columns": [_column_to_data(column) for column in question.columns],
        "condition": _condition_to_data(question.condition),
        "parent": question.parent,
        "role": question.role.value,
        "cites_law": question.cites_law,
        "tags": list(question.tags),
        "aliases": list(question.aliases),
    }


def _question_from_data(data: Data, part: str, article: str) -> Question:
    condition = data["condition"]
    return Question(
        data["id"],
        part,
        article,
        data["provision"],
        Obligation(data["obligation"]),
        Kind(data["kind"]),
        data["text"],
        data["guidance"],
        data["limit"],
        tuple(_choice_from_data(choice) for choice in data["choices"]),
        tuple(_column_from_data(column) for column in data["columns"]),
        condition_from_data(condition) if condition is not None else None,
        data["parent"],
        Role(data["role"]),
        data["cites_law"],
        tuple(data["tags"]),
        tuple(data["aliases"]),
    )


def _choice_to_data(choice: Choice) -> dict[str, Any]:
    return {"id": choice.id, "text": dict(choice.text)}


def _choice_from_data(data: Data) -> Choice:
    return Choice(data["id"], data["text"])


def _column_to_data(column: Column) -> dict[str, Any]:
    return {
        "id": column.id,
        "kind": column.kind.value,
        "unit": column.unit,
        "text": dict(column.text),
        "choices": [_choice_to_data(choice) for choice in column.choices],
    }


def _column_from_data(data: Data) -> Column:
    choices = tuple(_choice_from_data(choice) for choice in data["choices"])
    return Column(data["id"], Kind(data["kind"]), data["text"], data["unit"], choices)


def _condition_to_data(condition: Condition | None) -> dict[str, object] | None:
    return condition_to_data(condition) if condition is not None else None


def _contradiction_to_data(contradiction: Contradiction) -> dict[str, Any]:
    return {
        "id": contradiction.id,
        "when": condition_to_data(contradiction.when),
        "question": contradiction.question,
        "text": dict(contradiction.text),
    }


def _contradiction_from_data(data: Data) -> Contradiction:
    when = condition_from_data(data["when"])
    return Contradiction(data["id"], when, data["question"], data["text"])
