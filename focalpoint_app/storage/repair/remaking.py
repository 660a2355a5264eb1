"""Reviews and their questionnaires, where damage took the rows that say so."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire_data import (
    questionnaire_from_data,
    structure_hash,
)
from focalpoint_app.storage.log.checking import Problem
from focalpoint_app.storage.repair.leaves import Value
from focalpoint_app.storage.repair.salvaging import Salvage

Form = Mapping[str, Any]
"""A questionnaire as data (``domain.questionnaire_data``)."""


def remake(
    found: Salvage, reviews: Iterable[str], shipped: Sequence[Form]
) -> Iterator[Problem]:
    """Add to ``found`` what its reviews need to be shown; says what was remade."""
    whole = {str(row[0]): _form(row) for row in found.of("questionnaires")}
    forms: dict[str, Form] = {}
    known = {str(row[0]): row for row in found.of("reviews")}
    for review in sorted(reviews):
        form = whole.get(review)
        if form is None:
            form = _likeliest(found, review, known.get(review), shipped)
            yield Problem("remade.questionnaire", str(form["id"]))
        forms[review] = form
        if review not in known:
            known[review] = _review(review, form)
            yield Problem("remade.review", str(form["id"]))
    found.put("reviews", known.values())
    found.put("questionnaires", (_row(review, form) for review, form in forms.items()))


def remake_identity(found: Salvage) -> Iterator[Problem]:
    """Which workspace it is and whose; a new identity where the old one is lost."""
    known = {str(row[0]) for row in found.of("meta")}
    if "workspace" not in known:
        named: tuple[Value, ...] = ("workspace", str(uuid.uuid4()))
        found.put("meta", [*found.of("meta"), named])
    if not found.of("profile"):
        state = _state(found)
        found.put("profile", [(state, json.dumps(asdict(StateProfile(state))))])
        yield Problem("remade.profile", state)


def _state(found: Salvage) -> str:
    """As a letterhead or a clearance names it; XAA, the fictional one, where none."""
    for row in found.of("letterhead"):
        return str(row[0])
    for row in found.of("clearances"):
        content = row[6]
        with suppress(ValueError, KeyError, TypeError):
            if isinstance(content, bytes):
                return str(json.loads(content)["state"])
    return "XAA"


def _form(row: tuple[Value, ...]) -> Form | None:
    """None where a damaged page lies within its text."""
    try:
        data: Form = json.loads(str(row[2]))
        is_whole = structure_hash(questionnaire_from_data(dict(data))) == row[1]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return data if is_whole else None


def _likeliest(
    found: Salvage,
    review: str,
    row: tuple[Value, ...] | None,
    shipped: Sequence[Form],
) -> Form:
    """The one the review names; else the one that asks most of what was answered."""
    named = [form for form in shipped if row is not None and form["id"] == row[1]]
    answered = {str(each[1]) for each in found.of("fields") if each[0] == review}

    def asks(form: Form) -> int:
        return sum(f'"{question}"' in json.dumps(form) for question in answered)

    return named[0] if named else max(shipped, key=asks)


def _review(review: str, form: Form) -> tuple[Value, ...]:
    parts = json.dumps([part["id"] for part in form["parts"]])
    languages = json.dumps(list(form["languages"])[:1])
    described = (str(form["id"]), str(form["version"]), int(form["cluster"]))
    return (review, *described, parts, languages, None)


def _row(review: str, form: Form) -> tuple[Value, ...]:
    structure = structure_hash(questionnaire_from_data(dict(form)))
    return review, structure, json.dumps(form, ensure_ascii=False)
