"""A font file with letters added that are drawn from several of its glyphs.

Works on TrueType outlines (OpenType specification, glyf, loca, hmtx, maxp).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_ARGS_ARE_WORDS, _ARGS_ARE_XY, _SCALED, _MORE = 0x0001, 0x0002, 0x0008, 0x0020
_WHOLE = 100  # percent
_ENTRY = struct.Struct(">4sIII")


@dataclass(frozen=True, slots=True)
class Composite:
    """Glyphs of the file, each at an offset and scaled in percent.

    Offsets and ``advance`` in font units.
    """

    components: tuple[tuple[int, int, int, int], ...]
    advance: int


def with_composites(font: bytes, composites: list[Composite]) -> bytes:
    """``font`` with ``composites`` after its last glyph, in their order."""
    if not composites:
        return font
    tables = _tables(font)
    offsets = _loca(tables)
    boxes = [_box(tables[b"glyf"], offsets, composite) for composite in composites]
    _append_glyphs(tables, offsets, composites, boxes)
    _append_metrics(tables, composites, boxes)
    _raise_limits(tables, composites)
    return _assembled(tables)


def _tables(font: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (_ENTRY.unpack_from(font, 12 + 16 * index) for index in range(count))
    return {tag: font[start : start + size] for tag, _, start, size in entries}


def _loca(tables: dict[bytes, bytes]) -> list[int]:
    loca, long = tables[b"loca"], struct.unpack_from(">h", tables[b"head"], 50)[0]
    if long:
        return list(struct.unpack(f">{len(loca) // 4}I", loca))
    return [2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca)]


def _box(
    glyf: bytes, offsets: list[int], composite: Composite
) -> tuple[int, int, int, int]:
    corners = []
    for gid, dx, dy, percent in composite.components:
        if offsets[gid] == offsets[gid + 1]:
            continue
        edges = struct.unpack_from(">4h", glyf, offsets[gid] + 2)
        left, low, right, high = (round(edge * percent / _WHOLE) for edge in edges)
        corners.append((left + dx, low + dy, right + dx, high + dy))
    if not corners:
        return 0, 0, 0, 0
    lefts, lows, rights, highs = zip(*corners, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def _append_glyphs(
    tables: dict[bytes, bytes],
    offsets: list[int],
    composites: list[Composite],
    boxes: list[tuple[int, int, int, int]],
) -> None:
    glyf = bytearray(tables[b"glyf"])
    for composite, box in zip(composites, boxes, strict=True):
        glyf += bytes(-len(glyf) % 4)
        offsets[-1] = len(glyf)
        glyf += struct.pack(">h4h", -1, *box) + _components(composite)
        offsets.append(len(glyf))
    tables[b"glyf"] = bytes(glyf)
    tables[b"loca"] = struct.pack(f">{len(offsets)}I", *offsets)
    head = bytearray(tables[b"head"])
    struct.pack_into(">h", head, 50, 1)  # long offsets
    tables[b"head"] = bytes(head)


def _components(composite: Composite) -> bytes:
    last = len(composite.components) - 1
    return b"".join(
        _component(*component, more=index < last)
        for index, component in enumerate(composite.components)
    )


def _component(gid: int, dx: int, dy: int, percent: int, *, more: bool) -> bytes:
    flags = _ARGS_ARE_WORDS | _ARGS_ARE_XY | (_MORE if more else 0)
    if percent == _WHOLE:
        return struct.pack(">HHhh", flags, gid, dx, dy)
    scale = round(percent / _WHOLE * 0x4000)  # 2.14 fixed point
    return struct.pack(">HHhhh", flags | _SCALED, gid, dx, dy, scale)


def _append_metrics(
    tables: dict[bytes, bytes],
    composites: list[Composite],
    boxes: list[tuple[int, int, int, int]],
) -> None:
    glyphs = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
    full = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    hmtx = tables[b"hmtx"]
    advance = hmtx[4 * (full - 1) : 4 * (full - 1) + 2]
    bearings = hmtx[4 * full :]
    spread = b"".join(
        advance + bearings[place : place + 2] for place in range(0, len(bearings), 2)
    )
    added = b"".join(
        struct.pack(">Hh", composite.advance, box[0])
        for composite, box in zip(composites, boxes, strict=True)
    )
    tables[b"hmtx"] = hmtx[: 4 * full] + spread + added
    hhea = bytearray(tables[b"hhea"])
    struct.pack_into(">H", hhea, 34, glyphs + len(composites))
    tables[b"hhea"] = bytes(hhea)


def _raise_limits(tables: dict[bytes, bytes], composites: list[Composite]) -> None:
    maxp = bytearray(tables[b"maxp"])
    glyphs, points, contours = struct.unpack_from(">HHH", maxp, 4)
    composite_points, composite_contours = struct.unpack_from(">HH", maxp, 10)
    elements, depth = struct.unpack_from(">HH", maxp, 28)
    most = max(len(composite.components) for composite in composites)
    struct.pack_into(">H", maxp, 4, glyphs + len(composites))
    widest_points = most * max(points, composite_points)
    widest_contours = most * max(contours, composite_contours)
    struct.pack_into(">HH", maxp, 10, min(widest_points, 0xFFFF), widest_contours)
    struct.pack_into(">HH", maxp, 28, max(elements, most), depth + 1)
    tables[b"maxp"] = bytes(maxp)


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">IHHHH",
        0x00010000,
        count,
        16 * power,
        power.bit_length() - 1,
        16 * (count - power),
    )
    start = 12 + 16 * count
    directory, body = [], []
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        directory.append(_ENTRY.pack(tag, _checksum(padded), start, len(table)))
        body.append(padded)
        start += len(padded)
    return header + b"".join(directory) + b"".join(body)


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
