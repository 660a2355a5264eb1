"""Rows read off the pages of a damaged file, whatever the pages around them are.

The format: https://sqlite.org/fileformat2.html.  SQLite itself gives up a table at
the first bad page; here each leaf is read by itself, each of its rows by itself.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

Value = None | int | float | str | bytes

_MAGIC = b"SQLite format 3\x00"
_USUAL = 4096
_LEAF, _INNER = 13, 5
_HEADER = 100
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_FLOAT, _ZERO, _ONE = 7, 8, 9
_DEEPEST = 20
_MOST_READ = 4
"""Times the file's own pages that rows may follow: a sound file's follow each once."""


class Row(NamedTuple):
    """``number``: the row id; ``values`` as stored, in the columns' order."""

    number: int
    values: tuple[Value, ...]


class UnreadableError(ValueError):
    """Bytes that are no row."""


class Pages:
    """The pages of a file, numbered from 1; a cut last page counts as missing."""

    def __init__(self, content: bytes) -> None:
        self._knows_itself = content.startswith(_MAGIC) and len(content) > _HEADER
        size = int.from_bytes(content[16:18], "big") if self._knows_itself else 0
        size = 65536 if size == 1 else size
        self.size = size if size >= 512 and not size & (size - 1) else _USUAL
        self.usable = self.size - (content[20] if self._knows_itself else 0)
        self._content = content
        self.count = len(content) // self.size
        self._left = _MOST_READ * self.count

    def followed(self, number: int) -> bytes:
        """A page of a chain; a file whose rows share chains is given up in time."""
        self._left -= 1
        if self._left < 0:
            raise UnreadableError
        return self[number]

    def __getitem__(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            raise UnreadableError
        return self._content[(number - 1) * self.size : number * self.size]

    @property
    def free(self) -> frozenset[int]:
        """Pages given back: what lies there was deleted."""
        found: set[int] = set()
        first = self._content[32:36] if self._knows_itself else b""
        trunk = int.from_bytes(first, "big")
        while 1 <= trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self[trunk]
            count = min(int.from_bytes(page[4:8], "big"), self.usable // 4 - 2)
            found.update(struct.unpack(f">{count}I", page[8 : 8 + 4 * count]))
            trunk = int.from_bytes(page[:4], "big")
        return frozenset(found)


def leaves(pages: Pages) -> Iterator[int]:
    """Every page that says it is a leaf of a table and is in use."""
    free = pages.free
    for number in range(1, pages.count + 1):
        if number not in free and pages[number][_start(number)] == _LEAF:
            yield number


def leaves_under(pages: Pages, root: int) -> Iterator[int]:
    """A table's leaves, as far as the pages above them can be read, each once."""
    seen = {root}
    waiting = [(root, 0)]
    while waiting:
        number, depth = waiting.pop()
        try:
            page = pages[number]
        except UnreadableError:
            continue
        start = _start(number)
        if page[start] == _LEAF:
            yield number
        elif page[start] == _INNER and depth <= _DEEPEST:
            below = [_number(page, place) for place in _cells(page, start, 12)]
            below = [each for each in (*below, _number(page, start + 8)) if each]
            fresh = [each for each in dict.fromkeys(below) if each not in seen]
            seen.update(fresh)
            waiting.extend((each, depth + 1) for each in reversed(fresh))


def rows(pages: Pages, leaf: int) -> Iterator[Row | None]:
    """None in the place of each row that cannot be read."""
    page, start = pages[leaf], _start(leaf)
    for place in _cells(page, start, 8):
        try:
            yield _row(pages, page, place)
        except (UnreadableError, IndexError, UnicodeDecodeError):
            yield None


def _start(number: int) -> int:
    return _HEADER if number == 1 else 0


def _number(page: bytes, place: int) -> int:
    return int.from_bytes(page[place : place + 4], "big")


def _cells(page: bytes, start: int, header: int) -> Iterator[int]:
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + header
    count = min(count, (len(page) - first) // 2)
    yield from struct.unpack(f">{count}H", page[first : first + 2 * count])


def _row(pages: Pages, page: bytes, place: int) -> Row:
    length, place = _varint(page, place)
    number, place = _varint(page, place)
    return Row(number, tuple(_values(_payload(pages, page, place, length))))


def _payload(pages: Pages, page: bytes, place: int, length: int) -> bytes:
    """With what did not fit on the page, from its chain of pages."""
    if length > pages.size * pages.count:
        raise UnreadableError
    local = _local(pages.usable, length)
    found = page[place : place + local]
    following = _number(page, place + local) if local < length else 0
    while len(found) < length:
        page = pages.followed(following)
        found += page[4 : min(pages.usable, 4 + length - len(found))]
        following = _number(page, 0)
    return found


def _local(usable: int, length: int) -> int:
    """Bytes of a payload that lie on the leaf itself."""
    if length <= usable - 35:
        return length
    least = (usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (usable - 4)
    return local if local <= usable - 35 else least


def _values(payload: bytes) -> Iterator[Value]:
    header, place = _varint(payload, 0)
    kinds = []
    while place < header:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != header or header + sum(map(_width, kinds)) != len(payload):
        raise UnreadableError
    for kind in kinds:
        width = _width(kind)
        yield _value(kind, payload[place : place + width])
        place += width


def _width(kind: int) -> int:
    if kind in (10, 11):
        raise UnreadableError
    return _WIDTHS[kind] if kind < len(_WIDTHS) else (kind - 12) // 2


def _value(kind: int, content: bytes) -> Value:
    if kind == 0:
        return None
    if kind == _FLOAT:
        return float(struct.unpack(">d", content)[0])
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind < len(_WIDTHS):
        return int.from_bytes(content, "big", signed=True)
    return content.decode("utf-8") if kind % 2 else content


def _varint(content: bytes, place: int) -> tuple[int, int]:
    value = 0
    for _ in range(8):
        byte = content[place]
        place += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place
    return value << 8 | content[place], place + 1
