"""Paragraphs set into a column."""

from dataclasses import replace

import pytest

from focalpoint_app.document.blocks import Paragraph, Run
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
