from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.pdf.verifying import pages
from focalpoint_app.pdf.verifying.canvas import Pattern
from focalpoint_app.pdf.verifying.drawn_codes import codes_drawn
from focalpoint_app.pdf.verifying.operators import Meaning, operators
from focalpoint_app.pdf.verifying.pages import shown_pages
from tests.effort import done_within
from tests.pdf.signing_samples import DIGEST, printed

TWO_BYTES = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0061> <0002> <FEF5> endbfchar
2 beginbfrange <0010> <0012> <0030> <0020> <0021> [<0062> <00630064>] endbfrange"""


def refused(reading: Callable[[], object]) -> None:
    with pytest.raises(PdfError):
        reading()


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
    done_within(4, lambda: read(unit * 100_000))


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
    refused(lambda: list(shown_pages(PdfFileReader(stream))))


def drawn(content: bytes, forms: dict[str, bytes] | None = None) -> str:
    """One page's text in Helvetica, with forms by name."""
    stream = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        fonts = Dictionary(H=Dictionary(Type=Name.Font, Subtype=Name.Type1))
        pdf.pages[0].Resources = Dictionary(Font=fonts, XObject=Dictionary())
        for name, form in (forms or {}).items():
            box = Array([0, 0, 600, 800])
            pdf.pages[0].Resources.XObject[f"/{name}"] = pdf.make_stream(
                form, Type=Name.XObject, Subtype=Name.Form, BBox=box
            )
        pdf.pages[0].Contents = pdf.make_stream(content)
        pdf.save(stream)
    return next(squeezed_pages(PdfFileReader(stream)))


SHOW = b" BT /H 12 Tf 1 0 0 1 70 300 Tm (seen) Tj ET "


@pytest.mark.parametrize(
    ("content", "forms"),
    [
        (b"q 1 1 1 rg /F Do" + SHOW, {"F": b"Q Q"}),
        (b"q 1 1 1 rg q /F Do Q" + SHOW, {"F": b"q q 0 0 0 rg"}),
        (b"q 1 0 0 1 900 0 cm q /F Do Q" + SHOW, {"F": b"Q Q Q"}),
        (b"3 Tr q 0 Tr Q" + SHOW, {}),
        (b"3 Tr /F Do", {"F": SHOW}),
        (b"q 1 Tz" + SHOW + b"Q", {}),
        (b"2000 Ts" + SHOW, {}),
        (b"600 Tc" + SHOW, {}),
        (b"BT /H 12 Tf 1 0 0 1 70 300 Tm [9000 (se) 9000 (en)] TJ ET", {}),
    ],
)
def test_what_a_reader_would_not_see_is_not_seen(
    content: bytes, forms: dict[str, bytes]
) -> None:
    assert drawn(content, forms) == ""


@pytest.mark.parametrize(
    ("content", "forms"),
    [
        (b"q 1 1 1 rg Q Q Q" + SHOW, {}),
        (b"1 1 1 rg q 0 0 0 rg /F Do" + SHOW, {"F": b"Q Q"}),
        (b"q /F Do" + SHOW, {"F": b"Q Q 1 1 1 rg q q"}),
        (b"/H 12 Tf 1 0 0 1 70 300 cm /F Do", {"F": b"BT (seen) Tj ET"}),
        (b"q 3 Tr Q" + SHOW, {}),
        (b"/H 12 Tf q /H 0.1 Tf Q BT 1 0 0 1 70 300 Tm (seen) Tj ET", {}),
        (b"99 Tz 1 Ts 0.2 Tc 2 Tw" + SHOW, {}),
        (b"BT /Nowhere 12 Tf 1 0 0 1 70 300 Tm (seen) Tj ET", {}),
        (b"BT /H 12 Tf 1 0 0 1 70 300 Tm [-80 (se) 120 (en)] TJ ET", {}),
    ],
)
def test_what_a_reader_sees_is_seen(content: bytes, forms: dict[str, bytes]) -> None:
    assert drawn(content, forms) == "seen"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"q " * 65, id="saved too deep"),
        pytest.param(SHOW * 1_100 + b"0 0 1 1 re f " * 1_000, id="covers"),
    ],
)
def test_a_page_that_nobody_would_write_is_unreadable_in_time(content: bytes) -> None:
    done_within(5, lambda: refused(lambda: drawn(content)))


