"""Where a working copy belongs: a file on a share, into whose place it goes whole.

A changed original is never written over: what was written here then lies beside it, a
whole file to reconcile.
"""

from __future__ import annotations

import json
import shutil
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.errors import writing_beside
from focalpoint_app.storage.file.files import companion, companions, flush, flush_folder
from focalpoint_app.storage.file.machine import machine_name
from focalpoint_app.storage.file.place import Judge, PlaceKind
from focalpoint_app.storage.file.prints import Print, digest_of, print_of


@dataclass(frozen=True, slots=True)
class Origin:
    """``seen`` is the original as it was taken or put back last, ``coming`` what is
    being put in its place: killed in between, either of them is ours."""

    original: str
    seen: Print | None
    coming: str = ""


class _ChangedError(Exception):
    """The original is no longer what it was when our copy set out."""


class Home:
    """``state`` is the file on this machine that remembers what was seen there."""

    def __init__(self, original: Path, state: Path, judge: Judge) -> None:
        self.original = original
        self._state = state
        self._target = original
        self._judge = judge
        self._kind = judge(original).kind

    def is_unchanged(self) -> bool:
        """Also where it is gone: then there is nothing to write over.

        Raises:
            AppError: ``file.unwritable`` where the share does not say.
        """
        known = self.known
        with writing_beside(self.original):
            if not self.original.exists():
                return True
            if known.seen is not None and known.seen.is_of(self.original):
                return True
            return bool(known.coming) and digest_of(self.original) == known.coming

    def come_back(self) -> None:
        """What was put beside it is done with; from now on it takes ours again."""
        self._target = self.original

    def place(self, made: Path, at: datetime) -> AppError | None:
        """Into the original's place, or beside it: then ``workspace.diverged``."""
        self.refuse_elsewhere()
        if self._target == self.original and not self.is_unchanged():
            return self.put_beside(made, at)
        try:
            self._put(made, self._target)
        except _ChangedError:  # While ours was on its way over the network.
            return self.put_beside(made, at)
        return None

    def refuse_elsewhere(self) -> None:
        """A share that fell away leaves an empty folder of this machine, whose files
        are hidden when it comes back.

        Raises:
            AppError: ``file.unwritable``.
        """
        if self._judge(self.original).kind is not self._kind:
            raise AppError("file.unwritable", path=str(self.original))

    def put_beside(self, made: Path, at: datetime) -> AppError:
        """``workspace.diverged``, to be told; where it cannot be put it raises."""
        target = _free_name(self.original, at)
        self.put_with_log(made, target)
        self._target = target
        return AppError(
            "workspace.diverged", path=str(self.original), other=target.name
        )

    def put_log_beside(self, log: Path, at: datetime) -> AppError:
        """``workspace.log_aside``, to be told: a log whose file somebody took away."""
        target = companion(_free_name(self.original, at), "-wal")
        self._put(log, target)
        return AppError(
            "workspace.log_aside", path=str(self.original), other=target.name
        )

    def put_with_log(self, made: Path, target: Path) -> None:
        """A killed program, or one that found it damaged, may have left a log."""
        self._put(made, target)
        for old, new in zip(companions(made), companions(target), strict=True):
            if old.exists():
                with writing_beside(target):
                    self._begin_as_private(new)
                    shutil.copyfile(old, new)
                    flush(new)

    def _put(self, made: Path, target: Path) -> None:
        """Whole beside the target, read back, then in its place."""
        aside = target.with_name(f".{target.name}.{uuid.uuid4().hex}.new")
        known = self.known
        with writing_beside(target):
            digest = digest_of(made)
            try:
                self._begin_as_private(aside)
                shutil.copyfile(made, aside)
                flush(aside)
                if digest_of(aside) != digest:
                    raise AppError("backup.unlike", path=str(target))
                if target == self.original:
                    if not self.is_unchanged():
                        raise _ChangedError
                    self.note(replace(known, coming=digest))
                aside.replace(target)
                flush_folder(target.parent)
                if target == self.original:
                    seen = print_of(target)
                    self.note(Origin(str(target), replace(seen, digest=digest)))
            finally:
                aside.unlink(missing_ok=True)

    def _begin_as_private(self, copy: Path) -> None:
        """Nobody may read it who may not read the original; a new one on a share is
        for those who share it, in a folder of this machine for its owner."""
        is_there = self.original.exists()
        if is_there or self._kind is PlaceKind.SYNCHRONISED:
            copy.touch(0o600)
        if is_there:
            with suppress(OSError):  # A share without modes.
                shutil.copymode(self.original, copy)

    @property
    def known(self) -> Origin:
        """What was noted last; nothing was seen where that cannot be read."""
        try:
            said: dict[str, Any] = json.loads(self._state.read_bytes())
            seen = Print(**said["seen"]) if said["seen"] else None
            return Origin(said["original"], seen, said["coming"])
        except (OSError, ValueError, KeyError, TypeError):
            return Origin(str(self.original), None)

    def note(self, origin: Origin) -> None:
        """Remembered also by the next program, should this one be killed."""
        path = self._state
        made = path.with_suffix(".new")
        with writing_beside(path):
            made.write_text(json.dumps(asdict(origin), ensure_ascii=False), "utf-8")
            flush(made)
            made.replace(path)


def _free_name(original: Path, at: datetime) -> Path:
    """``review.from-LAPTOP-20261122-093000.focalpoint``; a log of that name alone is a
    file's, too."""
    stem = f"{original.stem}.from-{machine_name()}-{at:%Y%m%d-%H%M%S}"
    name, number = stem, 1
    while _is_taken(free := original.with_name(f"{name}{original.suffix}")):
        number += 1
        name = f"{stem}-{number}"
    return free


def _is_taken(path: Path) -> bool:
    with writing_beside(path):
        return path.exists() or companion(path, "-wal").exists()
