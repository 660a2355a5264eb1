"""A file in a folder that others write to, too."""

from __future__ import annotations

import shutil
from pathlib import Path

from focalpoint_app.workflow.review.opening import NewReview, open_review

ASKED = "som.6.1.a"
WANTED = NewReview("XAA", parts=("som",))


def value(path: Path) -> object:
    desk = open_review(path, writing=False)
    found = desk.answer(ASKED).value
    desk.close()
    return getattr(found, "choice", None)


def elsewhere(path: Path, tmp_path: Path, said: str) -> bytes:
    """The bytes of the file as somebody else has changed it."""
    own = tmp_path / "elsewhere.focalpoint"
    shutil.copy(path, own)
    desk = open_review(own)
    desk.choose(ASKED, said)
    desk.close()
    return own.read_bytes()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())
