"""Files that leave: never an input itself, and whole or not at all."""

from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.output import publish


def refuse_same(source: Path | None, target: Path) -> None:
    """AppError ``file.same``, before anything is written; links are seen through."""
    try:
        is_same = source is not None and source.samefile(target)
    except OSError:  # One of them is not there, or told when it is opened.
        return
    if source is not None and is_same:
        raise AppError("file.same", file=source.name)


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
