"""A letterhead is refused by what would not print, a picture by its own bytes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import (
    LONGEST_LINE,
    MOST_BYTES,
    MOST_LINES,
    Letterhead,
    refuse_unprintable,
)
from focalpoint_app.domain.picture import picture_size


def png(width: int, height: int) -> bytes:
    """As much of one as its size stands in."""
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR"
    return start + struct.pack(">II", width, height) + b"\x08\x06\x00\x00\x00"


def jpeg(width: int, height: int, frame: int = 0xC2) -> bytes:
    """An application segment and a fill byte before the frame's header."""
    segment = b"\xff\xe0" + struct.pack(">H", 6) + b"JFIF"
    header = struct.pack(">HBHHB", 17, 8, height, width, 3)
    return b"\xff\xd8" + segment + b"\xff" + bytes((0xFF, frame)) + header + bytes(12)


@pytest.mark.parametrize("made", [png, jpeg])
@given(width=st.integers(1, 65_535), height=st.integers(1, 65_535))
def test_the_size_is_read_from_the_first_bytes(
    made: type, width: int, height: int
) -> None:
    assert picture_size(made(width, height)) == (width, height)


@given(st.binary(max_size=64))
def test_no_bytes_make_reading_fail(content: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"):
        picture_size(start + content)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\xff\xd8\xff", png(0, 9), jpeg(9, 9, frame=0xC4)]
)
def test_what_is_no_picture_has_no_size(content: bytes) -> None:
    assert picture_size(content) is None


@pytest.mark.parametrize(
    ("letterhead", "code"),
    [
        (Letterhead(("x",) * (MOST_LINES + 1)), "letterhead.too_many_lines"),
        (Letterhead(("x" * (LONGEST_LINE + 1),)), "letterhead.line_too_long"),
        (Letterhead(picture=b"GIF89a"), "picture.unknown"),
        (Letterhead(picture=png(9, 9) + bytes(MOST_BYTES)), "picture.too_large"),
        (Letterhead(picture=png(4001, 10)), "picture.too_wide"),
    ],
)
def test_what_would_not_print_is_refused(letterhead: Letterhead, code: str) -> None:
    with pytest.raises(AppError) as refused:
        refuse_unprintable(letterhead)
    assert refused.value.code == code


def test_an_emblem_with_its_lines_is_let_through() -> None:
    refuse_unprintable(Letterhead(("وزارة العدل",) * MOST_LINES, png(4000, 4000), "ar"))
