"""Contributions stand beside the answer and go into it, word for word, traceably."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Engine, event

from focalpoint_app.domain.answer import Confidentiality, NumberValue, TextValue
from focalpoint_app.domain.attribution import Origin, contributors
from focalpoint_app.domain.consultation import Entry, Register, Standing
from focalpoint_app.domain.contribution import Contribution, UseKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.merge.differences import Mark
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.workflow.consultation.attributing import attribution
from focalpoint_app.workflow.consultation.consolidating import (
    ask_again,
    insert,
    merge_in,
    merging,
    note_unused,
)
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.voices import (
    by_unit,
    changed_since,
    said_by_choice,
    voices,
)
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.conftest import AMAL
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    NUMBER,
    QUESTION,
    REFUGE,
    SOURCE,
    TABLE,
    arrival,
    asked,
    reply,
    text,
)

SAID = "تعاقب المادة 47 على المشاركة. وتسري على الأشخاص الاعتباريين."
OWN = "أُنشئت نيابة متخصصة."


def came(
    desk: Desk,
    entries: dict[str, Entry],
    of: Stakeholder = JUSTICE,
    standing: Standing | None = None,
    **rest: Any,
) -> Contribution:
    """Asked, answered and received; the contribution to the first question."""
    request = asked(desk, of)
    count = len(desk.workspace.receipts(desk.review.id))
    found = replace(reply(request, entries, f"reply-{count}"), **rest)
    receive(desk, [arrival(found)], standing)
    given = desk.workspace.contributions(desk.review.id, next(iter(entries)))
    return next(each for each in given if each.reply == found.id)


def answered(desk: Desk, question: str = NARRATIVE) -> str:
    value = desk.answer(question).value
    return value.texts.get("ar", "") if isinstance(value, TextValue) else ""


def origins(desk: Desk) -> list[Origin]:
    return [span.origin for span in attribution(desk, NARRATIVE, "ar")]


def test_an_inserted_text_follows_what_is_there(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    given = came(desk, {NARRATIVE: text(SAID)})

    insert(desk, given)

    assert answered(desk) == f"{OWN}\n{SAID}"
    ours = Origin(AMAL.id)
    theirs = Origin(AMAL.id, given.id)
    assert origins(desk) == [ours, theirs, theirs]
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_an_attributed_text_says_whose_it_is(desk: Desk) -> None:
    insert(desk, came(desk, {NARRATIVE: text(SAID)}), attributed=True)

    assert answered(desk).startswith(f"حسب إفادة {JUSTICE.name}: تعاقب")
    assert answered(desk).endswith(SAID)


def test_a_nameless_contributor_is_quoted_namelessly(desk: Desk) -> None:
    insert(desk, came(desk, {NARRATIVE: text(SAID)}, SOURCE), attributed=True)

    assert "A-ABCDEF" not in answered(desk)
    assert answered(desk).endswith(SAID)


def test_figures_and_rows_are_taken_over(desk: Desk) -> None:
    rows = [{"year": Decimal("2024"), "note": "ثلاث قضايا"}]
    insert(desk, came(desk, {NUMBER: {"value": Decimal("4")}}))
    given = came(desk, {TABLE: {"value": rows}})
    insert(desk, given)
    insert(desk, given)

    assert desk.answer(NUMBER).value == NumberValue(Decimal("4"))
    table = desk.answer(TABLE).value
    assert [row.cells["year"] for row in getattr(table, "rows", ())] == [Decimal(2024)]


def test_one_undo_takes_an_insertion_and_its_use_back(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", OWN)
    given = came(desk, {NARRATIVE: text(SAID)})
    insert(desk, given)

    desk.undo()

    assert answered(desk) == OWN
    assert desk.workspace.uses(desk.review.id) == ()
    assert origins(desk) == [Origin(AMAL.id)]


def test_attribution_lives_through_typing(desk: Desk) -> None:
    given = came(desk, {NARRATIVE: text(SAID)})
    insert(desk, given)
    desk.write(NARRATIVE, "ar", f"مقدمة لم تكن. {SAID.replace('47', '48')}")

    spans = attribution(desk, NARRATIVE, "ar")

    assert contributors(spans) == (given.id,)
    assert spans[0].origin == Origin(AMAL.id)
    assert spans[1].origin == Origin(AMAL.id, given.id, (AMAL.id,))


def test_a_merge_is_three_way_from_what_was_sent(desk: Desk) -> None:
    draft = f"{OWN} {SAID}"
    desk.choose(QUESTION, "no")
    desk.write(NARRATIVE, "ar", draft)
    request = asked(desk, with_draft=True)
    desk.write(NARRATIVE, "ar", draft.replace("نيابة متخصصة", "نيابتان متخصصتان"))
    theirs = draft.replace("47", "49")
    receive(desk, [arrival(reply(request, {NARRATIVE: text(theirs)}))])
    (given,) = desk.workspace.contributions(desk.review.id, NARRATIVE)

    assert merging(desk, given)["ar"].conflicts == ()
    merge_in(desk, given)

    assert "نيابتان" in answered(desk)
    assert "49" in answered(desk)
    (use,) = desk.workspace.uses(desk.review.id)
    assert use.kind is UseKind.MERGED
    assert contributors(attribution(desk, NARRATIVE, "ar")) == (given.id,)


def test_what_is_not_used_says_why(desk: Desk) -> None:
    given = came(desk, {NARRATIVE: text(SAID)})
    with pytest.raises(AppError, match=r"use\.no_reason"):
        note_unused(desk, given, " ")

    note_unused(desk, given, "خارج الموضوع")
    ask_again(desk, given, "أي قانون؟")

    told = [(each.kind, each.reason) for each in desk.workspace.uses(desk.review.id)]
    assert told == [
        (UseKind.NOTED, "خارج الموضوع"),
        (UseKind.ASKED_AGAIN, "أي قانون؟"),
    ]
    assert answered(desk) == ""


def test_taking_over_what_the_answer_says_already_is_taken_back(desk: Desk) -> None:
    given = came(desk, {QUESTION: {"value": "yes"}})
    desk.choose(QUESTION, "yes")
    insert(desk, given)
    assert len(desk.workspace.uses(desk.review.id)) == 1

    step = desk.undo()
    assert step is not None
    assert step.name == "insert"
    assert desk.workspace.uses(desk.review.id) == ()


def test_a_quotation_is_as_marked_as_what_it_quotes(desk: Desk) -> None:
    entry = {**text(SAID), "confidentiality": "national"}
    register = Register(marking="سري")
    insert(desk, came(desk, {NARRATIVE: entry}, register=register))

    assert desk.answer(NARRATIVE).confidentiality is Confidentiality.NATIONAL
    assert answer_marking(desk, NARRATIVE) == "سري"
    desk.undo()
    assert answer_marking(desk, NARRATIVE) == ""


def test_a_comment_alone_is_nothing_to_insert(desk: Desk) -> None:
    given = came(desk, {NARRATIVE: {}})
    with pytest.raises(AppError, match=r"contribution\.no_value"):
        insert(desk, given)


def test_an_official_reply_takes_the_place_of_the_working_one(desk: Desk) -> None:
    first = came(desk, {NARRATIVE: text("One. Two.")})
    second = came(desk, {NARRATIVE: text("One. Three.")}, standing=Standing.OFFICIAL)

    latest, older = voices(desk, NARRATIVE)

    assert (latest.contribution.id, latest.superseded_by) == (second.id, "")
    assert (older.contribution.id, older.superseded_by) == (first.id, second.id)
    changes = changed_since(desk, first, second)["ar"]
    assert [(each.mark, each.text) for each in changes] == [
        (Mark.SAME, "One. "),
        (Mark.REMOVED, "Two."),
        (Mark.ADDED, "Three."),
    ]


def test_who_said_what_is_shown_by_choice(desk: Desk) -> None:
    came(desk, {QUESTION: {"value": "no"}}, JUSTICE)
    came(desk, {QUESTION: {"value": "yes"}}, REFUGE)
    came(desk, {QUESTION: {"value": "yes"}}, JUSTICE)

    heard = said_by_choice(desk, voices(desk, QUESTION))

    names = {k: [each.stakeholder.name for each in v] for k, v in heard.items()}
    assert set(names) == {"yes"}
    assert sorted(names["yes"]) == sorted([JUSTICE.name, REFUGE.name])


def test_a_federation_sees_which_unit_is_silent(desk: Desk) -> None:
    north = Stakeholder("s-north", "الشمال", Category.REGIONAL)
    units = ("الشمال", "الجنوب")
    desk.save_profile(replace(desk.profile, constituent_units=units))
    came(desk, {QUESTION: {"value": "yes"}}, north)

    found = by_unit(desk, voices(desk, QUESTION))

    assert found["الجنوب"] is None
    assert found["الشمال"] is not None


def test_an_answer_that_rests_on_working_level_alone_warns(desk: Desk) -> None:
    desk.choose(QUESTION, "no")
    insert(desk, came(desk, {NARRATIVE: text(SAID)}))
    assert "working_input_only" in codes(desk)

    insert(desk, came(desk, {NARRATIVE: text(OWN)}, standing=Standing.OFFICIAL))
    assert "working_input_only" not in codes(desk)


def codes(desk: Desk) -> set[str]:
    return {each.code for each in desk.readiness().problems}


def test_two_hundred_voices_take_the_statements_that_one_takes(desk: Desk) -> None:
    request = asked(desk)
    found = [
        arrival(reply(request, {NARRATIVE: text(f"{SAID} {n}")}, f"reply-{n}"))
        for n in range(200)
    ]
    receive(desk, found[:1])
    few = statements_hearing(desk, 1)
    receive(desk, found[1:])
    assert statements_hearing(desk, 200) == few


def statements_hearing(desk: Desk, count: int) -> int:
    """How often the database is asked for so many voices."""
    asked_for: list[object] = []

    def note(*given: object) -> None:
        asked_for.append(given)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert len(voices(desk, NARRATIVE)) == count
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(asked_for)
