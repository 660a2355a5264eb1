"""What a State prints on is kept, refused in words, and stands on every page."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import MOST_BYTES, Letterhead
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.papers import (
    letterhead,
    marking,
    paper_of,
    read_picture,
    set_letterhead,
    set_marking,
)


def picture(form: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, "navy").save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_lines_are_cleaned_and_the_picture_kept_as_it_is(desk: Desk, form: str) -> None:
    content = picture(form)

    set_letterhead(desk, Letterhead((" وزارة\nالعدل ", "  ", ""), content, "ar"))

    assert letterhead(desk) == Letterhead(("وزارة العدل",), content, "ar")
    assert paper_of(desk).letterhead == letterhead(desk)


@pytest.mark.parametrize("nothing", [None, Letterhead(), Letterhead(("  ",))])
def test_an_empty_letterhead_takes_the_old_one_away(
    desk: Desk, nothing: Letterhead | None
) -> None:
    set_letterhead(desk, Letterhead(("وزارة العدل",)))
    set_letterhead(desk, nothing)

    assert letterhead(desk) is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"GIF89a", "picture.unknown"),
        (picture()[:60], "picture.damaged"),
        (picture(size=(4001, 1)), "picture.too_wide"),
        (picture() + bytes(MOST_BYTES), "picture.too_large"),
    ],
)
def test_a_picture_that_would_not_print_changes_nothing(
    desk: Desk, content: bytes, code: str
) -> None:
    set_letterhead(desk, Letterhead(("وزارة العدل",)))

    with pytest.raises(AppError) as refused:
        set_letterhead(desk, Letterhead(picture=content))

    assert refused.value.code == code
    assert letterhead(desk) == Letterhead(("وزارة العدل",))


def test_a_known_marking_is_printed_in_the_documents_language(desk: Desk) -> None:
    set_marking(desk, "RESTRICTED")

    assert paper_of(desk, "fr").marking == "DIFFUSION RESTREINTE"
    assert paper_of(desk, "en").marking == "RESTRICTED"
    assert paper_of(desk).marking == "محدود"


def test_a_marking_is_one_line_and_no_sermon(desk: Desk) -> None:
    set_marking(desk, " سري \n جداً ")
    assert marking(desk) == paper_of(desk).marking == "سري جداً"

    with pytest.raises(AppError, match=r"marking\.too_long"):
        set_marking(desk, "س" * 81)
    assert marking(desk) == "سري جداً"


def test_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"file\.not_found"):
        read_picture(tmp_path / "none.png")
    with pytest.raises(AppError, match=r"file\.unreadable"):
        read_picture(tmp_path)


def test_no_more_of_a_large_file_is_read_than_shows_it_is_too_large(
    tmp_path: Path,
) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(bytes(MOST_BYTES + 10))

    assert len(read_picture(path)) == MOST_BYTES + 1
