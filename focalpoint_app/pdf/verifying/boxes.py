"""Boxes and matrices as a PDF writes them: arrays of numbers."""

from __future__ import annotations

from pyhanko.pdf_utils.generic import ArrayObject, PdfObject

from focalpoint_app.pdf.verifying.canvas import IDENTITY, Area, Matrix


def area_of(box: PdfObject | None) -> Area | None:
    """None for what is no rectangle."""
    numbers = _floats(box)
    if len(numbers) != 4:
        return None
    left, low, right, high = numbers
    return Area(min(left, right), min(low, high), max(left, right), max(low, high))


def matrix_of(array: PdfObject | None) -> Matrix:
    numbers = _floats(array)
    if len(numbers) != 6:
        return IDENTITY
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _floats(array: PdfObject | None) -> list[float]:
    if not isinstance(array, ArrayObject):
        return []
    return [float(array[place]) for place in range(len(array))]
