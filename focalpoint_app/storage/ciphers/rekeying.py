"""A file under another key, or under none: a verified copy takes its place at once.

``PRAGMA rekey`` writes over the file in place and cannot turn a plain one into an
encrypted one; a copy also leaves behind what was deleted and never overwritten.
"""

from __future__ import annotations

import re
import shutil
import uuid
from contextlib import closing, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.backups.verifying import refuse_unlike
from focalpoint_app.storage.ciphers import following
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.database import attach, connect, file_uri
from focalpoint_app.storage.errors import translated, writing_beside
from focalpoint_app.storage.file.files import flush, flush_folder, making, settle

_CARRIED = ("user_version", "application_id")
"""Numbers in the header that the export leaves at zero."""


def exchange(path: Path, old: Key | None, new: Key | None) -> tuple[Path, ...]:
    """Cut anywhere, the file is the old one or the new one, whole.

    For whoever holds the file and has closed all connections to it.  As ``sweep``
    what killed programs left and nobody could take away; once the new file is in
    place nothing is raised, for the old key opens nothing any more.

    Raises:
        AppError: ``workspace.busy`` while another program reads it;
            ``backup.unlike``, ``file.unwritable``, ``disk.full``.
    """
    if not settle(path, old):
        raise AppError("workspace.busy", path=str(path))
    made = path.with_name(f".{path.name}.{uuid.uuid4().hex}.rekeyed")
    with making(path, made):
        with translated(path), closing(connect(file_uri(path, "mode=rw"), old)) as raw:
            _export(raw, made, new)
            raw.execute("BEGIN")
            refuse_unlike(raw, made, path, new)
        if new is None:
            with translated(path), closing(connect(file_uri(made, "mode=rw"))) as clear:
                following.strip(clear)
        with writing_beside(path):
            shutil.copymode(path, made)
            flush(made)
            made.replace(path)
    with suppress(OSError):  # The next save's log flushes the folder, too.
        flush_folder(path.parent)
    return sweep(path)


def sweep(path: Path) -> tuple[Path, ...]:
    """Take away what programs that were killed left beside it, perhaps in the clear.

    What could not be taken away comes back; the folder where it cannot be listed.
    """
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    aside = rf"\.{stem}\.(was|from|replaced)-[^/]+{suffix}\.[0-9a-f]{{32}}\.new"
    itself = (
        rf"\.{re.escape(path.name)}\.[0-9a-f]{{32}}\.(new|migrating|restored|rekeyed)"
    )
    begun = re.compile(f"({itself}|{aside})(-wal|-shm|-journal)?", re.DOTALL)
    try:
        found = [each for each in path.parent.iterdir() if begun.fullmatch(each.name)]
    except OSError:
        return (path.parent,)
    return tuple(each for each in found if not removed(each))


def removed(path: Path) -> bool:
    """Whether it is gone; false where the disk does not let go of it."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _export(raw: dbapi2.Connection, made: Path, key: Key | None) -> None:
    attach(raw, file_uri(made, "mode=rw"), key, "made")
    raw.execute("PRAGMA made.synchronous = OFF")  # Flushed before it takes its place.
    raw.execute("SELECT sqlcipher_export('made')")
    for name in _CARRIED:
        (number,) = raw.execute(f"PRAGMA main.{name}").fetchone()
        raw.execute(f"PRAGMA made.{name} = {number}")
    raw.execute("DETACH made")
