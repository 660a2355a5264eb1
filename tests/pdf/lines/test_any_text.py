"""Whatever people paste: pages come out, and nothing hangs."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from focalpoint_app.document.blocks import Direction, Document, Paragraph, Run, Table
from focalpoint_app.pdf.pages import pdf_content, write_pdf
from tests.effort import done_within
from tests.pdf.demo import cell
from tests.pdf.readers import boxes_by_mupdf, by_mupdf

ANY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "ابتثلا ()\u2066\u2067\u2068\u2069\u202a\u202b\u202d\u202e\u202c"
        ),
        st.sampled_from("\u0300\u0651\u064b\u200b\u200d\u200e\ufeff\ufffe\U000e0041"),
        st.sampled_from(
            "\u061c\u200f中、“”（）——…٣٪😀🇫🇷\U0001f3ff\U0002a6df\u0378\U000e0fff"
        ),
    ),
    max_size=120,
)


def one_paragraph(text: str, language: str = "ar") -> Document:
    return Document(text[:40], language, (Paragraph((Run(text),)),))


@given(ANY, st.sampled_from(["ar", "en"]), st.sampled_from(Direction))
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_any_text_makes_a_file_that_opens(
    text: str, language: str, direction: Direction
) -> None:
    runs = (Run(text, isolated=True), Run(text, bold=True, link="https://a.b"))
    document = Document(text, language, (Paragraph(runs, direction=direction),))

    content, done = pdf_content(document)

    assert len(by_mupdf(content)) == done.pages


@pytest.mark.parametrize(
    "text",
    [
        "ب" + "\u064e" * 10_000,
        "e" + "\u0301" * 10_000,
        "ا" * 200_000,
        "x" * 200_000,
        "\u2067" * 5_000 + "نص",
        "\u2068" * 20_000 + "نص",
        "\u202e" * 5_000 + "text" + "\u202c" * 10,
        "https://a.org/" + "ا" * 5_000,
        "\ud800 نص \udfff",
        "نص\x00\x07نص",
        "",
        "中" * 200_000,
        "。" * 50_000,
        "“" * 50_000 + "a",
        "٣" * 50_000,
        "5," * 50_000,
        "a " * 100_000,
        "😀" * 20_000,
        "ا[" * 20_000,
        "\u061c\u200f\u200e" * 20_000,
        "(ا" * 5_000,
    ],
    ids=lambda text: f"{text[:2]!a}x{len(text)}",
)
def test_monstrous_words_are_set_in_moments(text: str, tmp_path: Path) -> None:
    document = one_paragraph(text)

    done = done_within(20, lambda: write_pdf(document, tmp_path / "x.pdf"))

    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as opened:
        assert len(opened) == done.pages >= 1


def test_a_table_of_forty_columns_still_fits_the_page(tmp_path: Path) -> None:
    row = tuple(cell(f"العمود {n}") for n in range(40))

    write_pdf(
        Document("x", "ar", (Table((row, row), (1.0,) * 40),)), tmp_path / "x.pdf"
    )

    boxes = boxes_by_mupdf(tmp_path / "x.pdf")
    assert boxes
    assert all(left >= 0 and right <= 596 for left, _, right, _ in boxes)
