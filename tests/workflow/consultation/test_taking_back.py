"""An import is taken back though other work followed it, and only it."""

from dataclasses import replace

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.kept_replies import assign, kept_replies
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.consultation.taking_back import (
    import_of,
    take_back_replies,
)
from focalpoint_app.workflow.review.desk import Desk
from tests.workflow.consulting import (
    NARRATIVE,
    QUESTION,
    REFUGE,
    arrival,
    asked,
    reply,
    text,
)

LOOSE = "نرجو إبلاغنا بموعد الاجتماع."
FIRST, SECOND = "reply-1", "reply-2"


@pytest.fixture
def imported(desk: Desk) -> Desk:
    """Two replies came in together, a third later; then somebody wrote an answer."""
    first = reply(asked(desk), {NARRATIVE: text("الرد الأول.")}, FIRST)
    first = replace(first, unassigned=(LOOSE,), digest="1" * 64)
    second = reply(asked(desk, REFUGE), {NARRATIVE: text("الرد الثاني.")}, SECOND)
    third = reply(asked(desk, REFUGE), {NARRATIVE: text("الرد الثالث.")}, "reply-3")
    third = replace(third, digest="3" * 64)
    receive(desk, [arrival(first), arrival(second)])
    receive(desk, [arrival(third)])
    desk.choose(QUESTION, "no")
    return desk


def there(desk: Desk) -> set[str]:
    return {each.receipt.id for each in kept_replies(desk)}


def test_an_import_goes_and_what_was_done_since_stays(imported: Desk) -> None:
    assert set(import_of(imported, FIRST)) == {FIRST, SECOND}
    take_back_replies(imported, import_of(imported, FIRST))

    assert there(imported) == {"reply-3"}
    assert imported.answer(QUESTION).choices == ("no",)
    said = imported.workspace.contributions(imported.review.id)
    assert [each.reply for each in said] == ["reply-3"]
    assert imported.workspace.verify_chain(imported.review.id) == ()


def test_what_was_taken_back_comes_and_goes_with_its_step(imported: Desk) -> None:
    take_back_replies(imported, (FIRST,))
    step = imported.undo()
    assert step is not None
    assert (step.name, there(imported)) == ("take_back", {FIRST, SECOND, "reply-3"})
    imported.redo()
    assert there(imported) == {SECOND, "reply-3"}


def test_text_that_was_assigned_of_it_goes_with_it(imported: Desk) -> None:
    (kept,) = (e for e in kept_replies(imported) if e.receipt.id == FIRST)
    assign(imported, kept, LOOSE, QUESTION)
    take_back_replies(imported, (FIRST,))
    assert imported.workspace.contributions(imported.review.id, QUESTION) == ()


def test_words_that_stand_in_an_answer_hold_their_reply(imported: Desk) -> None:
    given = imported.workspace.contributions(imported.review.id, NARRATIVE)
    insert(imported, next(each for each in given if each.reply == FIRST))
    with pytest.raises(AppError) as caught:
        take_back_replies(imported, import_of(imported, FIRST))
    assert (caught.value.code, caught.value.context) == (
        "reply.in_answers",
        {"count": 1},
    )
    assert len(there(imported)) == 3

    imported.write(NARRATIVE, "ar", "نص آخر تماماً.")
    take_back_replies(imported, import_of(imported, FIRST))
    assert there(imported) == {"reply-3"}


def test_what_was_taken_back_may_come_again_and_every_step_is_undone(
    imported: Desk,
) -> None:
    again = reply(asked(imported), {NARRATIVE: text("الرد الأول.")}, FIRST)
    take_back_replies(imported, (FIRST,))
    (told,) = receive(imported, [arrival(again)])
    assert (told.taken, there(imported)) == (1, {FIRST, SECOND, "reply-3"})

    expected = [{SECOND, "reply-3"}, {FIRST, SECOND, "reply-3"}]
    for replies in (*expected, {FIRST, SECOND, "reply-3"}, {FIRST, SECOND}, set()):
        imported.undo()
        assert there(imported) == replies


def test_a_reply_that_is_gone_is_told(imported: Desk) -> None:
    take_back_replies(imported, (FIRST,))
    with pytest.raises(AppError, match=r"reply\.unknown"):
        take_back_replies(imported, (FIRST,))
