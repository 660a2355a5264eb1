"""The submission's tree of blocks says what the edition says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from focalpoint_app.document.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    ListBlock,
    MachineCode,
    Paragraph,
    SignaturePlace,
    Table,
    plain_text,
    walk,
)
from focalpoint_app.document.edition_view import EditionView, SignLine
from focalpoint_app.document.look import Look, Paper
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
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from tests.builders import chosen, questionnaire, written

DIGEST = "0123456789abcdef" * 4
CLEARANCE = "0b9c8f6e-1d2a-4c3b-9e8f-7a6b5c4d3e2f"
EXPLANATION = "untoc.5.1.a.i.explanation"
CITES = (Cite("c9", "law-1", "4"),)
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
        "clearance": CLEARANCE,
    }
    return EditionView(**{**given, **changed})  # type: ignore[arg-type]


def composed(language: str = "ar", **changed: object) -> Document:
    lines = (SignLine("خبير"), SignLine("جهة وصل", seal=True, digital=False))
    return submission(view(**changed), Catalogue(language), lines)


def anchors_of(document: Document) -> set[str]:
    blocks = tuple(walk(document.blocks))
    items = {i.anchor for b in blocks if isinstance(b, ListBlock) for i in b.items}
    own = {getattr(block, "anchor", None) for block in blocks}
    return {f"#{anchor}" for anchor in items | own if anchor}


def links_of(document: Document) -> set[str]:
    paragraphs = (b for b in walk(document.blocks) if isinstance(b, Paragraph))
    links = {run.link for paragraph in paragraphs for run in paragraph.runs}
    return {link for link in links if link and link.startswith("#")}


def said(document: Document) -> str:
    return "\n".join(_texts(document.blocks))


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        if isinstance(block, MachineCode):
            yield from _texts(block.beside)
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

    document = submission(view(), tr, (), look=Look(demonstration=True))

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

    assert links == {"#source-1", "#untoc.5.1.a.i"}
    assert "source-1" in anchors


def test_every_link_inside_leads_somewhere() -> None:
    document = composed()

    assert links_of(document) <= anchors_of(document)


def test_a_source_says_where_it_is_cited() -> None:
    text = said(composed("en"))

    assert "Cited in: Convention 5" in text


def test_a_source_of_several_provisions_names_each_once() -> None:
    answers = {
        "untoc.5.1.a.i": chosen("part", "1", "2"),
        "untoc.5.1.a.i.explanation": replace(written("لا"), cites=CITES),
        "som.6.1.a": chosen("yes", "3"),
    }

    text = said(composed("en", answers=answers))

    assert "Cited in: Convention 5; Smuggling 6\n" in text


def test_the_sign_off_page_says_its_code_to_a_machine() -> None:
    (code,) = (b for b in walk(composed().blocks) if isinstance(b, MachineCode))

    assert PageCode.read(code.content) == PageCode(CLEARANCE, DIGEST)
    beside = "\n".join(plain_text(each.runs) for each in code.beside)
    assert CLEARANCE in beside


def test_a_draft_has_no_code() -> None:
    document = composed("en", digest=None, cleared=None, clearance=None)

    assert not any(isinstance(b, MachineCode) for b in walk(document.blocks))
    assert any(isinstance(b, SignaturePlace) for b in walk(document.blocks))


def test_letterhead_and_marking_are_the_states_own() -> None:
    paper = Paper(Letterhead(("وزارة العدل",)), "سري")

    document = submission(view(), Catalogue("ar"), (), look=Look(paper=paper))

    assert document.letterhead == paper.letterhead
    assert document.marking == "سري"


@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_every_language_has_words_of_its_own_for_all_of_it(language: str) -> None:
    document = composed(language)
    text = said(document)

    for sentence in ("Sign-off", "Cited in:", "Number of the submission"):
        assert (sentence in text) == (language == "en")
    assert (document.title == composed("en").title) == (language == "en")


def test_texts_of_several_other_languages_say_which_they_are() -> None:
    both = Answer(TextValue({"ar": "نص بالعربية", "en": "English text"}))
    text = said(composed("fr", answers={**ANSWERS, EXPLANATION: both}))

    assert text.index("العربية\nنص بالعربية") < text.index("English\nEnglish text")


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
