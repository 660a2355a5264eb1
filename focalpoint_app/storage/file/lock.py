"""One window to a workspace: an OS lock on a companion that says who holds it."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.errors import writing_beside

_PATIENCE = 0.3
"""Seconds: longer than another process takes to look whether we hold it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works in the file; ``name`` may be empty."""

    name: str
    machine: str
    pid: int


class WorkspaceLock:
    """Held while the object lives; the kernel frees it when a program is killed."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    def release(self) -> None:
        if sys.platform == "win32":  # Windows removes no open file.
            os.close(self._descriptor)
            _remove(self._path)
        else:
            if _is_still(self._path, self._descriptor):
                self._path.unlink(missing_ok=True)
            os.close(self._descriptor)


_LOOKING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
"""Whoever opens a pipe of that name otherwise waits until somebody writes into it."""


def lock_path(workspace: Path) -> Path:
    return workspace.with_name(workspace.name + ".lock")


def acquire(workspace: Path, holder: str) -> WorkspaceLock:
    """
    Raises:
        AppError: ``workspace.already_open`` with holder, machine and pid;
            ``workspace.read_only`` where no companion can be made; ``disk.full``.
    """
    path = lock_path(workspace)
    until = time.monotonic() + _PATIENCE
    while (descriptor := _locked(path, workspace)) is None:
        if time.monotonic() > until:
            raise _already_open(workspace)
        time.sleep(0.02)
    lock = WorkspaceLock(path, descriptor)
    with ExitStack() as unless_noted:
        unless_noted.callback(lock.release)
        with writing_beside(workspace):
            _share(descriptor, workspace)
            _write(descriptor, Holder(holder, platform.node(), os.getpid()))
        unless_noted.pop_all()
    return lock


def holder_of(workspace: Path) -> Holder | None:
    """Whoever has it open for writing; changes nothing."""
    try:
        descriptor = os.open(lock_path(workspace), _LOOKING)
    except FileNotFoundError:
        return None
    except PermissionError:  # Another account's, which only it can ask.
        return Holder("", "", 0)
    try:
        free = try_lock(descriptor, False)
        return None if free else _read(descriptor)
    finally:
        os.close(descriptor)


def _locked(path: Path, workspace: Path) -> int | None:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as exc:
        raise AppError("workspace.read_only", path=str(workspace)) from exc
    if try_lock(descriptor, True) and _is_still(path, descriptor):
        return descriptor
    os.close(descriptor)
    return None


def _is_still(path: Path, descriptor: int) -> bool:
    """False where the last holder removed the file between our opening and locking,
    or where its disk no longer answers: nothing of ours is to be done there."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _already_open(workspace: Path) -> AppError:
    holder = holder_of(workspace) or Holder("", "", 0)
    return AppError(
        "workspace.already_open",
        path=str(workspace),
        holder=holder.name,
        machine=holder.machine,
        pid=holder.pid,
    )


def _share(descriptor: int, workspace: Path) -> None:
    """Whoever may open the file may also learn, and ask, who holds it."""
    if sys.platform != "win32" and workspace.exists():
        with suppress(PermissionError):  # Left by another account's killed program.
            os.fchmod(descriptor, workspace.stat().st_mode & 0o666)


def _write(descriptor: int, holder: Holder) -> None:
    content = {"holder": holder.name, "machine": holder.machine, "pid": holder.pid}
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(content, ensure_ascii=False).encode())


def _read(descriptor: int) -> Holder:
    try:
        content = json.loads(os.read(descriptor, 4096))
        return Holder(content["holder"], content["machine"], int(content["pid"]))
    except (ValueError, KeyError, TypeError, RecursionError):  # Just being written.
        return Holder("", "", 0)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:  # The next holder already has it open.
        return


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Locked bytes cannot be read, so lock one beyond the text.

    def try_lock(descriptor: int, _exclusive: bool) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(descriptor: int, exclusive: bool) -> bool:
        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
