"""Which rows of a table that came back are rows of the draft that was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Cells = Mapping[str, Any]
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def ids_of(
    rows: Sequence[tuple[str, Cells]], sent: Sequence[Cells], new: Iterator[str]
) -> list[str]:
    """An id for each row, none twice; ``rows`` pair the file's own id with the cells.

    Its own id comes first, then that of the draft's row with the same cells, then
    that of the draft's row in the same place, unless that one has only moved.
    """
    bare = [{k: v for k, v in each.items() if k != "id"} for each in sent]
    every = [cells for _, cells in rows]
    ids: list[str] = []
    for place, (own, cells) in enumerate(rows):
        wanted = [own] if _UUID.fullmatch(own) else []
        wanted += [
            each["id"]
            for each, without in zip(sent, bare, strict=True)
            if without == cells
        ]
        if place < len(sent) and bare[place] not in every:
            wanted.append(sent[place]["id"])
        wanted.append(next(new))
        ids.append(next(each for each in wanted if each not in ids))
    return ids
