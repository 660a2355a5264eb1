"""Two files of one review become one, whichever side begins, losing nothing."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from focalpoint_app.domain.answer import Row
from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.joining.joining import Outcome
from focalpoint_app.workflow.consultation.consolidating import insert
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.reconciling import (
    reconcile,
    settle,
)
from tests.workflow.conftest import AMAL, LAW, SAMIR, made, reopened
from tests.workflow.consulting import (
    JUSTICE,
    NARRATIVE,
    QUESTION,
    TABLE,
    arrival,
    asked,
    reply,
    text,
)

FORMS = "untoc.5.forms"
LONG = "الأولى باقية. الثانية باقية. الثالثة باقية."


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of one file, at rest."""
    one, two = tmp_path / "one.focalpoint", tmp_path / "two.focalpoint"
    with closing(made(one)) as desk:
        desk.save_source(LAW)
        desk.choose(QUESTION, "no")
        desk.write(NARRATIVE, "ar", LONG)
        desk.choose_all(FORMS, ("a",))
    shutil.copy(one, two)
    return one, two


def on_two(two: Path) -> Desk:
    desk = reopened(two)
    desk.write_as(SAMIR)
    return desk


def both_ways(pair: tuple[Path, Path]) -> tuple[Outcome, Outcome]:
    """Each takes in the other as it was, from copies made before."""
    one, two = pair
    old = one.with_name("before.focalpoint")
    shutil.copy(one, old)
    with closing(reopened(one)) as desk:
        first = reconcile(desk, two)
    with closing(reopened(two)) as desk:
        second = reconcile(desk, old)
    return first, second


def contents(path: Path) -> dict[FieldKey, Content]:
    with closing(reopened(path)) as desk:
        assert desk.workspace.verify_chain(desk.review.id) == ()
        return desk.book.all()


def heads(path: Path) -> object:
    with closing(reopened(path)) as desk:
        return desk.workspace.heads(desk.review.id)


