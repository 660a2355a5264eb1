"""From the codes of a font to the characters they stand for (ISO 32000-2, 9.10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from pyhanko.pdf_utils.generic import DictionaryObject, StreamObject

from focalpoint_app.pdf.verifying.hostile_file import entry

Decoder = Callable[[bytes], list[str]]
"""What each code of a string stands for."""

_BLOCKS = re.compile(rb"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
_HEX = rb"<([0-9A-Fa-f\s]*)>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(
    _HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([0-9A-Fa-f<>\s]*)\])"
)
_EACH = re.compile(_HEX)
_WIDEST_RANGE = 256  # The last byte alone may differ (Adobe note 5411, 1.4.1).


def decoder_of(font: DictionaryObject) -> Decoder:
    """By the font's ToUnicode map; a simple font without one is read as Latin-1."""
    to_unicode = entry(font, "/ToUnicode")
    is_composite = str(entry(font, "/Subtype")) == "/Type0"
    if not isinstance(to_unicode, StreamObject):
        return _nothing if is_composite else _latin
    characters = dict(_mappings(bytes(to_unicode.data)))
    width = 2 if is_composite else 1
    return lambda codes: [
        characters.get(codes[start : start + width], "")
        for start in range(0, len(codes), width)
    ]


def _latin(codes: bytes) -> list[str]:
    return list(codes.decode("latin-1"))


def _nothing(_codes: bytes) -> list[str]:
    return []


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


def unhexed(digits: bytes) -> bytes:
    """A hexadecimal string's bytes; an odd last digit counts as followed by 0."""
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _utf16(code: bytes) -> str:
    return code.decode("utf-16-be", "replace")
