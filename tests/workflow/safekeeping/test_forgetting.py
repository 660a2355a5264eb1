"""Pages that were made leave none of their words behind a locked window."""

from __future__ import annotations

from focalpoint_app.pdf.glyphs.shapes import shapes_of
from focalpoint_app.pdf.lines import break_rules
from focalpoint_app.pdf.verifying.marks import marked
from focalpoint_app.platform.places import resources_folder
from focalpoint_app.workflow.safekeeping.forgetting import forget_pages
from tests.memory import holding, mark


def test_words_that_were_shaped_broken_or_compared_are_forgotten() -> None:
    said = mark()
    (font, *_) = sorted(resources_folder().rglob("*.ttf"))
    shapes_of(font).of(said, rtl=False)
    break_rules._kept(said)
    marked(said)
    assert holding(said) != []
    forget_pages()
    assert holding(said) == []
