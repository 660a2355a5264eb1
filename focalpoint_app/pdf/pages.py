"""A tree of blocks becomes a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.document.blocks import Document, Run
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.annotations import (
    LONGEST_ADDRESS,
    PlacedField,
    PlacedLink,
    address,
)
from focalpoint_app.pdf.file.drawing import (
    artifact,
    line_operators,
    mark_operators,
    page_operators,
)
from focalpoint_app.pdf.file.garbage import uncollected
from focalpoint_app.pdf.file.marking import Marking
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.file.pdf_file import (
    DRAW_WATERMARK,
    DrawnPage,
    PdfFile,
    Target,
)
from focalpoint_app.pdf.file.structure import Structure
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import (
    Bookmark,
    FieldPlace,
    Link,
    Mark,
    PageOf,
    Placard,
)
from focalpoint_app.pdf.layout.elements import Role
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
    with uncollected():
        return _made(document, _Steps(progress, cancelled, len(document.blocks)))


def _made(document: Document, steps: _Steps) -> tuple[bytes, Written]:
    """What was laid out is gone once this returns: no collector walks it."""
    typesetter = _Typesetter(document)
    return typesetter.drawn(typesetter.laid_out(steps), steps)


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
        self._flow.fit_cover(bands)
        return paginated(bands)

    def drawn(self, pages: list[Page], steps: _Steps) -> tuple[bytes, Written]:
        """Empties ``pages``: what is drawn makes room for what is to be written."""
        count, targets, bookmarks = len(pages), _targets(pages), _bookmarks(pages)
        structure = Structure(self._setter.inside, count)
        file = PdfFile(self._document, targets, structure)
        running = Running(self._document, self._setter, self._flow.column)
        watermark = self._watermark()
        if watermark:
            file.add_watermark(watermark)
        fields: list[PlacedField] = []
        pages.reverse()
        for place in range(count):
            page = pages.pop()
            steps.drawn(place, count)
            for picture in _pictures(page):
                file.add_picture(picture)
            here = _fields(page, place)
            fields += here
            marking = Marking(place)
            links = _links(page, targets)
            operators = [DRAW_WATERMARK] if watermark else []
            operators += page_operators(page, marking)
            operators += self._page_numbers(page, targets, marking)
            operators += _running(running.marks(place + 1, count))
            file.add_page(DrawnPage(operators, links, here, marking.owners))
        content = file.content(self._fonts.used, bookmarks)
        steps.drawn(count, count)
        missing = tuple(sorted(self._fonts.missing))
        return content, Written(count, tuple(fields), missing)

    def _watermark(self) -> list[str]:
        if not self._document.watermark:
            return []
        base = int(self._setter.rtl)
        return watermark_operators(self._document.watermark, self._fonts, base)

    def _page_numbers(
        self, page: Page, targets: dict[str, Target], marking: Marking
    ) -> Iterator[str]:
        for placed in page.bands:
            for mark in placed.band.marks:
                if isinstance(mark, PageOf) and mark.anchor in targets:
                    yield marking.opened(mark.tag)
                    yield from self._page_number(mark, placed.top, targets)
                    yield "EMC"

    def _page_number(
        self, mark: PageOf, top: float, targets: dict[str, Target]
    ) -> list[str]:
        run = Run(str(targets[mark.anchor].page + 1))
        look = CONTENTS[mark.level]
        words = self._setter.one_line(run, look)
        x = mark.x if mark.rtl else mark.x - words.width
        return line_operators(words, x, PAGE_HEIGHT - TOP - top - mark.y)


def _running(marks: Sequence[Mark]) -> Iterator[str]:
    drawn = [o for mark in marks for o in mark_operators(mark, PAGE_HEIGHT)]
    return artifact(drawn, "Pagination")


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


def _links(page: Page, targets: Mapping[str, Target]) -> list[PlacedLink]:
    """What leads nowhere is no link, but words like others."""
    found: list[PlacedLink] = []
    for placed in page.bands:
        for link in placed.band.links:
            if _leads(link.target, targets):
                found.append(_placed_link(link, PAGE_HEIGHT - TOP - placed.top))
            else:
                link.tag.role = Role.SPAN
    return found


def _leads(target: str, targets: Mapping[str, Target]) -> bool:
    if target.startswith("#"):
        return target[1:] in targets
    return len(address(target)) <= LONGEST_ADDRESS


def _placed_link(link: Link, top: float) -> PlacedLink:
    box = (link.x, top - link.bottom, link.x + link.width, top - link.top)
    return PlacedLink(link.target, box, link.tag, link.says)


def _fields(page: Page, number: int) -> list[PlacedField]:
    return [
        _placed_field(place, PAGE_HEIGHT - TOP - placed.top, number)
        for placed in page.bands
        for place in placed.band.fields
    ]


def _placed_field(place: FieldPlace, top: float, number: int) -> PlacedField:
    low = top - place.y - place.height
    box = (place.x, low, place.x + place.width, low + place.height)
    return PlacedField(place.field, number, box, place.label, place.tag)
