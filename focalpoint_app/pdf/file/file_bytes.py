"""The bytes of a PDF file: objects packed into streams, then where each one lies.

Object streams and cross-reference streams: ISO 32000-1, 7.5.7 and 7.5.8.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# Objects in one stream: pyHanko reads a stream's index anew for each of them, and with
# 128 it took twice as long to verify a file that is a fifteenth smaller.
_PACKED = 16
_COMPRESSION = 6
_ENTRY = struct.Struct(">BIH")
_FREE = _ENTRY.pack(0, 0, 0xFFFF)


class FileBytes:
    """``put`` and ``pack`` objects by their numbers; ``finished`` gives the bytes once.

    Streams and what holds them must be put.
    """

    def __init__(self) -> None:
        self._written = BytesIO()
        self._written.write(_HEADER)
        self._places: dict[int, bytes] = {}
        self._waiting: list[tuple[int, bytes]] = []

    def put(self, number: int, content: bytes) -> None:
        self._places[number] = _ENTRY.pack(1, self._written.tell(), 0)
        self._written.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def pack(self, number: int, content: bytes) -> None:
        self._waiting.append((number, content))

    def finished(self, number: int, trailer: bytes) -> bytes:
        """``number``: the first that is free; ``trailer``: entries beside the size."""
        for packed in _batches(self._waiting):
            self._put_packed(number, packed)
            number += 1
        start = self._written.tell()
        self._places[number] = _ENTRY.pack(1, start, 0)
        rows = [self._places.get(n, _FREE) for n in range(number + 1)]
        entries = b"/Type/XRef/Size %d/W[1 4 2]%s" % (number + 1, trailer)
        self.put(number, _flate(entries, rows))
        self._written.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._written.getvalue()

    def _put_packed(self, number: int, packed: list[tuple[int, bytes]]) -> None:
        index, offset = [], 0
        for place, (of, content) in enumerate(packed):
            self._places[of] = _ENTRY.pack(2, number, place)
            index.append(b"%d %d " % (of, offset))
            offset += len(content) + 1
        first = sum(map(len, index))
        entries = b"/Type/ObjStm/N %d/First %d" % (len(packed), first)
        bodies = [body + b"\n" for _, body in packed]
        self.put(number, _flate(entries, [*index, *bodies]))


def stream(entries: bytes, content: bytes) -> bytes:
    """A stream object; ``entries`` of its dictionary, its length left out."""
    length = b"/Length %d" % len(content)
    return b"<<%s%s>>\nstream\n%s\nendstream" % (entries, length, content)


def _flate(entries: bytes, parts: list[bytes]) -> bytes:
    compressed = zlib.compress(b"".join(parts), _COMPRESSION)
    return stream(entries + b"/Filter/FlateDecode", compressed)


def _batches(waiting: list[tuple[int, bytes]]) -> list[list[tuple[int, bytes]]]:
    return [
        waiting[start : start + _PACKED] for start in range(0, len(waiting), _PACKED)
    ]
