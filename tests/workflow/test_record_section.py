"""The consultation's record as a section that a submission may include."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.clearance import Audience, edition_of
from focalpoint_app.domain.consulted import (
    Consulted,
    InputLine,
    InstitutionLine,
    consulted_data,
    consulted_from_data,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.pdf.verifying.told import everything_told, rows_turned
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.consulted import consulted
from focalpoint_app.workflow.consultation.marking_anew import mark_contribution
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.clear import clear, cleared_content
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.judging import judge
from focalpoint_app.workflow.submitting.submission import ExportOptions, draft, export
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    QUESTION,
    SOURCE,
    arrival,
    asked,
    reply,
    text,
)


@pytest.fixture
def held(desk: Desk) -> Desk:
    for question in (QUESTION, "som.6.1.a"):
        desk.choose(question, "part")
        desk.cite(question, "law-1", "47")
    said = {NARRATIVE: text("نص الوزارة.")}
    receive(desk, [arrival(reply(asked(desk), said))])
    receive(desk, [arrival(reply(asked(desk, SOURCE), said, "reply-2"))])
    given = desk.workspace.contributions(desk.review.id)
    insert(desk, given[0])
    return desk


def test_a_clearance_carries_it_only_where_it_is_wanted(held: Desk) -> None:
    without = cleared_content(clear(held))
    with_it = cleared_content(clear(held, record=consulted(held)))

    assert "consultation" not in without
    assert consulted_from_data(with_it["consultation"]) == consulted(held)
    for audience in Audience:
        edition = json.loads(edition_of(with_it, audience).content)
        told = consulted_from_data(edition["consultation"])
        assert told.women == consulted(held).women
        assert "of" not in str(edition["consultation"]["inputs"])


def sources(desk: Desk, audience: Audience) -> tuple[list[str], list[int]]:
    """Questions whose sources of input an edition names; what the lines say is used."""
    content = cleared_content(clear(desk, record=consulted(desk)))
    edition = json.loads(edition_of(content, audience).content)
    told = consulted_from_data(edition["consultation"])
    return [each for each, _ in told.inputs], sorted(e.used for e in told.institutions)


def test_no_edition_names_the_question_of_an_answer_that_stays(held: Desk) -> None:
    assert sources(held, Audience.REVIEWING) == ([NARRATIVE], [0, 1])
    assert sources(held, Audience.PUBLIC) == ([], [0, 0])

    for question in (QUESTION, NARRATIVE):
        held.set_confidentiality(question, Confidentiality.PUBLIC)
    assert sources(held, Audience.PUBLIC) == ([NARRATIVE], [0, 1])


def test_no_edition_names_a_contribution_for_national_eyes(held: Desk) -> None:
    for question in (QUESTION, NARRATIVE):
        held.set_confidentiality(question, Confidentiality.PUBLIC)
    (used,) = (e for e in held.workspace.contributions(held.review.id)
               if e.stakeholder == JUSTICE.id)  # fmt: skip
    mark_contribution(held, used, Confidentiality.NATIONAL, "")
    for question in (QUESTION, NARRATIVE):
        held.set_confidentiality(question, Confidentiality.PUBLIC)

    assert sources(held, Audience.PUBLIC) == ([], [0, 0])
    assert consulted(held).inputs


def test_editions_of_an_earlier_version_are_made_as_they_left(held: Desk) -> None:
    content = cleared_content(clear(held, record=consulted(held)))
    record = content["consultation"]
    for line in (line for each in record["inputs"] for line in each["lines"]):
        del line["audience"], line["of"]

    edition = json.loads(edition_of(content, Audience.PUBLIC).content)

    assert edition["consultation"] == record
    assert consulted_from_data(record).inputs


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_its_pages_say_it_and_agree_with_the_data(
    held: Desk, tmp_path: Path, language: str
) -> None:
    from focalpoint_app.workflow.submitting.demonstrating import demonstration_identity

    target = tmp_path / "s.pdf"
    clearance = clear(held, record=consulted(held))
    identity = demonstration_identity("سلمى")
    export(
        held.questionnaire,
        clearance,
        ExportOptions(target, language, identity=identity),
    )
    told = "\n".join(everything_told(target.read_bytes()))

    assert judge(target).intact
    assert Catalogue(language)("Consultation record")[:5] in told
    assert JUSTICE.name in told
    assert JUSTICE.name in extract(target).decode()
    assert "فاطمة" not in told


def test_the_data_make_the_sum_whole_again() -> None:
    line = InstitutionLine("و", "government", "2026-01-01", "", "", "", 3, 2, 1)
    inputs = (("untoc.5", (InputLine("و", "working", "2026-01-02"),)),)
    whole = Consulted("XAA", (line,), inputs, 2, 1, 0)
    data = json.loads(json.dumps(consulted_data(whole)))

    assert consulted_from_data(data) == whole


def test_a_draft_may_carry_it_in_two_languages(held: Desk, tmp_path: Path) -> None:
    target = tmp_path / "d.pdf"
    draft(held, ExportOptions(target, "ar", beside="fr"), record=consulted(held))
    content = target.read_bytes()
    told = (*everything_told(content), *rows_turned(content))
    pages = " ".join(" ".join(told).split())

    assert JUSTICE.name in pages
    for language in ("ar", "fr"):
        tr = Catalogue(language)
        for title in ("Sources of input", "By category"):
            assert tr(title) in pages
