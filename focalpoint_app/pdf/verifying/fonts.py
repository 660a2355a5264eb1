"""From the codes of a font to the characters they stand for (ISO 32000-2, 9.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    PdfObject,
    StreamObject,
)

from focalpoint_app.pdf.verifying.hostile_file import entry
from focalpoint_app.pdf.verifying.operators import unhexed

_BLOCKS = re.compile(rb"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(
    _HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([0-9A-Fa-f<>\s]*)\])"
)
_EACH = re.compile(_HEX)
_EM = 1000.0
_USUAL = 500.0  # of a simple font's letters; ours are all composite
_LATIN = {bytes((code,)): chr(code) for code in range(256)}
_WIDEST_RANGE = 256  # The last byte alone may differ (Adobe note 5411, 1.4.1).


@dataclass(frozen=True, slots=True, eq=False)
class Decoder:
    """What each code of a string stands for, and how far it moves the pen.

    ``step`` is the bytes of a code; ``widths`` are in thousandths of an em.  ``font``
    is None where a page names one that it has not.
    """

    characters: Mapping[bytes, str]
    widths: Mapping[bytes, float]
    usual: float
    step: int
    font: DictionaryObject | None = None

    def __call__(self, codes: bytes) -> list[str]:
        known, step = self.characters, self.step
        return [
            known.get(codes[at : at + step], "") for at in range(0, len(codes), step)
        ]

    def length(self, codes: bytes) -> float:
        """In ems."""
        known, step, usual = self.widths, self.step, self.usual
        each = (codes[at : at + step] for at in range(0, len(codes), step))
        return sum([known.get(code, usual) for code in each]) / _EM


def decoder_of(font: DictionaryObject) -> Decoder:
    """By the font's ToUnicode map; a simple font without one is read as Latin-1."""
    to_unicode = entry(font, "/ToUnicode")
    is_composite = str(entry(font, "/Subtype")) == "/Type0"
    characters: Mapping[bytes, str] = {} if is_composite else _LATIN
    if isinstance(to_unicode, StreamObject):
        characters = dict(_mappings(bytes(to_unicode.data)))
    if not is_composite:
        return Decoder(characters, {}, _USUAL, 1, font)
    below = descendant(font)
    usual = _number(entry(below, "/DW"), _EM)
    widths = dict(_widths(entry(below, "/W")))
    return Decoder(characters, widths, usual, 2, font)


_PRINTED = {code: each for code, each in _LATIN.items() if each.isprintable()}
UNKNOWN = Decoder(_PRINTED, {}, _USUAL, 1)
"""For a font that a page has not: some readers take one of their own."""


def descendant(font: DictionaryObject) -> PdfObject | None:
    """What a composite font is made of."""
    below = entry(font, "/DescendantFonts")
    return below[0] if isinstance(below, ArrayObject) and len(below) else None


def _widths(listed: PdfObject | None) -> Iterator[tuple[bytes, float]]:
    """Each code of its own, or a range of one width (ISO 32000-1, 9.7.4.3)."""
    if not isinstance(listed, ArrayObject):
        return
    place = 0
    while place + 1 < len(listed):
        first, second = int(_number(listed[place], 0)), listed[place + 1]
        if isinstance(second, ArrayObject):
            for step, width in enumerate(second):
                yield _code(first + step), _number(width, 0)
            place += 2
            continue
        last = min(int(_number(second, 0)), first + _WIDEST_RANGE)
        width = _number(listed[place + 2], 0) if place + 2 < len(listed) else 0.0
        for code in range(first, last + 1):
            yield _code(code), width
        place += 3


def _code(number: int) -> bytes:
    return (number & 0xFFFF).to_bytes(2, "big")


def _number(value: object, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float | Decimal) else otherwise


def _mappings(cmap: bytes) -> Iterator[tuple[bytes, str]]:
    for block in _BLOCKS.finditer(cmap):
        pairs = _characters if block[1] == b"char" else _ranges
        yield from pairs(block[2])


def _characters(block: bytes) -> Iterator[tuple[bytes, str]]:
    for pair in _PAIR.finditer(block):
        yield unhexed(pair[1]), _utf16(unhexed(pair[2]))


def _ranges(block: bytes) -> Iterator[tuple[bytes, str]]:
    return chain.from_iterable(_range(each) for each in _RANGE.finditer(block))


def _range(found: re.Match[bytes]) -> Iterator[tuple[bytes, str]]:
    first, last = unhexed(found[1]), unhexed(found[2])
    start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
    codes = range(start, min(end, start + _WIDEST_RANGE - 1) + 1)
    if found[4] is not None:
        texts = [_utf16(unhexed(each)) for each in _EACH.findall(found[4])]
    else:
        texts = list(_counted(unhexed(found[3]), len(codes)))
    for code, text in zip(codes, texts, strict=False):
        yield code.to_bytes(len(first), "big"), text


def _counted(first: bytes, count: int) -> Iterator[str]:
    start = int.from_bytes(first, "big")
    for step in range(count):
        yield _utf16((start + step).to_bytes(len(first) or 1, "big"))


def _utf16(code: bytes) -> str:
    return code.decode("utf-16-be", "replace")
