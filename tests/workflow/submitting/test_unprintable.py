"""What no font of ours draws is told before anything is cleared or signed."""

from dataclasses import replace
from decimal import Decimal

from focalpoint_app.domain.answer import Row
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.readiness import Problem
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.papers import set_letterhead, set_marking
from focalpoint_app.workflow.submitting.signing_lines import save_lines
from focalpoint_app.workflow.submitting.unprintable import UNPRINTABLE, signer_problems
from focalpoint_app.workflow.verbs.reports import check_report
from tests.workflow.conftest import LAW

ASKED = "untoc.5.1.a.i"
EXPLAINED = "untoc.5.1.a.i.explanation"
STRANGE = "\ua9f0"


def boxes(desk: Desk) -> dict[tuple[str, str], Problem]:
    found = desk.readiness().problems
    return {(p.code, p.question): p for p in found if p.code.startswith(UNPRINTABLE)}


def explain(desk: Desk, text: str) -> None:
    desk.choose(ASKED, "no")
    desk.write(EXPLAINED, "ar", text)


def test_an_answer_names_its_question_and_its_characters(desk: Desk) -> None:
    explain(desk, f"نص {STRANGE} وعلامة 😀")

    problem = boxes(desk)["unprintable", EXPLAINED]

    assert "U+A9F0" in str(problem.context["characters"])
    assert "U+1F600" in str(problem.context["characters"])
    assert not problem.blocks


def test_it_is_told_no_more_once_it_is_mended(desk: Desk) -> None:
    explain(desk, STRANGE)
    assert boxes(desk)

    desk.write(EXPLAINED, "ar", "نص عربي، English, 中文, русский.")

    assert not boxes(desk)


def test_a_hidden_answer_is_not_printed(desk: Desk) -> None:
    explain(desk, STRANGE)

    desk.choose(ASKED, "yes")

    assert not boxes(desk)


def test_cells_and_provisions_are_looked_at(desk: Desk) -> None:
    row = Row("r", {"year": Decimal(2024), "note": STRANGE})
    desk.put_row("untoc.5.figures", row)
    desk.choose(ASKED, "yes")
    desk.cite(ASKED, LAW.id, f"المادة {STRANGE}")

    assert set(boxes(desk)) == {
        ("unprintable", "untoc.5.figures"),
        ("unprintable", ASKED),
    }


def test_a_source_is_named_where_it_is_cited(desk: Desk) -> None:
    desk.save_source(replace(LAW, gazette_number=STRANGE))
    assert not boxes(desk)

    desk.choose(ASKED, "yes")
    desk.cite(ASKED, LAW.id, "المادة 47")

    assert (
        boxes(desk)["unprintable_source", ASKED].context["source"] == (LAW.title["ar"])
    )


def test_what_stands_around_the_answers_belongs_to_no_question(desk: Desk) -> None:
    save_lines(desk, (SignLine("خبير", name=STRANGE),))
    set_marking(desk, f"سري {STRANGE}")

    assert set(boxes(desk)) == {("unprintable_lines", ""), ("unprintable_paper", "")}


def test_a_letterhead_is_held_against_the_font_that_draws_it(desk: Desk) -> None:
    """Only the sans-serif face has Devanagari."""
    set_letterhead(desk, Letterhead(("विधि मंत्रालय",)))
    assert not boxes(desk)

    explain(desk, "विधि")

    assert set(boxes(desk)) == {("unprintable", EXPLAINED)}


def test_the_report_says_it_in_words(desk: Desk) -> None:
    explain(desk, STRANGE)
    save_lines(desk, (SignLine("خبير", name=STRANGE),))

    for language in ("ar", "en"):
        report = check_report(desk.questionnaire, desk.readiness(), Catalogue(language))
        told = [p for p in report["problems"] if p["code"].startswith(UNPRINTABLE)]

        assert [problem["question"] for problem in told] == [EXPLAINED, None]
        assert all("U+A9F0" in problem["message"] for problem in told)


def test_a_signer_whose_name_has_no_letters_here_is_told() -> None:
    assert not list(signer_problems("أمل الحداد"))
    assert [p.code for p in signer_problems(STRANGE)] == ["unprintable_signer"]
