"""The pages of a document in order, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.rw_common import PdfHandler

from focalpoint_app.pdf.verifying.boxes import area_of, matrix_of
from focalpoint_app.pdf.verifying.canvas import UNIT, Area, Canvas, Pattern, corners
from focalpoint_app.pdf.verifying.fonts import Decoder, decoder_of
from focalpoint_app.pdf.verifying.hostile_file import entry
from focalpoint_app.pdf.verifying.notes import noted
from focalpoint_app.pdf.verifying.operators import Meaning, operators
from focalpoint_app.pdf.verifying.runs import (
    NO_LETTERS,
    Letters,
    Reading,
    Run,
    Shown,
)
from focalpoint_app.pdf.verifying.shown import shown

_MOST_NODES = 20_000
_MOST_CONTENT = 40_000_000  # bytes; a thousand answers take 20 million
_MOST_ON_PAGE = 2_000_000  # bytes of one stream; our longest page has 120,000
_MOST_OPERATORS = 2_000_000  # a thousand answers take 1 million
_MOST_FORMS = 64  # drawn on one page, within each other or not
_TEXT_OPERATORS = (b"Tj", b"TJ", b"Do", b"'", b'"')
_A4 = Area(0.0, 0.0, 595.276, 841.89)


class _Page(NamedTuple):
    """A page with its own or inherited resources and size."""

    dictionary: DictionaryObject
    resources: PdfObject | None
    box: PdfObject | None


Readings = dict[Decoder, Reading]
"""What is shown in each font."""


def shown_pages(
    document: PdfHandler,
    patterns: list[Pattern] | None = None,
    readings: Readings | None = None,
) -> Iterator[tuple[Shown, ...]]:
    """Each page's runs in drawing order, those that can be seen; then its notes'.

    To ``patterns`` is added what may be a code, to ``readings`` what the pages
    themselves say.

    A page that cannot be read raises one of ``PARSER_FAILURES``.
    """
    fonts: dict[tuple[int, int], Decoder] = {}
    budget = _Budget()
    for page in _pages(document):
        canvas = Canvas(area_of(page.box) or _A4)
        yield tuple(_seen(page, _Drawing(fonts, budget), canvas, readings))
        if patterns is not None:
            patterns += canvas.patterns


def _seen(
    page: _Page, drawing: _Drawing, canvas: Canvas, readings: Readings | None
) -> Iterator[Shown]:
    content = _content(page.dictionary)
    runs = list(drawing.runs(content, page.resources, canvas))
    notes = list(noted(page.dictionary, drawing.form))
    for note in notes:
        canvas.covers.append((len(runs), note.area))
    seen = canvas.seen([run.stand for run in runs])
    for run, is_seen in zip(runs, seen, strict=True):
        if is_seen:
            yield run.shown
        if run.stand is not None and readings is not None:
            decoder, strings = run.stand.strings_shown()
            readings.setdefault(decoder, Reading()).add(run.said, strings)
    for note in notes:
        yield from note.runs


class _Budget:
    """How much content may still be read, over all pages: one stream may be that of a
    thousand pages.
    """

    def __init__(self) -> None:
        self._left = _MOST_CONTENT
        self._operators = iter(range(1, _MOST_OPERATORS))

    def read(self, content: bytes) -> Iterator[Meaning]:
        """Raises PdfError before it parses what is too long."""
        self._left -= len(content)
        if self._left < 0 or len(content) > _MOST_ON_PAGE:
            raise PdfError("too much content")
        return operators(content, self._operators)


class _Drawing:
    """What a page is drawn with; ``fonts`` keeps those met on earlier pages."""

    def __init__(self, fonts: dict[tuple[int, int], Decoder], budget: _Budget) -> None:
        self._fonts = fonts
        self._budget = budget
        self._forms = 0

    def runs(
        self,
        content: bytes,
        resources: PdfObject | None,
        canvas: Canvas,
        letters: Letters = NO_LETTERS,
    ) -> Iterator[Run]:
        drawings = entry(resources, "/XObject")
        decoders = dict(_decoders(entry(resources, "/Font"), self._fonts))

        def draw(name: str, canvas: Canvas, letters: Letters) -> Iterator[Run]:
            drawing = entry(drawings, name)
            if isinstance(drawing, StreamObject):
                return self._drawn(drawing, resources, canvas, letters)
            return iter(())

        meanings = self._budget.read(content)
        return shown(meanings, decoders, canvas, draw, letters)

    def form(self, form: StreamObject, canvas: Canvas) -> Iterator[Run]:
        """The runs of a form alone, wherever it is put."""
        self._count()
        resources = entry(form, "/Resources")
        return self.runs(bytes(form.data), resources, canvas)

    def _drawn(
        self,
        drawing: StreamObject,
        around: PdfObject | None,
        canvas: Canvas,
        letters: Letters,
    ) -> Iterator[Run]:
        """A form without resources takes those around it."""
        self._count()
        if str(entry(drawing, "/Subtype")) != "/Form":
            canvas.lay(UNIT)
            return
        with canvas.apart():
            canvas.transform(matrix_of(entry(drawing, "/Matrix")))
            box = area_of(entry(drawing, "/BBox"))
            canvas.lay(UNIT if box is None else corners(box))
            content = bytes(drawing.data)
            if any(operator in content for operator in _TEXT_OPERATORS):
                resources = entry(drawing, "/Resources") or around
                yield from self.runs(content, resources, canvas, letters)

    def _count(self) -> None:
        """What the next one covers nobody would know."""
        self._forms += 1
        if self._forms > _MOST_FORMS:
            raise PdfError("too many drawings on a page")


def _pages(document: PdfHandler) -> Iterator[_Page]:
    pending: list[tuple[PdfObject | None, PdfObject | None, PdfObject | None]] = []
    pending.append((entry(document.root, "/Pages"), None, None))
    for _ in range(_MOST_NODES):  # A tree that loops ends here.
        if not pending:
            return
        node, inherited, around = pending.pop()
        resources = entry(node, "/Resources") or inherited
        box = entry(node, "/CropBox") or entry(node, "/MediaBox") or around
        children = entry(node, "/Kids")
        if isinstance(children, ArrayObject):
            last_first = range(len(children) - 1, -1, -1)
            pending.extend((children[index], resources, box) for index in last_first)
        elif isinstance(node, DictionaryObject):
            yield _Page(node, resources, box)


def _content(page: DictionaryObject) -> bytes:
    content = entry(page, "/Contents")
    parts = content if isinstance(content, ArrayObject) else ArrayObject([content])
    streams = (parts[index] for index in range(len(parts)))
    return b"\n".join(
        bytes(each.data) for each in streams if isinstance(each, StreamObject)
    )


def _decoders(
    fonts: PdfObject | None, known: dict[tuple[int, int], Decoder]
) -> Iterator[tuple[str, Decoder]]:
    """By resource name; ``known`` keeps those of fonts met on earlier pages."""
    if not isinstance(fonts, DictionaryObject):
        return
    for name in fonts:
        font, reference = fonts[name], fonts.raw_get(name)
        if not isinstance(font, DictionaryObject):
            continue
        if not isinstance(reference, IndirectObject):
            yield name, decoder_of(font)
            continue
        key = (reference.idnum, reference.generation)
        if key not in known:
            known[key] = decoder_of(font)
        yield name, known[key]
