"""Acts on a review as a whole: written once, each an entry of the chain."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.schema import acts


def add_act(connection: Connection, act: Act) -> None:
    row = {**asdict(act), "kind": act.kind.value, "digest": act.digest}
    connection.execute(acts.insert(), row)
    log = [(act.id, act.digest)]
    chain.append(connection, act.review, chain.Kind.ACT, log)


def read_acts(
    connection: Connection, review: str, kind: ActKind | None = None
) -> tuple[Act, ...]:
    """In the order of the chain: clocks may have been set back."""
    query = select(acts).where(acts.c.review == review)
    if kind is not None:
        query = query.where(acts.c.kind == kind.value)
    found = {row.id: _act_of(row) for row in connection.execute(query)}
    logged = [each.subject for each in chain.links(connection, review)]
    ordered = [found.pop(each) for each in logged if each in found]
    return (*ordered, *found.values())


def _act_of(row: Row[Any]) -> Act:
    values = {name: value for name, value in row._mapping.items() if name != "digest"}
    return Act(**{**values, "kind": ActKind(row.kind)})
