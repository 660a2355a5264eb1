"""The pages of every submission we write are held against the data inside."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.document.blocks import Attachment
from focalpoint_app.document.look import Look
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.clearance import Audience, Clearance, Edition
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.signing.signing import signed
from focalpoint_app.pdf.verifying.agreement import Agreement, Kind, Print, agreement
from focalpoint_app.pdf.verifying.embedding import ANSWERS_NAME
from focalpoint_app.pdf.verifying.pages import shown_pages
from focalpoint_app.pdf.verifying.runs import squeezed
from focalpoint_app.pdf.verifying.verdict import Reason, Verdict, stamp_in
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.demonstrating import demonstration_identity
from focalpoint_app.workflow.submitting.editions import view_of
from focalpoint_app.workflow.submitting.expecting import expectation
from focalpoint_app.workflow.submitting.judging import judge
from focalpoint_app.workflow.submitting.signing_lines import default_lines
from focalpoint_app.workflow.submitting.submission import ExportOptions, edition, export
from tests.sample import sample_desk

SIGNER = cache(lambda: demonstration_identity("سلمى"))
"""Making a key takes longer than signing with it."""

PENALTIES = "som.6.penalties"
PENALTY = "untoc.5.1.a.i.penalty"
Alter = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def cleared(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Desk, Clearance]]:
    """The smuggling protocol of the sample: 40 pages of every kind of answer."""
    desk = sample_desk(tmp_path_factory.mktemp("sample") / "s.focalpoint")
    yield desk, clear(desk, ("som",))
    desk.close()


@pytest.fixture(scope="module")
def leaving(cleared: tuple[Desk, Clearance]) -> Edition:
    return edition(cleared[1], Audience.REVIEWING)


def exported(
    cleared: tuple[Desk, Clearance], path: Path, language: str, **rest: Any
) -> Verdict:
    desk, clearance = cleared
    identity = SIGNER()
    options = ExportOptions(path, language, identity=identity, **rest)
    export(desk.questionnaire, clearance, options)
    return judge(path)


def printed(
    desk: Desk,
    leaving: Edition,
    language: str,
    alter: Alter | None = None,
    beside: str | None = None,
) -> bytes:
    """The pages that such data print as, unsigned, around the data as they are."""
    said = json.loads(leaving.content)
    if alter is not None:
        alter(said["answers"])
    view = view_of(desk.questionnaire, said, leaving.digest)
    data = Attachment(ANSWERS_NAME, leaving.content, "application/json", "")
    tr = Catalogue(language)
    look = Look(Catalogue(beside) if beside else None)
    document = submission(view, tr, default_lines(tr), (data,), look)
    content, _written = pdf_content(document)
    return content


def compared(content: bytes, leaving: Edition, language: str) -> Agreement:
    """As ``verify`` does; signing, which languages do not touch, costs as much."""
    reader = PdfFileReader(BytesIO(content))
    pages = tuple(shown_pages(reader))
    paper = Print(pages, leaving.content, language, stamp_in(reader))
    return agreement(paper, expectation)


@pytest.mark.parametrize(
    ("language", "beside"),
    [
        ("ar", None), ("en", None), ("fr", None), ("es", None), ("ru", None),
        ("zh", None), ("ar", "en"), ("zh", "ar"),
    ],
)  # fmt: skip
def test_what_we_write_says_what_its_data_say(
    cleared: tuple[Desk, Clearance],
    leaving: Edition,
    language: str,
    beside: str | None,
) -> None:
    content = printed(cleared[0], leaving, language, beside=beside)
    found = compared(content, leaving, language)
    assert found.differences == ()
    assert found.word_by_word
    assert len(found.compared) > 80
    assert found.unknown == ()


@pytest.mark.parametrize("printed", ["7,5", "7.5"])
def test_a_fraction_is_expected_by_the_mark_that_the_pages_have(
    leaving: Edition, printed: str
) -> None:
    """French pages had a point once, and have a comma now."""
    data = json.loads(leaving.content)
    row = data["answers"][PENALTIES]["value"][0]
    row["maximum"] = "7.5"
    content = json.dumps(data).encode()

    found = expectation(content, "fr", lambda words: words == printed)

    (table,) = (each for each in found.answers if each.question == PENALTIES)
    assert printed in table.rows[0]


@pytest.mark.parametrize("printed", ["7,5", "7.5"])
def test_the_language_beside_has_a_mark_of_its_own(
    cleared: tuple[Desk, Clearance], printed: str
) -> None:
    desk, _ = cleared
    data = json.loads(edition(clear(desk, ("untoc",)), Audience.REVIEWING).content)
    data["answers"][PENALTY]["value"] = "7.5"
    asked = desk.questionnaire.questions.values()
    french = "\n".join(squeezed(each.text.get("fr", "")) for each in asked)

    def says(words: str) -> bool:
        return words in ("7.5", printed) or words in french

    found = expectation(json.dumps(data).encode(), "ar", says)

    (penalty,) = (each for each in found.answers if each.question == PENALTY)
    assert [text[0].split()[0] for text in penalty.texts] == ["7.5", printed]


def test_a_signed_file_says_what_its_data_say(
    cleared: tuple[Desk, Clearance], tmp_path: Path
) -> None:
    verdict = exported(cleared, tmp_path / "out.pdf", "fr")
    assert verdict.intact
    assert verdict.pages.word_by_word


def test_the_public_edition_says_what_its_data_say(
    cleared: tuple[Desk, Clearance], tmp_path: Path
) -> None:
    verdict = exported(
        cleared, tmp_path / "out.pdf", "en", audience=Audience.PUBLIC, lines=None
    )
    assert verdict.pages.agrees is True
    assert verdict.pages.word_by_word


def test_the_same_pages_rebuilt_by_another_are_believed(
    cleared: tuple[Desk, Clearance], leaving: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(signed(printed(cleared[0], leaving, "ar"), path.name, SIGNER()))
    assert judge(path).intact


def _says_no(answers: dict[str, Any]) -> None:
    answers["som.3.a"]["value"] = "no"


def _drops_a_word(answers: dict[str, Any]) -> None:
    texts = answers["som.3.a.narrative"]["value"]
    texts["ar"] = " ".join(texts["ar"].split()[:-1])


def _changes_a_year(answers: dict[str, Any]) -> None:
    texts = answers["som.3.a.narrative"]["value"]
    texts["ar"] = texts["ar"].replace("2014", "2015")


def _adds_a_sentence(answers: dict[str, Any]) -> None:
    answers["som.3.a.narrative"]["value"]["ar"] += "\nوقد أُلغي هذا القانون."


def _changes_a_cell(answers: dict[str, Any]) -> None:
    rows = _first_table(answers)
    row = next(row for row in rows if any(str(v).isdigit() for v in row.values()))
    column = next(name for name, cell in row.items() if str(cell).isdigit())
    row[column] = str(int(row[column]) + 1)


def _first_table(answers: dict[str, Any]) -> list[dict[str, Any]]:
    return next(
        each["value"]
        for question, each in answers.items()
        if isinstance(each["value"], list)
        and isinstance(each["value"][0], dict)
        and "closing" not in question
    )


@pytest.mark.parametrize(
    ("alter", "kind"),
    [
        (_says_no, Kind.MISSING),
        (_drops_a_word, Kind.MISSING),
        (_changes_a_year, Kind.MISSING),
        (_adds_a_sentence, Kind.ADDED),
        (_changes_a_cell, Kind.MISSING),
    ],
)
def test_other_pages_around_the_same_data_are_told(
    cleared: tuple[Desk, Clearance], leaving: Edition, alter: Alter, kind: Kind
) -> None:
    content = printed(cleared[0], leaving, "ar", alter)
    found = compared(content, leaving, "ar")
    assert found.agrees is False
    assert kind in {each.kind for each in found.differences}


def test_pages_that_differ_are_no_submission(
    cleared: tuple[Desk, Clearance], leaving: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    content = printed(cleared[0], leaving, "ar", _says_no)
    path.write_bytes(signed(content, path.name, SIGNER()))
    assert judge(path).reason is Reason.PAGES_DIFFER


@pytest.mark.parametrize(("alter", "agrees"), [(None, True), (_says_no, False)])
def test_pages_for_ink_are_compared_though_nothing_is_signed(
    cleared: tuple[Desk, Clearance],
    leaving: Edition,
    tmp_path: Path,
    alter: Alter | None,
    agrees: bool,
) -> None:
    path = tmp_path / "ink.pdf"
    path.write_bytes(printed(cleared[0], leaving, "ar", alter))

    verdict = judge(path)

    assert verdict.reason is Reason.UNSIGNED
    assert verdict.pages.agrees is agrees


def test_of_another_questionnaire_only_texts_are_compared(
    desk: Desk, tmp_path: Path
) -> None:
    from tests.workflow.review.answered import answered

    answered(desk)
    desk.write("untoc.5.1.a.i.narrative", "ar", "يعاقب القانون على المشاركة.")
    path = tmp_path / "out.pdf"
    identity = SIGNER()
    export(desk.questionnaire, clear(desk), ExportOptions(path, identity=identity))
    verdict = judge(path)
    assert verdict.intact
    assert verdict.pages.unknown
    assert verdict.as_json()["not_compared"] == list(verdict.pages.unknown)
