"""Backups follow another passphrase: with it, or at the next opening."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.asking import asking
from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import backups_folder
from focalpoint_app.storage.backups import shelving
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.file.header import salt_of
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.safekeeping.backing import backup_folder
from focalpoint_app.workflow.safekeeping.rescued import follow, rescued_under

_HOPELESS = frozenset(
    {
        "workspace.damaged",
        "workspace.foreign",
        "workspace.locked",
        "workspace.newer",
        "workspace.wrong_passphrase",
    }
)
"""What no later try mends: such a backup is named once."""


@dataclass(frozen=True, slots=True)
class Followed:
    """``backups`` that have today's key, ``left`` those that have not."""

    backups: int
    left: tuple[Path, ...]


def bring_backups(workspace: Workspace, former: Iterable[Key | None]) -> Followed:
    """Put them under today's key, from any of the ``former``; owed no longer once all
    that can follow have.  Nothing is raised: what is left is told."""
    folder = backup_folder()
    for each in former:
        if each is not None:
            keyring().add(each)
    known = workspace.shelved(folder)
    with asking(lambda _path: ()):  # An older one may have another passphrase.
        hindered = {e.path: _hindrance(e.path, workspace.key) for e in known}
    left = {path: code for path, code in hindered.items() if code}
    is_there = folder.is_dir() or folder == backups_folder()
    if is_there and _HOPELESS.issuperset(left.values()):
        with put_off():
            workspace.note_followed()
    return Followed(len(known) - len(left), tuple(left))


def take_up(workspace: Workspace) -> AppError | None:
    """What another passphrase left undone where the program ended in the middle of it,
    or the backups' disk was away: done now, and told; so is what hinders it until the
    next opening."""
    try:
        return _taken_up(workspace)
    except AppError as error:
        return error


def _taken_up(workspace: Workspace) -> AppError | None:
    former = workspace.former_keys()
    if former is None or not workspace.is_writing:
        return None
    waiting = _waiting(workspace)
    texts = [kept for key in former for kept in rescued_under(workspace, key)]
    left = (*follow(workspace, tuple(texts)), *bring_backups(workspace, former).left)
    if left:
        names = ", ".join(each.name for each in left)
        folder = str(left[0].parent)
        return AppError("backup.under_former", folder=folder, files=names)
    return AppError("backup.followed_now") if waiting or texts else None


def _waiting(workspace: Workspace) -> bool:
    known = workspace.shelved(backup_folder())
    return any(_is_under_another(each.path, workspace.key) for each in known)


def _hindrance(backup: Path, key: Key | None) -> str:
    """Why it does not follow, as a code; empty where it has today's key."""
    try:
        if _is_under_another(backup, key):
            shelving.rekey(backup, key)
    except AppError as error:
        return error.code
    return ""


def _is_under_another(backup: Path, key: Key | None) -> bool:
    try:
        return salt_of(backup) != (b"" if key is None else key.salt)
    except AppError:  # It cannot be read, and says so when it is to follow.
        return True
