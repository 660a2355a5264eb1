"""A file on a share, worked on in a copy on this machine and put back whole.

Beside the original lies a note that says who has it.  A changed original is never
written over: what was written here then lies beside it, a whole file to reconcile.
A killed program's copy is taken up at the next opening.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import uuid
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.backups.backup import backup
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.errors import writing_beside
from focalpoint_app.storage.file.away_note import put_note, remove_note
from focalpoint_app.storage.file.files import companions, flush, flush_folder
from focalpoint_app.storage.file.lock import holder_of
from focalpoint_app.storage.file.prints import Print, digest_of, print_of

_STATE = "origin.json"


@dataclass(frozen=True, slots=True)
class _Origin:
    """``seen`` is the original as it was taken or put back last, ``coming`` what is
    being put in its place: killed in between, either of them is ours."""

    original: str
    seen: Print | None
    coming: str = ""


class _ChangedError(Exception):
    """The original is no longer what it was when our copy set out."""


class Stay:
    """A working copy and where it belongs.

    ``notice`` tells what was found when it was taken up, None as a rule.
    """

    def __init__(self, original: Path, folder: Path, holder: str) -> None:
        self.original = original
        self.local = folder / original.name
        self.notice: AppError | None = None
        self._folder = folder
        self._holder = holder
        self._target = original

    @classmethod
    def begin(cls, original: Path, copies: Path, holder: str, at: datetime) -> Self:
        """Take the note and the copy, or the copy that a killed program left.

        Raises:
            AppError: ``workspace.not_found``, ``.already_open``, ``.unreadable``,
                ``file.unwritable``, ``disk.full``.
        """
        stay = cls._of(original, copies, holder)
        stay._refuse_held_here()
        if not (stay.original.exists() or stay.local.exists()):
            raise AppError("workspace.not_found", path=str(original))
        put_note(stay.original, holder, stay._folder.name, at)
        with ExitStack() as unless_begun:
            unless_begun.callback(remove_note, stay.original, stay._folder.name)
            stay._take_up(at)
            unless_begun.pop_all()
        return stay

    @classmethod
    def begin_new(cls, original: Path, copies: Path, holder: str, at: datetime) -> Self:
        """For a file that is to be made; ``file.exists`` also where a copy of one
        waits to be put back."""
        stay = cls._of(original, copies, holder)
        if stay.original.exists() or stay.local.exists():
            raise AppError("file.exists", path=str(original))
        put_note(stay.original, holder, stay._folder.name, at)
        with writing_beside(original):
            stay._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stay._write(_Origin(str(stay.original), None))
        return stay

    def put_back(self, database: Database, at: datetime) -> AppError | None:
        """What is saved until now, while others go on saving; and the note renewed.

        ``workspace.diverged`` is returned where it had to be put beside.

        Raises:
            AppError: ``file.unwritable``, ``disk.full``, ``backup.unlike``,
                ``workspace.already_open``: another took over; nothing is lost.
        """
        made = self._folder / f".{uuid.uuid4().hex}.back"
        try:
            backup(database, made)
            put_note(self.original, self._holder, self._folder.name, at)
            return self._place(made, at)
        finally:
            made.unlink(missing_ok=True)

    def end(self, at: datetime) -> AppError | None:
        """After the copy was closed: put it back and keep nothing here.

        Raises:
            AppError: ``workspace.not_put_back``: it stays here until the next opening.
        """
        if any(each.exists() for each in companions(self.local)):
            raise AppError("workspace.not_put_back", path=str(self.original))
        try:
            diverged = self._place(self.local, at)
            self.abandon()
        except AppError as exc:
            error = AppError("workspace.not_put_back", path=str(self.original))
            raise error from exc
        return diverged

    def leave(self) -> None:
        """It could not be opened: the copy goes unless the original never got it."""
        if self._is_ahead():
            remove_note(self.original, self._folder.name)
        else:
            self.abandon()

    def abandon(self) -> None:
        """Take note and copy away; for what was only begun."""
        remove_note(self.original, self._folder.name)
        with writing_beside(self.local):
            shutil.rmtree(self._folder)

    @classmethod
    def _of(cls, original: Path, copies: Path, holder: str) -> Self:
        original = original.resolve()
        return cls(original, copies / _name(original), holder)

    def _refuse_held_here(self) -> None:
        found = holder_of(self.local)
        if found is not None:
            raise AppError(
                "workspace.already_open",
                path=str(self.original),
                holder=found.name,
                machine=found.machine,
                pid=found.pid,
            )

    def _take_up(self, at: datetime) -> None:
        if self.local.exists() and self._is_unchanged():
            return
        if self.local.exists() and self._is_ahead():
            self.notice = self._put_beside(self.local, at)
            self._target = self.original  # The copy beside it is done with.
        self._take()

    def _take(self) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for each in companions(self.local):
                each.unlink(missing_ok=True)
            made = self.local.with_suffix(".new")
            # Looked at before: what changes while it is copied is then no longer it.
            seen = print_of(self.original)
            shutil.copyfile(self.original, made)
            made.chmod(0o600)
            flush(made)
            seen = replace(seen, digest=digest_of(made))
            made.replace(self.local)
        except OSError as exc:
            raise AppError("workspace.unreadable", path=str(self.original)) from exc
        self._write(_Origin(str(self.original), seen))

    def _is_unchanged(self) -> bool:
        """Also where it is gone: then there is nothing to write over."""
        if not self.original.exists():
            return True
        known = self._read()
        if known.seen is not None and known.seen.is_of(self.original):
            return True
        return bool(known.coming) and digest_of(self.original) == known.coming

    def _is_ahead(self) -> bool:
        """The copy holds what the original never got."""
        if any(each.exists() for each in companions(self.local)):
            return True
        seen = self._read().seen
        if not self.local.exists():
            return False
        return seen is None or digest_of(self.local) != seen.digest

    def _place(self, made: Path, at: datetime) -> AppError | None:
        if self._target == self.original and not self._is_unchanged():
            return self._put_beside(made, at)
        try:
            self._put(made, self._target)
        except _ChangedError:  # While ours was on its way over the network.
            return self._put_beside(made, at)
        return None

    def _put_beside(self, made: Path, at: datetime) -> AppError:
        """With its log, where a killed program left one."""
        self._target = _free_name(self.original, at)
        self._put(made, self._target)
        for old, new in zip(companions(made), companions(self._target), strict=True):
            if old.exists():
                with writing_beside(self._target):
                    shutil.copyfile(old, new)
                    flush(new)
        return AppError(
            "workspace.diverged", path=str(self.original), other=self._target.name
        )

    def _put(self, made: Path, target: Path) -> None:
        """Whole beside the target, read back, then in its place."""
        digest = digest_of(made)
        aside = target.with_name(f".{target.name}.{uuid.uuid4().hex}.new")
        known = self._read()
        with writing_beside(target):
            try:
                shutil.copyfile(made, aside)
                flush(aside)
                if digest_of(aside) != digest:
                    raise AppError("backup.unlike", path=str(target))
                if target == self.original:
                    if not self._is_unchanged():
                        raise _ChangedError
                    self._write(replace(known, coming=digest))
                aside.replace(target)
                flush_folder(target.parent)
                if target == self.original:
                    seen = print_of(target)
                    self._write(_Origin(str(target), replace(seen, digest=digest)))
            finally:
                aside.unlink(missing_ok=True)

    def _read(self) -> _Origin:
        try:
            said: dict[str, Any] = json.loads((self._folder / _STATE).read_bytes())
            seen = Print(**said["seen"]) if said["seen"] else None
            return _Origin(said["original"], seen, said["coming"])
        except (OSError, ValueError, KeyError, TypeError):
            return _Origin(str(self.original), None)

    def _write(self, origin: _Origin) -> None:
        path = self._folder / _STATE
        made = path.with_suffix(".new")
        with writing_beside(path):
            made.write_text(json.dumps(asdict(origin), ensure_ascii=False), "utf-8")
            flush(made)
            made.replace(path)


def local_copy(original: Path, copies: Path) -> Path | None:
    """The copy in which this account works on it now, or did when it was killed."""
    resolved = original.resolve()
    found = copies / _name(resolved) / resolved.name
    return found if found.exists() else None


def _name(original: Path) -> str:
    return sha256_hex(os.fsencode(str(original)))[:24]


def _free_name(original: Path, at: datetime) -> Path:
    """``review.from-LAPTOP-20261122-093000.focalpoint``."""
    machine = re.sub(r"[^\w-]", "", platform.node())[:30] or "here"
    stem = f"{original.stem}.from-{machine}-{at:%Y%m%d-%H%M%S}"
    name, number = stem, 1
    while (free := original.with_name(f"{name}{original.suffix}")).exists():
        number += 1
        name = f"{stem}-{number}"
    return free
