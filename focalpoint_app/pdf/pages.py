"""A tree of blocks becomes a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.document.blocks import Document, Run
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.drawing import (
    line_operators,
    mark_operators,
    page_operators,
)
from focalpoint_app.pdf.file.garbage import uncollected
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.file.pdf_file import DRAW_WATERMARK, PdfFile, PlacedLink, Target
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import (
    Bookmark,
    Link,
    Mark,
    PageOf,
    Placard,
)
from focalpoint_app.pdf.layout.flow import Flow
from focalpoint_app.pdf.layout.look import CONTENTS, PAGE_HEIGHT, TOP
from focalpoint_app.pdf.layout.paging import Page, paginated
from focalpoint_app.pdf.layout.pictures import Picture
from focalpoint_app.pdf.layout.running import Running
from focalpoint_app.pdf.layout.setting import Setter
from focalpoint_app.pdf.layout.watermark import watermark_operators

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PlacedField:
    """Where a digital signature goes: left, bottom, right, top in points."""

    name: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Written:
    """What a document became.  ``missing``: characters that no font of ours holds."""

    pages: int
    places: tuple[PlacedField, ...] = ()
    missing: tuple[str, ...] = ()


def write_pdf(
    document: Document,
    target: Path,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Written:
    """Set ``document`` on A4 pages and put the file at ``target``.

    ``progress`` hears (done, of how many) in equal steps.  The target is replaced
    only by a whole file.

    Raises:
        AppError: ``task.cancelled``, ``file.unwritable``, ``disk.full``.
    """
    content, pages = pdf_content(document, progress=progress, cancelled=cancelled)
    publish(content, target)
    return pages


def pdf_content(
    document: Document,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[bytes, Written]:
    """The bytes of the file, and what ``write_pdf`` returns."""
    steps = _Steps(progress, cancelled, len(document.blocks))
    with uncollected():
        typesetter = _Typesetter(document)
        pages = typesetter.laid_out(steps)
        return typesetter.drawn(pages, steps)


class _Steps:
    """Layout and drawing count for one half of the work each."""

    def __init__(
        self, progress: Progress | None, cancelled: Cancelled | None, blocks: int
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._of = 2 * max(blocks, 1)

    def laid_out(self, blocks: int) -> None:
        self._tell(blocks)

    def drawn(self, page: int, pages: int) -> None:
        half = self._of // 2
        self._tell(half + half * page // pages)

    def _tell(self, done: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise AppError("task.cancelled")
        if self._progress is not None:
            self._progress(done, self._of)


class _Typesetter:
    """One document on its way to pages."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._fonts = Fonts()
        self._setter = Setter(self._fonts, document.language)
        self._flow = Flow(self._setter, document)

    def laid_out(self, steps: _Steps) -> list[Page]:
        bands = self._flow.opening()
        for place, block in enumerate(self._document.blocks):
            steps.laid_out(place)
            bands += self._flow.bands(block, self._flow.column)
        return paginated(bands)

    def drawn(self, pages: list[Page], steps: _Steps) -> tuple[bytes, Written]:
        targets = _targets(pages)
        file = PdfFile(self._document, targets)
        running = Running(self._document, self._setter, self._flow.column)
        watermark = self._watermark()
        if watermark:
            file.add_watermark(watermark)
        for place, page in enumerate(pages):
            steps.drawn(place, len(pages))
            for picture in _pictures(page):
                file.add_picture(picture)
            operators = [DRAW_WATERMARK] if watermark else []
            operators += page_operators(page)
            operators += self._page_numbers(page, targets)
            operators += _artifact(running.marks(place + 1, len(pages)))
            file.add_page(operators, _links(page))
        content = file.content(self._fonts.used, _bookmarks(pages))
        steps.drawn(len(pages), len(pages))
        missing = tuple(sorted(self._fonts.missing))
        return content, Written(len(pages), tuple(_fields(pages)), missing)

    def _watermark(self) -> list[str]:
        if not self._document.watermark:
            return []
        base = int(self._setter.rtl)
        return watermark_operators(self._document.watermark, self._fonts, base)

    def _page_numbers(self, page: Page, targets: dict[str, Target]) -> list[str]:
        return [
            operator
            for placed in page.bands
            for mark in placed.band.marks
            if isinstance(mark, PageOf) and mark.anchor in targets
            for operator in self._page_number(mark, placed.top, targets)
        ]

    def _page_number(
        self, mark: PageOf, top: float, targets: dict[str, Target]
    ) -> list[str]:
        run = Run(str(targets[mark.anchor].page + 1))
        look = CONTENTS[mark.level]
        words = self._setter.one_line(run, look)
        x = mark.x if mark.rtl else mark.x - words.width
        return list(line_operators(words, x, PAGE_HEIGHT - TOP - top - mark.y))


def _artifact(marks: Sequence[Mark]) -> list[str]:
    drawn = [o for mark in marks for o in mark_operators(mark, PAGE_HEIGHT)]
    return ["/Artifact <</Type /Pagination>> BDC", *drawn, "EMC"]


def _pictures(page: Page) -> list[Picture]:
    return [
        mark.picture
        for placed in page.bands
        for mark in placed.band.marks
        if isinstance(mark, Placard)
    ]


def _targets(pages: Sequence[Page]) -> dict[str, Target]:
    return {
        anchor: Target(number, PAGE_HEIGHT - TOP - placed.top + 6)
        for number, page in enumerate(pages)
        for placed in page.bands
        for anchor in placed.band.anchors
    }


def _bookmarks(pages: Sequence[Page]) -> list[Bookmark]:
    return [
        placed.band.bookmark
        for page in pages
        for placed in page.bands
        if placed.band.bookmark is not None
    ]


def _links(page: Page) -> list[PlacedLink]:
    return [
        _placed_link(link, PAGE_HEIGHT - TOP - placed.top)
        for placed in page.bands
        for link in placed.band.links
    ]


def _placed_link(link: Link, top: float) -> PlacedLink:
    box = (link.x, top - link.bottom, link.x + link.width, top - link.top)
    return PlacedLink(link.target, box)


def _fields(pages: Sequence[Page]) -> list[PlacedField]:
    return [
        PlacedField(
            place.field,
            number,
            (
                place.x,
                PAGE_HEIGHT - TOP - placed.top - place.y - place.height,
                place.x + place.width,
                PAGE_HEIGHT - TOP - placed.top - place.y,
            ),
        )
        for number, page in enumerate(pages)
        for placed in page.bands
        for place in placed.band.fields
    ]
