"""Files on shares and in synchronised folders: which copy is worked on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import copies_folder
from focalpoint_app.storage.file.place import PlaceKind, place_of
from focalpoint_app.storage.file.staying import Stay, local_copy
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk


def is_away(path: Path) -> bool:
    """On a share or where clouds copy: a log beside the file would not be safe."""
    return place_of(path).kind is not PlaceKind.LOCAL


def begun(path: Path, holder: str) -> Stay | None:
    """None for a file of this machine; AppError as ``Stay.begin``."""
    return Stay.begin(path, copies_folder(), holder, now()) if is_away(path) else None


def begun_new(path: Path, holder: str) -> Stay | None:
    """For a file that is to be made; AppError as ``Stay.begin_new``."""
    if not is_away(path):
        return None
    return Stay.begin_new(path, copies_folder(), holder, now())


def readable(path: Path) -> Path:
    """What this account wrote last, also while it has not been put back."""
    found = local_copy(path, copies_folder()) if is_away(path) else None
    return found or path


def put_back(desk: Desk) -> AppError | None:
    """What is saved until now, for the worker; what hinders it is returned to be told,
    and tried again later."""
    stay = desk.stay
    if stay is None:
        return None
    try:
        return desk.workspace.put_back(stay, now())
    except AppError as exc:
        if exc.code == "workspace.already_open":
            return exc
        return AppError("workspace.not_put_back", path=str(stay.original))


@contextmanager
def kept_or_left(stay: Stay | None) -> Iterator[None]:
    """Whatever refuses to open it, the copy is given up only where nothing is in it."""
    with ExitStack() as undo:
        if stay is not None:
            undo.callback(stay.leave)
        yield
        undo.pop_all()
