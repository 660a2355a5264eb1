"""Files that leave: never an input itself, and whole or not at all."""

import os
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.storage.file.away_note import note_path
from focalpoint_app.storage.file.files import companions
from focalpoint_app.storage.file.lock import lock_path


def refuse_same(source: Path | None, target: Path) -> None:
    """AppError ``file.same``, before anything is written; links are seen through.

    What lies beside ``source`` while it is open counts as it.
    """
    if source is None:
        return
    try:
        is_same = _is_beside(source, target) or source.samefile(target)
    except OSError:  # One of them is not there, or told when it is opened.
        return
    if is_same:
        raise AppError("file.same", file=source.name)


def _is_beside(source: Path, target: Path) -> bool:
    """Its log among them, which holds what was saved last."""
    whole, wanted = source.resolve(), os.path.normcase(target.resolve())
    notes = (lock_path(whole), note_path(whole))
    return wanted in {os.path.normcase(each) for each in (*companions(whole), *notes)}


def refuse_unwritable(target: Path) -> None:
    """Learnt before the work begins; AppError ``file.unwritable``, ``disk.full``."""
    trial = target.with_name(f".{target.name}.trial")
    try:
        if target.is_dir():  # A file beside it could be written, and says nothing.
            raise IsADirectoryError
        publish(b"", trial)
        trial.unlink(missing_ok=True)
    except AppError as exc:  # Of the file that is wanted, not of the trial.
        raise AppError(exc.code, file=target.name) from exc
    except OSError as exc:
        raise AppError("file.unwritable", file=target.name) from exc
