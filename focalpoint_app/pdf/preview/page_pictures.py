"""The pages of a PDF held in memory, drawn by PDFium at any size.

Nothing is written anywhere: a preview of answers leaves no file behind.
"""

from __future__ import annotations

from contextlib import closing
from threading import Lock
from typing import NamedTuple

import pypdfium2

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.preview.page_letters import Letters, letters_of

_PDFIUM = Lock()
"""PDFium keeps its state for the whole process: one call at a time."""


class Picture(NamedTuple):
    """Rows of ``stride`` bytes; four bytes a pixel, blue, green, red and one unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PagePictures:
    """``sizes`` are (width, height) of each page in points.

    Raises:
        AppError: ``pdf.unreadable``, for a locked one too.
    """

    def __init__(self, content: bytes) -> None:
        with _PDFIUM:
            self._file = _opened(content)
            self.sizes: tuple[tuple[float, float], ...] = _sizes(self._file)

    @property
    def pages(self) -> int:
        return len(self.sizes)

    def picture(self, page: int, width: int) -> Picture:
        """The page ``width`` pixels wide on white, signature fields drawn too."""
        with _PDFIUM:
            sheet = self._file[page]
            bitmap = sheet.render(
                scale=width / self.sizes[page][0], rev_byteorder=False, prefer_bgrx=True
            )
            found = Picture(
                bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
            )
            bitmap.close()
            sheet.close()
        return found

    def grey(self, page: int, width: int) -> Picture:
        """As ``picture``, one byte a pixel: a quarter of its memory.

        Raises:
            AppError: ``pdf.unreadable``.
        """
        try:
            with _PDFIUM, closing(self._file[page]) as sheet:
                scale = width / self.sizes[page][0]
                with closing(sheet.render(scale=scale, grayscale=True)) as bitmap:
                    return Picture(
                        bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer)
                    )
        except pypdfium2.PdfiumError as exc:
            raise AppError("pdf.unreadable") from exc

    def letters(self, page: int) -> Letters:
        with _PDFIUM:
            sheet = self._file[page]
            found = letters_of(sheet, self.sizes[page][1])
            sheet.close()
        return found

    def text(self, page: int) -> str:
        """As PDFium reads it, with blanks where letters stand apart: of any PDF.

        Raises:
            AppError: ``pdf.unreadable``.
        """
        try:
            with (
                _PDFIUM,
                closing(self._file[page]) as sheet,
                closing(sheet.get_textpage()) as text,
            ):
                return str(text.get_text_range())
        except pypdfium2.PdfiumError as exc:
            raise AppError("pdf.unreadable") from exc

    def close(self) -> None:
        with _PDFIUM:
            self._file.close()


def _sizes(file: pypdfium2.PdfDocument) -> tuple[tuple[float, float], ...]:
    try:
        return tuple(file.get_page_size(page) for page in range(len(file)))
    except pypdfium2.PdfiumError as exc:
        raise AppError("pdf.unreadable") from exc


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as exc:
        raise AppError("pdf.unreadable") from exc
