"""A backup put back in a workspace's place; what was there stays beside it."""

from __future__ import annotations

import os
import shutil
import uuid
from contextlib import closing
from datetime import datetime
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.backups.backup import backup
from focalpoint_app.storage.errors import writing_beside
from focalpoint_app.storage.file.files import companions, flush, flush_folder, settle
from focalpoint_app.storage.file.header import read_header
from focalpoint_app.storage.file.held import take_for_reading
from focalpoint_app.storage.file.lock import acquire
from focalpoint_app.storage.file.opening import refuse_unwritable
from focalpoint_app.storage.file.place import Judge, place_of, refuse_risky

UNREADABLE = frozenset(
    {"workspace.damaged", "workspace.locked", "workspace.wrong_passphrase"}
)
"""A file of ours whose contents nobody can read, which a backup may replace."""


def restore(
    source: Path, target: Path, at: datetime, holder: str = "", judge: Judge = place_of
) -> Path | None:
    """Where the file that was replaced lies now; None where there was none.

    ``target`` is at every moment the old file or the new one, whole.  A file that
    is damaged is replaced too, and kept as it is.

    Raises:
        AppError: ``file.same``, ``workspace.foreign``, ``.newer``,
            ``.already_open``, ``.on_network``, ``.in_synchronised_folder``;
            ``backup.*``, ``file.unwritable``, ``disk.full``.
    """
    target = target.resolve()
    with writing_beside(target):
        _refuse(source, target)
        is_there = target.exists()
    refuse_risky(judge(target), target)
    if not is_there:
        _copied(source, target)
        return None
    refuse_unwritable(target)
    lock = acquire(target, holder)
    try:
        return _replaced(source, target, at)
    finally:
        lock.release()


def _refuse(source: Path, target: Path) -> None:
    if target.exists() and source.exists() and target.samefile(source):
        raise AppError("file.same", file=source.name)
    try:
        if target.exists():
            read_header(target)
    except AppError as exc:
        if exc.code not in UNREADABLE:
            raise


def _replaced(source: Path, target: Path, at: datetime) -> Path:
    """The new file is whole beside the old one before anything moves."""
    made = target.with_name(f".{target.name}.{uuid.uuid4().hex}.restored")
    try:
        _copied(source, made)
        _fold_if_sound(target)
        kept = name_to_keep(target, at)
        with writing_beside(target):
            _keep(target, kept)
            made.replace(target)
            flush_folder(target.parent)
    finally:
        made.unlink(missing_ok=True)
    return kept


def _copied(source: Path, target: Path) -> None:
    with closing(take_for_reading(source)) as held:
        backup(held.database, target)


def _fold_if_sound(target: Path) -> None:
    """A log that cannot be folded in is kept beside the file it belongs to."""
    try:
        settle(target, read_header(target).key)
    except AppError as exc:
        if exc.code not in UNREADABLE:
            raise


def _keep(target: Path, kept: Path) -> None:
    """A second name where the disk has such, else a copy; then its companions.

    A log left behind would be played into the file that comes.
    """
    try:
        os.link(target, kept)
    except OSError:  # A file system without links: FAT on a stick.
        shutil.copy2(target, kept)
        flush(kept)
    for old, new in zip(companions(target), companions(kept), strict=True):
        if old.exists():
            old.rename(new)
    flush_folder(target.parent)


def name_to_keep(target: Path, at: datetime) -> Path:
    """``review.replaced-20261122-093000.focalpoint``, or with a number behind.

    Raises:
        AppError: ``file.unwritable``: the folder does not say what lies in it.
    """
    stamp = f"{target.stem}.replaced-{at:%Y%m%d-%H%M%S}"
    name, number = stamp, 1
    with writing_beside(target):
        while (kept := target.with_name(f"{name}{target.suffix}")).exists():
            number += 1
            name = f"{stamp}-{number}"
    return kept
