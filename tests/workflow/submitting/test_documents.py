"""Documents besides the submission, as PDFs that a reader opens."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import fitz
import pytest

from focalpoint_app.document.blocks import Heading, plain_text, walk
from focalpoint_app.document.look import Paper
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.shipped import questionnaire_of
from focalpoint_app.workflow.submitting.documents import (
    Kind,
    Wish,
    composed,
    empty_view,
    printed,
    working_view,
)
from focalpoint_app.workflow.submitting.submission import (
    ExportOptions,
    Watch,
    draft,
    export,
)
from tests.sample import sample_desk
from tests.workflow.conftest import LAW


@pytest.fixture
def begun(desk: Desk) -> Desk:
    desk.choose("untoc.5.1.a.i", "part")
    desk.cite("untoc.5.1.a.i", LAW.id, "المادة 47")
    desk.write("untoc.5.1.a.i.explanation", "ar", "الجنح غير مشمولة بعد.")
    desk.write("untoc.5.1.a.i.explanation", "fr", "Les délits ne sont pas visés.")
    return desk


def text_of(path: Path) -> str:
    with fitz.open(path) as pdf:
        return " ".join("".join(page.get_text() for page in pdf).split())


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_every_document_prints_in_every_language(
    begun: Desk, tmp_path: Path, kind: Kind, language: str
) -> None:
    wish = Wish(kind, language, article="untoc.5")

    done = printed(composed(working_view(begun), wish), tmp_path / "out.pdf")

    assert done.missing == ()
    with fitz.open(done.path) as pdf:
        assert pdf.page_count == done.pages
        assert pdf.metadata["title"]


@pytest.mark.parametrize("beside", ["fr", "zh"])
def test_every_document_prints_with_a_language_beside(
    begun: Desk, tmp_path: Path, beside: str
) -> None:
    for kind in Kind:
        wish = Wish(kind, "ar", beside, article="untoc.5")
        printed(composed(working_view(begun), wish), tmp_path / f"{kind}.pdf")

    article = text_of(tmp_path / "article.pdf")
    assert "الجنح غير مشمولة بعد." in article
    assert ("Les délits ne sont pas visés." in article) == (beside == "fr")


def test_a_draft_may_have_a_translation_beside(begun: Desk, tmp_path: Path) -> None:
    target = tmp_path / "draft.pdf"

    draft(begun, ExportOptions(target, "ar", beside="fr"))

    text = text_of(target)
    assert "الجنح غير مشمولة بعد." in text
    assert "Les délits ne sont pas visés." in text


def test_a_language_beside_itself_stands_alone(begun: Desk) -> None:
    assert Wish(Kind.ARTICLE, "ar", "ar").look == Wish(Kind.ARTICLE, "ar").look


def test_letterhead_and_marking_are_on_the_page(begun: Desk, tmp_path: Path) -> None:
    paper = Paper(Letterhead(("Ministry of Justice",), None, "en"), "RESTRICTED")
    wish = Wish(Kind.ARTICLE, "en", article="untoc.5", paper=paper)

    done = printed(composed(working_view(begun), wish), tmp_path / "out.pdf")

    text = text_of(done.path)
    assert text.count("Ministry of Justice") == 1
    assert text.count("RESTRICTED") == 2 * done.pages


def test_instruments_are_chosen(begun: Desk) -> None:
    view = working_view(begun)

    document = composed(view, Wish(Kind.BLANK, "en", parts=("som",)))

    headings = [b for b in walk(document.blocks) if isinstance(b, Heading)]
    titles = {plain_text(heading.runs) for heading in headings}
    assert "Smuggling Protocol" in titles
    assert "The Convention" not in titles
    with pytest.raises(AppError, match=r"part\.not_asked"):
        composed(view, Wish(Kind.SOURCES, parts=("firearms",)))


@pytest.mark.parametrize("kind", [Kind.ARTICLE, Kind.BLANK])
def test_an_article_nothing_is_asked_on_is_told(begun: Desk, kind: Kind) -> None:
    with pytest.raises(AppError) as refused:
        composed(working_view(begun), Wish(kind, article="untoc.99"))

    assert refused.value.code == "article.unknown"


def test_the_shipped_form_prints_without_a_review(tmp_path: Path) -> None:
    wish = Wish(Kind.BLANK, "en", article="untoc.8")
    form = questionnaire_of(1)

    done = printed(composed(empty_view(form), wish), tmp_path / "blank.pdf")

    asked = form.article("untoc", "8").questions
    text = text_of(done.path)
    assert all(question.text["en"] in text for question in asked)


def test_printing_tells_how_far_it_is_and_stops_when_told(
    begun: Desk, tmp_path: Path
) -> None:
    document = composed(working_view(begun), Wish(Kind.SOURCES))
    heard: list[tuple[int, int]] = []
    printed(document, tmp_path / "out.pdf", Watch(lambda *at: heard.append(at)))
    assert heard[-1][0] == heard[-1][1]

    with pytest.raises(AppError, match=r"task\.cancelled"):
        printed(document, tmp_path / "no.pdf", Watch(cancelled=lambda: True))
    assert not (tmp_path / "no.pdf").exists()


def test_the_data_inside_are_the_same_in_every_language(
    desk: Desk, tmp_path: Path
) -> None:
    for question in ("untoc.5.1.a.i", "som.6.1.a"):
        desk.choose(question, "yes")
    clearance = clear(desk)
    inside = set()
    for language in OFFICIAL_LANGUAGES:
        options = ExportOptions(tmp_path / f"{language}.pdf", language, beside="ar")
        exported = export(desk.questionnaire, clearance, options)
        assert exported.missing == ()
        inside.add(extract(options.target))

    assert len(inside) == 1


@pytest.mark.slow
def test_the_whole_sample_prints_in_every_language_and_beside_the_next(
    tmp_path: Path,
) -> None:
    following = (*OFFICIAL_LANGUAGES[1:], OFFICIAL_LANGUAGES[0])
    with closing(sample_desk(tmp_path / "sample.focalpoint")) as desk:
        for language, beside in zip(OFFICIAL_LANGUAGES, following, strict=True):
            for kind in Kind:
                wish = Wish(kind, language, beside, article="untoc.5")
                target = tmp_path / f"{kind}-{language}.pdf"
                assert printed(composed(working_view(desk), wish), target).missing == ()
            draft(desk, ExportOptions(tmp_path / "d.pdf", language))
