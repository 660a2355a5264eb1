"""Texts that could not be saved: kept in a folder, offered at the next start."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.domain.answer import Directions, TextValue
from focalpoint_app.domain.errors import AppError
from focalpoint_app.platform.places import rescue_folder
from focalpoint_app.platform.private_file import write_private

if TYPE_CHECKING:
    from focalpoint_app.workflow.review.desk import Desk

_NAMED = 40
"""Letters of the workspace's name: a file's name has room for 255 bytes."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """A field's text as it was typed, and the file that holds it."""

    path: Path
    question: str
    language: str
    text: str
    directions: Directions = ()


def rescue_file(desk: Desk, question: str, language: str) -> Path:
    """Named by review and field: several workspaces share the folder."""
    name = f"{desk.path.stem[:_NAMED]}.{question}.{language}.{desk.review.id[:8]}"
    return rescue_folder() / f"{name}{_suffix(desk)}"


def _suffix(desk: Desk) -> str:
    return ".locked" if desk.workspace.is_encrypted else ".json"


def keep(
    desk: Desk, question: str, language: str, text: str, directions: Directions
) -> Path | None:
    """The file that now holds the text, None where the disk refuses that too.

    An earlier one stays until the new one is whole.
    """
    path = rescue_file(desk, question, language)
    kept = {
        "review": desk.review.id,
        "question": question,
        "language": language,
        "text": text,
        "directions": list(directions),
    }
    try:
        write_private(path, desk.workspace.guarded(json.dumps(kept).encode()))
    except OSError:
        return None
    return path


def rescued(desk: Desk) -> tuple[Rescued, ...]:
    """What an earlier session could not save into this review and nobody has since."""
    from focalpoint_app.workflow.safekeeping.rescued import sweep, taken_away

    sweep(desk.workspace)
    found = []
    for path in sorted(rescue_folder().glob(f"*{_suffix(desk)}")):
        each = _read(path, desk)
        if each is None or each.question not in desk.questionnaire.questions:
            continue
        if each.text == _held(desk, each):
            taken_away(path)  # Or at the next start.
        else:
            found.append(each)
    return tuple(found)


def unread(desk: Desk) -> tuple[AppError, ...]:
    """``rescue.unread`` for each that is not offered, since it cannot be read now."""
    from focalpoint_app.workflow.safekeeping import rescued

    found = rescued.unread(desk.workspace)
    return tuple(AppError("rescue.unread", path=str(each)) for each in found)


def is_owed(desk: Desk) -> bool:
    """Whether any text waits to be restored or discarded, or only to be read."""
    return bool(rescued(desk) or unread(desk))


def dismiss(path: Path) -> AppError | None:
    """Take a rescue away that is done with; ``rescue.stays`` where that fails."""
    from focalpoint_app.workflow.safekeeping.rescued import taken_away

    return None if taken_away(path) else AppError("rescue.stays", path=str(path))


def _held(desk: Desk, each: Rescued) -> str:
    value = desk.answer(each.question).value
    return value.texts.get(each.language, "") if isinstance(value, TextValue) else ""


def _read(path: Path, desk: Desk) -> Rescued | None:
    """None where it is another review's, or not whole: the disk was full then."""
    try:
        content = desk.workspace.unguarded(path.read_bytes())
        kept = json.loads(content or b"{}")
        if kept["review"] != desk.review.id:
            return None
        question, language = str(kept["question"]), str(kept["language"])
        directions = tuple(str(each) for each in kept["directions"])
        return Rescued(path, question, language, str(kept["text"]), directions)
    except (OSError, ValueError, KeyError, TypeError):
        return None
