"""Every kind of block laid out as bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import singledispatchmethod

from focalpoint_app.document.blocks import (
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    ListBlock,
    MachineCode,
    PageBreak,
    Paragraph,
    Parallel,
    Rule,
    Section,
    SignaturePlace,
    Style,
    Table,
    Tick,
    WritingSpace,
    plain_text,
    walk,
)
from focalpoint_app.pdf.layout.bands import Band, Bond, Bookmark, Frame, Stroke
from focalpoint_app.pdf.layout.contents import Entry, contents_bands
from focalpoint_app.pdf.layout.elements import Role
from focalpoint_app.pdf.layout.figures import (
    figure_bands,
    machine_code_bands,
    tick_bands,
    writing_bands,
)
from focalpoint_app.pdf.layout.letterheads import letterhead_bands
from focalpoint_app.pdf.layout.lists import list_bands
from focalpoint_app.pdf.layout.look import (
    ACCENT,
    HAIR,
    HEADINGS,
    MEASURE,
    SIDE,
    TINT,
    Align,
)
from focalpoint_app.pdf.layout.paging import ROOM
from focalpoint_app.pdf.layout.parallel import parallel_bands
from focalpoint_app.pdf.layout.setting import Column, Setter, Tongue
from focalpoint_app.pdf.layout.signature_places import signature_bands
from focalpoint_app.pdf.layout.tables import table_bands
from focalpoint_app.pdf.lines.spans import drawable

_BESIDE, _ABOVE = 12.0, 6.0  # padding of a box
_AFTER_BOX = 10.0
_ABOVE_COVER, _BELOW_LETTERHEAD = 120.0, 64.0
_AFTER_COVER = (PageBreak, Contents, Heading)


class Flow:
    """Lays out the blocks of one document.

    Listed headings without an anchor are given one, so that contents can lead
    to them.
    """

    def __init__(self, setter: Setter, document: Document) -> None:
        self._setter = setter
        self._letterhead = document.letterhead
        blocks = document.blocks
        self._entries = [
            Entry(heading, heading.anchor or f"heading-{place}")
            for place, heading in enumerate(_listed(blocks))
        ]
        self._anchors = {id(entry.heading): entry.anchor for entry in self._entries}
        self._page_is_due = False
        self._open_levels: list[int] = []
        self._above_cover = Band(0.0, bond=Bond.STUCK)
        self._on_cover = bool(blocks) and _opens_cover(blocks[0])
        self.column = Column(SIDE, SIDE + MEASURE, setter.rtl)

    def opening(self) -> list[Band]:
        """What stands above the first block."""
        head = []
        if self._letterhead is not None:
            head = letterhead_bands(self._setter, self._letterhead, self.column)
        if self._on_cover:
            self._above_cover.height = _BELOW_LETTERHEAD if head else _ABOVE_COVER
            head.append(self._above_cover)
        return head

    def fit_cover(self, bands: Sequence[Band]) -> None:
        """A full cover stands higher up, so that it keeps to its page."""
        end = next((n for n, band in enumerate(bands) if band.new_page), 0)
        height = sum(band.before + band.height for band in bands[:end])
        space = self._above_cover
        space.height = max(0.0, space.height - max(0.0, height - ROOM))

    def bands(self, block: Block, column: Column) -> list[Band]:
        if isinstance(block, _AFTER_COVER):
            self._on_cover = False
        if isinstance(block, PageBreak):
            self._page_is_due = True
            return []
        bands = self._laid_out(block, column)
        if bands and self._page_is_due:
            bands[0].new_page = True
            self._page_is_due = False
        return bands

    @singledispatchmethod
    def _laid_out(self, block: Block, column: Column) -> list[Band]:
        raise TypeError(f"no layout for {type(block).__name__} in {column}")

    @_laid_out.register
    def _(self, block: Paragraph, column: Column) -> list[Band]:
        if not self._on_cover:
            return self._setter.paragraph(block, column)
        return self._setter.paragraph(block, column, Align.CENTRE)

    @_laid_out.register
    def _(self, block: Heading, column: Column) -> list[Band]:
        look = HEADINGS[min(max(block.level, 1), 4)]
        tongue = Tongue(block.language)
        role = self._role(block.level)
        bands = self._setter.text(block.runs, look, tongue, column, role)
        for band in bands:
            band.bond = Bond.STUCK
        anchor = self._anchors.get(id(block), block.anchor)
        if anchor:
            bands[0].anchors = (anchor,)
        if block.listed and anchor:
            title = " ".join(drawable(plain_text(block.runs)).split())
            bands[0].bookmark = Bookmark(block.level, title, anchor)
        bands[0].new_page = block.new_page
        return bands

    @_laid_out.register
    def _(self, block: Contents, column: Column) -> list[Band]:
        bands = self._laid_out(block.title, column)
        entries = [entry for entry in self._entries if entry.heading is not block.title]
        return bands + contents_bands(self._setter, entries, block.depth, column)

    @_laid_out.register
    def _(self, block: Table, column: Column) -> list[Band]:
        return table_bands(self._setter, block, column)

    @_laid_out.register
    def _(self, block: SignaturePlace, column: Column) -> list[Band]:
        return signature_bands(self._setter, block, column)

    @_laid_out.register
    def _(self, _block: Rule, column: Column) -> list[Band]:
        line = Stroke(column.left, 6, column.right, 6, HAIR, 0.75)
        return [Band(12, (line,), before=2)]

    @_laid_out.register
    def _(self, block: Figure, column: Column) -> list[Band]:
        align = Align.CENTRE if self._on_cover else Align.LEADING
        return figure_bands(self._setter, block, column, align)

    @_laid_out.register
    def _(self, block: MachineCode, column: Column) -> list[Band]:
        return machine_code_bands(self._setter, block, column)

    @_laid_out.register
    def _(self, block: WritingSpace, column: Column) -> list[Band]:
        return writing_bands(block.lines, column)

    @_laid_out.register
    def _(self, block: Tick, column: Column) -> list[Band]:
        return tick_bands(self._setter, block, column)

    @_laid_out.register
    def _(self, block: Parallel, column: Column) -> list[Band]:
        return parallel_bands(block, column, self._side)

    @_laid_out.register
    def _(self, block: ListBlock, column: Column) -> list[Band]:
        return list_bands(self._setter, block, column, self._all)

    @_laid_out.register
    def _(self, block: Section, column: Column) -> list[Band]:
        if block.head:
            return self._headed(block, column)
        if not block.boxed:
            return self._together(self._all(block.blocks, column), block)
        inner = column.indented(_BESIDE, trailing=_BESIDE)
        bands = self._all(block.blocks, inner)
        if not bands:
            return []
        frame = Frame(
            column.left, column.right, ground=TINT, bar=ACCENT, bar_right=column.rtl
        )
        return self._together(_boxed(bands, frame), block)

    def _headed(self, block: Section, column: Column) -> list[Band]:
        head = self._all(block.head, column)
        bands = self._all(block.blocks, column)
        for band in head:
            band.bond = Bond.STUCK
        for band in bands:
            band.repeated = tuple(head)
        return self._together([*head, *bands], block)

    def _role(self, level: int) -> Role:
        """How deep a heading lies under others, which leaves no level out."""
        while self._open_levels and self._open_levels[-1] >= level:
            self._open_levels.pop()
        self._open_levels.append(level)
        return Role(f"H{min(len(self._open_levels), 4)}")

    def _all(self, blocks: tuple[Block, ...], column: Column) -> list[Band]:
        return [band for block in blocks for band in self.bands(block, column)]

    def _side(
        self, blocks: tuple[Block, ...], column: Column, language: str | None
    ) -> list[Band]:
        around = self._setter
        inside = around.inside.child(Role.DIV, language)
        language = language or around.language
        self._setter = Setter(around.fonts, language, inside, around.repeated)
        try:
            return self._all(blocks, column)
        finally:
            self._setter = around

    def _together(self, bands: list[Band], block: Section) -> list[Band]:
        if block.together:
            for band in bands[:-1]:
                band.bond = max(band.bond, Bond.TOGETHER)
        return bands


def _opens_cover(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.COVER_TITLE


def _listed(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in walk(blocks):
        heading = block.title if isinstance(block, Contents) else block
        if isinstance(heading, Heading) and heading.listed:
            yield heading


def _boxed(bands: list[Band], frame: Frame) -> list[Band]:
    """Padding inside the frame; its space outside is the box's own."""
    above = Band(_ABOVE, before=6.0, bond=Bond.STUCK, new_page=bands[0].new_page)
    below = Band(_ABOVE - 4)
    bands[0] = replace(bands[0], before=0.0, new_page=False)
    bands[-1].bond = max(bands[-1].bond, Bond.STUCK)
    inside = [
        replace(band, frames=(frame, *band.frames)) for band in (above, *bands, below)
    ]
    return [*inside, Band(_AFTER_BOX)]
