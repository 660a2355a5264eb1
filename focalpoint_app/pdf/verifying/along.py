"""In which order the eye meets the parts of a line, and in which it should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from focalpoint_app.document.answer_text import text_blocks
from focalpoint_app.document.blocks import Block, ListBlock, Paragraph
from focalpoint_app.pdf.levels.paragraph import paragraph_levels, visual_order
from focalpoint_app.pdf.lines.spans import drawable, is_rtl
from focalpoint_app.pdf.verifying.marks import marked
from focalpoint_app.pdf.verifying.plain_text import plain, unlisted
from focalpoint_app.pdf.verifying.runs import is_rtl as is_leftward

_FORCED = re.compile("[\u202a-\u202e]")
"""Direction by force: what such text looks like is not judged by its letters."""
_EITHER = (0, 1)
_BULLET = "•"


class Part(NamedTuple):
    """Of a line: a run's letters in the order of their text, and its left end."""

    letters: str
    x: float


class Spoken(NamedTuple):
    """A paragraph as it was written; ``language`` is empty where it may have been set
    in either direction.
    """

    text: str
    language: str = ""


def stand_in_order(lines: Sequence[Sequence[Part]], spoken: Spoken) -> bool:
    """Whether all lines of a paragraph have their parts where its words put them.

    Of signs without letters or figures it is not asked: a font may turn them.
    """
    if all(len(line) < 2 for line in lines) or _FORCED.search(spoken.text):
        return True
    seen = [_seen(line) for line in lines]
    lengths = [sum(len(part.letters) for part in line) for line in lines]
    bases = (int(is_rtl(spoken.language)),) if spoken.language else _EITHER
    ways = [
        _laid(rows, base, lengths)
        for base in bases
        for rows in _ways(spoken.text, base)
        if _size(rows) == sum(lengths)
    ]
    return not ways or seen in ways


def _seen(line: Sequence[Part]) -> str:
    """From left to right."""
    parts = sorted(line, key=lambda part: part.x)
    return "".join(
        _told(part.letters, turned=any(map(is_leftward, part.letters)))
        for part in parts
    )


def _told(letters: str, *, turned: bool) -> str:
    return "".join(filter(str.isalnum, letters[::-1] if turned else letters))


class _Stretch(NamedTuple):
    """Letters of one level, without the blanks between them."""

    letters: str
    level: int


_Row = tuple[_Stretch, ...]
"""What is put in order by itself: a list's label, or what it labels."""


def _size(rows: Sequence[_Row]) -> int:
    return sum(len(stretch.letters) for row in rows for stretch in row)


def _ways(text: str, base: int) -> Iterator[tuple[_Row, ...]]:
    """As an item of a list and as it stands: a line may only look like one."""
    for texts in dict.fromkeys((_labelled(text), (unlisted(text),))):
        yield tuple(_stretches(each, base) for each in texts)


def _labelled(text: str) -> tuple[str, ...]:
    """A label, if it has one that is read, and the rest as it is set."""
    block = next(iter(text_blocks(text, "")), None)
    if not isinstance(block, ListBlock):
        return (_said(block),)
    item = block.items[0]
    label = () if item.label == _BULLET else (item.label,)
    return (*label, *map(_said, item.blocks))


def _said(block: Block | None) -> str:
    """With its addresses isolated."""
    runs = block.runs if isinstance(block, Paragraph) else ()
    return "".join(
        f"\u2068{run.text}\u2069" if run.isolated else run.text for run in runs
    )


@lru_cache(maxsize=4096)
def _stretches(text: str, base: int) -> _Row:
    text = drawable(text)
    return tuple(
        _Stretch(marked(plain(text[run.start : run.end])).letters, run.level)
        for run in paragraph_levels(text, base).runs
    )


def _laid(rows: Sequence[_Row], base: int, lengths: Sequence[int]) -> list[str]:
    """What lines of so many letters show from left to right."""
    left = [list(row) for row in rows]
    lines = []
    for length in lengths:
        parts = []
        for row in left:
            taken = _taken(row, length)
            length -= sum(len(stretch.letters) for stretch in taken)
            parts.append(_from_left(taken))
        lines.append("".join(parts[::-1] if base else parts))
    return lines


def _taken(row: list[_Stretch], length: int) -> list[_Stretch]:
    """So many letters off its beginning."""
    taken = []
    while row and length:
        stretch = row[0]
        part = stretch._replace(letters=stretch.letters[:length])
        taken.append(part)
        length -= len(part.letters)
        row[:1] = [stretch._replace(letters=stretch.letters[len(part.letters) :])]
        if not row[0].letters:
            row.pop(0)
    return taken


def _from_left(stretches: Sequence[_Stretch]) -> str:
    order = visual_order([stretch.level for stretch in stretches])
    return "".join(
        _told(stretches[at].letters, turned=stretches[at].level % 2 == 1)
        for at in order
    )
