"""Pages onto paper: each drawn for the printer's dots, up to 300 an inch."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from focalpoint_app.domain.errors import AppError

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.preview import Preview

_DOTS = 300  # an inch; finer is not to be told apart in text, and weighs four times


def a4_printer(title: str) -> QPrinter:
    """The system's printer, A4 upright, with the margins that the pages have."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    upright = QPageLayout.Orientation.Portrait
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(a4, upright, QMarginsF(0, 0, 0, 0)))
    return printer


def asked_printer(preview: Preview, parent: QWidget) -> QPrinter | None:
    """The user's choice of printer, pages and copies; None where they cancel."""
    printer = a4_printer(preview.title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, preview.pages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def chosen_pages(printer: QPrinter, pages: int) -> range:
    """From 0; all of them unless a range was asked for."""
    first, last = printer.fromPage(), printer.toPage()
    if first < 1:
        return range(pages)
    return range(first - 1, min(last or pages, pages))


def print_pages(
    preview: Preview,
    printer: QPrinter,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> int:
    """Long work for the worker; how many pages went to the printer.

    Raises:
        AppError: ``task.cancelled``, ``printer.failed``.
    """
    wanted = chosen_pages(printer, preview.pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise AppError("printer.failed")
    try:
        for done, page in enumerate(wanted):
            if cancelled():
                printer.abort()
                raise AppError("task.cancelled")
            if done and not printer.newPage():
                raise AppError("printer.failed")
            _paint(painter, printer, preview, page)
            progress((done + 1) / len(wanted))
    finally:
        painter.end()
    return len(wanted)


def _paint(painter: QPainter, printer: QPrinter, preview: Preview, page: int) -> None:
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    inches = preview.sizes[page].width / 72
    picture = preview.picture(page, round(inches * min(_DOTS, printer.resolution())))
    image = QImage(
        picture.pixels, picture.width, picture.height, picture.stride,
        QImage.Format.Format_RGB32,
    )  # fmt: skip
    size = preview.sizes[page]
    high = paper.width() * size.height / size.width
    painter.drawImage(QRectF(paper.left(), paper.top(), paper.width(), high), image)
