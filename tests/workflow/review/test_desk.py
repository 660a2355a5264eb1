"""The verbs of whoever writes: durable, undoable, remembered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from focalpoint_app.domain.answer import (
    EMPTY,
    ChoicesValue,
    ChoiceValue,
    Confidentiality,
    DateValue,
    NumberValue,
    Row,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.facts import Standing
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.conftest import AMAL, LAW, SAMIR, made, reopened
from tests.workflow.review.answered import ASKED, TEXT, answered


def test_every_kind_of_answer_is_there_after_reopening(tmp_path: Path) -> None:
    desk = made(tmp_path / "a.focalpoint")
    desk.save_source(LAW)
    answered(desk)
    before = dict(desk.answers)
    desk.close()

    again = reopened(tmp_path / "a.focalpoint")

    assert dict(again.answers) == before
    assert again.answer(ASKED).choices == ("part",)
    assert again.answer(TEXT).value == TextValue(
        {"ar": "الجنح غير مشمولة."}, {"ar": ("rtl",)}
    )
    assert again.answer("untoc.5.forms").value == ChoicesValue(("a", "b"))
    assert again.answer("untoc.5.years").value == NumberValue(Decimal("4.5"))
    assert again.answer("untoc.5.3.date").value == DateValue("2010-01-31")
    assert again.answer(ASKED).confidentiality is Confidentiality.PUBLIC
    assert again.standing("som.6.1.a") is Standing.SKIPPED
    again.close()


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    desk = made(tmp_path / "a.focalpoint")
    desk.write(TEXT, "ar", "نص")
    desk.close()

    assert [path.name for path in tmp_path.iterdir()] == ["a.focalpoint"]


def test_a_verb_is_durable_when_it_returns(tmp_path: Path) -> None:
    desk = made(tmp_path / "a.focalpoint")
    desk.choose(ASKED, "no")

    fields = desk.workspace.fields("r1")

    assert list(fields.values()) == ["no"]
    desk.close()


def test_undo_takes_back_the_last_step_and_names_it(desk: Desk) -> None:
    desk.choose(ASKED, "yes")
    desk.choose(ASKED, "no")

    step = desk.undo()

    assert step is not None
    assert (step.name, step.question) == ("choice", ASKED)
    assert desk.answer(ASKED).value == ChoiceValue("yes")


def test_typing_in_one_field_is_one_step(desk: Desk) -> None:
    for text in ("ا", "ال", "الم", "المادة"):
        desk.write(TEXT, "ar", text)

    desk.undo()

    assert desk.answer(TEXT) == EMPTY
    assert desk.undoable is None


def test_typing_after_leaving_the_field_is_a_new_step(desk: Desk) -> None:
    desk.write(TEXT, "ar", "الأول")
    desk.seal(TEXT)
    desk.write(TEXT, "ar", "الأول والثاني")

    desk.undo()

    assert desk.answer(TEXT).value == TextValue({"ar": "الأول"})


def test_redo_does_it_again_until_something_new_is_done(desk: Desk) -> None:
    desk.choose(ASKED, "yes")
    desk.undo()
    assert desk.redoable is not None

    desk.redo()
    assert desk.answer(ASKED).value == ChoiceValue("yes")

    desk.undo()
    desk.choose(ASKED, "no")
    assert desk.redoable is None


def test_everything_can_be_undone_and_done_again(desk: Desk) -> None:
    answered(desk)
    after = dict(desk.answers)

    while desk.undo():
        pass
    assert dict(desk.answers) == {}

    while desk.redo():
        pass
    assert dict(desk.answers) == after


def test_undo_outlives_the_window(tmp_path: Path) -> None:
    desk = made(tmp_path / "a.focalpoint")
    desk.choose(ASKED, "yes")
    desk.close()

    again = reopened(tmp_path / "a.focalpoint")
    again.undo()

    assert again.answer(ASKED) == EMPTY
    again.close()


def test_history_is_newest_first_and_names_its_author(desk: Desk) -> None:
    desk.write(TEXT, "ar", "الأول")
    desk.write_as(SAMIR)
    desk.write(TEXT, "ar", "الثاني")
    desk.seal()

    history = desk.history(TEXT, "ar")

    assert [revision.content for revision in history] == [
        {"text": "الثاني"},
        {"text": "الأول"},
    ]
    assert [revision.author for revision in history] == [SAMIR.id, AMAL.id]


def test_restoring_keeps_what_stood_before(desk: Desk) -> None:
    desk.write(TEXT, "ar", "الأول")
    desk.seal(TEXT)
    desk.write(TEXT, "ar", "الثاني")
    first = desk.history(TEXT, "ar")[-1]

    desk.restore(TEXT, first)

    assert desk.answer(TEXT).value == TextValue({"ar": "الأول"})
    assert len(desk.history(TEXT, "ar")) == 3


def test_a_text_that_cannot_be_kept_changes_nothing(desk: Desk) -> None:
    desk.write(TEXT, "ar", "نص")

    with pytest.raises(AppError, match=r"text\.forbidden_character"):
        desk.write(TEXT, "ar", "نص\0")

    assert desk.answer(TEXT).value == TextValue({"ar": "نص"})


def test_rows_keep_their_place_when_they_change(desk: Desk) -> None:
    for year in (2021, 2022, 2023):
        desk.put_row("untoc.5.figures", Row(f"r{year}", {"year": Decimal(year)}))

    desk.put_row("untoc.5.figures", Row("r2021", {"year": Decimal(2020)}))
    desk.remove_row("untoc.5.figures", "r2022")

    value = desk.answer("untoc.5.figures").value
    assert isinstance(value, TableValue)
    assert [row.cells["year"] for row in value.rows] == [2020, 2023]


def test_a_companion_keeps_its_text_while_it_is_hidden(desk: Desk) -> None:
    desk.choose(ASKED, "no")
    desk.write(TEXT, "ar", "لم يصدر القانون.")
    desk.choose(ASKED, "yes")
    assert not desk.is_visible(TEXT)

    desk.choose(ASKED, "no")

    assert desk.is_visible(TEXT)
    assert desk.answer(TEXT).value == TextValue({"ar": "لم يصدر القانون."})


def test_a_cited_source_cannot_be_deleted(desk: Desk) -> None:
    cite = desk.cite(ASKED, LAW.id, "47")

    with pytest.raises(AppError, match=r"source\.cited"):
        desk.delete_source(LAW.id)
    assert desk.citing(LAW.id) == (ASKED,)

    desk.uncite(ASKED, cite.id)
    desk.delete_source(LAW.id)
    assert desk.sources == {}


def test_a_citation_does_not_come_back_without_its_source(desk: Desk) -> None:
    cite = desk.cite(ASKED, LAW.id, "47")
    desk.uncite(ASKED, cite.id)
    desk.delete_source(LAW.id)

    desk.undo()

    assert desk.answer(ASKED).cites == ()


def test_a_whole_answer_is_taken_back_in_one_step(desk: Desk) -> None:
    desk.choose(ASKED, "no")
    desk.write(TEXT, "ar", "لا")
    desk.write(TEXT, "en", "No.")
    given = desk.answer(TEXT)

    desk.empty(TEXT)
    assert desk.answer(TEXT).value is None

    desk.undo()
    assert desk.answer(TEXT) == given


def test_what_an_import_would_refuse_is_refused_here_too(desk: Desk) -> None:
    for verb in (
        lambda: desk.cite(ASKED, LAW.id, "م" * 1_001),
        lambda: desk.skip(ASKED, "س" * 4_001),
        lambda: desk.put_row("untoc.5.figures", Row("r", {"court": "م" * 4_001})),
        lambda: desk.save_source(replace(LAW, number="1" * 4_001)),
    ):
        with pytest.raises(AppError, match=r"text\.too_long"):
            verb()


def test_every_text_of_a_source_is_kept_clean(desk: Desk) -> None:
    desk.save_source(replace(LAW, number="\ufecb\u0661", amendments="e\u0301"))

    kept = desk.sources[LAW.id]
    assert (kept.number, kept.amendments) == ("\u0639\u0661", "\u00e9")


def test_notes_belong_to_their_question(desk: Desk) -> None:
    note = desk.add_note(ASKED, "راجع الوزارة")

    assert [each.text for each in desk.notes(ASKED)] == ["راجع الوزارة"]
    assert desk.notes(TEXT) == ()

    desk.remove_note(note.id)
    assert desk.notes(ASKED) == ()


def test_search_finds_arabic_whatever_its_harakat(desk: Desk) -> None:
    desk.write(TEXT, "ar", "تُعاقِبُ المادّةُ على الإتّفاق")

    assert [hit.subject for hit in desk.search("الاتفاق")] == [TEXT]


def test_whoever_writes_is_remembered(tmp_path: Path) -> None:
    desk = made(tmp_path / "a.focalpoint")
    desk.write_as(SAMIR)
    desk.close()

    again = reopened(tmp_path / "a.focalpoint")

    assert again.workspace.current_author() == SAMIR
    assert set(again.authors()) == {AMAL, SAMIR}
    again.close()


def test_closing_twice_is_closing_once(desk: Desk) -> None:
    desk.close()
    before = desk.path.read_bytes()

    desk.close()

    assert desk.path.read_bytes() == before
