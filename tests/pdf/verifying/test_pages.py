from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import process_time

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.pdf.verifying.pages import shown_pages
from tests.pdf.signing_samples import DIGEST, printed

TWO_BYTES = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0061> <0002> <FEF5> endbfchar
2 beginbfrange <0010> <0012> <0030> <0020> <0021> [<0062> <00630064>] endbfrange"""


def squeezed_pages(document: PdfFileReader) -> Iterator[str]:
    """Each page's text in drawing order, without blanks and direction marks."""
    for page in shown_pages(document):
        yield "".join(run.text for run in page)


def read(content: bytes, to_unicode: bytes | None = TWO_BYTES) -> str:
    """One page's text, squeezed, in a composite font with the given map."""
    stream = BytesIO()
    with pikepdf.new() as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0)
        if to_unicode is not None:
            font.ToUnicode = pdf.make_stream(to_unicode)
        fonts = Dictionary(F1=pdf.make_indirect(font), F2=Dictionary(Type=Name.Font))
        pdf.add_blank_page()
        pdf.pages[0].Resources = Dictionary(Font=fonts)
        pdf.pages[0].Contents = pdf.make_stream(content)
        pdf.save(stream)
    return next(squeezed_pages(PdfFileReader(stream)))


def test_the_digest_is_read_where_our_own_fonts_print_it() -> None:
    pages = list(squeezed_pages(PdfFileReader(BytesIO(printed(DIGEST, "foot")))))
    assert DIGEST in pages[0]
    assert all("foot" in page for page in pages)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"BT /F1 9 Tf <00010010> Tj ET", "a0"),
        (b"BT /F1 9 Tf [<0001> -20 <0011>] TJ ET", "a1"),
        (b"BT /F1 9 Tf <0001> Tj T* <0012> Tj ET", "a2"),
        (b"BT /F1 9 Tf <00200021> Tj ET", "bcd"),
        (b"BT /F1 9 Tf <00 0\n1> Tj ET", "a"),
        (b"BT /F1 9 Tf <0001F> Tj ET", "a"),
        (b"BT /F1 9 Tf (\\000\\001\\000\x10) Tj ET", "a0"),
        (b"BT /F2 9 Tf (a b\\)\\050) Tj /F1 9 Tf <0001> Tj ET", "ab)(a"),
        (b"/Span <</Lang (ar) /ActualText <FEFF0061>>> BDC /F2 9 Tf (x) Tj EMC", "x"),
        (b"BT <0001> Tj ET", ""),
        (b"BT /F9 9 Tf <0001> Tj ET", ""),
        (b"BT /F1 9 Tf <0003> Tj ET", ""),
    ],
)
def test_shown_strings_become_text(content: bytes, text: str) -> None:
    assert read(content) == text


def test_a_composite_font_without_a_map_says_nothing() -> None:
    assert read(b"BT /F1 9 Tf <0001> Tj ET", to_unicode=None) == ""


def test_content_in_several_streams_is_one_text(tmp_path: Path) -> None:
    path = tmp_path / "parts.pdf"
    with pikepdf.open(BytesIO(printed(DIGEST, "foot"))) as pdf:
        page = pdf.pages[0]
        middle = b"0 0 m\n"
        page.Contents = Array([page.Contents, pdf.make_stream(middle), page.Contents])
        pdf.save(path)
    text = next(squeezed_pages(PdfFileReader(BytesIO(path.read_bytes()))))
    assert text.count(DIGEST) == 2


def test_resources_are_inherited(tmp_path: Path) -> None:
    path = tmp_path / "inherited.pdf"
    with pikepdf.open(BytesIO(printed(DIGEST, "foot"))) as pdf:
        pdf.Root.Pages.Resources = pdf.pages[0].Resources
        for page in pdf.pages:
            del page.Resources
        pdf.save(path)
    assert DIGEST in next(squeezed_pages(PdfFileReader(BytesIO(path.read_bytes()))))


@pytest.mark.parametrize("unit", [b"<<", b"(", b"<a", b"/F1 ", b"(\\", b"<<<a>", b"["])
def test_content_made_to_stall_a_reader_does_not(unit: bytes) -> None:
    start = process_time()
    read(unit * 100_000)
    assert process_time() - start < 2


def test_a_page_tree_that_loops_ends() -> None:
    stream = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"q Q")
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        pdf.save(stream)
    assert set(squeezed_pages(PdfFileReader(stream))) == {""}


def test_more_drawings_than_we_follow_are_no_page_that_we_can_read() -> None:
    """The next one might cover an answer."""
    stream = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        dot = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image)
        pdf.pages[0].Resources = Dictionary(XObject=Dictionary(D=dot))
        pdf.pages[0].Contents = pdf.make_stream(b"/D Do " * 65)
        pdf.save(stream)
    with pytest.raises(PdfError):
        list(shown_pages(PdfFileReader(stream)))
