"""A file that stands still copied as it lies: nothing is deciphered to be enciphered.

The copy has its original's key, salt and seals, as one made page by page has: whoever
holds both learns from the second nothing that the first does not say.
"""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from io import FileIO
from pathlib import Path
from threading import Lock, get_native_id

from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.database import Database, connect, file_uri
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.file.files import settle
from focalpoint_app.storage.file.flushing import send_down
from focalpoint_app.storage.turns import Turns

_PIECE = 1 << 19
"""Bytes that a save which comes just then waits for."""

_STRETCH = 200
"""Pages walked between two looks whether somebody saves."""

_TRIES = 10
_PAUSE = 0.01
"""Seconds after which whoever reads an older state has mostly gone."""

_LOCKED_BYTE = 0x4000_0000
"""Where SQLite's locks lie; Windows lets no other handle read there."""

_HEAD = 4096
"""Bytes that say how the file is journalled, which settling changes, and the schema."""

_SAID_BY_HEAD = (
    "SELECT * FROM sqlite_master ORDER BY name",
    "PRAGMA user_version",
    "PRAGMA application_id",
    "PRAGMA page_count",
    "PRAGMA freelist_count",
)

_seeking = Lock()


def copied_bytewise(database: Database, made: Path, target: Path) -> bool:
    """Whether it could be.  ``made`` then is one settled file, flushed and read back,
    of some moment since the call; saves made meanwhile go to the log.

    Raises:
        AppError: ``workspace.damaged``: so would be the copy; ``backup.unlike`` with
            the name of ``target``; ``disk.full`` and the like.
    """
    if database.descriptor is None:
        return False
    key = database.key  # It may be locked meanwhile.
    with translated(database.path), closing(database.connect()) as still:
        if not _stands_still(database, still):
            return False
        source = database.descriptor()
        # A walk of enciphered pages takes longer than all the rest, in C.
        with ThreadPoolExecutor(2, "backup", initializer=_give_way) as beside:
            walk = beside.submit(_is_sound, still, database.turns)
            copy = beside.submit(
                _settled_copy, database.turns, key, source, made, target
            )
            alike = copy.result()
            if not walk.result():
                raise AppError("workspace.damaged", path=str(database.path))
        if not (alike and _said(still) == _said_by(made, key, target)):
            raise AppError("backup.unlike", path=str(target))
    return True


def _give_way() -> None:
    """Whoever types comes first; elsewhere threads have no priority of their own."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, get_native_id(), 10)


def _settled_copy(
    turns: Turns, key: Key | None, source: int, made: Path, target: Path
) -> bool:
    """Whether it is like the source, but for its head."""
    size = os.fstat(source).st_size
    with translated(target), writing_beside(target):
        _copy(source, made, size, turns)
        settle(made, key, named=target)
        return _is_alike(source, made, size, turns)


def _stands_still(database: Database, still: dbapi2.Connection) -> bool:
    if sys.platform == "win32" and database.path.stat().st_size > _LOCKED_BYTE:
        return False
    for _ in range(_TRIES):
        if database.begin_still(still):
            return True
        time.sleep(_PAUSE)
    return False


def _is_sound(still: dbapi2.Connection, turns: Turns) -> bool:
    """The walk finds each page in use whose seal is broken (any changed byte of an
    encrypted file; it is an error then), and pages that are whole but do not belong
    together, as where a disk lost a write.  Of a plain file's text it finds no changed
    letter, nor whatever befell free pages: those digests are the doctor's to work out.
    """
    still.set_progress_handler(turns.step_aside, _STRETCH)
    (verdict,) = still.execute("PRAGMA quick_check(1)").fetchone()
    still.set_progress_handler(None, 0)
    return bool(verdict == "ok")


def _copy(source: int, made: Path, size: int, turns: Turns) -> None:
    """Bit by bit: one flush at the end would hold up everybody's next save."""
    with made.open("rb+", buffering=0) as copy:
        if sys.platform == "linux":  # Saves wait less where the room is there before.
            os.posix_fallocate(copy.fileno(), 0, max(size, 1))
        for at in range(0, size, _PIECE):
            turns.step_aside()
            _write(copy, _read(source, at))
            send_down(copy.fileno(), at, _PIECE)
        os.fsync(copy.fileno())


def _is_alike(source: int, made: Path, size: int, turns: Turns) -> bool:
    """Read back from the disk, where the system lets us ask for that.

    So what was copied was the file's at one moment: had anybody written into it while
    we copied, what they wrote would be found here.
    """
    with made.open("rb", buffering=0) as copy:
        if sys.platform == "linux":
            os.posix_fadvise(copy.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        sizes = {os.fstat(each).st_size for each in (source, copy.fileno())}
        return sizes == {size} and all(
            _is_same(source, copy, at, turns) for at in range(0, size, _PIECE)
        )


def _is_same(source: int, copy: FileIO, at: int, turns: Turns) -> bool:
    turns.step_aside()
    return _read(source, at)[_kept(at) :] == copy.read(_PIECE)[_kept(at) :]


def _kept(at: int) -> int:
    return _HEAD if at == 0 else 0


def _said(raw: dbapi2.Connection) -> list[object]:
    return [raw.execute(each).fetchall() for each in _SAID_BY_HEAD]


def _said_by(made: Path, key: Key | None, target: Path) -> list[object]:
    uri = file_uri(made, "mode=ro&immutable=1")
    with translated(target), closing(connect(uri, key)) as raw:
        return _said(raw)


def _write(copy: FileIO, piece: bytes) -> None:
    while piece:
        piece = piece[copy.write(piece) :]


def _read(descriptor: int, at: int) -> bytes:
    """Others read by the same descriptor; Windows cannot say where in one call."""
    with _seeking:
        os.lseek(descriptor, at, os.SEEK_SET)
        return os.read(descriptor, _PIECE)
