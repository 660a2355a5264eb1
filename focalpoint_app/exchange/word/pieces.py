"""What a Word file's paragraphs hold, flat and in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from focalpoint_app.domain.consultation import Trace


@dataclass(frozen=True, slots=True)
class Control:
    """A content control; ``number`` counts them through the file.

    ``kind``: checkbox, list, date or empty.  ``is_hint``: shows its placeholder.
    """

    number: int
    tag: str
    kind: str = ""
    is_checked: bool = False
    is_hint: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """``change`` is ``inserted``, ``deleted`` or empty."""

    text: str
    control: Control | None = None
    change: str = ""
    author: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in the outermost table around it, from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``mark`` begins a list item; ``is_joined``: its end was deleted, the next
    paragraph continues it.  ``has_picture``: it holds what is not text."""

    pieces: tuple[Piece, ...]
    bookmarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    cell: Cell | None = None
    mark: str = ""
    is_joined: bool = False
    has_picture: bool = False

    @property
    def text(self) -> str:
        """As it reads with all changes accepted."""
        return text_of(self.pieces)

    @property
    def controls(self) -> Iterator[Control]:
        seen = {
            each.control.number: each.control for each in self.pieces if each.control
        }
        return iter(seen.values())


@dataclass(frozen=True, slots=True)
class Document:
    """``outside`` are headers, footers and notes; ``comments`` are by their id.

    ``has_unread``: it leads to whole files that a converter put beside it.
    """

    paragraphs: tuple[Paragraph, ...]
    outside: tuple[Paragraph, ...]
    comments: dict[str, Trace]
    has_unread: bool = False


def text_of(pieces: Iterator[Piece] | tuple[Piece, ...]) -> str:
    return "".join(each.text for each in pieces if each.change != "deleted")
