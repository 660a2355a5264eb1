"""A State's own list of national markings, as its IT department writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.markings import Marking, Markings

_MOST_BYTES, _MOST, _LONGEST = 65_536, 50, 100
"""Of the file; markings; letters of one."""


def read_markings(path: Path) -> Markings:
    """``[{"id": "…", "text": {"ar": "…"}}]``, lowest first.

    Raises:
        AppError: ``markings.unreadable``.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        known = tuple(_markings(json.loads(content[:_MOST_BYTES])))
    except (OSError, ValueError, RecursionError) as exc:
        raise AppError("markings.unreadable", path=str(path)) from exc
    words = [word for each in known for word in each.words]
    if not known or len(words) != len(set(words)) or len(content) > _MOST_BYTES:
        raise AppError("markings.unreadable", path=str(path))
    return Markings(known)


def _markings(data: Any) -> Iterator[Marking]:
    if not isinstance(data, list) or len(data) > _MOST:
        raise ValueError(data)
    for each in data:
        match each:
            case {"id": str(name), "text": dict(text)} if _is_said(name) and text:
                if not all(map(_is_said, (*text, *text.values()))):
                    raise ValueError(text)
                yield Marking(name, text)
            case _:
                raise ValueError(each)


def _is_said(word: object) -> bool:
    """One line that can be printed and compared."""
    if not isinstance(word, str) or word != word.strip():
        return False
    return 0 < len(word) <= _LONGEST and word.isprintable()
