"""Answers and sources as JSON values, the form in which they are exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from typing import Any

from focalpoint_app.domain.answer import (
    Answer,
    AnswerState,
    ChoicesValue,
    ChoiceValue,
    Cite,
    Confidentiality,
    DateValue,
    NumberValue,
    Row,
    TableValue,
    TextValue,
    Value,
)
from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.domain.source import Source, SourceKind

Entry = dict[str, Any]
"""A JSON object; numbers are ``Decimal`` until they are written."""


def entry_of(answer: Answer) -> Entry:
    """An answer as ``answers export`` has it; defaults are left out."""
    entry: Entry = {}
    if answer.value is not None:
        entry["value"] = value_data(answer.value)
    if isinstance(answer.value, TextValue) and any(answer.value.directions.values()):
        entry["directions"] = {
            language: list(marks)
            for language, marks in sorted(answer.value.directions.items())
        }
    if answer.cites:
        entry["cites"] = [cite_data(cite) for cite in answer.cites]
    if answer.skipped is not None:
        entry["skipped"] = answer.skipped
    if answer.confidentiality is not Confidentiality.REVIEWING:
        entry["confidentiality"] = answer.confidentiality.value
    if answer.state is not AnswerState.DRAFT:
        entry["state"] = answer.state.value
    return entry


def value_data(value: Value) -> Any:
    match value:
        case ChoiceValue(choice):
            return choice
        case ChoicesValue(choices):
            return list(choices)
        case TextValue(texts):
            return dict(sorted(texts.items()))
        case NumberValue(number):
            return number
        case DateValue(date):
            return date
        case TableValue(rows):
            return [{"id": row.id, **row.cells} for row in rows]


def cite_data(cite: Cite) -> Entry:
    return {"source": cite.source, "provision": cite.provision}


def source_data(source: Source) -> Entry:
    """Fields that are empty are left out; ``year`` is a number."""
    found: Entry = {}
    for each in fields(source):
        value = getattr(source, each.name)
        if value not in ("", None):
            found[each.name] = value
    found["kind"] = source.kind.value
    found["title"] = dict(sorted(source.title.items()))
    return found


def source_from_data(data: Mapping[str, Any]) -> Source:
    """The inverse of ``source_data``; ``data`` has been checked before."""
    year = data.get("year")
    return Source(
        **{
            **data,
            "kind": SourceKind(data["kind"]),
            "title": dict(data["title"]),
            "year": None if year is None else int(year),
        }
    )


def answer_from_edition(question: Question, entry: Mapping[str, Any]) -> Answer:
    """An answer out of a clearance's or edition's canonical JSON.

    Citations there carry no id; they are numbered in their order.

    Raises:
        ValueError, LookupError, TypeError, AttributeError: no edition of ours.
    """
    cites = tuple(
        Cite(str(order), cite["source"], cite["provision"])
        for order, cite in enumerate(entry.get("cites", ()), start=1)
    )
    value = _canonical_value(question, entry)
    return Answer(value=value, cites=cites, skipped=entry.get("skipped"))


def _canonical_value(question: Question, entry: Mapping[str, Any]) -> Value | None:
    data = entry.get("value")
    if data is None:
        return None
    match question.kind:
        case Kind.CHOICE:
            return ChoiceValue(data)
        case Kind.CHOICES:
            return ChoicesValue(tuple(data))
        case Kind.NUMBER:
            return NumberValue(_decimal(data))
        case Kind.DATE:
            return DateValue(data)
        case Kind.TABLE:
            return TableValue(tuple(_row(question, row) for row in data))
        case Kind.TEXT:
            directions = entry.get("directions", {})
            return TextValue(data, {k: tuple(v) for k, v in directions.items()})


def _row(question: Question, data: Mapping[str, str]) -> Row:
    numeric = {each.id for each in question.columns if each.kind is Kind.NUMBER}
    cells: dict[str, Decimal | str] = {}
    for name, text in data.items():
        if name != "id":
            is_number = name in numeric and text[:1] in "-0123456789" and text
            cells[name] = _decimal(text) if is_number else text
    return Row(data["id"], cells)


def _decimal(text: str) -> Decimal:
    """ValueError for what is no number: a stranger's file may say it is an edition."""
    try:
        return Decimal(text)
    except InvalidOperation as exc:
        raise ValueError("no number") from exc
