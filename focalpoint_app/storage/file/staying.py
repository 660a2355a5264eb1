"""A file on a share, worked on in a copy on this machine and put back whole.

Beside the original lies a note that says who has it.  A killed program's copy is
taken up at the next opening.
"""

from __future__ import annotations

import os
import re
import shutil
import uuid
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.backups.backup import backup
from focalpoint_app.storage.ciphers.rekeying import sweep
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.errors import writing_beside
from focalpoint_app.storage.file.away_note import put_note, remove_note
from focalpoint_app.storage.file.files import companion, companions, flush
from focalpoint_app.storage.file.home import Home, Origin
from focalpoint_app.storage.file.lock import holder_of
from focalpoint_app.storage.file.opening import refuse_unwritable
from focalpoint_app.storage.file.place import Judge, place_of
from focalpoint_app.storage.file.prints import digest_of, print_of

_STATE = "origin.json"
_LOG = "-wal"


class Stay:
    """A working copy and where it belongs.

    ``notice`` tells what was found when it was taken up, None as a rule.
    """

    def __init__(self, original: Path, folder: Path, holder: str, judge: Judge) -> None:
        self.original = original
        self.local = folder / original.name
        self.notice: AppError | None = None
        self._folder = folder
        self._holder = holder
        self._home = Home(original, folder / _STATE, judge)

    @classmethod
    def begin(
        cls,
        original: Path,
        copies: Path,
        holder: str,
        at: datetime,
        judge: Judge = place_of,
    ) -> Self:
        """Take the note and the copy, or the copy that a killed program left.

        Raises:
            AppError: ``workspace.not_found``, ``.already_open``, ``.unreadable``,
                ``.read_only``, ``file.unwritable``, ``disk.full``.
        """
        stay = cls._of(original, copies, holder, judge)
        stay._refuse_held_here()
        stay._refuse_lost()
        put_note(stay.original, holder, stay._folder.name, at)
        with ExitStack() as unless_begun:
            unless_begun.callback(remove_note, stay.original, stay._folder.name)
            stay._clear_away()
            stay._take_up(at)
            unless_begun.pop_all()
        return stay

    @classmethod
    def begin_new(cls, original: Path, copies: Path, holder: str, at: datetime) -> Self:
        """For a file that is to be made; ``file.exists`` also where a copy of one
        waits to be put back."""
        stay = cls._of(original, copies, holder, place_of)
        with writing_beside(original):  # A share may not answer.
            if stay.original.exists() or stay.local.exists():
                raise AppError("file.exists", path=str(original))
        put_note(stay.original, holder, stay._folder.name, at)
        with writing_beside(original):
            stay._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stay._home.note(Origin(str(stay.original), None))
        return stay

    def put_back(self, database: Database, at: datetime) -> AppError | None:
        """What is saved until now, while others go on saving; and the note renewed.

        ``workspace.diverged`` is returned where it had to be put beside.

        Raises:
            AppError: ``file.unwritable``, ``disk.full``, ``backup.unlike``,
                ``workspace.already_open``: another took over; nothing is lost.
        """
        self._home.refuse_elsewhere()
        made = self._folder / f".{uuid.uuid4().hex}.back"
        try:
            backup(database, made)
            put_note(self.original, self._holder, self._folder.name, at)
            return self._home.place(made, at)
        finally:
            made.unlink(missing_ok=True)

    def end(self, at: datetime) -> AppError | None:
        """After the copy was closed: put it back and keep nothing here.

        Raises:
            AppError: ``workspace.not_put_back``: it stays here until the next opening.
        """
        try:
            with writing_beside(self.local):
                told = self._brought_home(at)
            self.abandon()
        except AppError as exc:
            error = AppError("workspace.not_put_back", path=str(self.original))
            raise error from exc
        return told

    def copy_beside(self, target: Path) -> None:
        """What it is now, with its log, under another name beside the original.

        Raises:
            AppError: ``file.unwritable``, ``disk.full``.
        """
        self._home.put_with_log(self.local, target)

    def leave(self) -> None:
        """It could not be opened: the copy goes unless the original never got it."""
        with writing_beside(self.local):
            is_ahead = self._is_ahead()
        if is_ahead:
            remove_note(self.original, self._folder.name)
        else:
            self.abandon()

    def abandon(self) -> None:
        """Take note and copy away; for what was only begun."""
        remove_note(self.original, self._folder.name)
        with writing_beside(self.local):
            shutil.rmtree(self._folder)

    @classmethod
    def _of(cls, original: Path, copies: Path, holder: str, judge: Judge) -> Self:
        original = original.resolve()
        return cls(original, copies / _name(original), holder, judge)

    def _refuse_lost(self) -> None:
        with writing_beside(self.original):  # A share may not answer.
            if self.original.exists():
                refuse_unwritable(self.original)
            elif not self.local.exists():
                raise AppError("workspace.not_found", path=str(self.original))

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

    def _clear_away(self) -> None:
        """What killed programs had begun here and there, perhaps in the clear."""
        for each in self._folder.glob(".*.back*"):
            _remove(each)
        sweep(self.original)

    def _take_up(self, at: datetime) -> None:
        with writing_beside(self.local):  # The profile's own disk may fail, too.
            self.notice = self._bring_out(at)
            if self.local.exists() and self._home.is_unchanged():
                return
            if self.local.exists() and self._is_ahead():
                self.notice = self._home.put_beside(self.local, at)
                self._home.come_back()  # The copy beside it is done with.
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
        self._home.note(Origin(str(self.original), seen))

    def _brought_home(self, at: datetime) -> AppError | None:
        if self._rescued():  # Somebody took it away while it was open.
            return self._bring_out(at)
        left = any(each.exists() for each in companions(self.local))
        if left or not self.local.exists():
            raise AppError("workspace.not_put_back", path=str(self.original))
        return self._home.place(self.local, at)

    def _bring_out(self, at: datetime) -> AppError | None:
        """What was put aside lies beside the original, and no longer here; so does what
        came in the copy's place, which is nobody's to put back."""
        told = None
        rescued = self._rescued()
        came = (self.local,) if rescued and self.local.exists() else ()
        for each in (*came, *rescued):
            told = self._put_beside(each, at)
            _remove(each)
        return told

    def _put_beside(self, each: Path, at: datetime) -> AppError:
        if each.name.endswith(_LOG):
            return self._home.put_log_beside(each, at)
        told = self._home.put_beside(each, at)
        self._home.come_back()
        return told

    def _rescued(self) -> tuple[Path, ...]:
        """What was put aside when somebody took the copy away while it was open: a file
        with its log, or on a full disk the log alone."""
        named = re.compile(
            re.escape(self.local.stem) + r"\.was-\d+" + re.escape(self.local.suffix)
        )
        found = self._folder.iterdir() if self._folder.exists() else ()
        asides = {
            each for each in found if named.fullmatch(each.name.removesuffix(_LOG))
        }
        with_logs = {companion(each, _LOG) for each in asides}
        return tuple(sorted(asides - with_logs))

    def _is_ahead(self) -> bool:
        """The copy holds what the original never got."""
        if self._rescued():
            return True
        if any(each.exists() for each in companions(self.local)):
            return True
        seen = self._home.known.seen
        if not self.local.exists():
            return False
        return seen is None or digest_of(self.local) != seen.digest


def local_copy(original: Path, copies: Path) -> Path | None:
    """The copy in which this account works on it now, or did when it was killed."""
    resolved = original.resolve()
    found = copies / _name(resolved) / resolved.name
    return found if found.exists() else None


def _remove(made: Path) -> None:
    with writing_beside(made):
        for each in (*companions(made), made):
            each.unlink(missing_ok=True)


def _name(original: Path) -> str:
    return sha256_hex(os.fsencode(str(original)))[:24]
