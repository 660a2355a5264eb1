"""Requests and what came back as plain data, the form in which files keep them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from typing import Any

from focalpoint_app.domain.consultation import (
    Asked,
    Entry,
    Flaw,
    Option,
    Register,
    Request,
    Respondent,
    Trace,
)

Data = Mapping[str, Any]


def request_to_data(request: Request) -> dict[str, Any]:
    """All of it; ``request_from_data`` makes it whole again from canonical JSON."""
    return {
        **_shallow(request),
        "questions": [_asked_to_data(each) for each in request.questions],
        "register": _shallow(request.register),
    }


def _asked_to_data(asked: Asked) -> dict[str, Any]:
    return {
        **_shallow(asked),
        "choices": [_option_to_data(each) for each in asked.choices],
        "columns": [_option_to_data(each) for each in asked.columns],
    }


def _option_to_data(option: Option) -> dict[str, Any]:
    return {
        **_shallow(option),
        "choices": [_option_to_data(each) for each in option.choices],
    }


def _shallow(value: Asked | Option | Register | Request) -> dict[str, Any]:
    """``asdict`` without its copies, which cost half the time of a large round."""
    return {each.name: getattr(value, each.name) for each in fields(value)}


def request_from_data(data: Data) -> Request:
    """Other data raises KeyError, TypeError or ValueError."""
    return Request(
        **{
            **data,
            "questions": tuple(map(_asked_from_data, data["questions"])),
            "register": register_from_data(data["register"]),
        }
    )


def register_from_data(data: Data) -> Register:
    return Register(**{**data, "copies": tuple(data.get("copies", ()))})


def respondent_from_data(data: Data) -> Respondent:
    counts = {name: _count(data.get(name)) for name in ("women", "men")}
    return Respondent(**{**data, **counts})


def trace_from_data(data: Data) -> Trace:
    return Trace(**data)


def flaw_from_data(data: Data) -> Flaw:
    return Flaw(**data)


def with_numbers(entry: Entry, kind: str, columns: Collection[str]) -> Entry:
    """The entry with numbers as ``Decimal`` again, where canonical JSON had strings.

    ``columns`` are the ids of a table's numeric columns.  What is no number stays.
    """
    value = entry.get("value")
    if kind == "number" and isinstance(value, str):
        return {**entry, "value": _number(value)}
    if kind == "table" and isinstance(value, list):
        return {**entry, "value": [_row(row, columns) for row in value]}
    return entry


def _asked_from_data(data: Data) -> Asked:
    columns = tuple(map(_option_from_data, data["columns"]))
    numeric = {each.id for each in columns if each.kind == "number"}
    draft = data["draft"]
    return Asked(
        **{
            **data,
            "choices": tuple(map(_option_from_data, data["choices"])),
            "columns": columns,
            "draft": draft and with_numbers(draft, data["kind"], numeric),
            "limit": int(data["limit"]),
        }
    )


def _option_from_data(data: Data) -> Option:
    choices = tuple(map(_option_from_data, data.get("choices", ())))
    return Option(**{**data, "choices": choices})


def _row(row: Any, columns: Collection[str]) -> Any:
    if not isinstance(row, Mapping):
        return row
    return {
        name: _number(cell) if name in columns and isinstance(cell, str) else cell
        for name, cell in row.items()
    }


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _count(data: Any) -> int | None:
    return None if data is None else int(data)
