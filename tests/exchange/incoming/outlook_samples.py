"""Outlook's e-mails as Outlook writes them: a compound file made from a tree."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count

Tree = Mapping[str, "bytes | Tree"]
"""Storages hold trees, streams bytes."""

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF


def compound(tree: Tree) -> bytes:
    """Version 3: sectors of 512 bytes, small streams in the root's own."""
    entries: list[list[object]] = [["Root Entry", 5, _NONE, _NONE, _END, 0]]
    large: list[tuple[int, bytes]] = []
    small = bytearray()
    small_table: list[int] = []

    def add(inner: Tree) -> int:
        """Entries of a storage, each the right one of the last; the first's number."""
        first, last = _NONE, None
        for name, content in inner.items():
            number = len(entries)
            entries.append([name, 2, _NONE, _NONE, _END, 0])
            if last is None:
                first = number
            else:
                entries[last][2] = number
            last = number
            if isinstance(content, Mapping):
                entries[number][1] = 1
                entries[number][3] = add(content)
            elif len(content) >= _CUTOFF:
                large.append((number, content))
                entries[number][5] = len(content)
            elif content:
                entries[number][4:] = [len(small_table), len(content)]
                steps = -(-len(content) // _SMALL)
                begin = len(small_table)
                small_table.extend(range(begin + 1, begin + steps))
                small_table.append(_END)
                small.extend(content.ljust(steps * _SMALL, b"\0"))
        return first

    entries[0][3] = add(tree)
    return _laid_out(entries, large, bytes(small), small_table)


def _laid_out(
    entries: list[list[object]],
    large: list[tuple[int, bytes]],
    small: bytes,
    small_table: list[int],
) -> bytes:
    body = bytearray()
    table: list[int] = []

    def put(content: bytes) -> int:
        steps = -(-len(content) // _SECTOR)
        if not steps:
            return _END
        begin = len(table)
        table.extend(range(begin + 1, begin + steps))
        table.append(_END)
        body.extend(content.ljust(steps * _SECTOR, b"\0"))
        return begin

    for number, content in large:
        entries[number][4] = put(content)
    entries[0][4], entries[0][5] = put(small), len(small)
    small_start = put(struct.pack(f"<{len(small_table)}I", *small_table))
    directory = put(b"".join(map(_entry, entries)))
    own = next(n for n in count(1) if n * 128 >= len(table) + n)
    places = range(len(table), len(table) + own)
    whole = [*table, *([_TABLE] * own)]
    whole += [_FREE] * (own * 128 - len(whole))
    body.extend(struct.pack(f"<{len(whole)}I", *whole))
    heads = [*places, *([_FREE] * (109 - own))]
    head = struct.pack(
        "<8s16x3H2H6x9I109I", bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6,
        0, own, directory, 0, _CUTOFF, small_start, 1, _END, 0, *heads,
    )  # fmt: skip
    return head + bytes(body)


def _entry(entry: list[object]) -> bytes:
    name, kind, right, child, start, size = entry
    spelled = f"{name}\0".encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", spelled, len(spelled), kind, 1, _NONE, right, child, start,
        size,
    )  # fmt: skip


def properties(head: int, fixed: Mapping[tuple[int, int], int]) -> bytes:
    rows = (
        struct.pack("<HHIQ", kind, tag, 6, value)
        for (tag, kind), value in fixed.items()
    )
    return bytes(head) + b"".join(rows)


def ticks(at: datetime) -> int:
    return int((at - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def sub(name: str) -> str:
    return f"__substg1.0_{name}"


def message(
    *parts: tuple[str, bytes | Tree],
    fixed: Mapping[tuple[int, int], int] | None = None,
    head: int = 32,
) -> Tree:
    sent = {(0x0039, 0x0040): ticks(datetime(2026, 11, 20, 9, tzinfo=UTC))}
    named = {"__nameid_version1.0": {sub("00020102"): b"\0" * 16}}
    return {
        **named,
        "__properties_version1.0": properties(head, sent if fixed is None else fixed),
        **dict(parts),
    }


def attached(number: int, *parts: tuple[str, bytes | Tree]) -> tuple[str, Tree]:
    name = f"__attach_version1.0_#{number:08X}"
    return name, {"__properties_version1.0": properties(8, {}), **dict(parts)}
