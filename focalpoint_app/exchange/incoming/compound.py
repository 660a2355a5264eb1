"""Compound files of strangers ([MS-CFB]): their streams, by path, within limits."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import refuse_large

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
Path = tuple[str, ...]

_HEADER = struct.Struct("<24x3H2H6x10I")
_ENTRY = struct.Struct("<64sHBx3I36xIQ")
_HEADED = 109
"""Sectors of the table that the header itself names."""
_LAST = 0xFFFFFFFA
"""Numbers from here on are ends and marks, no sectors."""
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_MOST_DEEP = 32
_MOST_ENTRIES = 50_000
"""Streams and storages; a mail has a storage for each recipient and attachment."""


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    size: int


class Compound:
    """A file of streams in storages; ``streams`` are their paths without the root.

    All that is read together is at most twice the file: streams may share their
    sectors as often as their writer likes.

    Raises:
        AppError: ``reply.too_large``, ``reply.damaged``, ``reply.overblown``.
    """

    def __init__(self, content: bytes) -> None:
        refuse_large(content)
        self._content = content
        self._left = 2 * len(content)
        try:
            self._open()
        except (struct.error, IndexError) as exc:
            raise AppError("reply.damaged") from exc

    @property
    def streams(self) -> Collection[Path]:
        return self._streams

    def read(self, path: Path) -> bytes:
        """Nothing where there is no such stream."""
        place = self._streams.get(path)
        if place is None:
            return b""
        self._left -= min(place.size, len(self._content))
        if self._left < 0:
            raise AppError("reply.overblown")
        try:
            is_small = place.size < self._cutoff
            return self._small(place) if is_small else self._joined(place)
        except IndexError as exc:
            raise AppError("reply.damaged") from exc

    def _open(self) -> None:
        if not self._content.startswith(SIGNATURE):
            raise AppError("reply.damaged")
        said = _HEADER.unpack_from(self._content)
        _, _, _, shift, small_shift = said[:5]
        _, _, self._directory, _, self._cutoff, small, _, more, _ = said[5:14]
        if shift not in (9, 12) or small_shift != 6 or self._cutoff > 1 << 16:
            raise AppError("reply.damaged")
        self._size = 1 << shift
        self._sectors = len(self._content) // self._size
        self._table = self._numbers(self._table_sectors(more))
        self._small_table = self._numbers(self._chain(small, self._table))
        self._streams, root = self._entries()
        self._small_content = self._joined(root)

    def _table_sectors(self, more: int) -> Iterator[int]:
        """In the header, then in a chain of sectors that each name the next one."""
        yield from struct.unpack_from(f"<{_HEADED}I", self._content, 76)
        seen = 0
        while more < _LAST and seen <= self._sectors:
            *named, more = struct.unpack(f"<{self._size // 4}I", self._sector(more))
            yield from named
            seen += 1

    def _numbers(self, sectors: Iterator[int]) -> tuple[int, ...]:
        """Of a table, which has four bytes for every 64 of the file at the most."""
        raw, most = bytearray(), len(self._content) // 16 + self._size
        for each in sectors:
            if each < _LAST:
                raw += self._sector(each)
            if len(raw) > most:  # It names the same ones over and over.
                raise AppError("reply.damaged")
        return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        found = self._content[start : start + self._size]
        if not found:
            raise AppError("reply.damaged")
        return found.ljust(self._size, b"\0")  # The last one may be cut short.

    def _chain(self, start: int, table: tuple[int, ...]) -> Iterator[int]:
        """One that runs in a circle is damaged."""
        for _ in range(min(len(table), len(self._content) // 64) + 1):
            if start >= _LAST:
                return
            yield start
            start = table[start]
        raise AppError("reply.damaged")

    def _joined(self, place: _Place) -> bytes:
        size = min(place.size, len(self._content))
        found = bytearray()
        for each in self._chain(place.start, self._table):
            if len(found) >= size:
                break
            found += self._sector(each)
        return bytes(found[:size])

    def _small(self, place: _Place) -> bytes:
        found = bytearray()
        for each in self._chain(place.start, self._small_table):
            if len(found) >= place.size:
                break
            piece = self._small_content[each * 64 : each * 64 + 64]
            if not piece:
                raise AppError("reply.damaged")
            found += piece
        return bytes(found[: place.size])

    def _entries(self) -> tuple[dict[Path, _Place], _Place]:
        """The tree of storages, without recursion; each entry is read once."""
        raw = self._joined(_Place(self._directory, len(self._content)))
        if len(raw) > _MOST_ENTRIES * _ENTRY.size:
            raise AppError("reply.overblown")
        entries = list(_ENTRY.iter_unpack(raw[: len(raw) // 128 * 128]))
        streams: dict[Path, _Place] = {}
        seen: set[int] = set()
        waiting: list[tuple[int, Path]] = [(entries[0][5], ())]
        while waiting:
            number, above = waiting.pop()
            if number >= len(entries) or number in seen:
                continue
            seen.add(number)
            name, length, kind, left, right, child, start, size = entries[number]
            waiting += [(left, above), (right, above)]
            path = (*above, name[: max(0, length - 2)].decode("utf-16-le", "replace"))
            if kind == _STREAM:
                streams[path] = _Place(start, size & 0xFFFFFFFF)
            elif kind == _STORAGE and len(path) < _MOST_DEEP:
                waiting.append((child, path))
        *_, start, size = entries[0]
        return streams, _Place(start, size & 0xFFFFFFFF)
