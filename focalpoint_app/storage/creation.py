"""What a new file is made of: its tables, indexes and guards, as SQL."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import create_mock_engine

from focalpoint_app.storage.consultation.consultation_tables import metadata
from focalpoint_app.storage.guards import (
    act_guards,
    consultation_guards,
    guard_statements,
)


@cache
def schema_statements() -> tuple[str, ...]:
    """In the order in which they can be run."""
    guards = (*guard_statements(), *consultation_guards(), *act_guards())
    return (*_tables(), *guards)


def _tables() -> list[str]:
    found: list[str] = []

    def keep(statement: Any, *_: object) -> None:
        found.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("sqlite://", keep)
    metadata.create_all(engine, checkfirst=False)
    return found
