"""What a picture's first bytes say: whether it is a PNG or JPEG, and how large."""

from __future__ import annotations

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that give the size (ISO/IEC 10918-1, table B.1)."""
_ALONE = frozenset(range(0xD0, 0xDA)) | {0x01}
"""Markers without a length after them."""


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None for what is neither PNG nor JPEG."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR":
        width, height = content[16:20], content[20:24]
        return _sides(int.from_bytes(width, "big"), int.from_bytes(height, "big"))
    return _jpeg_size(content) if content.startswith(_JPEG) else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker in _FRAMES:
            height = int.from_bytes(content[position + 5 : position + 7], "big")
            width = int.from_bytes(content[position + 7 : position + 9], "big")
            return _sides(width, height)
        position += _step(content, position, marker)
    return None


def _step(content: bytes, position: int, marker: int) -> int:
    """To the next marker; a marker may be preceded by fill bytes."""
    if marker == 0xFF:
        return 1
    if marker in _ALONE:
        return 2
    return 2 + int.from_bytes(content[position + 2 : position + 4], "big")


def _sides(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width and height else None
