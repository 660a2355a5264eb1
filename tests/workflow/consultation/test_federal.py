"""What a federation's units say, each and together, and what an answer makes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.consultation import Entry, Register, Standing
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.exchange.packets.beside import cite_data
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.attributing import attribution
from focalpoint_app.workflow.consultation.federal import (
    federal_summary,
    federal_text,
    insert_summary,
    place_of_summary,
)
from focalpoint_app.workflow.consultation.marking_anew import mark_contribution
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.consultation.voices import by_unit, voices
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.conftest import LAW
from tests.workflow.consultation.test_consolidating import came
from tests.workflow.consulting import NARRATIVE, NUMBER, QUESTION, TABLE, text

DATE = "untoc.5.3.date"
NORTH = Stakeholder("s-north", "الشمال", Category.REGIONAL)
SOUTH = Stakeholder("s-south", "الجنوب", Category.REGIONAL)
EN = Catalogue("en")
LETTER = "(working level, letter No. 44/ق of 1 December 2026)"
SAID = "يعاقب قانون الولاية على المشاركة في جماعة إجرامية منظمة."


@pytest.fixture(autouse=True)
def federation(desk: Desk) -> None:
    units = ("الشمال", "الجنوب", "الشرق")
    desk.save_profile(replace(desk.profile, constituent_units=units))


def told(desk: Desk, question: str) -> str:
    asked = desk.questionnaire.questions[question]
    return federal_text(asked, by_unit(desk, voices(desk, question)), EN)


def both(desk: Desk, question: str, north: Entry, south: Entry) -> list[Contribution]:
    return [
        came(desk, {question: entry}, of)
        for of, entry in ((NORTH, north), (SOUTH, south))
    ]


def test_a_text_says_each_units_own_words(desk: Desk) -> None:
    both(desk, NARRATIVE, text(SAID), text("لا نص في الجنوب."))
    lines = told(desk, NARRATIVE).splitlines()
    assert lines[1:] == [
        f"الشمال {LETTER}: {SAID}",
        f"الجنوب {LETTER}: لا نص في الجنوب.",
        "الشرق: has not answered",
    ]


def test_a_unit_that_says_why_it_has_no_answer_is_told_apart(desk: Desk) -> None:
    both(desk, NARRATIVE, {"skipped": "ليس من اختصاصنا."}, text(SAID))
    came(desk, {NARRATIVE: text("سابق.")}, SOUTH)
    came(desk, {NARRATIVE: {"skipped": "لا."}}, SOUTH, Standing.OFFICIAL)
    lines = told(desk, NARRATIVE).splitlines()
    assert lines[0] == "Of 3 constituent units, 1 has answered."
    assert lines[1] == "الشمال: has said why it has no answer"
    assert lines[2].endswith("سابق.")
    assert lines[3] == "الشرق: has not answered"


def test_figures_are_said_and_summed(desk: Desk) -> None:
    both(desk, NUMBER, {"value": Decimal(12)}, {"value": Decimal(30)})
    said = told(desk, NUMBER).splitlines()
    assert said[0].endswith("Together: 42")
    assert said[1:3] == [f"الشمال {LETTER}: 12", f"الجنوب {LETTER}: 30"]


def test_the_most_binding_reply_of_a_unit_counts(desk: Desk) -> None:
    came(desk, {QUESTION: {"value": "yes"}}, NORTH, Standing.OFFICIAL)
    came(desk, {QUESTION: {"value": "no"}}, NORTH, Standing.PERSONAL)
    asked = desk.questionnaire.questions[QUESTION]
    units = by_unit(desk, voices(desk, QUESTION))
    yes = asked.choices[0].text["en"]
    assert federal_summary(asked, units, EN).endswith(f"{yes}: 1")


@pytest.mark.parametrize(
    ("language", "colon"), [("en", ": "), ("fr", "\u00a0: "), ("zh", "：")]
)
def test_choices_are_counted_in_the_languages_own_signs(
    desk: Desk, language: str, colon: str
) -> None:
    both(desk, QUESTION, {"value": "yes"}, {"value": "yes"})
    asked = desk.questionnaire.questions[QUESTION]
    units = by_unit(desk, voices(desk, QUESTION))
    told = federal_summary(asked, units, Catalogue(language))
    assert told.endswith(f"{colon}2")


def test_a_unit_that_only_comments_has_not_answered(desk: Desk) -> None:
    both(desk, NUMBER, {"comment": "لا علم لنا"}, {"value": Decimal(30)})
    said = told(desk, NUMBER).splitlines()
    assert said[0] == "Of 3 constituent units, 1 has answered. Together: 30"
    assert said[1] == "الشمال: has not answered"


def test_a_unit_whose_text_is_blank_is_not_used(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    blank, said = both(desk, NARRATIVE, text(" "), text(SAID))
    mark_contribution(desk, blank, Confidentiality.NATIONAL, "secret")

    insert_summary(desk, NARRATIVE, by_unit(desk, voices(desk, NARRATIVE)), "ar")

    used = {each.contribution for each in desk.workspace.uses(desk.review.id)}
    assert used == {said.id}
    assert desk.answer(NARRATIVE).confidentiality is Confidentiality.REVIEWING


def test_a_binding_comment_hides_no_answer(desk: Desk) -> None:
    came(desk, {NUMBER: {"comment": "يتبع"}}, SOUTH, Standing.OFFICIAL)
    came(desk, {NUMBER: {"value": Decimal(0)}}, SOUTH, Standing.PERSONAL)
    line = told(desk, NUMBER).splitlines()[2]
    assert line == "الجنوب (personal view, letter No. 44/ق of 1 December 2026): 0"


def test_nothing_is_summed_where_no_unit_has_answered(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    units = by_unit(desk, voices(desk, QUESTION))
    with pytest.raises(AppError) as refused:
        insert_summary(desk, QUESTION, units, "ar")
    assert refused.value.code == "contribution.no_unit"
    assert desk.answer(place_of_summary(desk, QUESTION)).value is None


def test_a_date_is_said_in_the_languages_own_form(desk: Desk) -> None:
    both(desk, DATE, {"value": "2010-01-31"}, {"value": "2011-03-01"})
    units = by_unit(desk, voices(desk, DATE))
    asked = desk.questionnaire.questions[DATE]
    french = federal_text(asked, units, Catalogue("fr")).splitlines()
    assert french[1].endswith("\u00a0: 31 janvier 2010")
    assert french[2].endswith("\u00a0: 1er mars 2011")


def test_a_table_is_said_row_by_row(desk: Desk) -> None:
    rows = [{"year": Decimal(2024), "note": "ثلاث قضايا"}, {"year": "not_collected"}]
    both(desk, TABLE, {"value": rows}, {"value": []})
    said = told(desk, TABLE).splitlines()
    assert said[0] == "Of 3 constituent units, 1 has answered."
    assert said[1] == f"الشمال {LETTER}:"
    assert said[2:4] == ["– Year: 2024; Note: ثلاث قضايا", "– Year: not collected"]
    assert said[4] == "الجنوب: has not answered"


def test_a_long_table_is_counted(desk: Desk) -> None:
    rows = [{"year": Decimal(2000 + n)} for n in range(12)] + [{"note": "ب"}]
    both(desk, TABLE, {"value": rows}, {"value": rows[:1]})
    said = told(desk, TABLE).splitlines()
    assert said[1] == f"الشمال {LETTER}: 13 rows, of which with figures: 12"


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_how_many_answered_agrees_with_its_number(desk: Desk, language: str) -> None:
    came(desk, {QUESTION: {"value": "yes"}}, NORTH)
    (voice,) = voices(desk, QUESTION)
    asked, tr = desk.questionnaire.questions[QUESTION], Catalogue(language)
    wordings = set()
    for n in (1, 2, 3):
        units = {str(each): voice if each < n else None for each in range(9)}
        told = re.split("[.。]", federal_summary(asked, units, tr))[0]
        wordings.add(told.replace(str(n), ""))
    assert len(wordings) == {"ar": 3, "zh": 1}.get(language, 2)


def test_what_the_units_cite_is_cited_once(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    law = replace(LAW, id="law-x", number="5", year=2010)
    here = [cite_data(law, "المادة 3")]
    also = [*here, cite_data(replace(law, id="law-y"), "المادة 9")]
    both(
        desk, QUESTION, {"value": "yes", "cites": here}, {"value": "no", "cites": also}
    )
    insert_summary(desk, QUESTION, by_unit(desk, voices(desk, QUESTION)), "ar")
    cites = desk.answer(place_of_summary(desk, QUESTION)).cites
    assert [each.provision for each in cites] == ["المادة 3", "المادة 9"]
    assert len({each.source for each in cites}) == 1

    desk.undo()
    assert desk.answer(place_of_summary(desk, QUESTION)).cites == ()


def test_a_unit_without_a_letter_is_named_with_its_date(desk: Desk) -> None:
    came(desk, {NUMBER: {"value": Decimal(7)}}, NORTH, register=Register())
    line = told(desk, NUMBER).splitlines()[1]
    assert line == "الشمال (working level, 22 November 2026): 7"


def test_a_unit_is_known_however_its_name_is_spaced(desk: Desk) -> None:
    came(desk, {QUESTION: {"value": "yes"}}, replace(NORTH, name="  الشمال "))
    assert by_unit(desk, voices(desk, QUESTION))["الشمال"] is not None


def test_a_summary_is_as_restricted_as_what_it_quotes(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    (north, _) = both(desk, QUESTION, {"value": "yes"}, {"value": "no"})
    mark_contribution(desk, north, Confidentiality.NATIONAL, "secret")
    units = by_unit(desk, voices(desk, QUESTION))
    insert_summary(desk, QUESTION, units, "ar")
    place = place_of_summary(desk, QUESTION)
    assert desk.answer(place).confidentiality is Confidentiality.NATIONAL
    assert answer_marking(desk, place) == "secret"


def test_a_summary_uses_every_unit_that_it_quotes(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    given = both(desk, NARRATIVE, text(SAID), text("لا نص في الجنوب."))
    units = by_unit(desk, voices(desk, NARRATIVE))
    insert_summary(desk, NARRATIVE, units, "ar")
    used = desk.workspace.uses(desk.review.id)
    assert {each.contribution for each in used} == {each.id for each in given}
    assert {each.kind for each in used} == {UseKind.ATTRIBUTED}
    spans = attribution(desk, NARRATIVE, "ar")
    origins = {span.text.strip(): span.origin.contribution for span in spans}
    letter = "الكتاب رقم 44/ق المؤرخ 1 كانون الأول/ديسمبر 2026"
    line = f"الشمال (على مستوى العمل، {letter}): {SAID}"
    assert origins[line] == given[0].id

    desk.undo()
    assert desk.workspace.uses(desk.review.id) == ()
    assert desk.answer(NARRATIVE).value is None
