"""Every row that can still be read off a damaged file, table by table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table

from focalpoint_app.storage.consultation.consultation_tables import metadata
from focalpoint_app.storage.repair.leaves import (
    Pages,
    Row,
    Value,
    leaves,
    leaves_under,
    rows,
)
from focalpoint_app.storage.types import JsonText, UtcTime

_SEARCH = "search_entries"  # Made anew.


@dataclass(slots=True)
class Salvage:
    """``rows``: by table, each a tuple of values in the columns' order.

    ``unread`` counts rows that their page has and that cannot be read.
    """

    rows: dict[str, dict[int, tuple[Value, ...]]] = field(default_factory=dict)
    unread: int = 0

    def of(self, table: str) -> list[tuple[Value, ...]]:
        return list(self.rows.get(table, {}).values())

    def put(self, table: str, found: Iterable[tuple[Value, ...]]) -> None:
        """In place of what was read."""
        self.rows[table] = dict(enumerate(found))


def salvaged(content: bytes) -> Salvage:
    """By the pages above where they are whole; leaves cut off from them by shape.

    A leaf by itself does not say whose it is: its rows are taken where they fit
    one table only.
    """
    pages, found = Pages(content), Salvage()
    taken: set[int] = set()
    for table, (root, names) in _roots(pages).items():
        for leaf in leaves_under(pages, root):
            taken.add(leaf)
            _take(found, pages, leaf, _by_table(table, names))
    for leaf in leaves(pages):
        if leaf not in taken and leaf != 1:
            _take(found, pages, leaf, _by_shape)
    return found


Chooser = Callable[[Row], tuple[str, tuple[Value, ...]] | None]


def _take(found: Salvage, pages: Pages, leaf: int, choose: Chooser) -> None:
    for row in rows(pages, leaf):
        chosen = None if row is None else choose(row)
        if row is None:
            found.unread += 1
        if row is not None and chosen is not None:
            table, values = chosen
            found.rows.setdefault(table, {}).setdefault(row.number, values)


def _roots(pages: Pages) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Tables with their first page and their columns, from the file's own schema."""
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for leaf in leaves_under(pages, 1):
        for row in rows(pages, leaf):
            if row is None or len(row.values) != 5 or row.values[0] != "table":
                continue
            _, name, _, root, sql = row.values
            if name in metadata.tables and name != _SEARCH and isinstance(root, int):
                found[str(name)] = root, _columns(str(sql), metadata.tables[str(name)])
    return found


def _columns(sql: str, table: Table) -> tuple[str, ...]:
    """In the order of the file, which an upgrade may have left another."""
    lines = [line.strip().split(" ")[0].strip('"') for line in sql.splitlines()]
    named = tuple(line for line in lines if line in table.columns)
    return (
        named
        if len(named) == len(table.columns)
        else tuple(each.name for each in table.columns)
    )


def _by_table(table: str, names: tuple[str, ...]) -> Chooser:
    known = tuple(each.name for each in metadata.tables[table].columns)

    def choose(row: Row) -> tuple[str, tuple[Value, ...]] | None:
        if len(row.values) != len(names):
            return None
        said = dict(zip(names, row.values, strict=True))
        ordered = tuple(said[name] for name in known)
        return (table, ordered) if _fits(metadata.tables[table], ordered) else None

    return choose


def _by_shape(row: Row) -> tuple[str, tuple[Value, ...]] | None:
    fitting = [name for name, table in _known() if _fits(table, row.values)]
    return (fitting[0], row.values) if len(fitting) == 1 else None


def _known() -> Iterator[tuple[str, Table]]:
    return ((n, t) for n, t in metadata.tables.items() if n != _SEARCH)


def _fits(table: Table, values: tuple[Value, ...]) -> bool:
    columns = table.columns.values()
    return len(columns) == len(values) and all(map(_is_of, columns, values))


def _is_of(column: Column[Any], value: Value) -> bool:
    if value is None:
        return bool(column.nullable)
    match column.type:
        case LargeBinary():
            return isinstance(value, bytes)
        case Boolean():
            return value in (0, 1)
        case Integer():
            return isinstance(value, int)
        case JsonText():
            return isinstance(value, str) and _is_json(value)
        case UtcTime():
            return isinstance(value, str) and len(value) == 27 and value[-1] == "Z"
    return isinstance(value, str)


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True
