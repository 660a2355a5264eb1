"""Each table's rows as they are without a passage."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.content import Field
from focalpoint_app.domain.expunging import Passage
from focalpoint_app.storage.consultation.consultation_tables import (
    cards,
    contributions,
    judgements,
    metadata,
    papers,
    replies,
    requests,
    uses,
    withdrawals,
)
from focalpoint_app.storage.schema import (
    batches,
    fields,
    notes,
    revisions,
    staged,
    step_changes,
    steps,
)
from focalpoint_app.storage.types import storable_json


@dataclass(frozen=True, slots=True)
class Scope:
    """``question`` None looks in every answer of the review."""

    review: str
    passage: Passage
    question: str | None = None

    def asks_for(self, question: str) -> bool:
        return self.question in (None, question)


Change = Callable[[Row[Any], Scope], Mapping[str, Any]]
"""The columns' new values; those that stay may be among them."""


def found(
    connection: Connection, table: Table, scope: Scope
) -> Iterator[tuple[Row[Any], dict[str, Any]]]:
    """Rows that hold the passage, each with what its columns are to say."""
    query = _QUERIES.get(table.name, select(table))
    owner = _OWNERS.get(table.name, table)
    query = query.where(owner.c.review == scope.review)
    if "question" in table.c and scope.question is not None:
        query = query.where(table.c.question == scope.question)
    for row in connection.execute(query).all():
        said = _CHANGES[table.name](row, scope)
        new = {n: v for n, v in said.items() if v != row._mapping[n]}
        if new:
            yield row, {**new, **_MARKS.get(table.name, {})}


def elsewhere(connection: Connection, passage: Passage) -> tuple[str, ...]:
    """Tables that are edited by hand and hold it, whatever the review."""
    raw: Any = connection.connection.driver_connection
    return tuple(
        name
        for name in sorted(metadata.tables.keys() - _CHANGES.keys() - _NO_TEXTS)
        if any(
            isinstance(value, str) and passage.pattern.search(value)
            for row in raw.execute(f"SELECT * FROM {name}")
            for value in row
        )
    )


def _field(row: Row[Any], scope: Scope) -> Mapping[str, Any]:
    kind = Field(row.field)
    return {"content": scope.passage.taken_out_of_field(kind, row.content)}


def _step(row: Row[Any], scope: Scope) -> Mapping[str, Any]:
    return {"changes": [_step_change(each, scope) for each in row.changes]}


def _step_change(change: list[Any], scope: Scope) -> list[Any]:
    question, field, language, item, *contents = change
    if not scope.asks_for(question):
        return change
    kind, out = Field(field), scope.passage.taken_out_of_field
    return [question, field, language, item, *(out(kind, each) for each in contents)]


def _contribution(row: Row[Any], scope: Scope) -> Mapping[str, Any]:
    passage = scope.passage
    traces = passage.taken_out(json.loads(row.traces))
    entry = None if row.entry is None else json.loads(row.entry)
    return {
        "entry": _stored(row.entry, entry, passage.taken_out_of_entry(entry)),
        "traces": _stored(row.traces, json.loads(row.traces), traces),
    }


def _stored(text: str | None, before: object, after: object) -> str | None:
    """Untouched where nothing was taken out: its digest is of these very letters."""
    return text if before == after else storable_json(after)


def _texts(*names: str) -> Change:
    def change(row: Row[Any], scope: Scope) -> Mapping[str, Any]:
        return {name: scope.passage.taken_out(row._mapping[name]) for name in names}

    return change


def _clearance(row: Row[Any], scope: Scope) -> Mapping[str, Any]:
    content = json.loads(row.content)
    answers = {
        question: scope.passage.taken_out_of_entry(entry)
        if scope.asks_for(question)
        else entry
        for question, entry in content["answers"].items()
    }
    sources = content["sources"]
    if scope.question is None:
        sources = scope.passage.taken_out(sources)
    if (answers, sources) == (content["answers"], content["sources"]):
        return {}
    # Without its salt, the digest lets nobody try what stood in the mark's place.
    kept = {name: value for name, value in content.items() if name != "salt"}
    return {"content": canonical_json({**kept, "answers": answers, "sources": sources})}


OURS = (fields, staged, revisions, step_changes, notes, cards, uses, withdrawals)
"""Always cleaned: what was written here."""

THEIRS = (contributions, replies, requests, papers, judgements)
"""Cleaned where that is decided: what contributors sent, and what they were sent."""

_CHANGES: Mapping[str, Change] = {
    "fields": _field,
    "staged": _field,
    "revisions": _field,
    "step_changes": _step,
    "notes": _texts("text"),
    "cards": _texts("base", "first", "second", "merged"),
    "uses": _texts("reason"),
    "withdrawals": _texts("reason"),
    "judgements": _texts("before", "after"),
    "contributions": _contribution,
    "replies": _texts("respondent", "register", "unassigned", "flaws"),
    "requests": _texts("content", "withheld"),
    "papers": _texts("body"),
    "clearances": _clearance,
}
_MARKS: Mapping[str, Mapping[str, Any]] = {
    "fields": {"is_indexed": False},
    "revisions": {"is_expunged": True, "salt": ""},
    "uses": {"salt": ""},
    "withdrawals": {"salt": ""},
    "replies": {"salt": ""},
    "papers": {"content": None},
}
_QUERIES: Mapping[str, Select[Any]] = {
    "staged": select(staged).join(batches, batches.c.id == staged.c.batch),
    "step_changes": select(step_changes).join(steps, steps.c.id == step_changes.c.step),
    "judgements": select(judgements).join(steps, steps.c.id == judgements.c.step),
}
_OWNERS: Mapping[str, Table] = {
    "staged": batches,
    "step_changes": steps,
    "judgements": steps,
}
_NO_TEXTS = frozenset({"questionnaires", "search_entries", "chain", "revision_parents"})
