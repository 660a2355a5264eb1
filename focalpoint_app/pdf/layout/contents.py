"""The table of contents, set before page numbers are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from focalpoint_app.document.blocks import Heading, plain_text
from focalpoint_app.pdf.layout.bands import Band, Bond, Link, PageOf, Stroke, Words
from focalpoint_app.pdf.layout.elements import LinkElement, Role
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
    with setter.within(setter.inside.child(Role.TOC)):
        for entry in entries:
            if entry.heading.level <= depth:
                bands += _entry_bands(setter, entry, column)
    return bands


def _entry_bands(setter: Setter, entry: Entry, column: Column) -> list[Band]:
    level = entry.heading.level
    look = CONTENTS[level]
    room = column.indented(_STEP * (level - 1), trailing=_NUMBER_ROOM)
    runs = tuple(replace(run, link=None) for run in entry.heading.runs)
    tag = _reference(setter, entry)
    tongue = Tongue(entry.heading.language)
    lines = setter.lines(runs, look, tongue, room.width, tag)
    bands = []
    for line in lines:
        line = line._replace(aligned_right=column.rtl)
        words = placed(line, room, Align.LEADING)
        link = _link(tag, column, line.leading)
        bands.append(Band(line.leading, (words,), bond=Bond.STUCK, links=(link,)))
    last = bands[-1]
    last.marks = (*last.marks, *_leader(last.marks[0], entry, column, tag))
    last.bond = Bond.FREE
    bands[0].before = look.before
    last.height += look.after
    return bands


def _reference(setter: Setter, entry: Entry) -> LinkElement:
    """A line of the contents is a link that holds the heading and its page."""
    heading = entry.heading
    language = heading.language or setter.inside.language
    says = " ".join(plain_text(heading.runs).split())
    link = LinkElement(Role.LINK, language, target=f"#{entry.anchor}", says=says)
    item = setter.inside.child(Role.TOCI)
    item.child(Role.REFERENCE).kids.append(link)
    return link


def _link(tag: LinkElement, column: Column, leading: float) -> Link:
    return Link(tag.target, column.left, column.width, 0.0, leading, tag, tag.says)


def _leader(
    words: object, entry: Entry, column: Column, tag: LinkElement
) -> list[Stroke | PageOf]:
    assert isinstance(words, Words)
    level, gap, number = entry.heading.level, 5.0, 22.0
    if column.rtl:
        start, end, edge = column.left + number, words.x - gap, column.left
    else:
        start, end = words.x + words.line.width + gap, column.right - number
        edge = column.right
    page = PageOf(entry.anchor, edge, words.y, column.rtl, level, tag)
    if end - start < 2 * gap:
        return [page]
    colour = QUIET if level == 1 else HAIR
    return [Stroke(start, words.y - 1, end, words.y - 1, colour, 0.6, _DOTS), page]
