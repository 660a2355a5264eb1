"""Backups that nobody asks for: every hour, and before whatever changes much."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason, is_due
from focalpoint_app.platform.places import backups_folder, settings_folder
from focalpoint_app.platform.settings import load_settings
from focalpoint_app.storage.backups import shelving
from focalpoint_app.storage.file.files import companion
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now

_log = logging.getLogger(__name__)


def backup_folder() -> Path:
    """Where the user says; until then beside the program's other files."""
    chosen = load_settings(settings_folder()).backup_folder
    return Path(chosen) if chosen else backups_folder()


def before(workspace: Workspace, reason: Reason) -> AppError | None:
    """Make a backup; what hinders it is returned to be told and stops nothing."""
    return _tried(lambda folder: workspace.shelve(folder, reason, now()))


def before_migration(path: Path) -> AppError | None:
    """Of a file of an older version, as it is; nothing for any other file.

    Raises:
        AppError: ``workspace.*`` where it cannot be opened at all.
    """
    if not shelving.is_older(path):
        return None
    return _tried(lambda folder: shelving.shelve_older(path, folder, now()))


def hourly(workspace: Workspace) -> AppError | None:
    """For the worker: a backup where the last one is an hour old and work went on."""
    try:
        folder = backup_folder()
        mine = shelving.line_of(workspace.path)
        made = workspace.shelved(folder)
        kept = [each.time for each in made if each.line == mine]
    except AppError as exc:
        return _not_made(exc)
    at = now()
    if not is_due(kept, at) or not _changed_since(workspace.path, kept, at):
        return None
    return before(workspace, Reason.HOUR)


def _changed_since(path: Path, kept: list[datetime], at: datetime) -> bool:
    """False where the newest backup is younger than the last write."""
    newest = max((each for each in kept if each <= at), default=None)
    if newest is None:
        return True
    files = (path, companion(path, "-wal"))
    written = [each.stat().st_mtime for each in files if each.exists()]
    return any(datetime.fromtimestamp(each, UTC) > newest for each in written)


def _tried(make: Callable[[Path], Path | None]) -> AppError | None:
    try:
        make(backup_folder())
    except AppError as exc:
        return _not_made(exc)
    return None


def _not_made(cause: AppError) -> AppError:
    _log.warning("no backup: %s", cause.code)
    return AppError("backup.not_made", folder=str(backup_folder()))
