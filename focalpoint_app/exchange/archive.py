"""Zip files of strangers: what is too much is refused before it is unpacked."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.xml_parts import MOST_MARKS

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that comes in, pictures included."""

LARGEST_PART = 16 * 1024 * 1024
"""Bytes of one part, unpacked: 150 answers of 20,000 letters take half of it."""

LARGEST_TOTAL = 32 * 1024 * 1024
"""Bytes of all parts that are read, unpacked: a name may be asked for twice."""

LARGEST_DIRECTORY = 512 * 1024
"""Bytes of a zip's own list of contents: some 5,000 names, which Word never has."""

STEEPEST = 300
"""How many times its packed size a part of over a megabyte may have."""

_SMALL = 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What office programs write.  Of the others zipfile unpacks a part whole, whatever
size it claims and however little was asked for."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises over bytes that are no whole zip."""

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LARGE_MARK = b"PK\x06\x07"
"""Stands before the end where another list, of any length, is the one that counts."""


class Archive:
    """The parts of a zip, each read under ``LARGEST_PART``, all under
    ``LARGEST_TOTAL`` and, where they are XML, ``MOST_MARKS``.

    Raises:
        AppError: ``reply.too_large``, ``reply.damaged``, ``reply.overblown``,
            ``reply.unsafe``, ``reply.locked``.
    """

    def __init__(self, content: bytes) -> None:
        refuse_large(content)
        self._refuse_crowd(content)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _BROKEN as exc:
            raise AppError("reply.damaged") from exc
        self.names = frozenset(self._zip.namelist())
        self._refuse_tricks()
        self._bytes = self._marks = 0

    def read(self, name: str) -> bytes:
        """A part's bytes; ``reply.damaged`` where there is none of this name."""
        try:
            info = self._zip.getinfo(name)
            self._refuse_blown_up(info)
            with self._zip.open(info) as part:
                found = part.read(LARGEST_PART + 1)
        except (KeyError, *_BROKEN) as exc:
            raise AppError("reply.damaged") from exc
        if len(found) > LARGEST_PART:
            raise AppError("reply.overblown")
        self._refuse_sum(name, found)
        return found

    def read_if_there(self, name: str) -> bytes | None:
        return self.read(name) if name in self.names else None

    def _refuse_sum(self, name: str, found: bytes) -> None:
        """A hundred parts, each small enough, would take a hundred times as long."""
        self._bytes += len(found)
        if name.endswith((".xml", ".rels")):
            self._marks += found.count(b"<") + found.count(b"=")
        if self._bytes > LARGEST_TOTAL or self._marks > MOST_MARKS:
            raise AppError("reply.overblown")

    def _refuse_crowd(self, content: bytes) -> None:
        """A million names would fill the memory before one of them was asked for."""
        end = content.rfind(_END_MARK, max(0, len(content) - 65_557))
        if end < 0 or len(content) - end < _END.size:
            raise AppError("reply.damaged")
        _, _, _, _, count, size, _, _ = _END.unpack_from(content, end)
        if size > LARGEST_DIRECTORY or count > LARGEST_DIRECTORY // 46:
            raise AppError("reply.overblown")
        if content[max(0, end - 20) : end].startswith(_LARGE_MARK):
            raise AppError("reply.overblown")

    def _refuse_tricks(self) -> None:
        """Names are only looked up, but one that climbs out is no accident."""
        infos = self._zip.infolist()
        if any(info.flag_bits & 0x1 for info in infos):
            raise AppError("reply.locked")
        if len(self.names) != len(infos) or any(map(_climbs, self.names)):
            raise AppError("reply.unsafe")
        if any(info.compress_type not in _METHODS for info in infos):
            raise AppError("reply.unsafe")

    def _refuse_blown_up(self, info: zipfile.ZipInfo) -> None:
        steep = info.file_size > STEEPEST * max(info.compress_size, 1)
        if info.file_size > LARGEST_PART or (steep and info.file_size > _SMALL):
            raise AppError("reply.overblown")


def refuse_large(content: bytes, largest: int = LARGEST) -> None:
    """``reply.too_large`` over so many bytes."""
    if len(content) > largest:
        raise AppError("reply.too_large", limit=largest // (1024 * 1024))


def _climbs(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]
