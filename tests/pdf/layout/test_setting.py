"""Paragraphs set into a column."""

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
