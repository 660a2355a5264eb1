"""How far a consultation is, and what its record prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf
import pytest

from focalpoint_app.domain.progress import Tally
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.consulted import (
    consulted,
    progress,
    write_record,
)
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    QUESTION,
    REFUGE,
    SOURCE,
    arrival,
    asked,
    reply,
    text,
)

LATER = date(2027, 1, 1)


@pytest.fixture
def heard(desk: Desk) -> Desk:
    """Three were asked two questions each; two answered, one of them in part."""
    pattern = "untoc.5.1.*"
    first = asked(desk, JUSTICE, pattern)
    asked(desk, REFUGE, pattern)
    third = asked(desk, SOURCE, pattern)
    both = {QUESTION: {"value": "no"}, NARRATIVE: text("نص الوزارة.")}
    answers = [reply(first, both), reply(third, {NARRATIVE: text("شهادة.")}, "r3")]
    receive(desk, map(arrival, answers))
    for given in desk.workspace.contributions(desk.review.id, NARRATIVE):
        insert(desk, given)
    return desk


def test_progress_is_told_by_institution_article_and_category(heard: Desk) -> None:
    told = progress(heard, LATER)

    assert told["stakeholder"] == {
        JUSTICE.id: Tally(asked=2, answered=2, late=0, used=1),
        REFUGE.id: Tally(asked=2, answered=0, late=2, used=0),
        SOURCE.id: Tally(asked=2, answered=1, late=1, used=1),
    }
    assert told["article"] == {"untoc.5": Tally(asked=6, answered=3, late=3, used=2)}
    assert told["category"]["civil_society"] == Tally(asked=2, late=2)


def test_nobody_is_late_before_the_date(heard: Desk) -> None:
    told = progress(heard, date(2026, 12, 20))

    assert {each.late for each in told["stakeholder"].values()} == {0}


def test_the_record_counts_women_and_men(heard: Desk) -> None:
    record = consulted(heard)

    assert (record.women, record.men, record.uncounted) == (4, 2, 0)


@pytest.mark.parametrize("language", ["ar", "en", "fr", "es", "ru", "zh"])
def test_the_record_prints_without_the_anonymous_name(
    heard: Desk, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "record.pdf"
    write_record(heard, target, language)

    said = "".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    assert Catalogue(language)("Consultation record")[:6] in said
    assert "A-ABCDEF" not in said


def test_an_anonymous_contributor_is_a_line_without_a_name(heard: Desk) -> None:
    names = {line.name for line in consulted(heard).institutions}

    assert names == {JUSTICE.name, REFUGE.name, ""}
