"""A recovery sheet is two pages for two keepers, whatever stands at their heads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from focalpoint_app.document.look import Paper
from focalpoint_app.document.recovery_sheet import Sheet, recovery_sheet
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.recovery import halves
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.pdf.pages import pdf_content
from tests.pdf.further_documents import emblem

LINES = ("جمهورية المثال", "وزارة العدل", "إدارة التعاون الدولي")
PAPER = Paper(Letterhead(LINES, emblem(), "ar"), "سري")
HALVES = halves(bytes(32), b"mark", lambda size: bytes(range(size)))
SHEET = Sheet(HALVES, "ملف الاستعراض 2026.focalpoint", "XAA", date(2026, 11, 22))


@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_each_half_has_one_page_below_a_letterhead(language: str) -> None:
    document = recovery_sheet(SHEET, Catalogue(language), PAPER)

    _, written = pdf_content(document)

    assert written.pages == 2


def test_the_sheets_sentences_bring_no_isolates_of_their_own() -> None:
    """A catalogue isolates what its language needs isolated, once."""
    english = recovery_sheet(
        replace(SHEET, file="a.focalpoint"), Catalogue("en"), PAPER
    )
    said = repr(english.blocks)
    assert "half A of two" in said
    assert "\\u2068" not in said
