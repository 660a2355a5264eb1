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
    r"\s*(?P<label>(?:[-–•*●▪]|\d{1,2}(?:[.)]|\s?[-–](?!\s+\d))"
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
    for is_list, group in groupby(lines, lambda line: _ITEM.match(line[0]) is not None):
        if is_list:
            yield ListBlock(tuple(_item(*line, language, style) for line in group))
        else:
            for line, direction in group:
                yield _paragraph(line.strip(), direction, language, style)


def _item(line: str, direction: Direction, language: str, style: Style) -> ListItem:
    found = _ITEM.match(line)
    if found is None:
        raise ValueError(line)
    label = "•" if found["label"] in _BULLETS else found["label"]
    body = _paragraph(line[found.end() :].strip(), direction, language, style)
    return ListItem(label, (body,))


def _paragraph(
    line: str, direction: Direction, language: str, style: Style
) -> Paragraph:
    return Paragraph(linked_runs(line, language), style, language, direction)


def _direction(directions: tuple[str, ...], position: int) -> Direction:
    mark = directions[position] if position < len(directions) else ""
    return Direction(mark) if mark else Direction.AUTO
