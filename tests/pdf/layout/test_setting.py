"""Paragraphs set into a column."""

from dataclasses import replace

import pytest

from focalpoint_app.document.blocks import Direction, Paragraph, Run
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Words
from focalpoint_app.pdf.layout.setting import Column, Setter

COLUMN = Column(0, 400, True)


@pytest.mark.parametrize("before", ["", "قانون العقوبات ", "Penal Code "])
@pytest.mark.parametrize("shown", ["[2]", "المادة 47", "https://example.org/cases/7"])
def test_a_link_is_as_wide_as_its_words(before: str, shown: str) -> None:
    setter = Setter(Fonts(), "ar")
    alone = setter.paragraph(Paragraph((Run(shown, isolated=True),)), COLUMN)
    runs = (Run(before), Run(shown, link="https://example.org", isolated=True))

    (band,) = setter.paragraph(Paragraph(runs, language="ar"), COLUMN)

    (words,) = alone[0].marks
    (link,) = band.links
    assert isinstance(words, Words)
    assert link.width == pytest.approx(words.line.width)


@pytest.mark.parametrize("width", range(60, 200, 10))
def test_a_provision_put_into_a_sentence_is_not_torn(width: int) -> None:
    setter = Setter(Fonts(), "ar")
    runs = (
        Run("تعاقب المادة ", "ar"),
        Run("5 (1) (أ)", isolated=True),
        Run(" من", "ar"),
    )
    link = replace(runs[1], link="https://example.org")

    bands = setter.paragraph(
        Paragraph((runs[0], link, runs[2]), language="ar"),
        Column(0, width, True),
    )

    assert [len(band.links) for band in bands if band.links] == [1]


@pytest.mark.parametrize(
    ("text", "language", "chosen", "at_the_right"),
    [
        ("Penal Code", "en", Direction.RTL, True),
        ("قانون العقوبات", "ar", Direction.LTR, False),
        ("Penal Code", "ar", Direction.AUTO, True),
        ("قانون العقوبات", "en", Direction.AUTO, False),
        ("UNTOC في المادة", "ar", Direction.AUTO, True),
    ],
)
def test_the_writers_choice_wins_then_the_language_then_the_text(
    text: str, language: str, chosen: Direction, at_the_right: bool
) -> None:
    setter = Setter(Fonts(), "ar")
    written = Paragraph((Run(text, language),), language=language, direction=chosen)

    (band,) = setter.paragraph(written, COLUMN)

    (words,) = band.marks
    assert isinstance(words, Words)
    assert words.line.base == int(at_the_right)
    assert (words.x > 0) == at_the_right
