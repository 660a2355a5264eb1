"""Acts on a review as a whole: written once, each an entry of the chain."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, select

from focalpoint_app.domain.act import Act, ActKind, Opening
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.schema import acts, openings


def add_act(connection: Connection, act: Act) -> None:
    row = {**asdict(act), "kind": act.kind.value, "digest": act.digest}
    del row["opening"]
    connection.execute(acts.insert(), row)
    log = [(act.id, act.digest)]
    chain.append(connection, act.review, chain.Kind.ACT, log)
    if act.opening is not None:
        opening = {**asdict(act.opening), "act": act.id, "review": act.review}
        connection.execute(openings.insert(), opening)


def read_acts(
    connection: Connection, review: str, kind: ActKind | None = None
) -> tuple[Act, ...]:
    """In the order of the chain: clocks may have been set back.

    What is of no kind was written by others; ``doctor`` tells of it.
    """
    wanted = [each.value for each in (ActKind if kind is None else (kind,))]
    query = select(acts).where(acts.c.review == review, acts.c.kind.in_(wanted))
    opened = read_openings(connection, review)
    found = {
        row.id: act_of(row, opened.get(row.id)) for row in connection.execute(query)
    }
    logged = [each.subject for each in chain.links(connection, review)]
    ordered = [found.pop(each) for each in logged if each in found]
    return (*ordered, *found.values())


def read_openings(connection: Connection, review: str) -> dict[str, Opening]:
    """By act; none of what was expunged."""
    rows = connection.execute(select(openings).where(openings.c.review == review))
    return {row.act: Opening(row.edition, row.file, row.salt) for row in rows}


def act_of(row: Row[Any], opening: Opening | None = None) -> Act:
    values = {name: value for name, value in row._mapping.items() if name != "digest"}
    return Act(**{**values, "kind": ActKind(row.kind)}, opening=opening)