def test_nothing_new_changes_nothing(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        outcome = reconcile(desk, two)

    assert (outcome.taken, outcome.changes, outcome.cards) == (0, (), ())


def test_one_sided_edits_pass_by_themselves(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(on_two(two)) as desk:
        desk.choose(QUESTION, "part")
        desk.put_row(TABLE, Row("row-1", {"year": Decimal(2024)}))

    first, second = both_ways(pair)

    assert (first.cards, second.cards) == ((), ())
    assert second.taken == 0
    assert contents(one) == contents(two)
    assert heads(one) == heads(two)


def test_edits_of_different_sentences_come_together(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        desk.write(NARRATIVE, "ar", LONG.replace("الأولى باقية", "الأولى جديدة"))
        desk.choose_all(FORMS, ("a", "b"))
    with closing(on_two(two)) as desk:
        desk.write(NARRATIVE, "ar", LONG.replace("الثالثة باقية", "الثالثة جديدة"))
        desk.choose_all(FORMS, ())

    first, second = both_ways(pair)

    assert first.merged == second.merged == 2
    assert contents(one) == contents(two)
    assert heads(one) == heads(two)
    with closing(reopened(one)) as desk:
        value = desk.answer(NARRATIVE).value
        assert getattr(value, "texts", {})["ar"] == (
            "الأولى جديدة. الثانية باقية. الثالثة جديدة."
        )
        assert desk.answer(FORMS).choices == ("b",)


def test_a_real_conflict_is_a_card_and_overwrites_nothing(
    pair: tuple[Path, Path],
) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        desk.choose(QUESTION, "yes")
    with closing(on_two(two)) as desk:
        desk.choose(QUESTION, "part")

    first, second = both_ways(pair)

    (card,), (same,) = first.cards, second.cards
    assert card == same
    assert (card.base, {card.first, card.second}) == ("no", {"yes", "part"})
    assert chosen(one) == ("yes",)
    assert chosen(two) == ("part",)


def chosen(path: Path) -> tuple[str, ...]:
    with closing(reopened(path)) as desk:
        return desk.answer(QUESTION).choices


@pytest.mark.parametrize("content", ["yes", "part"])
def test_what_was_settled_here_is_settled_there(
    pair: tuple[Path, Path], content: str
) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        desk.choose(QUESTION, "yes")
    with closing(on_two(two)) as desk:
        desk.choose(QUESTION, "part")
    both_ways(pair)

    with closing(reopened(one)) as desk:
        (card,) = desk.workspace.cards(desk.review.id)
        settle(desk, card, content)
        assert desk.workspace.cards(desk.review.id) == ()
    with closing(reopened(two)) as desk:
        assert reconcile(desk, one).cards == ()

    assert contents(one) == contents(two)
    assert chosen(two) == (content,)
    assert heads(one) == heads(two)


def test_twice_is_nothing(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        desk.write(NARRATIVE, "ar", LONG.replace("الأولى", "1"))
    with closing(on_two(two)) as desk:
        desk.write(NARRATIVE, "ar", LONG.replace("الثالثة", "3"))
        desk.add_note(QUESTION, "تحقق")
    both_ways(pair)

    first, second = both_ways(pair)

    assert first.taken == second.taken == 0
    assert first.changes == second.changes == ()


def test_working_text_of_the_other_counts(pair: tuple[Path, Path]) -> None:
    one, two = pair
    desk_two = on_two(two)
    desk_two.choose(QUESTION, "part")  # Not sealed: its window is still open.
    with closing(reopened(one)) as desk:
        reconcile(desk, two)
        again = reconcile(desk, two)
        assert desk.answer(QUESTION).choices == ("part",)
    desk_two.close()

    assert again.taken == 0


def test_notes_people_sources_and_replies_come_over(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(on_two(two)) as desk:
        desk.add_note(QUESTION, "تحقق من النص")
        desk.save_source(replace(LAW, id="law-2"))
        desk.save_source(replace(LAW, gazette_number="12"))
        request = asked(desk)
        receive(desk, [arrival(reply(request, {NARRATIVE: text("نص الوزارة.")}))])
        (given,) = desk.workspace.contributions(desk.review.id)
        insert(desk, given)

    first, second = both_ways(pair)

    assert (first.cards, second.taken) == ((), 0)
    with closing(reopened(one)) as desk:
        assert [note.text for note in desk.notes(QUESTION)] == ["تحقق من النص"]
        assert set(desk.sources) == {"law-1", "law-2"}
        assert desk.sources["law-1"].gazette_number == "12"
        assert desk.workspace.stakeholders() == (JUSTICE,)
        assert desk.workspace.contributions(desk.review.id) == (given,)
        assert len(desk.workspace.uses(desk.review.id)) == 1
        assert desk.search("تحقق")
        assert desk.search("الوزارة")
    assert contents(one) == contents(two)


def test_a_source_that_both_changed_is_a_card(pair: tuple[Path, Path]) -> None:
    one, two = pair
    with closing(reopened(one)) as desk:
        desk.save_source(replace(LAW, number="7"))
    with closing(on_two(two)) as desk:
        desk.save_source(replace(LAW, number="8"))

    first, second = both_ways(pair)

    assert [card.kind for card in first.cards] == ["source"]
    assert first.cards == second.cards
    with closing(reopened(one)) as desk:
        assert desk.sources["law-1"].number == "7"


def test_one_undo_takes_it_back(pair: tuple[Path, Path]) -> None:
    one, two = pair
    before = contents(one)
    with closing(on_two(two)) as desk:
        desk.choose(QUESTION, "part")
        desk.write(NARRATIVE, "ar", "كله جديد.")
    with closing(reopened(one)) as desk:
        reconcile(desk, two)
        desk.undo()

    assert contents(one) == before


def test_another_review_is_refused(pair: tuple[Path, Path], tmp_path: Path) -> None:
    from focalpoint_app.workflow.review.opening import NewReview, new_review

    other = tmp_path / "other.focalpoint"
    new_review(other, NewReview("XAA", author=AMAL)).close()
    with (
        closing(reopened(pair[0])) as desk,
        pytest.raises(AppError, match=r"reconcile\.other_review"),
    ):
        reconcile(desk, other)


def test_a_file_is_not_reconciled_with_itself(pair: tuple[Path, Path]) -> None:
    with (
        closing(reopened(pair[0])) as desk,
        pytest.raises(AppError, match=r"file\.same"),
    ):
        reconcile(desk, pair[0])
