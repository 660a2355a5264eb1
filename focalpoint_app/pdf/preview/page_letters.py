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
_TOUCHING = 1.0  # points


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
    place: int  # in PDFium's order


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
        box = (left, height - top, right, height - bottom)
        yield _Letter(_said(code), box, piece, place)


def _by_piece(letters: Iterable[_Letter]) -> Iterator[list[_Letter]]:
    """Each piece in the order of its letters' places, whichever way it runs.

    PDFium leaves blanks and brackets that follow Latin letters the wrong way round.
    """
    for piece in _whole(letters):
        ends = [each for each in piece if each.said == "\n"]
        rest = [each for each in piece if each.said != "\n"]
        if _runs_left_to_right(each.said for each in piece):
            yield sorted(rest, key=lambda each: each.box[0]) + ends
        elif _runs_right_to_left(each.said for each in piece):
            yield _from_right(rest) + ends
        else:
            yield piece


def _from_right(letters: Iterable[_Letter]) -> list[_Letter]:
    """Marks stay with the letter before them."""
    groups: list[list[_Letter]] = []
    for letter in letters:
        if groups and unicodedata.combining(letter.said):
            groups[-1].append(letter)
        else:
            groups.append([letter])
    groups.sort(key=lambda group: -group[0].box[2])
    return [letter for group in groups for letter in group]


def _whole(letters: Iterable[_Letter]) -> Iterator[list[_Letter]]:
    """Hidden guiding marks cut a right-to-left stretch into pieces, drawn onwards
    from the left; it is one again in PDFium's order."""
    whole: list[_Letter] = []
    for _, group in groupby(letters, lambda each: each.piece):
        piece = list(group)
        if whole and _continues(whole, piece):
            whole = sorted([*whole, *piece], key=lambda each: each.place)
            continue
        if whole:
            yield whole
        whole = piece
    if whole:
        yield whole


def _continues(before: list[_Letter], piece: list[_Letter]) -> bool:
    if any(_runs_left_to_right(each.said for each in part) for part in (before, piece)):
        return False
    one, other = _extent(before), _extent(piece)
    is_beside = abs(other[0] - one[2]) <= _TOUCHING
    return is_beside and other[1] < one[3] and one[1] < other[3]


def _extent(piece: list[_Letter]) -> Box:
    boxes = [each.box for each in piece if each.said != "\n"]
    lefts, tops, rights, bottoms = zip(*boxes or [piece[0].box], strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _runs_left_to_right(said: Iterable[str]) -> bool:
    directions = _directions(said)
    return bool(directions & {"L", "EN"}) and not directions & {"R", "AL"}


def _runs_right_to_left(said: Iterable[str]) -> bool:
    directions = _directions(said)
    return bool(directions & {"R", "AL"}) and not directions & {"L", "EN", "AN"}


def _directions(said: Iterable[str]) -> set[str]:
    """Marks that only steer have a direction too, and stand in every piece."""
    return {
        unicodedata.bidirectional(each)
        for each in said
        if unicodedata.category(each) != "Cf"
    }


def _said(code: int) -> str:
    if code in (10, 13):
        return "\n"
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
