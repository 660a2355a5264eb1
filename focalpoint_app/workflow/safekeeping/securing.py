"""A workspace's passphrase: set, changed, removed; and its recovery sheet."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.document.blocks import Document
from focalpoint_app.document.look import PLAIN, Paper
from focalpoint_app.document.recovery_sheet import Sheet, recovery_sheet
from focalpoint_app.domain.asking import asking
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.passphrase import is_empty
from focalpoint_app.domain.recovery import halves, joined, mark_of, read_half
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.storage.ciphers.ciphering import Key, key_of, new_key
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.file.header import is_encrypted, read_header, salt_of
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.opening import holder
from focalpoint_app.workflow.safekeeping.backing import backup_folder
from focalpoint_app.workflow.safekeeping.following import bring_backups
from focalpoint_app.workflow.safekeeping.rescued import (
    follow,
    rescued_of,
    sweep,
    unread,
)
from focalpoint_app.workflow.safekeeping.staying import (
    beside,
    held,
    logs_aside,
    put_home,
    readable,
)


@dataclass(frozen=True, slots=True)
class Secured:
    """``backups`` that have the file's new key; ``left``: copies of it that have not.

    ``voided``: a recovery sheet opened it until now.  ``hindered``: why the file on
    its share is as it was until the next opening.
    """

    backups: int
    left: tuple[Path, ...]
    voided: bool
    hindered: AppError | None = None


def key_from(passphrase: str) -> Key:
    """Long work for the worker: a fifth of a second.

    Raises:
        AppError: ``passphrase.empty``.
    """
    if is_empty(passphrase):
        raise AppError("passphrase.empty")
    return new_key(passphrase)


def try_passphrase(path: Path, passphrase: str) -> None:
    """The file opens without asking from now on; for the worker.

    Raises:
        AppError: ``workspace.wrong_passphrase`` and what else opening raises.
    """
    with asking(lambda _path: (passphrase,)):
        read_header(readable(path))


def try_passphrases(paths: Iterable[Path], passphrase: str) -> None:
    """The same for those of the files that ask; one that it opens is enough.

    Raises:
        AppError: ``workspace.wrong_passphrase``: it opens none of them.
    """
    locked = [path for path in paths if _asks(path)]
    refused = [
        error for path in locked if (error := _refusal(path, passphrase)) is not None
    ]
    if refused and len(refused) == len(locked):
        raise refused[0]


def _asks(path: Path) -> bool:
    try:
        read_header(readable(path))
    except AppError as error:
        return error.code == "workspace.locked"
    return False


def _refusal(path: Path, passphrase: str) -> AppError | None:
    try:
        try_passphrase(path, passphrase)
    except AppError as error:
        return error
    return None


def proves(workspace: Workspace, passphrase: str) -> bool:
    """Whether it is the one that the file has; True where it has none."""
    key = workspace.key
    if key is None:
        return True
    return secrets.compare_digest(key_of(passphrase, key.salt).raw, key.raw)


def secure(workspace: Workspace, key: Key | None) -> Secured:
    """Encrypt the file, its backups and its rescued texts with ``key``, or with none;
    for the worker.  Locking, however long it waited, cuts it off nowhere in between.

    Raises:
        AppError: as ``Workspace.rekey``; the file is then as it was.
    """
    with workspace.unyielding():
        voided = workspace.sheet_made() is not None
        former = (*(workspace.former_keys() or ()), workspace.key)
        unsaved, unread_now = rescued_of(workspace), unread(workspace)
        unswept = (*workspace.rekey(key), *workspace.sweep_shelf(backup_folder()))
        strayed = (*follow(workspace, unsaved), *sweep(workspace))
        followed = bring_backups(workspace, former)
        hindered = put_home(workspace)
        clear = _in_the_clear(workspace) if key else ()
        copies = (*followed.left, *unswept, *strayed, *unread_now, *clear)
        return Secured(followed.backups, copies, voided, hindered)


def opening_key(path: Path, one: str, other: str) -> Key:
    """What both halves, as typed, say; the file opens with it from now on.

    Raises:
        AppError: ``recovery.*``, ``workspace.not_encrypted``.
    """
    salt = salt_of(readable(path))
    if not salt:
        raise AppError("workspace.not_encrypted", path=str(path))
    key = key_on(salt, one, other)
    keyring().add(key)
    return key


def recover(path: Path, halves: tuple[str, str], passphrase: str) -> Secured:
    """A new passphrase by both halves, as typed; for the worker.

    Raises:
        AppError: as ``opening_key``, ``key_from`` and ``secure``.
    """
    opening_key(path, *halves)
    key = key_from(passphrase)
    with held(path, holder()) as workspace:
        return secure(workspace, key)


def key_on(salt: bytes, one: str, other: str) -> Key:
    """
    Raises:
        AppError: ``recovery.*``; ``recovery.other_file`` for a sheet that is void.
    """
    first, second = read_half(one), read_half(other)
    raw = joined(first, second)
    if first.mark != mark_of(salt):
        raise AppError("recovery.other_file")
    return Key(raw, salt)


def opens(workspace: Workspace, one: str, other: str) -> bool:
    """Whether both halves, as typed, open this file as it is encrypted today.

    Raises:
        AppError: ``recovery.*``, ``workspace.not_encrypted``.
    """
    key = _key(workspace)
    return secrets.compare_digest(key_on(key.salt, one, other).raw, key.raw)


def sheet(workspace: Workspace, tr: Catalogue, paper: Paper = PLAIN) -> Document:
    """New halves each time; earlier ones go on opening the file, with each other.

    Raises:
        AppError: ``workspace.not_encrypted``.
    """
    key = _key(workspace)
    made = halves(key.raw, mark_of(key.salt), secrets.token_bytes)
    profile = workspace.profile()
    today = now().astimezone().date()
    named = Sheet(made, workspace.path.name, profile.state, today)
    return recovery_sheet(named, tr, paper)


def note_sheet(workspace: Workspace) -> None:
    """A sheet was made for the passphrase of today."""
    workspace.note_sheet(now())


def _key(workspace: Workspace) -> Key:
    if workspace.key is None:
        raise AppError("workspace.not_encrypted", path=str(workspace.path))
    return workspace.key


def _in_the_clear(workspace: Workspace) -> Iterator[Path]:
    """Copies beside the file that restoring and the like left, and logs put aside,
    whatever they are; on a share the file itself, while it could not be put back."""
    for each in beside(workspace.home):
        if each.name.startswith(workspace.home.stem) and not _is_encrypted(each):
            yield each
    yield from logs_aside(workspace.home)
    if workspace.stay is not None and not _is_encrypted(workspace.home):
        yield workspace.home


def _is_encrypted(path: Path) -> bool:
    try:
        return is_encrypted(path)
    except AppError:  # Somebody else's file.
        return True
