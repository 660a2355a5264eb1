"""Bringing an older file to this program's version, the old one whole until done."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import StatementError

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.database import plain_engine
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.file.files import flush, flush_folder, making, settle

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from focalpoint_app.storage.migrations import Upgrade


def migrate_file(
    path: Path, upgrades: Sequence[Upgrade] | None = None, *, key: Key | None = None
) -> None:
    """Migrate a copy beside the file, then put it in the file's place.

    Cut anywhere, the old file stays as it was: it is its own backup until the
    one rename that ends it.
    """
    if not settle(path, key):
        raise AppError("workspace.busy", path=str(path))  # Its log would stay behind.
    made = path.with_name(f".{path.name}.{uuid.uuid4().hex}.migrating")
    with making(path, made):
        with writing_beside(path):
            shutil.copy2(path, made)
        migrate_copy(path, made, upgrades, key=key)
        with writing_beside(path):
            flush(made)
            made.replace(path)
            flush_folder(path.parent)


def migrate_copy(
    path: Path,
    copy: Path,
    upgrades: Sequence[Upgrade] | None = None,
    *,
    key: Key | None = None,
) -> None:
    """Migrate ``copy`` in place, one transaction a version; ``path`` names it.

    Raises:
        AppError: ``workspace.damaged`` where it is not what its version says.
    """
    steps = _released() if upgrades is None else upgrades
    with (
        _as_its_version_says(path),
        translated(path),
        plain_engine(copy, key) as engine,
        engine.connect() as connection,
    ):
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        for number, upgrade in enumerate(steps[version:], start=version + 1):
            _upgrade(connection, upgrade, number)


@contextmanager
def _as_its_version_says(path: Path) -> Iterator[None]:
    """What the machine did was translated before; the rest is the file's own, also
    what an upgrade finds in place of a digest, a map or a number."""
    try:
        yield
    except (StatementError, ValueError, TypeError) as exc:
        raise AppError("workspace.damaged", path=str(path)) from exc


def _upgrade(connection: Connection, upgrade: Upgrade, number: int) -> None:
    from alembic.migration import MigrationContext  # 584 ms, and rarely needed.
    from alembic.operations import Operations

    connection.exec_driver_sql("BEGIN IMMEDIATE")
    upgrade(Operations(MigrationContext.configure(connection)))
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    connection.commit()


def _released() -> tuple[Upgrade, ...]:
    from focalpoint_app.storage.migrations import UPGRADES

    return UPGRADES
