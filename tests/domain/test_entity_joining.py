"""Two files' states of one thing: edits pass, nothing is lost, sides may change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.entity_joining import (
    JoinedEntity,
    Known,
    Row,
    joined_entity,
    marks_of,
)

BASE = {"id": "law-1", "number": "5", "title": {"ar": "قانون"}}


def after(*rows: Row | None) -> Known:
    """Rows one after the other; the last one stands."""
    *past, last = rows
    return Known(last, tuple({} if row is None else marks_of(row) for row in past))


def both(ours: Known, theirs: Known) -> tuple[JoinedEntity, JoinedEntity]:
    return joined_entity(ours, theirs), joined_entity(theirs, ours)


def changed(**values: object) -> Row:
    return {**BASE, **values}


def test_a_one_sided_edit_passes() -> None:
    here, there = both(after(BASE), after(BASE, changed(number="6")))
    assert here.row == there.row == changed(number="6")
    assert not here.is_conflict


def test_going_back_to_an_earlier_state_is_an_edit_too() -> None:
    here, there = both(after(BASE, changed(number="6"), BASE),
                       after(BASE, changed(number="6")))  # fmt: skip
    assert here.row == there.row == BASE


def test_edits_of_different_columns_come_together() -> None:
    here, there = both(after(BASE, changed(number="6")),
                       after(BASE, changed(title={"ar": "قانون جديد"})))  # fmt: skip
    assert here.row == there.row == changed(number="6", title={"ar": "قانون جديد"})
    assert not here.is_conflict


def test_edits_of_one_column_are_a_conflict_and_change_nothing() -> None:
    ours, theirs = after(BASE, changed(number="6")), after(BASE, changed(number="7"))
    here, there = both(ours, theirs)

    assert here.is_conflict
    assert there.is_conflict
    assert (here.row, there.row) == (ours.row, theirs.row)
    assert here.past == ours.past


def test_what_was_taken_out_does_not_return() -> None:
    here, there = both(after(BASE), after(BASE, None))
    assert here.row is there.row is None


def test_what_the_other_side_changed_is_not_taken_out() -> None:
    here, there = both(after(BASE, None), after(BASE, changed(number="6")))
    assert here.row == there.row == changed(number="6")


def test_what_one_side_never_had_comes_in() -> None:
    here, there = both(Known(None), after(BASE))
    assert here.row == there.row == BASE


def test_without_a_common_state_gaps_are_filled() -> None:
    here, there = both(after(changed(number="", title={"ar": "قانون"})),
                       after(changed(title={"en": "Law"})))  # fmt: skip
    assert here.row == there.row == changed(title={"ar": "قانون", "en": "Law"})


def test_a_settled_conflict_is_settled_on_the_other_side() -> None:
    """Whoever settled it has seen both states; nobody else has."""
    theirs = after(BASE, changed(number="7"))
    settled = Known(
        changed(number="6"),
        (marks_of(BASE), marks_of(changed(number="6")), marks_of(changed(number="7"))),
    )
    here, there = both(theirs, settled)
    assert here.row == there.row == settled.row


VALUES = st.sampled_from(["", "a", "b", "c"])
ROWS = st.none() | st.fixed_dictionaries({"x": VALUES, "y": VALUES})


@st.composite
def copies(draw: st.DrawFn) -> tuple[Known, Known]:
    """Two that were one and then went on by themselves."""
    common = draw(st.lists(ROWS, max_size=2))
    sides = [common + draw(st.lists(ROWS, max_size=2)) for _ in range(2)]
    known = [after(*rows) if rows else Known(None) for rows in sides]
    return known[0], known[1]


@given(copies())
def test_the_sides_may_change_places(pair: tuple[Known, Known]) -> None:
    here, there = both(*pair)
    assert here.is_conflict == there.is_conflict
    if not here.is_conflict:
        assert here.row == there.row


@given(copies())
def test_joining_again_changes_nothing(pair: tuple[Known, Known]) -> None:
    ours, theirs = pair
    first = joined_entity(ours, theirs)
    again = joined_entity(Known(first.row, first.past), theirs)

    assert (again.row, again.is_conflict) == (first.row, first.is_conflict)
    if not first.is_conflict:
        assert len(again.past) == len(first.past)


@given(copies())
def test_a_conflict_loses_neither_side(pair: tuple[Known, Known]) -> None:
    here, there = both(*pair)
    if here.is_conflict:
        assert (here.row, there.row) == (pair[0].row, pair[1].row)


@pytest.mark.parametrize("value", [None, 5, True, b"\x00", {"a": "b"}, ["c"]])
def test_every_kind_of_column_has_its_mark(value: object) -> None:
    assert marks_of({"x": value}) == marks_of({"x": value})
    assert marks_of({"x": value}) != marks_of({"x": "other"})
