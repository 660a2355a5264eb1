"""What a tree of blocks says, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Document,
    ListBlock,
    Table,
    plain_text,
    walk,
)


def paragraphs_of(document: Document) -> Iterator[str]:
    """All that its pages say but for heads, feet and lists' numbers, in order."""
    for block in walk(document.blocks):
        yield from _said_by(block)


def with_labels(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every paragraph, and how the items of lists are numbered."""
    for block in walk(blocks):
        if isinstance(block, ListBlock):
            yield from (item.label for item in block.items)
        yield from _said_by(block)


def repeated(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Rows that a table repeats on each page it reaches."""
    for block in walk(blocks):
        if isinstance(block, Table):
            yield from _said_in(block.rows[: block.header_rows])


def _said_by(block: Block) -> Iterator[str]:
    """Without what is a block of its own."""
    yield plain_text(getattr(block, "runs", ()))
    if isinstance(block, Table):
        yield from _said_in(block.rows)


def _said_in(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[str]:
    for cell in (cell for row in rows for cell in row):
        for paragraph in cell.paragraphs:
            yield plain_text(paragraph.runs)
