"""A contribution counts as used while something of it stands in the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from focalpoint_app.domain.answer import TableValue
from focalpoint_app.domain.consultation import Entry, Standing
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.consulted import consulted, progress
from focalpoint_app.workflow.consultation.following import Requests
from focalpoint_app.workflow.consultation.in_use import in_use as contributions_in_use
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.standing import standing
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    NUMBER,
    QUESTION,
    REFUGE,
    TABLE,
    arrival,
    asked,
    reply,
    text,
)

FIRST = "تعاقب المادة 47 على المشاركة في جماعة إجرامية منظمة."
SECOND = "وتسري على الأشخاص الاعتباريين."
OWN = "أُنشئت نيابة متخصصة."
TODAY = date(2026, 12, 1)


def in_use(desk: Desk) -> set[str]:
    return {each.id for each in contributions_in_use(desk)}


def came(desk: Desk, question: str, entry: Entry, name: str = "r1") -> Contribution:
    request = asked(desk, JUSTICE if name == "r1" else REFUGE)
    receive(desk, [arrival(reply(request, {question: entry}, name))])
    given = desk.workspace.contributions(desk.review.id, question)
    return next(each for each in given if each.reply == name)


@pytest.fixture
def given(desk: Desk) -> Contribution:
    found = came(desk, NARRATIVE, text(f"{FIRST} {SECOND}"))
    desk.write(NARRATIVE, "ar", OWN)
    insert(desk, found)
    return found


def test_what_stands_in_the_answer_is_used(desk: Desk, given: Contribution) -> None:
    assert in_use(desk) == {given.id}


@pytest.mark.parametrize(
    "left", [SECOND, FIRST.replace("47", "48"), "تعاقب المادة 47 على المشاركة."]
)
def test_one_sentence_left_of_it_or_a_changed_one_is_enough(
    desk: Desk, given: Contribution, left: str
) -> None:
    desk.write(NARRATIVE, "ar", f"{OWN} {left}")
    assert in_use(desk) == {given.id}


@pytest.mark.parametrize("left", [OWN, ""])
def test_words_that_were_deleted_again_are_used_nowhere(
    desk: Desk, given: Contribution, left: str
) -> None:
    desk.write(NARRATIVE, "ar", left)

    assert in_use(desk) == set()
    record = consulted(desk)
    assert record.inputs == ()
    assert [each.used for each in record.institutions] == [0]
    assert progress(desk, TODAY)["stakeholder"][JUSTICE.id].used == 0
    ((_, tally),) = standing(desk, Requests(desk), TODAY).institutions
    assert tally.used == 0


def test_readiness_follows_what_stands_in_the_answer(desk: Desk) -> None:
    official = came(desk, NARRATIVE, text(FIRST))
    working = came(desk, NARRATIVE, text(SECOND), "r2")
    receipts = desk.workspace.receipts(desk.review.id)
    signed = next(each for each in receipts if each.id == official.reply)
    judged = (replace(signed, standing=Standing.OFFICIAL),)
    desk.workspace.judge(desk.review.id, judged, desk.bare_step("judge"))
    for each in (official, working):
        insert(desk, each)
    both = set(desk.inputs()[NARRATIVE])
    assert both == {Standing.OFFICIAL, Standing.WORKING}

    desk.write(NARRATIVE, "ar", SECOND)
    assert desk.inputs()[NARRATIVE] == (Standing.WORKING,)
    desk.write(NARRATIVE, "ar", OWN)
    assert desk.inputs()[NARRATIVE] == ()


def test_what_was_deleted_and_restored_is_used_again(
    desk: Desk, given: Contribution
) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    desk.seal()
    desk.write(NARRATIVE, "ar", f"{OWN}\n{SECOND}")
    assert in_use(desk) == {given.id}


def test_an_answer_that_said_it_already_uses_it_as_long_as_it_says_so(
    desk: Desk,
) -> None:
    desk.write(NARRATIVE, "ar", FIRST)
    found = came(desk, NARRATIVE, text(FIRST))
    insert(desk, found)
    assert in_use(desk) == {found.id}

    desk.write(NARRATIVE, "ar", OWN)
    assert in_use(desk) == set()


def test_a_choice_is_used_until_another_is_made(desk: Desk) -> None:
    found = came(desk, QUESTION, {"value": "no"})
    insert(desk, found)
    assert in_use(desk) == {found.id}

    desk.choose(QUESTION, "yes")
    assert in_use(desk) == set()


def test_a_figure_is_used_until_another_is_written(desk: Desk) -> None:
    found = came(desk, NUMBER, {"value": Decimal(4)})
    insert(desk, found)
    assert in_use(desk) == {found.id}

    desk.set_number(NUMBER, Decimal(5))
    assert in_use(desk) == set()


def test_a_table_is_used_while_one_of_its_rows_stands(desk: Desk) -> None:
    rows = [{"id": f"row-{n}", "year": Decimal(2020 + n)} for n in range(2)]
    found = came(desk, TABLE, {"value": rows})
    insert(desk, found)
    table = desk.answer(TABLE).value
    assert isinstance(table, TableValue)
    first, second = table.rows

    desk.remove_row(TABLE, first.id)
    assert in_use(desk) == {found.id}

    desk.remove_row(TABLE, second.id)
    assert in_use(desk) == set()


def test_of_two_the_one_whose_words_are_left_is_used(
    desk: Desk, given: Contribution
) -> None:
    other = came(desk, NARRATIVE, text("نص آخر تماماً لا شأن له بالأول."), "r2")
    insert(desk, other)
    assert in_use(desk) == {given.id, other.id}

    desk.write(NARRATIVE, "ar", f"{OWN} {FIRST}")
    assert in_use(desk) == {given.id}
