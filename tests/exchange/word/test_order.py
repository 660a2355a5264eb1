"""Properties stand in the order of ISO/IEC 29500-1, which Word asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree

from focalpoint_app.exchange.word.writing import write_word
from tests.exchange.requests import drafted
from tests.exchange.word.filling import BODY, parts_of, w

ORDER = {
    "pPr": "pStyle keepNext keepLines pBdr shd tabs bidi spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs color sz szCs rtl lang",
    "sdtPr": "rPr alias tag id lock placeholder showingPlcHdr text date dropDownList"
    " checkbox",
    "tblPr": "tblStyle bidiVisual tblW tblBorders tblLayout tblCellMar",
    "trPr": "tblHeader",
    "tcPr": "tcW",
    "sectPr": "headerReference footerReference pgSz pgMar bidi",
    "style": "name basedOn qFormat pPr rPr tblPr",
    "settings": "trackRevisions defaultTabStop compat",
}
"""17.3.1.26, 17.3.2.28, 17.5.2.38, 17.4.60 and following, as far as forms use them."""
PARTS = (BODY, "word/styles.xml", "word/settings.xml", "word/header1.xml",
         "word/footer1.xml")  # fmt: skip


@pytest.fixture(scope="module")
def elements() -> list[Any]:
    """Of a form that has drafts, tables, boxes, lists and dates."""
    parts = parts_of(write_word(drafted()))
    roots = (etree.fromstring(parts[name]) for name in PARTS)
    return [each for root in roots for each in root.iter(etree.Element)]


def children(elements: list[Any], name: str) -> Iterator[list[str]]:
    for each in elements:
        if each.tag == w(name):
            yield [etree.QName(child).localname for child in each]


@pytest.mark.parametrize("name", ORDER)
def test_properties_stand_in_their_order(elements: list[Any], name: str) -> None:
    known = ORDER[name].split()
    found = list(children(elements, name))

    assert found
    for names in found:
        places = [known.index(each) for each in names]
        assert places == sorted(places), names


def test_each_cell_and_the_text_end_with_a_paragraph(elements: list[Any]) -> None:
    cells = list(children(elements, "tc"))
    (body,) = children(elements, "body")

    assert all(each[-1] == "p" for each in cells)
    assert body[-2:] == ["p", "sectPr"]
