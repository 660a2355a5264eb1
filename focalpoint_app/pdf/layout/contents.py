"""The table of contents, set before page numbers are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from focalpoint_app.document.blocks import Heading
from focalpoint_app.pdf.layout.bands import Band, Bond, Link, PageOf, Stroke, Words
from focalpoint_app.pdf.layout.look import CONTENTS, HAIR, QUIET, Align
from focalpoint_app.pdf.layout.setting import Column, Setter, Tongue, placed

_NUMBER_ROOM = 34.0
_STEP = 14.0  # indent per level
_DOTS = "[0.6 3] 0"


@dataclass(frozen=True, slots=True)
class Entry:
    heading: Heading
    anchor: str


def contents_bands(
    setter: Setter, entries: Sequence[Entry], depth: int, column: Column
) -> list[Band]:
    bands: list[Band] = []
    for entry in entries:
        if entry.heading.level <= depth:
            bands += _entry_bands(setter, entry, column)
    return bands


def _entry_bands(setter: Setter, entry: Entry, column: Column) -> list[Band]:
    level = entry.heading.level
    look = CONTENTS[level]
    room = column.indented(_STEP * (level - 1), trailing=_NUMBER_ROOM)
    runs = tuple(replace(run, link=None) for run in entry.heading.runs)
    lines = setter.lines(runs, look, Tongue(entry.heading.language), room.width)
    bands = []
    for line in lines:
        line = line._replace(aligned_right=column.rtl)
        words = placed(line, room, Align.LEADING)
        link = Link(f"#{entry.anchor}", column.left, column.width, 0.0, line.leading)
        bands.append(Band(line.leading, (words,), bond=Bond.STUCK, links=(link,)))
    last = bands[-1]
    last.marks = (*last.marks, *_leader(last.marks[0], entry, column))
    last.bond = Bond.FREE
    bands[0].before = look.before
    last.height += look.after
    return bands


def _leader(words: object, entry: Entry, column: Column) -> list[Stroke | PageOf]:
    assert isinstance(words, Words)
    level, gap, number = entry.heading.level, 5.0, 22.0
    if column.rtl:
        start, end, edge = column.left + number, words.x - gap, column.left
    else:
        start, end = words.x + words.line.width + gap, column.right - number
        edge = column.right
    page = PageOf(entry.anchor, edge, words.y, column.rtl, level)
    if end - start < 2 * gap:
        return [page]
    colour = QUIET if level == 1 else HAIR
    return [Stroke(start, words.y - 1, end, words.y - 1, colour, 0.6, _DOTS), page]
