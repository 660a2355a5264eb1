"""The submission's tree of blocks says what the edition says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from focalpoint_app.document.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    SignaturePlace,
    Table,
    plain_text,
    walk,
)
from focalpoint_app.document.edition_view import EditionView, SignLine
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.answer import (
    Answer,
    ChoiceValue,
    Cite,
    Row,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.language.catalogue import Catalogue
from tests.builders import chosen, questionnaire, written

DIGEST = "0123456789abcdef" * 4
LAW = Source(
    "law-1",
    SourceKind.LAW,
    {"ar": "قانون مكافحة الجريمة المنظمة", "en": "Organized Crime Act"},
    gazette_number="12",
    sherloc="https://sherloc.unodc.org/cld/law-1",
)
ANSWERS = {
    "untoc.5.1.a.i": chosen("part", "المادة 47"),
    "untoc.5.1.a.i.explanation": written("الجنح غير مشمولة بعد."),
    "untoc.5.figures": Answer(
        TableValue((Row("r1", {"year": Decimal(2023), "note": "not_collected"}),))
    ),
}


def view(**changed: object) -> EditionView:
    given = {
        "questionnaire": questionnaire(),
        "parts": ("untoc", "som"),
        "answers": ANSWERS,
        "sources": (LAW,),
        "state": "XAA",
        "audience": Audience.REVIEWING,
        "digest": DIGEST,
        "cleared": datetime(2026, 11, 22, tzinfo=UTC),
    }
    return EditionView(**{**given, **changed})  # type: ignore[arg-type]


def composed(language: str = "ar", **changed: object) -> Document:
    lines = (SignLine("خبير"), SignLine("جهة وصل", seal=True, digital=False))
    return submission(view(**changed), Catalogue(language), lines)


def said(document: Document) -> str:
    return "\n".join(_texts(document.blocks))


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        if isinstance(block, Paragraph | Heading):
            yield plain_text(block.runs)
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from (plain_text(p.runs) for p in cell.paragraphs)


def test_question_answer_explanation_and_source_are_there() -> None:
    text = said(composed())

    for expected in (
        "What of untoc.5.1.a.i?",
        "جزئياً",
        "الجنح غير مشمولة بعد.",
        "المادة 47",
        "قانون مكافحة الجريمة المنظمة",
        "2023",
    ):
        assert expected in text


def test_the_cover_names_state_digest_and_whose_wording_it_is() -> None:
    document = composed()
    cover = "\n".join(_texts(document.blocks[:20]))

    assert "جمهورية المثال" in cover
    assert DIGEST in cover
    assert "نص عربي: Our own wording." in cover
    assert document.foot == DIGEST[:16]


def test_a_draft_says_so_and_has_no_digest() -> None:
    document = composed("en", digest=None, cleared=None)

    assert document.watermark == "DRAFT"
    assert document.foot == ""
    assert "Draft, not cleared" in said(document)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_demonstration_stands_across_each_page(language: str) -> None:
    tr = Catalogue(language)

    document = submission(view(), tr, (), demonstration=True)

    assert document.watermark == tr("DEMONSTRATION")


def test_an_unanswered_question_says_so_without_saying_why() -> None:
    text = said(composed("en", answers={}))

    assert "This edition holds no answer to this question." in text


def test_a_hidden_companion_is_not_printed() -> None:
    answers = {**ANSWERS, "untoc.5.1.a.i": chosen("yes", "47")}

    assert "الجنح غير مشمولة بعد." not in said(composed(answers=answers))


def test_an_instrument_not_in_force_is_not_printed() -> None:
    assert "Smuggling" not in said(composed(parts=("untoc",)))


def test_sources_are_numbered_as_cited_and_linked() -> None:
    document = composed()
    anchors = {
        item.anchor
        for block in document.blocks
        if isinstance(block, ListBlock)
        for item in block.items
    }
    links = {
        run.link
        for block in walk(document.blocks)
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.link and run.link.startswith("#")
    }

    assert links == {"#source-1"}
    assert "source-1" in anchors


def test_a_source_nobody_cites_is_not_listed() -> None:
    other = Source("law-2", SourceKind.LAW, {"ar": "قانون لا يُستشهد به"})

    assert "لا يُستشهد به" not in said(composed(sources=(LAW, other)))


def test_sign_off_lines_are_data() -> None:
    places = [b for b in walk(composed().blocks) if isinstance(b, SignaturePlace)]

    assert [(p.role, p.seal, p.field) for p in places] == [
        ("خبير", False, "signature-1"),
        ("جهة وصل", True, None),
    ]


def test_without_lines_there_is_no_sign_off_page() -> None:
    document = submission(view(), Catalogue("en"), ())

    assert not any(isinstance(b, SignaturePlace) for b in walk(document.blocks))
    assert "Sign-off" not in said(document)


def test_the_submissions_language_chooses_among_texts() -> None:
    both = Answer(TextValue({"ar": "نص بالعربية", "en": "English text"}))
    answers = {**ANSWERS, "untoc.5.1.a.i.explanation": both}

    assert "English text" in said(composed("en", answers=answers))
    assert "نص بالعربية" not in said(composed("en", answers=answers))


def test_a_text_in_another_language_is_printed_as_it_is() -> None:
    assert "الجنح غير مشمولة بعد." in said(composed("en"))


def test_contents_come_before_the_answers() -> None:
    kinds = [type(block) for block in composed().blocks]

    assert kinds.index(Contents) < kinds.index(Heading)


def test_not_collected_is_a_value_in_words() -> None:
    assert Catalogue("ar")("not collected") in said(composed())


def test_cites_without_a_known_source_do_not_break_the_page() -> None:
    lost = Answer(ChoiceValue("yes"), (Cite("c", "gone", "47"),))

    assert "gone" not in said(composed(answers={"untoc.5.1.a.i": lost}))
