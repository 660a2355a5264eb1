"""Lists: each item's label at the leading edge, its blocks beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from focalpoint_app.document.blocks import (
    Block,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Style,
)
from focalpoint_app.pdf.layout.bands import Band
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.look import STYLES, Align
from focalpoint_app.pdf.layout.setting import Column, SetLine, Setter, Tongue, placed
from focalpoint_app.pdf.lines.spans import is_rtl

_LABEL_GAP = 6.0
_LABEL_ROOM = 15.0  # the least a list is indented
_BULLET = "•"
_NUMBERING = "<</O/List/ListNumbering/%s>>"

LaidOut = Callable[[tuple[Block, ...], Column], list[Band]]


def list_bands(
    setter: Setter, block: ListBlock, column: Column, laid_out: LaidOut
) -> list[Band]:
    tag = setter.inside.child(Role.L)
    tag.attributes = _NUMBERING % _numbering(block)
    column = _turned(column, block)
    items = [tag.child(Role.LI) for _ in block.items]
    labels = [
        _label(setter, item, column, element.child(Role.LBL))
        for item, element in zip(block.items, items, strict=True)
    ]
    widest = max((label.line.width for label in labels), default=0.0)
    inner = column.indented(max(widest + _LABEL_GAP, _LABEL_ROOM))
    bands: list[Band] = []
    for item, element, label in zip(block.items, items, labels, strict=True):
        with setter.within(element.child(Role.LBODY)):
            body = laid_out(item.blocks, inner) or [Band(label.leading)]
        bands += _labelled(body, item, label, column)
    return bands


def _turned(column: Column, block: ListBlock) -> Column:
    """An Arabic list in a French document has its labels at the right."""
    languages = (_language(item) for item in block.items)
    language = next(filter(None, languages), None)
    return column if language is None else replace(column, rtl=is_rtl(language))


def _language(item: ListItem) -> str | None:
    return next((b.language for b in item.blocks if isinstance(b, Paragraph)), None)


def _numbering(block: ListBlock) -> str:
    """As ISO 32000-1, table 347, has it; letters of any script count as letters."""
    label = block.items[0].label.strip("()[]. '-–、（）") if block.items else ""
    if label in ("", _BULLET):
        return "Disc"
    if label.isnumeric():
        return "Decimal"
    return "LowerRoman" if not label.strip("ivx") else "LowerAlpha"


def _label(setter: Setter, item: ListItem, column: Column, tag: Element) -> SetLine:
    language = _language(item)
    tag.language = language or tag.language
    run = Run(item.label or _BULLET)
    look = STYLES[Style.BODY]
    (label, *_) = setter.lines((run,), look, Tongue(language), column.width, tag)
    return label


def _labelled(
    bands: list[Band], item: ListItem, label: SetLine, column: Column
) -> list[Band]:
    words = placed(label._replace(aligned_right=column.rtl), column, Align.LEADING)
    first = bands[0]
    if first.marks:
        words = words._replace(y=getattr(first.marks[0], "y", words.y))
    first.marks = (words, *first.marks)
    if item.anchor:
        first.anchors = (*first.anchors, item.anchor)
    return bands
