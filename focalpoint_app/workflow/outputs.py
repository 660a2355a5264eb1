"""Files that leave: never the input itself, and whole or not at all."""

from pathlib import Path

from focalpoint_app.domain.errors import AppError


def refuse_same(source: Path, target: Path) -> None:
    """AppError ``file.same``, before anything is written; links are seen through."""
    if target.exists() and source.exists() and source.samefile(target):
        raise AppError("file.same", file=source.name)
