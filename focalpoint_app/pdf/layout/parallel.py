"""Two texts side by side: each row starts level, then each side flows by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from focalpoint_app.document.blocks import Block, Paragraph, Parallel, walk
from focalpoint_app.pdf.layout.bands import Band, Bond, Words, lowered
from focalpoint_app.pdf.layout.setting import Column
from focalpoint_app.pdf.lines.spans import is_rtl

_GUTTER = 18.0

Side = tuple[Block, ...]
LaidOut = Callable[[Side, Column, str | None], list[Band]]
"""Blocks of one language (None: the document's) as bands of a column."""


def parallel_bands(block: Parallel, column: Column, laid_out: LaidOut) -> list[Band]:
    """One band with two sides for each row; the first side at the leading edge."""
    languages = [_language(row[side] for row in block.rows) for side in (0, 1)]
    half = (column.width + _GUTTER) / 2
    halves = (column.indented(0.0, trailing=half), column.indented(half))
    bands = []
    for row in block.rows:
        sides = [
            laid_out(blocks, _turned(room, language), language)
            for blocks, room, language in zip(row, halves, languages, strict=True)
        ]
        if any(sides):
            bands.append(_row(sides))
    return bands


def _language(sides: Iterable[Side]) -> str | None:
    """What the first block of a side that names a language is written in."""
    for blocks in sides:
        for block in walk(blocks):
            language: str | None = getattr(block, "language", None)
            if language is None and isinstance(block, Paragraph) and block.runs:
                language = block.runs[0].language
            if language is not None:
                return language
    return None


def _turned(column: Column, language: str | None) -> Column:
    return column if language is None else replace(column, rtl=is_rtl(language))


def _row(sides: Sequence[list[Band]]) -> Band:
    before = max(side[0].before for side in sides if side)
    new_page = any(side[0].new_page for side in sides if side)
    lasting = [side[-1].bond for side in sides if side]
    level = _on_one_baseline(sides)
    return Band(
        max(_height(side) for side in level),
        before=before,
        new_page=new_page,
        bond=Bond.STUCK if min(lasting) is Bond.STUCK else Bond.FREE,
        sides=level,
    )


def _height(side: Sequence[Band]) -> float:
    return sum(band.before + band.height for band in side)


def _on_one_baseline(sides: Sequence[list[Band]]) -> tuple[tuple[Band, ...], ...]:
    """Arabic lines are taller than Latin ones; both sides begin on one line."""
    lowest = max((_baseline(side[0]) for side in sides if side), default=0.0)
    level = []
    for side in sides:
        if side:
            first = replace(side[0], before=0.0, new_page=False)
            by = lowest - _baseline(first) if _baseline(first) else 0.0
            level.append((lowered(first, by), *side[1:]))
        else:
            level.append(())
    return tuple(level)


def _baseline(band: Band) -> float:
    return next((mark.y for mark in band.marks if isinstance(mark, Words)), 0.0)
