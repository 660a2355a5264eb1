"""A page's code is found however the page was scanned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.scans import sheets
from focalpoint_app.pdf.scans.codes import codes_in
from tests.pdf.scans.scan_samples import (
    CODE,
    blurred,
    compressed,
    content,
    page,
    pale,
    skewed,
    speckled,
    turned,
)

Spoil = Callable[[Image.Image], Image.Image]


def put(folder: Path, name: str, scan: bytes) -> Path:
    path = folder / name
    path.write_bytes(scan)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(AppError) as refused:
        tuple(codes_in(path))
    return refused.value.code


@pytest.mark.parametrize("dots", [100, 150, 200, 300])
@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda scan: scan, id="as it is"),
        pytest.param(lambda scan: turned(scan, 90), id="lying"),
        pytest.param(lambda scan: turned(scan, 180), id="upside down"),
        pytest.param(lambda scan: turned(scan, 3), id="fed askew"),
        pytest.param(lambda scan: turned(scan, -38), id="thrown on the glass"),
        pytest.param(skewed, id="photographed from the side"),
        pytest.param(pale, id="pale"),
        pytest.param(compressed, id="compressed hard"),
        pytest.param(lambda scan: compressed(pale(turned(scan, 2.3)), 40), id="all"),
    ],
)
def test_a_code_is_found_however_the_page_lay(
    tmp_path: Path, spoil: Spoil, dots: int
) -> None:
    scan = content(spoil(page(CODE.written(), dots=dots)), "PNG")
    (found,) = codes_in(put(tmp_path, "scan.png", scan))
    assert (found.page, found.code) == (1, CODE)


@pytest.mark.parametrize("dots", [150, 200])
@pytest.mark.parametrize("spoil", [blurred, speckled])
def test_a_dirty_glass_hides_no_code(tmp_path: Path, spoil: Spoil, dots: int) -> None:
    scan = content(spoil(page(CODE.written(), dots=dots)), "JPEG", quality=60)
    (found,) = codes_in(put(tmp_path, "scan.jpg", scan))
    assert found.code == CODE


def test_every_page_of_a_pdf_is_looked_at(tmp_path: Path) -> None:
    pages = [page(dots=100), page(CODE.written(), dots=100), page(dots=100)]
    path = tmp_path / "scan.pdf"
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], resolution=100)
    (found,) = codes_in(path)
    assert (found.page, found.code) == (2, CODE)


def test_a_pale_page_of_a_pdf_is_looked_at_more_closely(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    speckled(page(CODE.written(), dots=150), 0.15).save(path, "PDF", resolution=150)
    assert [each.code for each in codes_in(path)] == [CODE]


def test_colour_and_glass_are_seen_as_paper(tmp_path: Path) -> None:
    clear = page(CODE.written()).convert("RGBA")
    clear.putalpha(clear.convert("L").point([255 - level for level in range(256)]))
    (found,) = codes_in(put(tmp_path, "scan.png", content(clear, "PNG")))
    assert found.code == CODE


@pytest.mark.parametrize("other", ["https://example.org", "FOCALPOINT:2:X", "1234"])
def test_codes_of_others_are_passed_over(tmp_path: Path, other: str) -> None:
    both = content(page(other, CODE.written()), "PNG")
    alone = content(page(other, dots=100), "PNG")
    assert [each.code for each in codes_in(put(tmp_path, "a.png", both))] == [CODE]
    assert tuple(codes_in(put(tmp_path, "b.png", alone))) == ()


@pytest.mark.parametrize(
    ("name", "scan", "code"),
    [
        ("scan.gif", b"GIF89a", "scan.unknown_kind"),
        ("scan.tif", b"II*\0", "scan.damaged"),
        ("scan.txt", b"", "scan.unknown_kind"),
        ("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "scan.damaged"),
        ("scan.jpg", b"\xff\xd8\xff" + bytes(40), "scan.damaged"),
        ("scan.pdf", b"%PDF-1.7\n" + bytes(40), "pdf.unreadable"),
    ],
)
def test_what_is_no_scan_is_told(
    tmp_path: Path, name: str, scan: bytes, code: str
) -> None:
    assert refusal(put(tmp_path, name, scan)) == code


def test_a_file_cut_short_is_told(tmp_path: Path) -> None:
    whole = content(page(CODE.written()), "PNG")
    path = put(tmp_path, "scan.png", whole[: len(whole) // 2])
    assert refusal(path) == "scan.damaged"


@pytest.mark.parametrize("side", [8_000, 14_000])
def test_a_picture_that_would_fill_the_memory_is_refused(
    tmp_path: Path, side: int
) -> None:
    huge = content(Image.new("1", (side, side)), "PNG")
    assert len(huge) < 100_000
    assert refusal(put(tmp_path, "bomb.png", huge)) == "scan.too_large"


def test_a_page_as_large_as_a_field_is_drawn_within_limits(tmp_path: Path) -> None:
    wide = Image.new("L", (200, 200), 255)
    path = tmp_path / "field.pdf"
    wide.save(path, "PDF", resolution=1)
    for sheet in sheets.sheets(path.read_bytes(), "application/pdf", path.name):
        drawn = sheet.drawn(300)
        assert drawn.width * drawn.height <= sheets.MOST_PIXELS * 1.01


def test_more_pages_than_anyone_signs_are_refused(tmp_path: Path) -> None:
    blank = Image.new("L", (10, 10), 255)
    path = tmp_path / "many.pdf"
    blank.save(path, "PDF", save_all=True, append_images=[blank] * sheets.MOST_PAGES)
    assert refusal(path) == "scan.too_many_pages"


@given(st.binary(max_size=400), st.sampled_from(["PNG", "JPEG", "PDF"]))
def test_any_bytes_get_an_answer_or_a_code(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, form: str
) -> None:
    whole = content(Image.new("L", (60, 60), 255), form)
    place = len(noise) * len(whole) // 401
    path = tmp_path_factory.mktemp("noise") / "scan"
    path.write_bytes(whole[:place] + noise + whole[place + len(noise) :])
    assert outcome(path) in ("nothing", "scan", "pdf")


def outcome(path: Path) -> str:
    """The room of the error's code, if there was one."""
    try:
        return "found" if tuple(codes_in(path)) else "nothing"
    except AppError as error:
        return error.code.split(".")[0]


def test_the_second_page_of_a_copiers_tiff_is_looked_at(tmp_path: Path) -> None:
    first = Image.new("1", (1654, 2339), 1)
    second = page(CODE.written()).convert("1")
    scan = content(
        first, "TIFF", save_all=True, append_images=[second], compression="group4"
    )
    (found,) = codes_in(put(tmp_path, "scan.tif", scan))
    assert (found.page, found.code) == (2, CODE)
