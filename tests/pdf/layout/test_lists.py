"""A list stands on the side from which its own language is read."""

import fitz
import pytest

from focalpoint_app.document.blocks import (
    Document,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
)
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.bands import Band
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.lists import list_bands
from focalpoint_app.pdf.layout.setting import Column, Setter
from focalpoint_app.pdf.pages import pdf_content


def edges(language: str, of: str, text: str) -> tuple[float, float]:
    """Left edges of label and text of a list ``of`` one language in another's page."""
    item = ListItem("7.", (Paragraph((Run(text, of),), language=of),))
    document = Document("t", language, (ListBlock((item,)),))
    content, _ = pdf_content(document)
    with fitz.open(stream=content) as pdf:
        words = [w for w in pdf[0].get_text("words") if 50 < w[1] < 700]
    label = next(w for w in words if "7" in w[4])
    rest = next(w for w in words if "7" not in w[4])
    return label[0], rest[0]


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_labels_stand_before_the_text_in_its_own_direction(language: str) -> None:
    label, text = edges(language, "ar", "بند")
    assert label > text

    label, text = edges(language, "fr", "point")
    assert label < text


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("•", "Disc"), ("", "Disc"), ("7.", "Decimal"), ("7-", "Decimal"),
        ("12 –", "Decimal"), ("[3]", "Decimal"), ("٣)", "Decimal"), ("一、", "Decimal"),
        ("（二）", "Decimal"), ("(iv)", "LowerRoman"), ("(أ)", "LowerAlpha"),
    ],
)  # fmt: skip
def test_a_list_tells_how_it_is_numbered(label: str, told: str) -> None:
    root = Element(Role.DOCUMENT, "ar")
    items = (ListItem(label, (Paragraph((Run("بند", "ar"),)),)),)
    setter = Setter(Fonts(), "ar", root)

    list_bands(setter, ListBlock(items), Column(65, 530, True), lambda *_: [Band(20)])

    (tree,) = (kid for kid in root.kids if isinstance(kid, Element))
    assert tree.attributes == f"<</O/List/ListNumbering/{told}>>"
