"""What acts work on, and what is asked of it before and after a fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.content import Field, FieldKey, Step
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.repair.doctoring import examine
from tests.storage.samples import CHOICE, change, reopened, text

LONG = text("نص طويل " * 600)
KEYS = tuple(FieldKey(f"q{n:02}", Field.VALUE, "ar") for n in range(40))
BY_IMPORT = Step("i", "import", "q00", tuple(change(key, LONG) for key in KEYS))
OPEN: list[Workspace] = []
"""What acts work on; closed after the fault, as at the end of a day's work."""
HERE, THERE = "here", "there"
"""Two folders: what is worked on, and the share it belongs to."""


@dataclass(frozen=True, slots=True)
class Act:
    """``begin`` makes what is there before; ``do`` is what the fault falls into;
    ``check`` is told whether it was done, and refuses what must not be."""

    name: str
    begin: Callable[[Path], None]
    do: Callable[[Path], Callable[[], None]]
    check: Callable[[Path, bool], None]


def workspace_at(folder: Path) -> Path:
    return folder / HERE / "w.focalpoint"


@contextmanager
def read(path: Path) -> Iterator[Workspace]:
    workspace = reopened(path, writing=False)
    try:
        yield workspace
    finally:
        workspace.close()


def sound(path: Path) -> None:
    problems = examine(path).problems
    assert problems == (), problems


def says(before: str, after: str) -> Callable[[Path, bool], None]:
    def check(folder: Path, is_done: bool) -> None:
        sound(workspace_at(folder))
        with read(workspace_at(folder)) as workspace:
            said = workspace.fields("r1")[CHOICE]
        assert said == after if is_done else said in (before, after), said

    return check


def counts(
    count: Callable[[Workspace], int], after: int
) -> Callable[[Path, bool], None]:
    """None of it or all of it."""

    def check(folder: Path, is_done: bool) -> None:
        sound(workspace_at(folder))
        with read(workspace_at(folder)) as workspace:
            found = count(workspace)
        assert found == after if is_done else found in (0, after), found

    return check


def void(_value: object) -> None:
    return


def close_all() -> None:
    """The program went on after the fault."""
    while OPEN:
        OPEN.pop().close()


def fresh(template: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
