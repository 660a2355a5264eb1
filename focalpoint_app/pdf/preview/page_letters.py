"""What a page says, letter by letter, in the order in which it was set."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

Box = tuple[float, float, float, float]


class Letters(NamedTuple):
    """``boxes`` one to a character: left, top, right, bottom in points.

    They run down from the page's top.
    """

    text: str
    boxes: tuple[Box, ...]


class _Letter(NamedTuple):
    said: str
    box: Box
    piece: int  # which piece of text on the page it belongs to, in drawing order


def letters_of(page: pypdfium2.PdfPage, height: float) -> Letters:
    """``height`` of the page in points."""
    text = page.get_textpage()
    found = sorted(_read(text, _pieces(page), height), key=lambda each: each.piece)
    text.close()
    ordered = [each for piece in _by_piece(found) for each in piece]
    said = "".join(each.said for each in ordered)
    return Letters(said, tuple(each.box for each in ordered))


def _pieces(page: pypdfium2.PdfPage) -> dict[int, int]:
    """PDFium turns pieces of a right-to-left line round; they are drawn as read."""
    return {_address(each.raw): place for place, each in enumerate(page.get_objects())}


def _read(
    text: pypdfium2.PdfTextPage, pieces: dict[int, int], height: float
) -> Iterator[_Letter]:
    piece = 0
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        if code == ord(" ") and raw.FPDFText_IsGenerated(text, place) == 1:
            continue  # a blank put in where letters stand apart; ours are all written
        owner = _address(raw.FPDFText_GetTextObject(text, place))
        piece = pieces.get(owner, piece)
        left, bottom, right, top = text.get_charbox(place, loose=True)
        yield _Letter(_said(code), (left, height - top, right, height - bottom), piece)


def _by_piece(letters: Iterable[_Letter]) -> Iterator[list[_Letter]]:
    """A piece that runs from left to right is put in that order again."""
    for _, group in groupby(letters, lambda each: each.piece):
        piece = list(group)
        if _runs_left_to_right(each.said for each in piece):
            ends = [each for each in piece if each.said == "\n"]
            rest = [each for each in piece if each.said != "\n"]
            piece = sorted(rest, key=lambda each: each.box[0]) + ends
        yield piece


def _runs_left_to_right(said: Iterable[str]) -> bool:
    """Marks that only steer have a direction too, and stand in every piece."""
    seen = {
        unicodedata.bidirectional(each)
        for each in said
        if unicodedata.category(each) != "Cf"
    }
    return bool(seen & {"L", "EN"}) and not seen & {"R", "AL"}


def _said(code: int) -> str:
    if code in (10, 13):
        return "\n"
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
