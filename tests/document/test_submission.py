"""The submission's tree of blocks says what the edition says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from focalpoint_app.document.blocks import (
    Contents,
    Heading,
    ListBlock,
    MachineCode,
    Paragraph,
    SignaturePlace,
    plain_text,
    walk,
)
from focalpoint_app.document.look import Look, Paper
from focalpoint_app.document.submission import submission
from focalpoint_app.domain.answer import Answer, ChoiceValue, Cite, TextValue
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from tests.builders import chosen, written
from tests.document.submissions import (
    ANSWERS,
    CLEARANCE,
    DIGEST,
    EXPLANATION,
    LAW,
    anchors_of,
    composed,
    links_of,
    said,
    texts,
    view,
)

CITES = (Cite("c9", "law-1", "4"),)


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
    cover = "\n".join(texts(document.blocks[:20]))

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
