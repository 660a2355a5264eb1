"""The pages as they will be, before anything is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from focalpoint_app.document.blocks import Document
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.clearance import Clearance, edition_of
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.preview.finding import Found, Searchable
from focalpoint_app.pdf.preview.page_pictures import PagePictures
from focalpoint_app.pdf.preview.page_pictures import Picture as Picture
from focalpoint_app.workflow.submitting.leaving import Order
from focalpoint_app.workflow.submitting.submission import (
    Watch,
    edition,
    look_of,
    view_of,
)

Place = Found
"""Where something was found: its page, and boxes in points from the page's top."""


class Size(NamedTuple):
    """Of a page, in points."""

    width: float
    height: float


class Preview:
    """A document's pages in memory.  ``missing``: characters that print as boxes.

    Made in the worker, then used on one thread.
    """

    def __init__(
        self, title: str, content: bytes, missing: tuple[str, ...] = ()
    ) -> None:
        self.title = title
        self.missing = missing
        self._pictures = PagePictures(content)
        self._searchable: dict[int, Searchable] = {}
        self.sizes = tuple(Size(*each) for each in self._pictures.sizes)

    @property
    def pages(self) -> int:
        return len(self.sizes)

    def picture(self, page: int, width: int) -> Picture:
        """Page 0 is the first; ``width`` in pixels."""
        return self._pictures.picture(page, width)

    def text(self, page: int) -> str:
        return self._pictures.letters(page).text

    def find(self, wanted: str, page: int) -> tuple[Place, ...]:
        """All places on one page; what a page says is read once."""
        if page not in self._searchable:
            letters = self._pictures.letters(page)
            self._searchable[page] = Searchable(page, letters)
        return tuple(self._searchable[page].find(wanted))

    def find_everywhere(self, wanted: str) -> Iterator[Place]:
        for page in range(self.pages):
            yield from self.find(wanted, page)

    def close(self) -> None:
        self._pictures.close()


def preview_of(document: Document, watch: Watch | None = None) -> Preview:
    """Long work for the worker.

    Raises:
        AppError: ``task.cancelled``.
    """
    watch = watch or Watch()
    content, written = pdf_content(
        document, progress=watch.progress, cancelled=watch.cancelled
    )
    return Preview(document.title, content, written.missing)


def preview_of_answers(
    questionnaire: Questionnaire,
    content: Mapping[str, Any],
    order: Order,
    watch: Watch | None = None,
) -> Preview:
    """The edition that ``frozen_content`` would become, DRAFT across each page."""
    leaving = edition_of(content, order.audience)
    view = view_of(questionnaire, json.loads(leaving.content), None)
    return preview_of(_document(view, order), watch)


def preview_of_clearance(
    questionnaire: Questionnaire,
    clearance: Clearance,
    order: Order,
    watch: Watch | None = None,
) -> Preview:
    """The very pages that would be written; stamps come when they are signed."""
    leaving = edition(clearance, order.audience)
    view = view_of(questionnaire, json.loads(leaving.content), leaving.digest)
    return preview_of(_document(view, order), watch)


def _document(view: EditionView, order: Order) -> Document:
    look = look_of(order.language, order.beside, order.paper)
    return submission(view, Catalogue(order.language), order.lines, look=look)
