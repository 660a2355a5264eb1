"""A reader that finds what lies packed in a stream without reading its list anew.

pyHanko reads the list of a stream's objects from its beginning for each of them: ten
thousand, a file of 100 KB, kept it busy for minutes.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, NamedTuple

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import (
    IndirectObject,
    NullObject,
    PdfObject,
    Reference,
    StreamObject,
    read_object,
)
from pyhanko.pdf_utils.misc import PdfReadError, PdfStreamError
from pyhanko.pdf_utils.reader import PdfFileReader

MOST_PACKED = 300_000
"""Objects in all streams of a file; our longest has some tens of thousands."""

_BLANKS = b" \t\r\n\f\0"
_BLANK = re.compile(rb"[ \t\r\n\f\0]+")


class _Packed(NamedTuple):
    """``places``: object number to where it stands in the list, and in ``data``."""

    data: bytes
    places: dict[int, tuple[int, int]]


class PackedReader(PdfFileReader):
    """As its base, but for what it takes to find an object (ISO 32000-2, 7.5.7)."""

    def __init__(self, *given: Any, **options: Any) -> None:
        self._lists: dict[int, _Packed] = {}
        self._listed = 0
        super().__init__(*given, **options)

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> PdfObject:
        packed = self._lists.get(stmnum)
        if packed is None:
            packed = self._lists[stmnum] = self._unpacked(stmnum)
        index, at = packed.places.get(idnum, (-1, 0))
        if index != idx and (self.strict or index < 0):
            return self._missing(f"object {idnum} is not where it should be")
        stream = BytesIO(packed.data)
        stream.seek(at)
        try:
            found: PdfObject = read_object(stream, Reference(idnum, 0, self))
        except (PdfStreamError, PdfReadError) as exc:
            return self._missing(f"object {idnum}: {exc}")
        if self.strict and isinstance(found, StreamObject | IndirectObject):
            raise PdfReadError(f"object {idnum} may not be packed")
        return found

    def _unpacked(self, number: int) -> _Packed:
        stream = Reference(number, 0, self).get_object()
        if not isinstance(stream, StreamObject) or stream["/Type"] != "/ObjStm":
            raise PdfReadError(f"object {number} packs no others")
        data = stream.read_data(DecodePurpose.OBJECT_STREAM)
        count, first = int(stream["/N"]), int(stream["/First"])
        self._listed += max(count, 1)
        if self._listed > MOST_PACKED:
            raise PdfReadError("too many objects")
        numbers = _numbers(data[: max(first, 0)], 2 * count)
        pairs = zip(numbers[::2], numbers[1::2], strict=False)
        places: dict[int, tuple[int, int]] = {}
        for index, (packed, offset) in enumerate(pairs):
            places.setdefault(packed, (index, first + offset))
        return _Packed(data, places)

    def _missing(self, why: str) -> PdfObject:
        if self.strict:
            raise PdfReadError(why)
        return NullObject()


def _numbers(head: bytes, count: int) -> list[int]:
    """The first ``count``; nothing that readers read differently counts as one."""
    words = _BLANK.split(head.strip(_BLANKS), maxsplit=max(count, 0))[: max(count, 0)]
    if not all(map(bytes.isdigit, words)):
        raise PdfReadError("a list of objects that is none")
    return list(map(int, words))
