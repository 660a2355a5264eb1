"""Pages on which something was hidden, laid over or put in are told from ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.document.submission import submission
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.verifying.agreement import Agreement, Kind, Print, agreement
from focalpoint_app.pdf.verifying.expected import Expectation, Says
from focalpoint_app.pdf.verifying.pages import shown_pages
from focalpoint_app.pdf.verifying.verdict import stamp_in
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.submitting.editions import view_of
from focalpoint_app.workflow.submitting.expecting import expectation
from focalpoint_app.workflow.submitting.signing_lines import default_lines
from focalpoint_app.workflow.submitting.submission import edition
from tests.sample import sample_desk

PLACED = re.compile(
    rb"[\d. ]+ rg /FNotoNaskhArabicBold 12.75 Tf 1 0 0 1 ([\d.]+) ([\d.]+) Tm "
)

HEIGHT = re.compile(rb" ([\d.]+) Tm ")
TOP_LINE = 780.0  # points: below the head


class Printed(NamedTuple):
    """A submission of one instrument; ``page`` holds answers in bold."""

    content: bytes
    data: bytes
    page: int


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    desk = sample_desk(tmp_path_factory.mktemp("sample") / "s.focalpoint")
    leaving = edition(clear(desk, ("som",)), Audience.REVIEWING)
    view = view_of(desk.questionnaire, json.loads(leaving.content), leaving.digest)
    desk.close()
    tr = Catalogue("ar")
    content, _ = pdf_content(submission(view, tr, default_lines(tr)))
    with pikepdf.open(BytesIO(content)) as pdf:
        pages = [page.Contents.read_bytes() for page in pdf.pages]
    page = next(n for n, each in enumerate(pages) if n > 2 and PLACED.search(each))
    return Printed(content, leaving.content, page)


Forge = Callable[[pikepdf.Pdf, pikepdf.Page], None]


def compared(printed: Printed, forge: Forge | None = None) -> Agreement:
    stream = BytesIO(printed.content)
    if forge is not None:
        stream = BytesIO()
        with pikepdf.open(BytesIO(printed.content)) as pdf:
            forge(pdf, pdf.pages[printed.page])
            pdf.save(stream)
    return agreement(paper_of(stream, printed.data), expectation)


def paper_of(stream: BytesIO, data: bytes) -> Print:
    reader = PdfFileReader(stream)
    return Print(tuple(shown_pages(reader)), data, "ar", stamp_in(reader))


def kinds(found: Agreement) -> set[Kind]:
    return {each.kind for each in found.differences}


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


def test_texts_are_found_where_the_wording_around_them_is_not_known(
    printed: Printed,
) -> None:
    """Answers that begin alike do not take each other's lines."""
    data = json.loads(printed.data)
    data["questionnaire"]["texts"]["ar"] = "of an older version"
    paper = paper_of(BytesIO(printed.content), json.dumps(data).encode())

    found = agreement(paper, expectation)

    assert found.agrees is True
    assert found.unknown


def test_the_untouched_agrees(printed: Printed) -> None:
    assert compared(printed).agrees is True


@pytest.mark.parametrize("forge", HIDING)
def test_an_answer_that_the_eye_does_not_see_is_missing(
    printed: Printed, forge: Forge
) -> None:
    assert Kind.MISSING in kinds(compared(printed, forge))


ADDING = (
    a_note_that_says_more, a_form_that_says_more, words_called_decoration,
    an_answer_twice, words_of_a_source, words_of_a_source_as_decoration,
    without_its_sources,
)  # fmt: skip


@pytest.mark.parametrize("forge", ADDING)
def test_what_lies_over_a_page_is_read_with_it(printed: Printed, forge: Forge) -> None:
    assert Kind.ADDED in kinds(compared(printed, forge))


def test_pages_of_another_wording_are_not_called_forged(printed: Printed) -> None:
    """A later version may say other things around the answers."""
    label = Catalogue("ar")("mandatory")

    def otherwise(data: bytes, language: str, says: Says) -> Expectation:
        found = expectation(data, language, says)
        body = tuple(each.replace(label, "ملزم") for each in found.printing.body)
        known = tuple(each.replace(label, "ملزم") for each in found.known)
        printing = replace(found.printing, body=body, stamp="1.later")
        return replace(found, printing=printing, known=known)

    paper = paper_of(BytesIO(printed.content), printed.data)
    found = agreement(paper, otherwise)
    assert kinds(found) == {Kind.UNKNOWN}
    assert (found.agrees, found.word_by_word) == (None, False)
