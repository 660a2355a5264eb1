"""Pages on which something was hidden, laid over or put in are told from ours."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.document.submission import submission
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.verifying.agreement import Agreement, Kind, Print, agreement
from focalpoint_app.pdf.verifying.disguises import disguised
from focalpoint_app.pdf.verifying.expected import Expectation, Says
from focalpoint_app.pdf.verifying.pages import Readings, shown_pages
from focalpoint_app.pdf.verifying.verdict import stamp_in
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.submitting.editions import view_of
from focalpoint_app.workflow.submitting.expecting import expectation
from focalpoint_app.workflow.submitting.signing_lines import default_lines
from focalpoint_app.workflow.submitting.submission import edition
from tests.sample import sample_desk
from tests.workflow.forging import ADDING, HIDING, PLACED, Forge


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
    readings: Readings = {}
    pages = tuple(shown_pages(reader, readings=readings))
    return Print(pages, data, "ar", stamp_in(reader), disguised(readings))


def kinds(found: Agreement) -> set[Kind]:
    return {each.kind for each in found.differences}


def test_texts_are_found_where_the_questionnaire_is_not_known(
    printed: Printed,
) -> None:
    """Answers that begin alike do not take each other's lines."""
    data = json.loads(printed.data)
    data["questionnaire"]["id"] = "cluster-9"
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


@pytest.mark.parametrize("forge", ADDING)
def test_what_lies_over_a_page_is_read_with_it(printed: Printed, forge: Forge) -> None:
    assert Kind.ADDED in kinds(compared(printed, forge))


def another_letter(pdf: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    """The text stays what it was; the eye sees another."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/CIDToGIDMap" in each:
            places = each.CIDToGIDMap.read_bytes()
            turned = places[:40] + places[42:44] + places[42:]
            each.CIDToGIDMap = pdf.make_stream(turned)


def test_letters_drawn_otherwise_than_they_say_are_told(printed: Printed) -> None:
    found = compared(printed, another_letter)
    assert kinds(found) == {Kind.DISGUISED}
    assert found.agrees is False


def test_letters_of_another_version_are_not_called_disguised(printed: Printed) -> None:
    """It may have had other fonts."""
    with pikepdf.open(BytesIO(printed.content)) as pdf:
        stream = BytesIO()
        another_letter(pdf, pdf.pages[0])
        pdf.save(stream)
    paper = replace(paper_of(stream, printed.data), stamp="1.earlier")
    assert kinds(agreement(paper, expectation)) == {Kind.UNKNOWN}


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
