"""The tree that readers of text follow, held against the blocks it comes from."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    ListBlock,
    MachineCode,
    Paragraph,
    Parallel,
    Run,
    Section,
    SignaturePlace,
    Table,
    Tick,
    plain_text,
)
from focalpoint_app.pdf.pages import pdf_content, write_pdf
from tests.pdf.demo import LONG, ar, arabic_document, case_table, cell, en, head
from tests.pdf.further_documents import figures_document, many_scripts_document
from tests.pdf.struct_text import Node, letters, roles_by_poppler, structure

TEXTS = ("P", "H1", "H2", "H3", "H4", "Lbl", "Caption", "TH", "TD", "Figure")
DOCUMENTS = {
    "arabic": arabic_document,
    "figures": figures_document,
    "many scripts": many_scripts_document,
}


def written(*blocks: Block) -> pikepdf.Pdf:
    return opened(Document("وثيقة", "ar", blocks, page_label=""))


def opened(document: Document) -> pikepdf.Pdf:
    content, _ = pdf_content(document)
    return pikepdf.open(BytesIO(content))


def said(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Role and text of each block, in order; contents and signature places aside."""
    for block in blocks:
        yield from _said(block)


def _said(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph() | Tick():
            yield "P", plain_text(block.runs)
        case Heading():
            yield f"H{block.level}", plain_text(block.runs)
        case Figure() | MachineCode():
            yield "Figure", ""
            yield from said(getattr(block, "beside", ()))
        case Table():
            yield from _said_of_table(block)
        case _:
            yield from _said_within(block)


def _said_within(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Section():
            yield from said(block.blocks)
        case ListBlock():
            for item in block.items:
                yield "Lbl", item.label
                yield from said(item.blocks)
        case Parallel():
            for row in block.rows:
                for side in row:
                    yield from said(side)


def _said_of_table(table: Table) -> Iterator[tuple[str, str]]:
    if table.caption is not None:
        yield "Caption", plain_text(table.caption.runs)
    for row in table.rows:
        for each in row:
            text = " ".join(plain_text(p.runs) for p in each.paragraphs)
            yield "TH" if each.header else "TD", text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_tree_says_what_the_blocks_say(name: str) -> None:
    document = DOCUMENTS[name]()

    tree = structure(opened(document))

    found = [(node.role, letters(node.text)) for node in tree.all(*TEXTS)]
    found = [each for each in found if each != ("H1", letters("المحتويات"))]
    head_lines = document.letterhead.lines if document.letterhead else ()
    blocks = (*map(ar, head_lines), *document.blocks)
    expected = [(role, letters(text)) for role, text in said(blocks)]
    assert found[: len(expected)] == expected


def test_another_program_finds_the_same_tree(tmp_path: Path) -> None:
    path = tmp_path / "tagged.pdf"
    write_pdf(arabic_document(), path)

    def depths(node: Node, depth: int) -> Iterator[tuple[int, str]]:
        yield depth, node.role
        for kid in node.kids:
            yield from depths(kid, depth + 1)

    with pikepdf.open(path) as pdf:
        assert roles_by_poppler(path) == list(depths(structure(pdf), 0))


def test_a_paragraph_on_two_pages_is_one() -> None:
    pdf = written(ar(" ".join([LONG] * 30)))

    (paragraph,) = structure(pdf).all("P")

    assert letters(paragraph.text) == letters(LONG * 30)
    assert len(pdf.pages) == len(paragraph.entry.K) > 2


def test_a_row_across_two_pages_has_one_cell_for_each_column() -> None:
    row = (cell("1"), cell(" ".join([LONG] * 20)), cell(" ".join([LONG] * 20)))
    pdf = written(Table((row,), (1, 3, 3)))

    texts = [letters(node.text) for node in structure(pdf).all("TD")]

    assert texts == ["1", letters(LONG * 20), letters(LONG * 20)]


def test_repeated_header_rows_are_told_once() -> None:
    pdf = written(case_table(120))

    tree = structure(pdf)

    assert len(tree.all("TH")) == 5
    assert len(tree.all("TR")) == 121


def test_a_row_that_is_short_of_cells_is_filled_up() -> None:
    pdf = written(Table(((cell("1"), cell("2")), (cell("3"),)), (1, 1)))

    rows = structure(pdf).all("TR")

    assert [len(row.kids) for row in rows] == [2, 2]


def test_paragraphs_of_a_cell_stay_apart() -> None:
    both = Cell((Paragraph((Run("أول"),)), Paragraph((Run("ثان"),))))
    pdf = written(Table(((both,),), (1,)))

    (found,) = structure(pdf).all("TD")

    assert [letters(kid.text) for kid in found.kids] == [letters("أول"), letters("ثان")]


def test_no_level_of_heading_is_left_out() -> None:
    pdf = written(*[head(level, "عنوان") for level in (2, 4, 1, 3, 4, 4)])

    roles = [node.role for node in structure(pdf).kids]

    assert roles == ["H1", "H2", "H1", "H2", "H3", "H3"]


def test_contents_are_links_with_their_pages() -> None:
    blocks = (Contents(head(1, "المحتويات", listed=False)), head(1, "أول"))
    pdf = written(*blocks, head(2, "ثان", new_page=True))

    (contents,) = structure(pdf).all("TOC")

    assert [kid.role for kid in contents.kids] == ["TOCI", "TOCI"]
    links = contents.all("Link")
    assert [letters(link.text) for link in links] == [letters("أول1"), letters("ثان2")]


def link(text: str, target: str) -> Paragraph:
    return Paragraph((Run("انظر ", "ar"), Run(text, "ar", link=target)), language="ar")


def test_a_link_over_two_lines_is_one_with_two_places() -> None:
    words = " ".join(["قانون"] * 30)
    pdf = written(link(words, "https://example.org"))

    (found,) = structure(pdf).all("Link")

    annotations = [
        kid.Obj for kid in found.entry.K if isinstance(kid, pikepdf.Dictionary)
    ]
    assert len(annotations) == 2
    assert {str(a.Contents) for a in annotations} == {"https://example.org"}
    lefts = [float(a.Rect[0]) for a in annotations]
    widths = [float(a.Rect[2]) - float(a.Rect[0]) for a in annotations]
    assert min(lefts) >= 64
    assert all(20 < width < 466 for width in widths)


def test_two_links_to_one_place_are_two() -> None:
    runs = [Run("[1]", link="#a"), Run(" ثم "), Run("[1]", link="#a")]
    pdf = written(Paragraph(tuple(runs), anchor="a"))

    (paragraph,) = structure(pdf).kids

    assert [kid.role for kid in paragraph.kids] == ["Link", "Link"]


def test_what_leads_nowhere_is_no_link() -> None:
    pdf = written(link("القانون", "#nowhere"))

    tree = structure(pdf)

    assert not tree.all("Link")
    assert len(tree.all("Span")) == 1


def test_each_language_is_named_where_it_changes() -> None:
    mixed = Paragraph((Run("قانون ", "ar"), Run("Organized Crime Act", "en")))
    pdf = written(ar("نص"), en("text"), mixed)

    paragraphs = structure(pdf).all("P")

    assert [paragraph.language for paragraph in paragraphs] == ["", "en", ""]
    (span,) = structure(pdf).all("Span")
    assert span.language == "en"


def test_inner_links_come_in_the_order_of_the_text() -> None:
    """Two links side by side within English, within Arabic: drawn from the right."""
    runs = (
        Run("انظر ", "ar"),
        Run("first", "en", link="https://example.org/1"),
        Run(" and ", "en"),
        Run("second", "en", link="https://example.org/2"),
        Run(" كذلك", "ar"),
    )
    pdf = written(Paragraph(runs, language="ar"))

    (paragraph,) = structure(pdf).all("P")

    assert [kid.text.strip("\u200e\u061c ") for kid in paragraph.kids] == [
        "first", "and", "second",
    ]  # fmt: skip


def test_figures_say_what_they_show_and_where_they_are() -> None:
    pdf = opened(figures_document())

    emblem, code = structure(pdf).all("Figure")

    assert str(emblem.entry.Alt) == "شعار الدولة"
    assert str(code.entry.Alt) == "رمز يحمل معرّف التسليم"
    assert [round(float(side)) for side in emblem.entry.A.BBox][2] == 530


def test_a_signature_place_is_a_form_that_says_whose_it_is() -> None:
    place = SignaturePlace("الخبير", "سلمى", field="expert", language="ar")
    pdf = written(place)

    (form,) = structure(pdf).all("Form")

    widget = form.entry.K.Obj
    assert str(widget.TU) == "الخبير: سلمى"
    assert widget.F == 132
    assert "/N" in widget.AP
