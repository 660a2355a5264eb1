"""Forgeries of a page: what hides an answer, and what adds to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

PLACED = re.compile(
    rb"[\d. ]+ rg /FNotoNaskhArabicBold 12.75 Tf 1 0 0 1 ([\d.]+) ([\d.]+) Tm "
)
HEIGHT = re.compile(rb" ([\d.]+) Tm ")
TOP_LINE = 780.0  # points: below the head
Forge = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def place_of_answer(page: pikepdf.Page) -> tuple[float, float]:
    """Where some answer begins: the last one on the page in bold."""
    *_, last = PLACED.finditer(page.Contents.read_bytes())
    return float(last[1]), float(last[2])


def drawn_after(pdf: pikepdf.Pdf, page: pikepdf.Page, operators: str) -> None:
    page.Contents = Array(
        [page.Contents, pdf.make_stream(b"\n" + operators.encode("ascii"))]
    )


def box_over(page: pikepdf.Page) -> str:
    x, y = place_of_answer(page)
    return f"{x - 2:.2f} {y - 4:.2f} 60 18"


def white_box(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    box = box_over(page)
    drawn_after(pdf, page, f"/Artifact BMC 1 1 1 rg {box} re f EMC")


def broad_stroke(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    x, y = place_of_answer(page)
    drawn_after(
        pdf, page, f"1 1 1 RG 16 w {x:.2f} {y + 4:.2f} m {x + 60:.2f} {y + 4:.2f} l S"
    )


def white_form(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    x, y = place_of_answer(page)
    form = pdf.make_stream(b"1 1 1 rg 0 0 60 18 re f")
    form.Subtype, form.BBox = Name.Form, Array([0, 0, 60, 18])
    page.Resources.XObject = Dictionary(Over=form)
    drawn_after(pdf, page, f"q 1 0 0 1 {x - 2:.2f} {y - 4:.2f} cm /Over Do Q")


def white_picture(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    x, y = place_of_answer(page)
    picture = "BI /W 1 /H 1 /CS /G /BPC 8 ID ~ EI"
    drawn_after(pdf, page, f"q 60 0 0 18 {x - 2:.2f} {y - 4:.2f} cm {picture} Q")


def noted(pdf: pikepdf.Pdf, page: pikepdf.Page, **entries: Any) -> None:
    x, y = place_of_answer(page)
    note = Dictionary(
        Type=Name.Annot,
        Rect=Array([x - 2, y - 4, x + 60, y + 14]),
        **entries,
    )
    page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(note)])


def white_note(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    noted(pdf, page, Subtype=Name.Square, IC=Array([1, 1, 1]))


def white_stamp(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    form = Stream(pdf, b"1 1 1 rg 0 0 60 18 re f")
    form.Subtype, form.BBox = Name.Form, Array([0, 0, 60, 18])
    noted(pdf, page, Subtype=Name.Stamp, AP=Dictionary(N=pdf.make_indirect(form)))


def replaced(page: pikepdf.Page, pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    content = page.Contents.read_bytes()
    assert old in content
    page.Contents = pdf.make_stream(content.replace(old, new))


def last_place(page: pikepdf.Page) -> bytes:
    *_, last = PLACED.finditer(page.Contents.read_bytes())
    return last[0]


def off_the_page(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    place = last_place(page)
    replaced(page, pdf, place, place.replace(b"1 0 0 1 ", b"1 0 0 1 -9"))


def in_white(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    place = last_place(page)
    _, _, rest = place.partition(b" rg ")
    replaced(page, pdf, place, b"1 1 1 rg " + rest)


def too_small(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    place = last_place(page)
    replaced(page, pdf, place, place.replace(b"12.75 Tf", b"0.01 Tf"))


def clipped_away(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(b"0 0 9 9 re W n\n" + content)


def invisible(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    place = last_place(page)
    replaced(page, pdf, place, b"3 Tr " + place)


def moved_by_a_matrix(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(b"1 0 0 1 2000 0 cm\n" + content)


def transparent(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    page.Resources.ExtGState = Dictionary(G=Dictionary(ca=0))
    content = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(b"/G gs\n" + content)


def a_note_that_says_more(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    words = "This answer was withdrawn."
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([20, 20, 60, 40]),
        Contents=String(words), DA=String("/Helv 9 Tf"),
    )  # fmt: skip
    page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(note)])


def a_form_that_says_more(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    form = Stream(pdf, b"BT /H 12 Tf 1 0 0 1 5 5 Tm (withdrawn since) Tj ET")
    form.Subtype, form.BBox = Name.Form, Array([0, 0, 200, 20])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form.Resources = Dictionary(Font=Dictionary(H=font))
    page.Resources.XObject = Dictionary(More=pdf.make_indirect(form))
    drawn_after(pdf, page, "/Artifact BMC q 1 0 0 1 70 300 cm /More Do Q EMC")


def words_called_decoration(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources.Font.H = pdf.make_indirect(font)
    words = "BT /H 12 Tf 1 0 0 1 70 300 Tm (withdrawn since) Tj ET"
    drawn_after(pdf, page, f"/Artifact BMC {words} EMC")


def exchanged(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """The first line of all and the last answer, each where the other stood."""
    content = page.Contents.read_bytes()
    _, last = place_of_answer(page)
    first = max(float(y) for y in HEIGHT.findall(content) if float(y) < TOP_LINE)
    swap = {b"%.2f" % last: b"%.2f" % first, b"%.2f" % first: b"%.2f" % last}

    def other(found: re.Match[bytes]) -> bytes:
        return found[0].replace(found[1], swap.get(found[1], found[1]))

    page.Contents = pdf.make_stream(HEIGHT.sub(other, content))


def an_answer_twice(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Word for word, where the page has room."""
    content = page.Contents.read_bytes()
    place = last_place(page)
    start = content.index(place)
    line = content[start : content.index(b"ET", start)]
    again = HEIGHT.sub(b" 120.00 Tm ", line, count=1)
    page.Contents = pdf.make_stream(content + b"\nBT\n" + again + b"ET")


def in_helvetica(pdf: pikepdf.Pdf, page: pikepdf.Page, words: str, tag: str) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources.Font.H = pdf.make_indirect(font)
    shown = f"BT /H 12 Tf 1 0 0 1 70 100 Tm ({words}) Tj ET"
    drawn_after(pdf, page, f"/{tag} BMC {shown} EMC")


def words_of_a_source(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    in_helvetica(pdf, page, "Memorandum of Understanding", "P")


def words_of_a_source_as_decoration(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    in_helvetica(pdf, page, "Memorandum of Understanding", "Artifact")


def without_its_sources(pdf: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    del pdf.pages[-3]


HIDING = (
    white_box, broad_stroke, white_form, white_picture, white_note, white_stamp,
    off_the_page, in_white, too_small, clipped_away, invisible, moved_by_a_matrix,
    transparent, exchanged,
)  # fmt: skip
ADDING = (
    a_note_that_says_more, a_form_that_says_more, words_called_decoration,
    an_answer_twice, words_of_a_source, words_of_a_source_as_decoration,
    without_its_sources,
)  # fmt: skip
