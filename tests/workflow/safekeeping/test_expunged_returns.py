"""What was expunged here does not come back from a copy that still has it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.domain.expunging import MARK
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.storage.joining.joining import Outcome
from focalpoint_app.workflow.consultation.consolidating import note_unused
from focalpoint_app.workflow.consultation.kept_replies import judge_reply, kept_replies
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.withdrawing import withdraw_request
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.expunging import Order, expunge
from focalpoint_app.workflow.safekeeping.reconciling import reconcile
from tests.storage.expunging.witnesses import cleared
from tests.storage.test_evidences import clearance
from tests.workflow.conftest import made, reopened
from tests.workflow.consulting import (
    NARRATIVE,
    QUESTION,
    arrival,
    asked,
    reply,
    text,
)
from tests.workflow.safekeeping.test_reconciling import on_two

NAME = "سلمى المرزوقي"


def note(desk: Desk) -> None:
    desk.add_note(QUESTION, f"اتصلت {NAME} بالمكتب.")


def minutes(desk: Desk, said: str = f"قالت {NAME} إن النص نافذ.") -> None:
    body = {"text": said}
    review, author = desk.review.id, desk.author.id
    paper = Paper("p-1", review, PaperKind.MEETING, "محضر", body, author, desk.clock())
    desk.workspace.save_paper(paper)


def unused(desk: Desk) -> None:
    given = heard(desk)
    note_unused(desk, given, f"رأي {NAME} شخصي")


def withdrawn(desk: Desk) -> None:
    request = asked(desk)
    withdraw_request(desk, request.id, f"أُرسل إلى {NAME} سهواً")


def answered(desk: Desk) -> None:
    desk.write(NARRATIVE, "ar", f"أعدّته {NAME} للوزارة. والنص نافذ.")


def judged(desk: Desk) -> None:
    heard(desk)
    (kept,) = kept_replies(desk)
    named = replace(kept.receipt.respondent, name=NAME)
    judge_reply(desk, kept, replace(kept.receipt, respondent=named))


def heard(desk: Desk) -> Any:
    request = asked(desk)
    receive(desk, [arrival(reply(request, {NARRATIVE: text("نص الوزارة.")}))])
    (given,) = desk.workspace.contributions(desk.review.id)
    return given


def copies_of(tmp_path: Path, told: Callable[[Desk], None]) -> tuple[Path, Path]:
    """One where the name was expunged, one that still has it."""
    one, two = tmp_path / "one.focalpoint", tmp_path / "two.focalpoint"
    with closing(made(one)) as desk:
        told(desk)
        desk.seal()
    shutil.copy(one, two)
    with closing(reopened(one)) as desk:
        expunge(desk, Order(NAME, "طلبت ذلك", contributions=True))
    return one, two


def taken_in(one: Path, two: Path) -> Outcome:
    with closing(reopened(one)) as desk:
        outcome = reconcile(desk, two)
        assert desk.workspace.verify_chain(desk.review.id) == ()
    return outcome


@pytest.mark.parametrize("told", [note, minutes, unused, withdrawn, answered, judged])
def test_no_card_offers_it_and_no_byte_holds_it(
    tmp_path: Path, told: Callable[[Desk], None]
) -> None:
    one, two = copies_of(tmp_path, told)

    outcome = taken_in(one, two)

    assert (outcome.cards, outcome.expunged) == ((), 1)
    assert NAME.encode() not in one.read_bytes()


@pytest.mark.parametrize("told", [note, minutes, judged])
def test_the_other_copy_takes_over_what_was_left(
    tmp_path: Path, told: Callable[[Desk], None]
) -> None:
    one, two = copies_of(tmp_path, told)

    assert taken_in(two, one).cards == ()

    again = taken_in(one, two)
    assert (again.cards, again.expunged) == ((), 0)


def test_a_later_note_there_comes_in_without_it(tmp_path: Path) -> None:
    """What was written there after the copies parted."""
    one, two = copies_of(tmp_path, note)
    with closing(on_two(two)) as desk:
        desk.add_note(QUESTION, f"عادت {NAME} واتصلت.")

    outcome = taken_in(one, two)

    assert (outcome.cards, outcome.expunged) == ((), 1)
    with closing(reopened(one)) as desk:
        said = {each.text for each in desk.notes(QUESTION)}
    assert said == {f"اتصلت {MARK} بالمكتب.", f"عادت {MARK} واتصلت."}


def test_a_later_edit_there_comes_in_without_it(tmp_path: Path) -> None:
    one, two = copies_of(tmp_path, answered)
    with closing(on_two(two)) as desk:
        desk.write(NARRATIVE, "ar", f"أعدّته {NAME} للوزارة. والنص نافذ منذ سنة.")

    with closing(reopened(one)) as desk:
        outcome = reconcile(desk, two)
        assert desk.answer(NARRATIVE).value == TextValue(
            {"ar": f"أعدّته {MARK} للوزارة. والنص نافذ منذ سنة."}
        )
        assert NAME not in repr(outcome.changes)
    assert NAME.encode() not in one.read_bytes()


def test_reconciling_again_expunges_nothing_more(tmp_path: Path) -> None:
    one, two = copies_of(tmp_path, note)
    taken_in(one, two)

    with closing(reopened(one)) as desk:
        before = desk.workspace.acts(desk.review.id)
    taken_in(one, two)

    with closing(reopened(one)) as desk:
        assert desk.workspace.acts(desk.review.id) == before


def test_what_was_expunged_of_two_questions_comes_back_to_neither(
    tmp_path: Path,
) -> None:
    one, two = tmp_path / "one.focalpoint", tmp_path / "two.focalpoint"
    with closing(made(one)) as desk:
        note(desk)
        answered(desk)
        desk.seal()
    shutil.copy(one, two)
    with closing(reopened(one)) as desk:
        for question in (QUESTION, NARRATIVE):
            expunge(desk, Order(NAME, "طلبت ذلك", question))
    with closing(on_two(two)) as desk:
        note(desk)
        desk.write(NARRATIVE, "ar", f"أعدّته {NAME} للوزارة. والنص نافذ منذ سنة.")

    assert taken_in(one, two).expunged == 1
    assert NAME.encode() not in one.read_bytes()


def test_words_that_were_left_out_by_hand_are_no_passage(tmp_path: Path) -> None:
    """Minutes are edited: a mark in them is nobody's decision by itself."""
    one, two = copies_of(tmp_path, written)
    with closing(reopened(one)) as desk:
        minutes(desk, f"قيل إن {MARK} نافذة.")
    with closing(on_two(two)) as desk:
        minutes(desk, f"قيل إن {CITED} نافذة.")

    assert taken_in(one, two).expunged == 1
    with closing(reopened(one)) as desk:
        assert desk.answer(NARRATIVE).value == TextValue({"ar": f"{CITED} نافذة."})


