"""The sample's whole submission, read back page by page by an independent reader."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from focalpoint_app.domain.answer import Answer, TextValue
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.submitting.submission import ExportOptions, edition, export
from tests.sample import sample_desk

TEXT_AREA = ("-x", "0", "-y", "60", "-W", "596", "-H", "722")
"""Points: between the running head and the running foot."""


@dataclass(frozen=True)
class Submission:
    """``texts`` are the Arabic answers that this edition prints."""

    pdf: Path
    texts: tuple[str, ...]
    content: bytes
    pages: int
    missing: tuple[str, ...]


@pytest.fixture(scope="module")
def submission(tmp_path_factory: pytest.TempPathFactory) -> Submission:
    folder = tmp_path_factory.mktemp("sample")
    with closing(sample_desk(folder / "s.focalpoint")) as desk:
        clearance = clear(desk)
        target = folder / "submission.pdf"
        exported = export(desk.questionnaire, clearance, ExportOptions(target))
        facts = desk.facts
        texts = tuple(
            text
            for question, answer in desk.answers.items()
            if facts.is_visible(question)
            for text in arabic(answer)
        )
    content = edition(clearance, Audience.REVIEWING).content
    return Submission(target, texts, content, exported.pages, exported.missing)


def arabic(answer: Answer) -> Iterator[str]:
    leaves = answer.confidentiality.value != "national" and answer.is_given
    if leaves and isinstance(answer.value, TextValue) and "ar" in answer.value.texts:
        yield from answer.value.texts["ar"].split("\n")


def read(path: Path, *area: str) -> list[str]:
    done = subprocess.run(
        ["pdftotext", *area, str(path), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8").split("\f")[:-1]


def squeezed(text: str) -> str:
    """Letters, digits and signs in their order, without blanks and bidi controls."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        c for c in composed if not c.isspace() and unicodedata.category(c) != "Cf"
    )


def words(text: str) -> list[str]:
    return re.findall(r"[\u0621-\u064a\u064b-\u0652]+", text)


def test_no_page_holds_a_presentation_form(submission: Submission) -> None:
    found = [
        (number, character)
        for number, page in enumerate(read(submission.pdf), start=1)
        for character in page
        if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc"
    ]

    assert found == []


def test_every_page_says_which_it_is_and_of_what(submission: Submission) -> None:
    pages = read(submission.pdf)
    digest = re.findall(r"[0-9a-f]{64}", squeezed(pages[0]))

    assert len(pages) == submission.pages > 60
    assert len(digest) == 1
    for number, page in enumerate(pages, start=1):
        assert digest[0][:16] in page
        assert str(number) in page


def test_every_answer_reads_back_in_logical_order(submission: Submission) -> None:
    """Word for word, page after page; a page's end may part one from the next."""
    document = " ".join(words(" ".join(read(submission.pdf, *TEXT_AREA))))
    paragraphs = [" ".join(words(text)) for text in submission.texts if words(text)]

    lost = [text for text in paragraphs if text not in document]

    assert len(paragraphs) > 250
    assert lost == []


def test_nearly_every_answer_reads_back_sign_for_sign(submission: Submission) -> None:
    """Figures, brackets and Latin included; poppler moves a mark now and then."""
    document = squeezed("".join(read(submission.pdf, *TEXT_AREA)))
    paragraphs = [squeezed(text) for text in submission.texts if squeezed(text)]

    whole = sum(text in document for text in paragraphs)

    assert whole / len(paragraphs) > 0.95


def test_the_data_inside_are_those_that_were_cleared(submission: Submission) -> None:
    assert extract(submission.pdf) == submission.content


def test_the_fonts_have_every_character_of_the_sample(submission: Submission) -> None:
    assert submission.missing == ()
