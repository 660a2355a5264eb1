"""A note beside a file on a share: who works on a copy of it, on which machine."""

from __future__ import annotations

import json
import platform
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from focalpoint_app.domain.canonical import utc_text, utc_time
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.errors import writing_beside

STALE = timedelta(hours=1)
"""A note that nobody renewed for so long is taken over; it is renewed every few
minutes, and two machines' clocks may differ."""

_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class Note:
    """``copy`` says which working copy: a killed program's note is its own again."""

    holder: str
    machine: str
    copy: str
    renewed: str

    def is_of(self, copy: str) -> bool:
        return (self.machine, self.copy) == (platform.node(), copy)

    def is_stale(self, at: datetime) -> bool:
        try:
            return abs(at - utc_time(self.renewed)) > STALE
        except ValueError:
            return True


def note_path(original: Path) -> Path:
    return original.with_name(f"{original.name}.held")


def read_note(original: Path) -> Note | None:
    """None where there is none; one that cannot be read is nobody's."""
    try:
        if note_path(original).is_fifo():  # Which would be waited for.
            return None
        with note_path(original).open("rb") as file:
            said = json.loads(file.read(_LONGEST))
        return Note(*(str(said[name]) for name in Note.__slots__))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def put_note(original: Path, holder: str, copy: str, at: datetime) -> None:
    """
    Raises:
        AppError: ``workspace.already_open`` with holder and machine, while another's
            note is fresh; ``file.unwritable``, ``disk.full``.
    """
    refuse_held(original, copy, at)
    note = Note(holder, platform.node(), copy, utc_text(at))
    path = note_path(original)
    made = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    with writing_beside(original):
        try:
            made.write_text(json.dumps(asdict(note), ensure_ascii=False), "utf-8")
            made.replace(path)
        finally:
            made.unlink(missing_ok=True)


def refuse_held(original: Path, copy: str, at: datetime) -> None:
    """
    Raises:
        AppError: ``workspace.already_open``.
    """
    note = read_note(original)
    if note is None or note.is_of(copy) or note.is_stale(at):
        return
    raise AppError(
        "workspace.already_open",
        path=str(original),
        holder=note.holder,
        machine=note.machine,
        pid=0,
    )


def remove_note(original: Path, copy: str) -> None:
    """Only ours; another may have taken over a stale one."""
    note = read_note(original)
    if note is not None and note.is_of(copy):
        with writing_beside(original):
            note_path(original).unlink(missing_ok=True)
