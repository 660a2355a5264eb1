"""Head and foot of each page."""

from __future__ import annotations

from dataclasses import replace

from focalpoint_app.document.blocks import Document, Run
from focalpoint_app.pdf.bands import Mark, Stroke, Words
from focalpoint_app.pdf.look import (
    ACCENT,
    FOOT_BASELINE,
    HAIR,
    HEAD_BASELINE,
    PAGE_HEIGHT,
    RUNNING,
    Align,
    Look,
)
from focalpoint_app.pdf.setting import Column, Setter, Tongue, placed

_MARKED = replace(RUNNING, colour=ACCENT, bold=True)
_RULE_BELOW_HEAD, _RULE_ABOVE_FOOT = 9.0, 15.0


def running_marks(
    document: Document, setter: Setter, column: Column, page: tuple[int, int]
) -> list[Mark]:
    """``page`` is (number, of how many); ``y`` runs down from the page's top."""
    number, pages = page
    marks = _foot(document, setter, column, number, pages)
    head = document.head if number > 1 else ""
    if head:
        marks += _sides(setter, column, head, "", HEAD_BASELINE)
        marks.append(_rule(column, HEAD_BASELINE - _RULE_BELOW_HEAD))
    if document.watermark:
        run = Run(document.watermark, document.language)
        marks.append(_at_trailing_edge(setter, column, run, _MARKED, HEAD_BASELINE))
    return marks


def _foot(
    document: Document, setter: Setter, column: Column, number: int, pages: int
) -> list[Mark]:
    label = document.page_label.format(page=number, pages=pages)
    marks = _sides(setter, column, label, document.foot, FOOT_BASELINE)
    return [_rule(column, FOOT_BASELINE + _RULE_ABOVE_FOOT), *marks]


def _sides(
    setter: Setter, column: Column, leading: str, trailing: str, baseline: float
) -> list[Mark]:
    marks: list[Mark] = []
    if leading:
        run = Run(leading, setter.language)
        (line, *_) = setter.lines((run,), RUNNING, Tongue(), column.width)
        words = placed(line, column, Align.LEADING)
        marks.append(replace(words, y=PAGE_HEIGHT - baseline))
    if trailing:
        run = Run(trailing, setter.language, isolated=True)
        marks.append(_at_trailing_edge(setter, column, run, RUNNING, baseline))
    return marks


def _at_trailing_edge(
    setter: Setter, column: Column, run: Run, look: Look, baseline: float
) -> Words:
    (line, *_) = setter.lines((run,), look, Tongue(), column.width)
    x = column.left if column.rtl else column.right - line.line.width
    return Words(x, PAGE_HEIGHT - baseline, line.line)


def _rule(column: Column, height: float) -> Stroke:
    y = PAGE_HEIGHT - height
    return Stroke(column.left, y, column.right, y, HAIR)
