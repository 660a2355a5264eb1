"""One complete file for whoever goes on with a review, its recovery sheet tried."""

from __future__ import annotations

import secrets
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.file.header import salt_of
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.safekeeping.securing import key_on, opens
from focalpoint_app.workflow.submitting.outputs import refuse_same

Halves = tuple[str, str]


def hand_over(workspace: Workspace, target: Path, halves: Halves | None = None) -> None:
    """A copy with the file's own passphrase, read back; for the worker.

    ``halves`` of the recovery sheet, as typed from paper, are tried on the file before
    anything is written, and on the copy after it.

    Raises:
        AppError: ``recovery.*``, ``workspace.not_encrypted``: nothing was written;
            and those of a backup.
    """
    refuse_same(workspace.home, target)
    if halves is not None:
        try_sheet(workspace, halves)
    key = workspace.key
    workspace.backup(target)
    if halves is not None:
        _try_on(target, halves, key)


def try_sheet(workspace: Workspace, halves: Halves) -> None:
    """AppError ``recovery.*`` where both halves do not open the file as it is."""
    if not opens(workspace, *halves):
        raise AppError("recovery.other_file")


def _try_on(copy: Path, halves: Halves, key: Key | None) -> None:
    """The copy is the file's equal, page by page: what is its key is the copy's."""
    found = key_on(salt_of(copy), *halves)
    if key is None or not secrets.compare_digest(found.raw, key.raw):
        raise AppError("recovery.other_file")
