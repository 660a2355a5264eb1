"""What was expunged here and comes in again from another copy: expunged as before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    literal,
    or_,
    select,
    type_coerce,
)

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.domain.content import Change
from focalpoint_app.domain.expunging import MARK
from focalpoint_app.domain.expunging_act import Expunging, expunging_of
from focalpoint_app.domain.left_out import passages_between
from focalpoint_app.storage.answers.keys import in_chunks
from focalpoint_app.storage.consultation.consultation_tables import (
    contributions,
    papers,
    replies,
    uses,
    withdrawals,
)
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.expunging.expunged import OURS, THEIRS, Scope, found
from focalpoint_app.storage.expunging.expunging import Decision, expunge, scrub
from focalpoint_app.storage.joining import reconciling
from focalpoint_app.storage.log.acts import read_acts
from focalpoint_app.storage.schema import clearances, notes, revisions

_HELD: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (revisions, ("content",)),
    (notes, ("text",)),
    (uses, ("reason",)),
    (withdrawals, ("reason",)),
    (papers, ("body",)),
    (replies, ("respondent", "register", "unassigned")),
    (contributions, ("entry", "traces")),
)
"""Rows that both copies know by one id, and their columns with words."""

_EDITED = (papers, replies)
"""Those of them that are edited by hand."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A passage that the other copy still has, and the act that took it out here."""

    scope: Scope
    act: Act
    said: Expunging

    def again(self, at: datetime) -> Decision:
        """By the same decision of the same person, at another time."""
        return Decision(
            self.said.reason,
            self.act.author,
            at,
            contributions=self.said.contributions,
            clearances=self.said.clearances,
        )

    @property
    def words(self) -> str:
        """The same for one passage, whichever act took it out."""
        return self.scope.passage.pattern.pattern.casefold()


def decided_here(ours: Database, theirs: Database, review: str) -> tuple[Decided, ...]:
    """Read before joining: the other copy's own acts come along with it."""
    with ours.reading() as here:
        acts = read_acts(here, review, ActKind.EXPUNGED)
        if not acts:
            return ()
        with theirs.reading() as there:
            return _decided(acts, tuple(_pairs(here, there, review)))


def expunge_again(ours: Database, decided: Sequence[Decided], at: datetime) -> None:
    """Wherever it stands by now; freed pages are overwritten."""
    changed = False
    for each in decided:
        decision = each.again(at)
        with ours.writing() as connection:
            if _stands(connection, each.scope, decision):
                expunge(connection, each.scope, decision)
                _settle_alike(connection, each.scope.review)
                changed = True
    if changed:
        with put_off():
            scrub(ours)


def without(changes: Sequence[Change], decided: Sequence[Decided]) -> list[Change]:
    """For the undo list and the window, which hold what came in as it came."""
    said = list(changes)
    for each in decided:
        said = [_without(change, each.scope) for change in said]
    return said


def _without(change: Change, scope: Scope) -> Change:
    if not scope.asks_for(change.key.question):
        return change
    out = scope.passage.taken_out_of_field
    kind = change.key.field
    return replace(
        change, before=out(kind, change.before), after=out(kind, change.after)
    )


def _stands(connection: Connection, scope: Scope, decision: Decision) -> bool:
    tables = (*OURS, *(THEIRS if decision.contributions else ()))
    tables += (clearances,) if decision.clearances else ()
    return any(True for each in tables for _ in found(connection, each, scope))


def _settle_alike(connection: Connection, review: str) -> None:
    """Cards whose sides differed in the passage alone."""
    for card in reconciling.open_cards(connection, review):
        if card.first == card.second:
            reconciling.settle_card(connection, card.id)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row's words here, with a mark, and as the other copy has them."""

    table: Table
    subject: str
    question: str
    left: list[Any]
    whole: list[Any]


@dataclass(frozen=True, slots=True)
class _Named:
    """An act, and what it says of itself."""

    act: Act
    said: Expunging


def _decided(acts: Sequence[Act], pairs: Sequence[_Pair]) -> tuple[Decided, ...]:
    """Of each act each passage once."""
    named = tuple(_named(acts))
    known: dict[tuple[str, str], Decided] = {}
    for pair in pairs:
        named_by = _act_of(named, pair)
        if named_by is not None:
            act, said = named_by.act, named_by.said
            for each in passages_between(pair.left, pair.whole):
                found = Decided(Scope(act.review, each, act.subject or None), act, said)
                known.setdefault((act.id, found.words), found)
    return tuple(known.values())


def _named(acts: Sequence[Act]) -> Iterator[_Named]:
    """Those that can be read; of the others ``doctor`` tells."""
    for act in acts:
        said = expunging_of(act.details)
        if said is not None:
            yield _Named(act, said)


def _act_of(acts: Sequence[_Named], pair: _Pair) -> _Named | None:
    """The last one that names it.  Of a former version the last one at all, but for
    what is edited, where a mark may be anybody's."""
    looked = [each for each in acts if each.act.subject in ("", pair.question)]
    found = [each for each in looked if pair.subject in each.said.subjects]
    if not found and pair.table not in _EDITED:
        found = [each for each in looked if each.said.is_former]
    return found[-1] if found else None


def _pairs(here: Connection, there: Connection, review: str) -> Iterator[_Pair]:
    for table, columns in _HELD:
        marked = _marked(here, table, columns, review)
        for some in in_chunks(sorted(marked), 500):
            for subject, (_, whole) in _said(there, table, columns, some).items():
                question, left = marked[subject]
                yield _Pair(table, subject, question, left, whole)


_Rows = dict[str, tuple[str, list[Any]]]
"""By id: the question that it is about, empty for none, and its words."""


def _marked(
    connection: Connection, table: Table, columns: Sequence[str], review: str
) -> _Rows:
    texts = (type_coerce(table.c[name], Text) for name in columns)
    holds = or_(*(each.contains(MARK, autoescape=True) for each in texts))
    return _rows(connection, table, columns, and_(table.c.review == review, holds))


def _said(
    connection: Connection, table: Table, columns: Sequence[str], ids: Sequence[str]
) -> _Rows:
    return _rows(connection, table, columns, table.c.id.in_(list(ids)))


def _rows(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    wanted: ColumnElement[bool],
) -> _Rows:
    """Contributions keep their words as JSON."""
    asked = table.c.question if "question" in table.c else literal("")
    query = select(table.c.id, asked, *(table.c[name] for name in columns))
    is_json = table is contributions
    return {
        key: (
            question,
            [json.loads(each) if is_json and each else each for each in said],
        )
        for key, question, *said in connection.execute(query.where(wanted))
    }