CITED = "المادة الخامسة والسادسة"


def written(desk: Desk) -> None:
    note(desk)
    minutes(desk, "قيل إن المادة نافذة.")
    desk.write(NARRATIVE, "ar", f"{CITED} نافذة.")


def test_a_later_decision_about_other_words_decides_nothing_of_these(
    tmp_path: Path,
) -> None:
    one, two = tmp_path / "one.focalpoint", tmp_path / "two.focalpoint"
    with closing(made(one)) as desk:
        note(desk)
        desk.add_note(QUESTION, "رقم الهاتف ٥٥٥")
    shutil.copy(one, two)
    with closing(reopened(one)) as desk:
        expunge(desk, Order(NAME, "طلبت ذلك"))
        expunge(desk, Order("رقم الهاتف", "خطأ", contributions=True))
    with closing(on_two(two)) as desk:
        note(desk)

    taken_in(one, two)
    with closing(reopened(one)) as desk:
        told = {each.details["reason"] for each in desk.workspace.acts(desk.review.id)}
        last = desk.workspace.acts(desk.review.id)[-1]
    assert told == {"طلبت ذلك", "خطأ"}
    assert last.details["reason"] == "طلبت ذلك"


def test_a_clearance_that_holds_it_comes_in_without_it(tmp_path: Path) -> None:
    """Where clearances were decided to lose it, too."""
    one, two = tmp_path / "one.focalpoint", tmp_path / "two.focalpoint"
    with closing(made(one)) as desk:
        note(desk)
        cleared_now(desk)
    shutil.copy(one, two)
    with closing(reopened(one)) as desk:
        expunge(desk, Order(NAME, "طلبت ذلك", clearances=True))
    with closing(on_two(two)) as desk:
        cleared_now(desk)

    assert taken_in(one, two).cards == ()
    assert NAME.encode() not in one.read_bytes()


def cleared_now(desk: Desk) -> None:
    number = len(desk.workspace.clearances(desk.review.id)) + 1
    found = clearance(number, cleared(f"قالت {NAME} {number}"))
    review, author = desk.review.id, desk.author.id
    desk.workspace.add_clearance(replace(found, review=review, author=author))


def test_what_goes_again_goes_from_the_window_too(tmp_path: Path) -> None:
    """Somebody had typed it again here; the desk still had it."""
    one, two = copies_of(tmp_path, note)
    with closing(reopened(one)) as desk:
        answered(desk)
        desk.seal()
        reconcile(desk, two)
        assert desk.answer(NARRATIVE).value == TextValue(
            {"ar": f"أعدّته {MARK} للوزارة. والنص نافذ."}
        )


def test_what_was_decided_of_contributions_holds_though_none_had_it_then(
    tmp_path: Path,
) -> None:
    one, two = copies_of(tmp_path, note)
    with closing(on_two(two)) as desk:
        request = asked(desk)
        said = {NARRATIVE: text(f"قالت {NAME} إن النص نافذ.")}
        receive(desk, [arrival(reply(request, said))])

    assert taken_in(one, two).expunged == 1
    assert NAME.encode() not in one.read_bytes()
