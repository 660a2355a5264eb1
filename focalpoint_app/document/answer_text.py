"""Answer text into blocks: paragraphs, list items and links, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from focalpoint_app.document.blocks import (
    Block,
    Direction,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Style,
)

# What no address holds: quotation marks, Arabic stops, and Chinese, which writes no
# blank after one.
_BESIDE_LINK = (
    r"\s<>\"«»“”„‹›،؛؟\u2066-\u2069\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff00-\uffef"
)
_LINK = re.compile(rf"https?://[^{_BESIDE_LINK}]+[^{_BESIDE_LINK}.,;:!?()\[\]'‘’]")
_CHINESE_NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}"
_ITEM = re.compile(
    r"\s*(?P<label>(?:[-–•*●▪]|(?P<figures>\d{1,2})(?:[.)]|(?P<free>\s)?[-–](?!\s+\d))"
    r"|\((?:\d{1,2}|[a-z]{1,4}|[\u0621-\u064a]{1,2})\))(?=\s)"
    rf"|（{_CHINESE_NUMBER}）|{_CHINESE_NUMBER}、)\s*(?=\S)"
)
_BULLETS = frozenset("-–*●▪")


def text_blocks(
    text: str,
    language: str,
    directions: tuple[str, ...] = (),
    style: Style = Style.NARRATIVE,
) -> tuple[Block, ...]:
    """A newline ends a paragraph; lines with a leading mark form lists."""
    lines = [
        (line, _direction(directions, position))
        for position, line in enumerate(text.split("\n"))
        if line.strip()
    ]
    return tuple(_blocks(lines, language, style))


def linked_runs(text: str, language: str | None = None) -> tuple[Run, ...]:
    """The text with its addresses as links, isolated from what surrounds them."""
    runs: list[Run] = []
    position = 0
    for found in _LINK.finditer(text):
        if found.start() > position:
            runs.append(Run(text[position : found.start()], language))
        runs.append(Run(found[0], "en", link=found[0], isolated=True))
        position = found.end()
    if position < len(text) or not runs:
        runs.append(Run(text[position:], language))
    return tuple(runs)


def _blocks(
    lines: list[tuple[str, Direction]], language: str, style: Style
) -> Iterator[Block]:
    for is_list, group in groupby(_marked(lines), lambda line: bool(line[1])):
        if is_list:
            yield ListBlock(tuple(_item(*line, language, style) for line in group))
        else:
            for line, _, direction in group:
                yield _paragraph(line.strip(), direction, language, style)


def _marked(
    lines: list[tuple[str, Direction]],
) -> Iterator[tuple[str, str, Direction]]:
    """Each line after its mark, and the mark; empty where the line has none.

    In *10 – five in each court* no item begins: a dash that stands free follows a
    number of items only where they count up from 1.
    """
    count = 0
    for line, direction in lines:
        found = _ITEM.match(line)
        number = int(found["figures"] or 0) if found else 0
        is_free = found is not None and found["free"] is not None
        if found is None or (is_free and number not in (1, count + 1)):
            count = 0
            yield line, "", direction
        else:
            count = number
            yield line[found.end() :], found["label"], direction


def _item(
    line: str, mark: str, direction: Direction, language: str, style: Style
) -> ListItem:
    label = "•" if mark in _BULLETS else mark
    return ListItem(label, (_paragraph(line.strip(), direction, language, style),))


def _paragraph(
    line: str, direction: Direction, language: str, style: Style
) -> Paragraph:
    return Paragraph(linked_runs(line, language), style, language, direction)


def _direction(directions: tuple[str, ...], position: int) -> Direction:
    mark = directions[position] if position < len(directions) else ""
    return Direction(mark) if mark else Direction.AUTO
