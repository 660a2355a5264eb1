"""Holds entries against the questionnaires' JSON schema and tells file and line.

The schema in ``resources/schemas`` is the one description of the format.  It is
read here, in the few words it uses, because a general validator knows paths
but no lines and takes longer to import than a questionnaire takes to read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from focalpoint_app.domain.errors import AppError
from focalpoint_app.forms.entries import Entry
from focalpoint_app.forms.faults import fault
from focalpoint_app.language.places import bundled

Rule = Mapping[str, Any]
_TYPES = {str: "string", list: "array", dict: "object"}


@dataclass(frozen=True, slots=True)
class Schema:
    """The rules of the format by name, as ``question`` and ``part``."""

    rules: Mapping[str, Rule]

    def faults(self, name: str, entry: Entry) -> Iterator[AppError]:
        """Everything in the entry that breaks the named rule."""
        return self._broken(self.rules[name], entry, name)

    def _broken(self, rule: Rule, entry: Entry, name: str) -> Iterator[AppError]:
        rule = self._resolved(rule)
        types = rule.get("type", "string")
        kind = _TYPES[type(entry.value)]
        if kind not in ([types] if isinstance(types, str) else types):
            yield fault("form.wrong_kind", entry, name=name)
        elif isinstance(entry.value, str):
            yield from _broken_text(rule, entry, name)
        elif isinstance(entry.value, list):
            yield from self._broken_items(rule, entry, entry.value, name)
        else:
            yield from self._broken_fields(rule, entry, entry.value)

    def _broken_items(
        self, rule: Rule, entry: Entry, items: list[Entry], name: str
    ) -> Iterator[AppError]:
        least, most = rule.get("minItems", 0), rule.get("maxItems", 1000)
        if not least <= len(items) <= most:
            yield fault("form.wrong_length", entry, name=name, least=least, most=most)
        for item in items:
            yield from self._broken(rule["items"], item, name)

    def _broken_fields(
        self, rule: Rule, entry: Entry, fields: Mapping[str, Entry]
    ) -> Iterator[AppError]:
        known = rule.get("properties", {})
        others = rule.get("additionalProperties", True)
        for name in rule.get("required", ()):
            if name not in fields:
                yield fault("form.missing_key", entry, name=name)
        for name, value in fields.items():
            if name in known:
                yield from self._broken(known[name], value, name)
            elif others is False:
                yield fault("form.unknown_key", value, name=name)
            elif others is not True:
                yield from self._broken(others, value, name)

    def _resolved(self, rule: Rule) -> Rule:
        reference = rule.get("$ref")
        if reference is None:
            return rule
        return self.rules[reference.removeprefix("#/$defs/")]


def questionnaire_schema(path: Path | None = None) -> Schema:
    """The schema that travels with the program."""
    path = path or bundled("resources") / "schemas" / "questionnaire.schema.json"
    return Schema(json.loads(path.read_text(encoding="utf-8"))["$defs"])


def _broken_text(rule: Rule, entry: Entry, name: str) -> Iterator[AppError]:
    text = entry.scalar
    if "enum" in rule and text not in rule["enum"]:
        known = ", ".join(rule["enum"])
        yield fault("form.unknown_value", entry, name=name, value=text, known=known)
    elif "pattern" in rule and not re.fullmatch(rule["pattern"], text):
        yield fault("form.malformed", entry, name=name, value=text)
    elif len(text) < rule.get("minLength", 0):
        yield fault("form.missing_key", entry, name=name)
    elif len(text) > rule.get("maxLength", 20_000):
        most = rule.get("maxLength", 20_000)
        yield fault("form.too_long", entry, name=name, most=most)
