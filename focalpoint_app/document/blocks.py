"""The tree of blocks every document is made of; it knows no file format.

A language tag on a block or run decides fonts, digits and the base direction;
``direction`` overrides the latter where the writer chose one.  Text is plain
Unicode in logical order: nothing in it is markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from focalpoint_app.domain.letterhead import Letterhead as Letterhead


class Direction(StrEnum):
    """AUTO: by language tag, then first strong character (UAX #9 P2-P3)."""

    AUTO = "auto"
    RTL = "rtl"
    LTR = "ltr"


class Style(StrEnum):
    """What a paragraph is for; the format decides how that looks.

    PART begins another part of a letter; above SIGNED is room for a hand.
    """

    BODY = "body"
    QUESTION = "question"
    PROVISION = "provision"
    ANSWER = "answer"
    NARRATIVE = "narrative"
    LABEL = "label"
    NOTE = "note"
    CAPTION = "caption"
    COVER_TITLE = "cover_title"
    COVER_LINE = "cover_line"
    DIGEST = "digest"
    PART = "part"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one language.  ``link`` is a URL, or ``#anchor`` inside the document.

    ``isolated`` keeps citations, numbers and addresses from being reordered by
    their neighbours (as if between U+2068 and U+2069).
    """

    text: str
    language: str | None = None
    bold: bool = False
    link: str | None = None
    isolated: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    style: Style = Style.BODY
    language: str | None = None
    direction: Direction = Direction.AUTO
    anchor: str | None = None
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 1 to 4.  Listed in contents and bookmarks unless ``listed`` is off."""

    level: int
    runs: tuple[Run, ...]
    language: str | None = None
    anchor: str | None = None
    listed: bool = True
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """``label`` is written by the language: ``1.``, ``(أ)``, ``•``."""

    label: str
    blocks: tuple[Block, ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    paragraphs: tuple[Paragraph, ...]
    header: bool = False
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """``widths`` are shares of the text width, first column at the leading edge.

    ``header_rows`` rows repeat on every page the table reaches.  ``ruled``: with
    lines between its columns too, for a pen.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    header_rows: int = 1
    caption: Paragraph | None = None
    language: str | None = None
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """One line of the sign-off page.

    ``field`` names the PDF signature field of a digital line, None for ink.
    """

    role: str
    name: str = ""
    title: str = ""
    seal: bool = False
    field: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG or JPEG bytes), ``height`` in points, width as it follows.

    ``alternative`` says in words what it shows, for those who do not see it.
    """

    content: bytes
    height: float
    alternative: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class MachineCode:
    """A QR code that says ``content``, ``size`` points wide, with words beside it."""

    content: str
    alternative: str
    size: float = 96.0
    beside: tuple[Paragraph, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Room for a hand's answer: ``lines`` ruled lines across the text."""

    lines: int


@dataclass(frozen=True, slots=True)
class Tick:
    """An empty box to tick, with the words of the choice beside it."""

    runs: tuple[Run, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two texts of one content side by side; each row starts level on both sides.

    A row holds the leading language's blocks first; it stands at the leading edge
    of the page.  Rows may break across pages.
    """

    rows: tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the text."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents goes; page numbers are the format's to find."""

    title: Heading
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together; ``together`` keeps them on a page if they fit.

    ``head`` stands above them, and again on each further page that they reach.
    """

    blocks: tuple[Block, ...]
    together: bool = False
    boxed: bool = False
    head: tuple[Block, ...] = ()


Block = (
    Paragraph
    | Heading
    | ListBlock
    | Table
    | SignaturePlace
    | Figure
    | MachineCode
    | WritingSpace
    | Tick
    | Parallel
    | Rule
    | PageBreak
    | Contents
    | Section
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside; ``relationship`` as ISO 32000-2, table 43."""

    name: str
    content: bytes
    media_type: str
    description: str
    relationship: str = "Data"


@dataclass(frozen=True, slots=True)
class Document:
    """``foot`` stands on every page beside ``page_label``.

    ``page_label`` has the gaps ``{page}`` and ``{pages}``.  ``watermark`` lies
    across each page (DRAFT, DEMONSTRATION); ``head`` runs at
    the top of every page after the first.  ``marking`` is a national marking
    (RESTRICTED), centred at the head and foot of every page.  ``stamp`` tells by
    which wording the document was made; it is not printed.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    subject: str = ""
    author: str = ""
    head: str = ""
    foot: str = ""
    page_label: str = "{page} / {pages}"
    watermark: str | None = None
    marking: str = ""
    letterhead: Letterhead | None = None
    attachments: tuple[Attachment, ...] = ()
    stamp: str = ""


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, containers before what they hold."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from walk(block.head)
            yield from walk(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from walk(item.blocks)
        elif isinstance(block, Parallel):
            for row in block.rows:
                for side in row:
                    yield from walk(side)


def plain_text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
