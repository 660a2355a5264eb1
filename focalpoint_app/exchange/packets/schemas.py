"""The shapes of what packets hold, as JSON Schema: nothing else is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from focalpoint_app.domain.errors import AppError

Schema = Mapping[str, Any]

MOST_QUESTIONS = 2_000
_UUID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\Z"}
_HEX = {"type": "string", "pattern": "^[0-9a-f]{64}\\Z"}
_DIGITS = {"type": "string", "pattern": "^[0-9]{1,12}\\Z"}
_TEXT = {"type": "string"}
_ID = {"type": "string", "minLength": 1, "maxLength": 200}
_DATE = {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}){0,2})?\\Z"}
_LANGUAGE = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\Z"}
_KINDS = ("choice", "choices", "text", "number", "date", "table")


def _closed(**properties: Any) -> dict[str, Any]:
    """An object that has all of these and no more."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Any, most: int) -> dict[str, Any]:
    """Counted first: what is too long is not read to its end."""
    return {"type": "array", "maxItems": most, "items": items}


def _map(items: Any, most: int) -> dict[str, Any]:
    return {
        "type": "object",
        "maxProperties": most,
        "propertyNames": {"maxLength": 200},
        "additionalProperties": items,
    }


_REGISTER = _closed(
    outgoing=_TEXT,
    incoming=_TEXT,
    date=_TEXT,
    file=_TEXT,
    urgency=_TEXT,
    marking=_TEXT,
    annexes=_TEXT,
    copies=_list(_TEXT, 200),
)
_VALUE = {
    "maxItems": MOST_QUESTIONS,  # Before anyOf, which tries each shape to its end.
    "maxProperties": 50,
    "anyOf": [
        _TEXT,
        _list(_ID, 500),
        _map(_TEXT, 50),
        _list(_map(_TEXT, 200), MOST_QUESTIONS),
    ],
}
_DESCRIBED = {
    "type": "object",
    "properties": {"title": _map(_TEXT, 50)},
    "additionalProperties": _TEXT,
    "maxProperties": 30,
}
_CITE = {
    "type": "object",
    "properties": {"source": _ID, "provision": _TEXT, "described": _DESCRIBED},
    "required": ["source", "provision"],
    "additionalProperties": False,
}
_ENTRY = {
    "type": ["object", "null"],
    "properties": {
        "value": _VALUE,
        "cites": _list(_CITE, 200),
        "skipped": _TEXT,
        "confidentiality": {"enum": ["national", "reviewing", "public"]},
    },
    "minProperties": 1,
    "additionalProperties": False,
}
_OPTION = _closed(id=_ID, text=_TEXT, kind=_TEXT, choices=_list({}, 0))
_COLUMN = _closed(id=_ID, text=_TEXT, kind=_TEXT, choices=_list(_OPTION, 500))
_ASKED = _closed(
    id=_ID,
    provision=_TEXT,
    text=_TEXT,
    kind={"enum": list(_KINDS)},
    guidance=_TEXT,
    choices=_list(_OPTION, 500),
    columns=_list(_COLUMN, 200),
    draft={"anyOf": [{"type": "null"}, {"type": "object"}]},
    limit=_DIGITS,
    parent={"anyOf": [{"type": "null"}, _ID]},
)
MANIFEST = _closed(
    format=_TEXT,
    version=_TEXT,
    kind={"enum": ["request", "reply"]},
    id=_UUID,
    review=_ID,
    round=_ID,
    recipient=_ID,
    request=_ID,
    digest=_HEX,
    reply_to={"type": "string", "maxLength": 200},
    signer=_HEX,
    entries=_map(_closed(sha256=_HEX, size=_DIGITS), 1),
)
REQUEST = _closed(
    id=_ID,
    review=_ID,
    round=_ID,
    stakeholder=_ID,
    recipient=_TEXT,
    state=_TEXT,
    questionnaire=_TEXT,
    version=_TEXT,
    structure=_TEXT,
    language=_LANGUAGE,
    questions=_list(_ASKED, MOST_QUESTIONS),
    letter=_TEXT,
    due=_DATE,
    register=_REGISTER,
)
_TRACE = _closed(
    kind={"enum": ["inserted", "deleted", "comment"]},
    text=_TEXT,
    author=_TEXT,
    time=_TEXT,
)
_COUNT = {"anyOf": [{"type": "null"}, _DIGITS]}
REPLY = _closed(
    answers=_map(
        _closed(entry=_ENTRY, traces=_list(_TRACE, 1_000)),
        MOST_QUESTIONS,
    ),
    unassigned=_list(_TEXT, 10_000),
    respondent=_closed(name=_TEXT, role=_TEXT, women=_COUNT, men=_COUNT),
    register=_REGISTER,
    standing={"enum": ["", "official", "working", "personal"]},
)


def refuse_misshapen(found: Any, schema: Schema) -> None:
    """``packet.damaged`` for anything of another shape."""
    from jsonschema import Draft202012Validator

    if not Draft202012Validator(schema).is_valid(found):
        raise AppError("packet.damaged")