@pytest.mark.parametrize(
    "content",
    [
        SHOW + b"1 1 1 rg 0 0 600 800 re 1 f",
        SHOW + b"1 1 1 rg 7 0 0 600 800 re f",
        SHOW + b"1 1 1 rg 600 800 re f",
        b"0 1 1 1 rg" + SHOW,
        b"1\0 1\0 1\0 rg" + SHOW,
        b"1 1 1 rg 0\v0 0 rg" + SHOW,
        b"1 1 % of three\n1 rg" + SHOW,
        b"0 3 Tr" + SHOW,
        b"BT /H 12 Tf 1 0 0 1 70 300 Tm 0 900 0 Td (seen) Tj ET",
        b"BT /H 12 Tf 0 0 1 70 300 Tm (seen) Tj ET",
        SHOW + b"BT 1 0 0 1 70 200 Tm /H 5 5 Tf (more) Tj ET",
        b"9 9 1 0 0 1 0 0 cm" + SHOW,
        b"1.0000000000000000000000 1 1 rg" + SHOW,
        SHOW + b"1 2 3",
    ],
)
def test_what_readers_would_take_differently_is_unreadable(content: bytes) -> None:
    """Each makes something else of an operator with a number more or less."""
    refused(lambda: drawn(content))


@pytest.mark.parametrize(
    "unit", [b"1 ", b"1.5", b"- ", b"1 " * 6 + b"\n", b"() ", b"<>", b"/a ", b"n "]
)
def test_content_of_crumbs_is_unreadable_in_time(unit: bytes) -> None:
    content = unit * (400_000 // len(unit))

    def read_all() -> list[Meaning]:
        return list(operators(content, iter(range(60_000))))

    done_within(4, lambda: refused(read_all))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How long each content was that was begun to be parsed."""
    lengths: list[int] = []

    def counted(content: bytes, left: Iterator[object]) -> Iterator[Meaning]:
        lengths.append(len(content))
        return operators(content, left)

    monkeypatch.setattr(pages, "operators", counted)
    return lengths


def test_a_page_longer_than_any_is_unreadable_before_it_is_parsed(
    parsed: list[int],
) -> None:
    drawn(SHOW)
    with pytest.raises(PdfError):
        drawn(b"1 0 0 rg\n" * 500_000)
    assert parsed == [len(SHOW)]


def test_runs_after_one_place_are_measured_in_time() -> None:
    content = SHOW[:-4] + b"T* (a) Tj " * 9_000 + b"ET 0 0 1 1 re f"
    done_within(5, lambda: drawn(content))


@pytest.mark.parametrize("count", [2_001, 65])
def test_more_notes_than_we_read_are_no_page_that_we_can_read(count: int) -> None:
    stream = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        look = pdf.make_stream(SHOW, Type=Name.XObject, Subtype=Name.Form)
        shows = Dictionary(N=look) if count < 100 else Dictionary()
        note = Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), AP=shows)
        pdf.pages[0].Contents = pdf.make_stream(SHOW)
        pdf.pages[0].Annots = Array([note] * count)
        pdf.save(stream)
    refused(lambda: list(shown_pages(PdfFileReader(stream))))


def test_the_same_page_without_end_is_not_read_without_end(parsed: list[int]) -> None:
    stream = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"%" + b"x" * 10**6)
        for _ in range(100):
            pdf.Root.Pages.Kids.append(pdf.pages[0].obj)
        pdf.save(stream)
    refused(lambda: list(shown_pages(PdfFileReader(stream))))
    assert 0 < sum(parsed) <= 40_000_000


@pytest.mark.parametrize("box", [b"0 0 0 0 re ", b"0 0 9 0.001 re ", b"5 5 -3 -9 re "])
def test_a_pattern_that_is_no_code_says_nothing(box: bytes) -> None:
    stream = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        content = b"0 g 1 0 7 7 re " + box * 300 + b"f"
        pdf.pages[0].Contents = pdf.make_stream(content)
        pdf.save(stream)
    patterns: list[Pattern] = []
    list(shown_pages(PdfFileReader(stream), patterns))
    assert len(patterns) == 1
    assert codes_drawn(patterns) == set()
