"""Replies come in whole or not at all, once, and can be taken back together."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from focalpoint_app.domain.consultation import (
    NOBODY,
    UNREGISTERED,
    Carrier,
    Standing,
    Trace,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.workflow.consultation.asking import Ask, new_round, prepared_request
from focalpoint_app.workflow.consultation.receiving import Arrival, receive
from focalpoint_app.workflow.review.desk import Desk
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

SAID = "تعاقب المادة 47 على المشاركة.  "


def kept(desk: Desk) -> dict[str, object]:
    return {
        each.question: each.entry and each.entry.get("value")
        for each in desk.workspace.contributions(desk.review.id)
    }


def test_a_reply_is_kept_word_for_word(desk: Desk) -> None:
    request = asked(desk)
    rows = [{"id": "row-1", "year": Decimal("2024"), "note": "ثلاث قضايا"}]
    entries = {NARRATIVE: text(SAID), NUMBER: {"value": Decimal("4.5")},
               TABLE: {"value": rows}}  # fmt: skip

    (told,) = receive(desk, [arrival(reply(request, entries))])

    assert (told.taken, told.known, told.refused) == (3, 0, 0)
    assert kept(desk) == {
        NARRATIVE: {"ar": SAID},
        NUMBER: "4.5",
        TABLE: [{"id": "row-1", "year": "2024", "note": "ثلاث قضايا"}],
    }
    assert desk.answers == {}


def test_the_same_reply_twice_changes_nothing(desk: Desk) -> None:
    found = arrival(reply(asked(desk), {NARRATIVE: text(SAID)}))
    receive(desk, [found])
    before = desk.workspace.contributions(desk.review.id)

    told = receive(desk, [found, found])

    assert [(each.taken, each.known) for each in told] == [(0, 1), (0, 1)]
    assert desk.workspace.contributions(desk.review.id) == before


def test_a_form_that_says_nothing_is_no_answer_of_its_institution(desk: Desk) -> None:
    """Nobody can tell it from the file that was sent out."""
    blank = replace(reply(asked(desk), {}), respondent=NOBODY, register=UNREGISTERED)

    (told,) = receive(desk, [arrival(blank)])

    assert told.is_empty
    assert desk.workspace.receipts(desk.review.id) == ()
    assert desk.undoable is None


def test_a_reply_without_answers_that_says_whose_it_is_is_kept(desk: Desk) -> None:
    found = arrival(reply(asked(desk), {}))
    receive(desk, [found])
    assert len(desk.workspace.receipts(desk.review.id)) == 1

    (again,) = receive(desk, [found])
    assert again.known
    assert not again.is_new
    assert not again.is_empty


def test_a_whole_import_is_one_step(desk: Desk) -> None:
    request = asked(desk)
    desk.write(NARRATIVE, "ar", "قبل")
    found = [
        arrival(reply(request, {NARRATIVE: text(SAID)}, f"reply-{number}"))
        for number in range(3)
    ]
    receive(desk, found)

    step = desk.undo()
    assert step is not None
    assert step.name == "receive"
    assert kept(desk) == {}
    assert desk.answer(NARRATIVE).is_given

    desk.redo()
    assert len(desk.workspace.contributions(desk.review.id)) == 3


def test_a_reply_that_was_undone_may_come_again(desk: Desk) -> None:
    found = arrival(reply(asked(desk), {NARRATIVE: text(SAID)}))
    receive(desk, [found])
    desk.undo()
    desk.write(NARRATIVE, "ar", "نص")  # The undone step is forgotten.
    assert kept(desk) == {}

    (told,) = receive(desk, [found])

    assert told.taken == 1
    assert kept(desk) == {NARRATIVE: {"ar": SAID}}


def test_one_bad_reply_costs_no_other(desk: Desk) -> None:
    request = asked(desk)
    broken = Arrival("broken.docx", refusal=AppError("reply.unknown"))
    strange = replace(reply(request, {}), request="another", id="reply-2")
    good = reply(request, {NARRATIVE: text(SAID)})

    told = receive(desk, [broken, arrival(strange), arrival(good)])

    assert [each.taken for each in told] == [0, 0, 1]
    codes = [each.refusal and each.refusal.code for each in told]
    assert codes == ["reply.unknown", "reply.unknown_request", None]


def test_what_no_question_takes_is_kept_beside(desk: Desk) -> None:
    request = asked(desk)
    entries = {"untoc.99.gone": text("نص قديم"), QUESTION: {"value": "perhaps"},
               NARRATIVE: text(SAID)}  # fmt: skip

    (told,) = receive(desk, [arrival(reply(request, entries))])

    assert (told.taken, told.refused) == (1, 2)
    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert receipt.unassigned == ("untoc.99.gone: نص قديم", f"{QUESTION}: perhaps")
    codes = {each.code for each in receipt.flaws}
    assert codes == {"answers.unknown_question", "answers.unknown_choice"}


def test_a_contribution_may_be_longer_than_an_answer(desk: Desk) -> None:
    long = "كلمة " * 100
    receive(desk, [arrival(reply(asked(desk), {NARRATIVE: text(long)}))])

    assert kept(desk) == {NARRATIVE: {"ar": long}}


def test_an_anonymous_contributor_is_named_nowhere(desk: Desk) -> None:
    request = asked(desk, SOURCE)
    trace = Trace("comment", "أعرف ذلك", "فاطمة الكاتبة")
    said = reply(request, {NARRATIVE: text(SAID)}, traces=(trace,))
    said = replace(said, respondent=replace(said.respondent, name="فاطمة الكاتبة"))

    receive(desk, [arrival(said, "فاطمة الكاتبة.docx")])
    desk.close()

    assert "فاطمة".encode() not in desk.path.read_bytes()


def test_a_letter_without_a_request_says_whose_it_is(desk: Desk) -> None:
    asked(desk)
    letter = replace(reply(None, {NARRATIVE: text(SAID)}), carrier=Carrier.LETTER)
    typed = Arrival("scan.pdf", letter, b"%PDF", stakeholder=JUSTICE.id,
                    transcribed_by="هدى", checked_by="سمير")  # fmt: skip

    receive(desk, [typed], Standing.OFFICIAL)

    (receipt,) = desk.workspace.receipts(desk.review.id)
    assert (receipt.stakeholder, receipt.standing) == (JUSTICE.id, Standing.OFFICIAL)
    assert (receipt.transcribed_by, receipt.checked_by) == ("هدى", "سمير")


def test_a_draft_above_the_recipient_stays_out_and_is_named(desk: Desk) -> None:
    from focalpoint_app.domain.answer import Confidentiality

    desk.choose(QUESTION, "no")
    desk.write(NARRATIVE, "ar", "سر")
    desk.set_confidentiality(QUESTION, Confidentiality.NATIONAL)

    shown = {e.id: e.draft for e in asked(desk, with_draft=True).questions}
    hidden = {e.id: e.draft for e in asked(desk, REFUGE, with_draft=True).questions}

    assert shown[NARRATIVE] == {"value": {"ar": "سر"}}
    assert hidden[QUESTION] is hidden[NARRATIVE] is None
    *_, sent = desk.workspace.requests(desk.review.id)
    assert set(sent.withheld) == {QUESTION, NARRATIVE}


def test_a_marked_draft_stays_out(desk: Desk) -> None:
    from focalpoint_app.workflow.consultation.markings import set_answer_marking

    desk.choose(QUESTION, "no")
    set_answer_marking(desk, QUESTION, "restricted")
    draft = {e.id: e.draft for e in asked(desk, with_draft=True).questions}
    cleared = replace(JUSTICE, marking="restricted")
    told = {e.id: e.draft for e in asked(desk, cleared, with_draft=True).questions}

    assert draft[QUESTION] is None
    assert told[QUESTION] == {"value": "no"}


def test_asking_nothing_is_refused(desk: Desk) -> None:
    from focalpoint_app.domain.selection import Selection

    made = new_round(desk, "ج")
    ask = Ask(JUSTICE, made, Selection(("tip.*",)), Carrier.EXCEL)
    with pytest.raises(AppError, match=r"request\.no_questions"):
        prepared_request(desk, ask)


def test_an_import_undone_while_it_came_in_is_undone_whole(desk: Desk) -> None:
    request = asked(desk)
    entry = {NARRATIVE: text("نص")}

    def coming() -> Iterator[Arrival]:
        yield arrival(reply(request, entry, "first"))
        desk.undo()
        yield arrival(reply(request, entry, "second"))

    receive(desk, coming())
    assert desk.workspace.receipts(desk.review.id) == ()

    desk.redo()
    assert len(desk.workspace.receipts(desk.review.id)) == 2
