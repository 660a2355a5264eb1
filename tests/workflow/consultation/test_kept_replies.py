"""Replies that were taken in are judged, their loose text finds its question."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from focalpoint_app.domain.answer import TextValue
from focalpoint_app.domain.consultation import Respondent, Standing
from focalpoint_app.domain.contribution import Receipt
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.workflow.consultation.consolidating import insert, said
from focalpoint_app.workflow.consultation.kept_replies import (
    KeptReply,
    assign,
    assigned_to,
    judge_reply,
    kept_replies,
    lacks,
    save_source_file,
    spoken_to,
    taken_places,
)
from focalpoint_app.workflow.consultation.markings import answer_marking
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.desk import Desk
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

LOOSE = "نرجو إبلاغنا بموعد الاجتماع."


def kept(desk: Desk, of: Stakeholder = JUSTICE, *loose: str) -> KeptReply:
    request = asked(desk, of)
    count = len(desk.workspace.known_replies(desk.review.id))
    came = reply(request, {NARRATIVE: text("نص الرد.")}, f"reply-{count}")
    came = replace(came, unassigned=loose, digest=f"{count:064}")
    receive(desk, [arrival(came)])
    return kept_replies(desk)[0]


def official(receipt: Receipt) -> Receipt:
    return replace(receipt, standing=Standing.OFFICIAL, seal_seen=True)


def test_a_judged_reply_is_as_binding_in_its_contributions(desk: Desk) -> None:
    came = kept(desk)
    judge_reply(desk, came, official(came.receipt))

    (given,) = desk.workspace.contributions(desk.review.id, NARRATIVE)
    assert given.standing is Standing.OFFICIAL
    assert kept_replies(desk)[0].receipt.seal_seen
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_a_letters_marking_is_that_of_what_it_says(desk: Desk) -> None:
    came = kept(desk)
    register = replace(came.receipt.register, marking="restricted")
    judge_reply(desk, came, replace(came.receipt, register=register))
    (given,) = desk.workspace.contributions(desk.review.id)
    assert given.marking == "restricted"

    desk.undo()
    (given,) = desk.workspace.contributions(desk.review.id)
    assert given.marking == ""
    assert kept_replies(desk)[0].receipt.register.marking == ""


def test_a_letters_marking_is_that_of_what_quotes_it(desk: Desk) -> None:
    came = kept(desk)
    (given,) = desk.workspace.contributions(desk.review.id)
    insert(desk, given)
    register = replace(came.receipt.register, marking="restricted")
    marked = judge_reply(desk, came, replace(came.receipt, register=register))
    assert marked == (NARRATIVE,)
    assert answer_marking(desk, NARRATIVE) == "restricted"

    desk.undo()
    assert answer_marking(desk, NARRATIVE) == ""


def test_judging_a_reply_as_it_is_makes_no_step(desk: Desk) -> None:
    came = kept(desk)
    before = desk.undoable
    spaced = replace(
        came.receipt.register, outgoing=f" {came.receipt.register.outgoing} "
    )

    judge_reply(desk, came, replace(came.receipt, register=spaced))

    assert desk.undoable == before


def test_an_official_reply_lacks_what_nobody_wrote_down(desk: Desk) -> None:
    receipt = official(kept(desk).receipt)
    bare = replace(
        receipt,
        respondent=Respondent(),
        register=replace(receipt.register, outgoing=" "),
    )
    assert lacks(receipt) == ()
    assert lacks(bare) == ("letter", "signatory")
    assert lacks(replace(bare, standing=Standing.WORKING)) == ()


def test_nobody_is_named_by_judging_an_anonymous_contributor(desk: Desk) -> None:
    came = kept(desk, SOURCE)
    named = replace(came.receipt, respondent=Respondent("فاطمة الكاتبة"))
    judge_reply(desk, came, named)

    assert kept_replies(desk)[0].receipt.respondent.name == ""
    assert "فاطمة".encode() not in desk.path.read_bytes()


def test_assigned_text_becomes_a_contribution_word_for_word(desk: Desk) -> None:
    came = kept(desk, JUSTICE, LOOSE)
    assign(desk, came, LOOSE, NARRATIVE)

    (again,) = kept_replies(desk)
    assert again.answers == 2
    assert assigned_to(desk, again) == {LOOSE: (NARRATIVE,)}
    values = [said(desk, each) for each in spoken_to(desk, again)]
    assert TextValue({"ar": LOOSE}) in values


def test_a_name_of_the_question_before_loose_text_is_no_part_of_it(
    desk: Desk,
) -> None:
    came = kept(desk, JUSTICE, f"untoc.9.9: {LOOSE}")
    assign(desk, came, f"untoc.9.9: {LOOSE}", NARRATIVE)
    values = [said(desk, each) for each in spoken_to(desk, kept_replies(desk)[0])]
    assert TextValue({"ar": LOOSE}) in values


def test_text_assigned_to_a_choice_is_a_comment(desk: Desk) -> None:
    came = kept(desk, JUSTICE, LOOSE)
    assign(desk, came, LOOSE, QUESTION)

    (given,) = desk.workspace.contributions(desk.review.id, QUESTION)
    assert given.entry is None
    assert [each.text for each in given.traces] == [LOOSE]


def test_one_undo_takes_an_assignment_back(desk: Desk) -> None:
    came = kept(desk, JUSTICE, LOOSE)
    assign(desk, came, LOOSE, NARRATIVE)
    desk.undo()

    (again,) = kept_replies(desk)
    assert again.answers == 1
    assert assigned_to(desk, again) == {LOOSE: ()}


def test_a_judgement_holds_for_assigned_text_too(desk: Desk) -> None:
    came = kept(desk, JUSTICE, LOOSE)
    assign(desk, came, LOOSE, QUESTION)
    (again,) = kept_replies(desk)
    judge_reply(desk, again, official(again.receipt))

    given = desk.workspace.contributions(desk.review.id)
    assert {each.standing for each in given} == {Standing.OFFICIAL}


def test_a_later_reply_takes_the_place_of_the_earlier_one(desk: Desk) -> None:
    first = kept(desk)
    second = kept(desk)

    ((earlier, later),) = taken_places(desk, second, spoken_to(desk, second))
    assert (earlier.reply, later.reply) == (first.receipt.id, second.receipt.id)
    assert taken_places(desk, first, spoken_to(desk, first)) == ()


def test_the_file_of_a_reply_is_given_back_byte_for_byte(
    desk: Desk, tmp_path: Path
) -> None:
    save_source_file(desk, kept(desk), tmp_path / "copy.docx")
    assert (tmp_path / "copy.docx").read_bytes() == b"PK the source file"


def test_an_anonymous_contributors_file_is_not_there_to_give_back(
    desk: Desk, tmp_path: Path
) -> None:
    with pytest.raises(AppError) as caught:
        save_source_file(desk, kept(desk, SOURCE), tmp_path / "copy.docx")
    assert caught.value.code == "reply.no_file"


def test_a_reply_cannot_be_written_over_the_workspace(desk: Desk) -> None:
    with pytest.raises(AppError) as caught:
        save_source_file(desk, kept(desk), desk.path)
    assert caught.value.code == "file.same"


def test_a_judgement_that_fails_half_way_did_nothing(desk: Desk) -> None:
    came = kept(desk)
    marked = replace(official(came.receipt).register, marking="restricted")
    before = desk.undoable
    with closing(sqlite3.connect(desk.path)) as other:
        other.execute(
            "CREATE TRIGGER breaks BEFORE UPDATE ON contributions"
            " BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
        other.commit()

    with pytest.raises(IntegrityError):
        judge_reply(desk, came, replace(official(came.receipt), register=marked))

    assert kept_replies(desk)[0].receipt == came.receipt
    assert desk.undoable == before
