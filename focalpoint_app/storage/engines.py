"""Engines on workspace files: what was compiled for one file serves the others."""

from __future__ import annotations

import re
from collections.abc import Callable

from sqlalchemy import Engine, QueuePool, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

_COMPILED: LRUCache[object, object] = LRUCache(500)
"""As many statements as SQLAlchemy keeps for each engine.

Compiling them anew is more than half of what opening one more file costs.
"""


def is_compiled(act: str) -> bool:
    """Whether ``note_compiled`` said so, and nothing was forgotten since."""
    return act in _COMPILED


def note_compiled(act: str) -> None:
    """What ``act`` says to a file is kept for the next one."""
    _COMPILED[act] = act


def forget_said() -> None:
    """What was bound to a statement when it was compiled: words that were searched
    for, passages; patterns that were made of such are forgotten, too.
    """
    _COMPILED.clear()
    re.purge()


class WorkspaceDialect(SQLiteDialect_pysqlite):
    """All are equal: under its dialect SQLAlchemy finds again what it compiled."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlite.workspace", __name__, WorkspaceDialect.__name__)


def engine_on(connect: Callable[[], dbapi2.Connection]) -> Engine:
    return create_engine(
        "sqlite+workspace://",
        module=dbapi2,
        poolclass=QueuePool,
        creator=connect,
        execution_options={"compiled_cache": _COMPILED},
    )
