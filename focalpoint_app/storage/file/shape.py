"""What may stand in the schema of a file that anyone may have made.

SQLite runs what a schema says: a trigger may empty a table when another is written, a
view in a table's place may count without end, a check may ask for all memory there is.
"""

from __future__ import annotations

import re
from pathlib import Path

from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.consultation.consultation_tables import metadata
from focalpoint_app.storage.guards import known_guards

_SCHEMA = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
_OF_THE_INDEX = "search_index_"
_ACTING = re.compile(r"\b(check|generated|as|select|collate)\b", re.IGNORECASE)


def refuse_strange(raw: dbapi2.Connection, path: Path) -> None:
    """Before anything else is asked of the file.

    Raises:
        AppError: ``workspace.strange``.
    """
    for kind, name, sql in raw.execute(_SCHEMA):
        if not _is_ours(kind, name, sql):
            raise AppError("workspace.strange", path=str(path))


def _is_ours(kind: str, name: str, sql: str) -> bool:
    match kind:
        case "table":
            return _is_our_table(name, sql)
        case "index":  # One bracket: columns alone, no expression that is worked out.
            return sql.count("(") == 1 and not _ACTING.search(sql)
        case "trigger":
            return sql in known_guards()
    return False


def _is_our_table(name: str, sql: str) -> bool:
    if name == "search_index":
        return sql in known_guards()
    if name.startswith(_OF_THE_INDEX):  # SQLite's own, made with the index.
        return sql.startswith("CREATE TABLE 'search_index_") and not _ACTING.search(sql)
    return name in metadata.tables and not _ACTING.search(sql)
