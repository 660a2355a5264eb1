"""Pictures, codes, boxes to tick and lines to write on, on written pages."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from focalpoint_app.document.blocks import (
    Block,
    Document,
    Figure,
    Letterhead,
    MachineCode,
    Run,
    Style,
    Tick,
    WritingSpace,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Box, Stroke, Words
from focalpoint_app.pdf.layout.figures import qr_rows, tick_bands, writing_bands
from focalpoint_app.pdf.layout.pictures import picture
from focalpoint_app.pdf.layout.setting import Column, Setter
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.demo import LONG, ar
from tests.pdf.readers import by_poppler, plainly

CODE = "FOCALPOINT:1:0B3F5D6E-1111-4222-8333-444455556666:" + "A1" * 32
COLUMN = Column(65.0, 530.0, rtl=True)


def encoded(image: Image.Image, form: str = "PNG") -> bytes:
    stream = BytesIO()
    image.save(stream, form)
    return stream.getvalue()


def written(folder: Path, *blocks: Block, letterhead: Letterhead | None = None) -> Path:
    path = folder / "figures.pdf"
    document = Document("وثيقة", "ar", blocks, page_label="", letterhead=letterhead)
    write_pdf(document, path)
    return path


def drawn(path: Path, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(path) as pdf:
        image: Image.Image = pdf[0].render(scale=dpi / 72).to_pil()
        return image


@pytest.mark.parametrize("dpi", [100, 150, 300])
def test_a_machine_reads_the_code_off_the_page(tmp_path: Path, dpi: int) -> None:
    code = MachineCode(CODE, "رمز", beside=(ar("رمز التسليم", Style.LABEL),))

    page = drawn(written(tmp_path, ar(LONG), code, ar(LONG)), dpi)

    (found,) = zxingcpp.read_barcodes(page)
    assert found.text == CODE


def test_the_words_stand_beside_the_code(tmp_path: Path) -> None:
    code = MachineCode(CODE, "رمز", beside=(ar("رمز التسليم"), ar(LONG)))

    text = plainly(by_poppler(written(tmp_path, code))[0])

    assert text.startswith("رمز التسليم تجرّم المادة 12")


def test_a_code_has_room_for_a_fifth_of_it_to_be_lost() -> None:
    assert len(qr_rows(CODE)) == 37  # version 5 at correction level M


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_shown(tmp_path: Path, mode: str) -> None:
    content = encoded(Image.new(mode, (40, 20)))

    path = written(tmp_path, Figure(content, 30, "شعار"))

    with pikepdf.open(path) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert (int(image.Width), int(image.Height)) == (40, 20)
        assert ("/SMask" in image) is (mode in ("LA", "RGBA"))


def test_a_jpeg_travels_as_it_is(tmp_path: Path) -> None:
    content = encoded(Image.new("RGB", (60, 30), "red"), "JPEG")

    path = written(tmp_path, Figure(content, 30, "شعار"))

    with pikepdf.open(path) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        assert image.read_raw_bytes() == content


def test_colours_for_printing_presses_become_those_of_screens() -> None:
    assert picture(encoded(Image.new("CMYK", (9, 9)), "JPEG"), 30).colours == 3


def test_a_picture_is_no_finer_than_a_printer() -> None:
    shown = picture(encoded(Image.new("RGB", (3000, 1500))), 36)

    assert (shown.width, shown.height) == (600, 300)


def test_a_transparent_picture_lets_the_page_through(tmp_path: Path) -> None:
    clear = encoded(Image.new("RGBA", (50, 50), (255, 0, 0, 0)))

    page = drawn(written(tmp_path, Figure(clear, 200, "شعار")), 72).convert("L")

    assert page.crop((0, 0, 595, 700)).getextrema() == (255, 255)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_what_is_no_picture_is_said_so(content: bytes) -> None:
    with pytest.raises(AppError) as caught:
        picture(content, 30)

    assert caught.value.code == "picture.unknown"


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    content = encoded(Image.new("RGB", (40, 20), "blue"))

    path = written(tmp_path, *[Figure(content, 30, "شعار")] * 3)

    with pikepdf.open(path) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 1


def test_a_picture_is_no_wider_than_its_column(tmp_path: Path) -> None:
    wide = encoded(Image.new("RGB", (1000, 10), "black"))

    page = drawn(written(tmp_path, Figure(wide, 50, "خط")), 72).convert("L")

    assert page.crop((0, 0, 64, 842)).getextrema() == (255, 255)
    assert page.crop((532, 0, 595, 842)).getextrema() == (255, 255)


def test_a_tick_has_its_box_at_the_leading_edge_and_its_words_hanging() -> None:
    setter = Setter(Fonts(), "ar")

    bands = tick_bands(setter, Tick((Run(LONG, "ar"),), "ar"), COLUMN)

    boxes = [mark for band in bands for mark in band.marks if isinstance(mark, Box)]
    words = [mark for band in bands for mark in band.marks if isinstance(mark, Words)]
    (box,) = boxes
    assert box.x + box.width == COLUMN.right
    assert len(words) > 2
    assert all(line.x + line.line.width < box.x for line in words)


def test_a_foreign_choice_stays_beside_its_box() -> None:
    (band,) = tick_bands(Setter(Fonts(), "ar"), Tick((Run("No", "en"),), "en"), COLUMN)

    box, words = band.marks
    assert isinstance(box, Box)
    assert isinstance(words, Words)
    assert 5 < box.x - words.x - words.line.width < 12


def test_a_writing_space_has_as_many_lines_as_were_asked_for() -> None:
    bands = writing_bands(5, COLUMN)

    assert [len(band.marks) for band in bands] == [1] * 5
    assert all(isinstance(band.marks[0], Stroke) for band in bands)
    assert writing_bands(0, COLUMN) == []


def test_writing_spaces_reach_over_pages(tmp_path: Path) -> None:
    assert len(by_poppler(written(tmp_path, WritingSpace(60)))) == 3


def test_a_letterhead_stands_above_all_else_on_the_first_page(tmp_path: Path) -> None:
    emblem = encoded(Image.new("RGB", (40, 40), "green"))
    head = Letterhead(("دولة XAA", "وزارة العدل"), emblem, "ar")
    cover = ar("استبيان", Style.COVER_TITLE)

    path = written(tmp_path, cover, letterhead=head)

    assert plainly(by_poppler(path)[0]) == "دولة XAA وزارة العدل استبيان"
    page = drawn(path, 72).convert("RGB")
    assert page.getpixel((297, 100)) == (0, 128, 0)


def test_a_marking_stands_twice_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "marked.pdf"
    blocks = (ar(LONG * 40),)

    write_pdf(Document("وثيقة", "ar", blocks, marking="مقيّد"), path)

    pages = by_poppler(path)
    assert len(pages) > 3
    assert all(plainly(page).count("مقيّد") == 2 for page in pages)
