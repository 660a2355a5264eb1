"""Files on shares and in synchronised folders: which copy is worked on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import copies_folder
from focalpoint_app.storage.file.place import PlaceKind, place_of
from focalpoint_app.storage.file.staying import Stay, local_copy
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk


def is_away(path: Path) -> bool:
    """On a share or where clouds copy: a log beside the file would not be safe."""
    return place_of(path).kind is not PlaceKind.LOCAL


def where_it_lies(path: Path) -> AppError | None:
    """To be told once it is open there; None for a file of this machine."""
    place = place_of(path)
    match place.kind:
        case PlaceKind.NETWORK:
            return AppError(
                "workspace.away_on_network", path=str(path), share=place.name
            )
        case PlaceKind.SYNCHRONISED:
            code = "workspace.away_synchronised"
            return AppError(code, path=str(path), folder=place.name)
    return None


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
    """As ``put_home``."""
    return put_home(desk.workspace)


def put_home(workspace: Workspace) -> AppError | None:
    """What is saved until now, for the worker; what hinders it is returned to be told,
    and tried again later.  None too for a file of this machine."""
    stay = workspace.stay
    if stay is None:
        return None
    try:
        return workspace.put_back(stay, now())
    except AppError as exc:
        if exc.code == "workspace.already_open":
            return exc
        return AppError("workspace.not_put_back", path=str(stay.original))


def beside(home: Path) -> tuple[Path, ...]:
    """Files of the same kind in its folder; none where that cannot be listed."""
    try:
        found = [each for each in home.parent.iterdir() if each.suffix == home.suffix]
        return tuple(sorted(e for e in found if e != home and e.is_file()))
    except OSError:  # A share that is gone: what lies there is not ours to name now.
        return ()


def logs_aside(home: Path) -> tuple[Path, ...]:
    """Of it, put there without their file, for which there was no room: they say what
    was saved last under the key of that day."""
    named = re.compile(
        re.escape(home.stem) + r"\.(was|from)-.+" + re.escape(home.suffix) + "-wal"
    )
    try:
        found = [each for each in home.parent.iterdir() if named.fullmatch(each.name)]
    except OSError:
        return ()
    alone = (e for e in found if not e.with_name(e.name.removesuffix("-wal")).exists())
    return tuple(sorted(alone))


@contextmanager
def held(path: Path, holder: str) -> Iterator[Workspace]:
    """The file, for writing, wherever it lies; for verbs that need no review.

    Raises:
        AppError: as ``Workspace.open`` and ``Stay.begin``; ``workspace.diverged``
            before anything is done, where a killed program's copy was put beside it;
            as ``end`` after it was closed.
    """
    stay = begun(path, holder)
    with kept_or_left(stay):
        refuse_unheard(stay)
        present = path if stay is None else stay.local
        workspace = Workspace.open(present, writing=True, holder=holder)
    workspace.stay = stay
    with ExitStack() as whatever_happens:
        whatever_happens.callback(end, stay)
        whatever_happens.callback(workspace.close)
        yield workspace


def refuse_unheard(stay: Stay | None) -> None:
    """
    Raises:
        AppError: what was found when the copy was taken up, for verbs that have no
            other way to tell it.
    """
    if stay is not None and stay.notice is not None:
        raise stay.notice


def end(stay: Stay | None) -> None:
    """Put back what was worked on.

    Raises:
        AppError: ``workspace.not_put_back``, ``workspace.diverged``; nothing is lost.
    """
    told = None if stay is None else stay.end(now())
    if told is not None:
        raise told


@contextmanager
def kept_or_left(stay: Stay | None) -> Iterator[None]:
    """Whatever refuses to open it, the copy is given up only where nothing is in it."""
    with ExitStack() as undo:
        if stay is not None:
            undo.callback(stay.leave)
        yield
        undo.pop_all()
