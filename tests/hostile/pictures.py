"""Pictures larger than they look."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from random import Random

from PIL import Image

from tests.hostile.pdfs import swollen


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(
    width: int, height: int, kind: tuple[int, int], packed: bytes, extra: bytes = b""
) -> bytes:
    """``kind``: bits of a colour, and what the colours are."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, *kind, 0, 0, 0))
    body = chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + extra + body


def jpeg() -> bytes:
    target = BytesIO()
    Image.new("RGB", (5_600, 5_600), "white").save(target, "JPEG", progressive=True)
    return target.getvalue()


def lying_jpeg() -> bytes:
    """Says 60,000 by 60,000."""
    content = jpeg()
    place = content.index(b"\xff\xc2") + 5
    return content[:place] + struct.pack(">HH", 60_000, 60_000) + content[place + 4 :]


def tiff(size: tuple[int, int], strip: bytes, following: int = 0) -> bytes:
    """Grey, its only list of pages at 8, ``strip`` packed by zlib; the list after it
    is at ``following``."""
    width, height = size
    start = 8 + 2 + 9 * 12 + 4
    tags = (
        (256, width), (257, height), (258, 8), (259, 8), (262, 1), (273, start),
        (277, 1), (278, height), (279, len(strip)),
    )  # fmt: skip
    rows = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    pages = struct.pack("<H", len(tags)) + rows + struct.pack("<I", following)
    return b"II*\0" + struct.pack("<I", 8) + pages + strip


def copied() -> Iterator[tuple[str, bytes]]:
    """As copiers and faxes write them, or would not."""
    yield "TIFF of 60,000 by 60,000", tiff((60_000, 60_000), swollen(1))
    yield (
        "TIFF that runs in a circle",
        tiff((100, 100), zlib.compress(bytes(10_000)), 8),
    )
    yield "TIFF of 500 MB in one strip", tiff((1_000, 1_000), swollen(500))
    yield "TIFF thin as a hair", tiff((31_000_000, 1), swollen(31))


def noise() -> bytes:
    """Every corner of it might be that of a code."""
    target = BytesIO()
    grains = Random(20261122).randbytes(5_600 * 5_600)
    Image.frombytes("L", (5_600, 5_600), grains).save(target, "PNG", compress_level=1)
    return target.getvalue()


def files() -> Iterator[tuple[str, bytes]]:
    tiny = zlib.compress(bytes(110))
    yield "60,000 by 60,000", png(60_000, 60_000, (1, 0), swollen(430))
    yield "sixteen bits and see-through", png(5_600, 5_600, (16, 6), swollen(240))
    notes = chunk(b"zTXt", b"a\0\0" + swollen(500)) * 3
    yield "1.5 GB of notes", png(10, 10, (8, 0), tiny, notes)
    profile = chunk(b"iCCP", b"a\0\0" + swollen(500))
    yield "profile of 500 MB", png(10, 10, (8, 0), tiny, profile)
    yield "thin as a hair", png(32_000_000, 1, (8, 0), swollen(31))
    yield "lying JPEG", lying_jpeg()
    yield "large JPEG", jpeg()
