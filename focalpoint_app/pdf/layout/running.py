"""Head and foot of each page."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from math import inf

from focalpoint_app.document.blocks import Document, Run
from focalpoint_app.pdf.layout.bands import Mark, Stroke, Words
from focalpoint_app.pdf.layout.look import (
    ACCENT,
    FOOT_BASELINE,
    HAIR,
    HEAD_BASELINE,
    INK,
    PAGE_HEIGHT,
    RUNNING,
    Align,
    Look,
)
from focalpoint_app.pdf.layout.setting import (
    Column,
    SetLine,
    Setter,
    Tongue,
    placed,
)

_MARKED = replace(RUNNING, colour=ACCENT, bold=True)
_MARKING = replace(RUNNING, arabic=10.5, latin=10, colour=INK, bold=True)
_LINE_ENDS = re.compile("[\r\n\u2029]+")
_SMALLEST_HEAD = 0.8  # of its size
_APART = 18.0  # points between the head and DRAFT beside it
_RULE_BELOW_HEAD, _RULE_ABOVE_FOOT = 9.0, 15.0
_MARKING_ABOVE, _MARKING_BELOW = PAGE_HEIGHT - 26.0, 20.0


class Running:
    """Head and foot of one document; what pages share is set once."""

    def __init__(self, document: Document, setter: Setter, column: Column) -> None:
        self._setter = setter
        self._column = column
        self._label = document.page_label
        self._foot = self._trailing(_flat(document.foot), RUNNING, FOOT_BASELINE)
        mark = _flat(document.watermark or "")
        self._mark = self._trailing(mark, _MARKED, HEAD_BASELINE)
        self._head = self._of_later_pages(_flat(document.head))
        marking = _flat(document.marking)
        self._marking = [
            *self._centred(marking, _MARKING_ABOVE),
            *self._centred(marking, _MARKING_BELOW),
        ]

    def marks(self, number: int, pages: int) -> list[Mark]:
        """``y`` runs down from the page's top; the first page has no head."""
        label = self._label.format(page=number, pages=pages)
        return [
            _rule(self._column, FOOT_BASELINE + _RULE_ABOVE_FOOT),
            *self._leading(label, FOOT_BASELINE),
            *self._foot,
            *(self._head if number > 1 else ()),
            *self._mark,
            *self._marking,
        ]

    def _of_later_pages(self, head: str) -> list[Mark]:
        beside = sum(mark.line.width + _APART for mark in self._mark)
        room = self._column.width - beside
        look = self._shrunk(head, RUNNING, room, _SMALLEST_HEAD)
        words = self._leading(self._shortened(head, look, room), HEAD_BASELINE, look)
        rule = _rule(self._column, HEAD_BASELINE - _RULE_BELOW_HEAD)
        return [*words, rule] if words else []

    def _shrunk(self, text: str, look: Look, room: float, least: float) -> Look:
        """In smaller letters where it is too long, down to ``least`` of its size."""
        share = max(least, min(1.0, (room - 1) / max(1.0, self._wide(text, look))))
        return replace(look, arabic=look.arabic * share, latin=look.latin * share)

    def _shortened(self, text: str, look: Look, room: float) -> str:
        """As much of ``text`` as stands in ``room`` points, with an ellipsis if cut."""
        if self._wide(text, look) <= room:
            return text
        cuts = range(len(text))
        cut = bisect_right(cuts, room, key=lambda n: self._wide(text[:n] + "…", look))
        return text[: max(0, cut - 1)].rstrip() + "…"

    def _wide(self, text: str, look: Look) -> float:
        run = Run(text, self._setter.language)
        lines = self._setter.lines((run,), look, Tongue(), inf)
        return max(line.line.width for line in lines)

    def _leading(self, text: str, baseline: float, look: Look = RUNNING) -> list[Words]:
        if not text:
            return []
        run = Run(text, self._setter.language)
        line = self._first_line(run, look)
        words = placed(line, self._column, Align.LEADING)
        return [words._replace(y=PAGE_HEIGHT - baseline)]

    def _trailing(self, text: str, look: Look, baseline: float) -> list[Words]:
        if not text:
            return []
        run = Run(text, self._setter.language, isolated=look is RUNNING)
        column, line = self._column, self._first_line(run, look)
        x = column.left if column.rtl else column.right - line.line.width
        return [Words(x, PAGE_HEIGHT - baseline, line.line)]

    def _centred(self, text: str, baseline: float) -> list[Words]:
        """In smaller letters where it is long: it is never cut."""
        if not text:
            return []
        look = self._shrunk(text, _MARKING, self._column.width, 0.0)
        words = placed(self._first_line(Run(text), look), self._column, Align.CENTRE)
        return [words._replace(y=PAGE_HEIGHT - baseline)]

    def _first_line(self, run: Run, look: Look) -> SetLine:
        (line, *_) = self._setter.lines((run,), look, Tongue(), self._column.width)
        return line


def _flat(text: str) -> str:
    """On one line, which is all that there is room for."""
    return _LINE_ENDS.sub(" ", text).strip()


def _rule(column: Column, height: float) -> Stroke:
    y = PAGE_HEIGHT - height
    return Stroke(column.left, y, column.right, y, HAIR)
