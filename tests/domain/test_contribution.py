"""Which contribution of an institution counts, and how high a marking stands."""

from datetime import UTC, datetime

import pytest

from focalpoint_app.domain.consultation import Entry, Standing
from focalpoint_app.domain.contribution import Contribution, superseded
from focalpoint_app.domain.markings import Marking, Markings
from focalpoint_app.domain.questionnaire import Obligation
from focalpoint_app.domain.selection import Selection, selected
from tests.builders import questionnaire

KNOWN = Markings((Marking("low", {"ar": "محدود"}), Marking("high", {"en": "Secret"})))


YES: Entry = {"value": "yes"}


def given(
    name: str, day: int, standing: Standing, entry: Entry | None = YES
) -> Contribution:
    at = datetime(2026, 11, day, tzinfo=UTC)
    return Contribution(name, name, "", "untoc.5.1", "justice", standing, at, entry)


@pytest.mark.parametrize(
    ("first", "then", "gone"),
    [
        (Standing.WORKING, Standing.OFFICIAL, {"a": "b"}),
        (Standing.WORKING, Standing.WORKING, {"a": "b"}),
        (Standing.OFFICIAL, Standing.WORKING, {}),
    ],
)
def test_only_what_binds_as_much_takes_the_place_of_what_came_before(
    first: Standing, then: Standing, gone: dict[str, str]
) -> None:
    later, earlier = given("b", 3, then), given("a", 2, first)

    assert superseded([later, earlier]) == gone


@pytest.mark.parametrize("comment", [None, {"skipped": "not ours"}])
def test_only_an_answer_takes_the_place_of_an_answer(comment: Entry | None) -> None:
    answer = given("a", 2, Standing.WORKING)
    remark = given("b", 3, Standing.OFFICIAL, comment)
    assert superseded([answer, remark]) == {}

    again = given("c", 4, Standing.OFFICIAL)
    assert superseded([answer, remark, again]) == {"a": "c", "b": "c"}


@pytest.mark.parametrize(
    ("marking", "rank"), [("", 0), (" محدود ", 1), ("SECRET", 2), ("eyes only", 3)]
)
def test_words_that_are_not_known_stand_highest(marking: str, rank: int) -> None:
    assert KNOWN.rank(marking) == rank


def test_the_highest_of_several_markings_is_printed() -> None:
    assert KNOWN.highest(("low", "", "high")) == "high"
    assert KNOWN.highest(()) == ""
    assert KNOWN.printed("low", "ar") == "محدود"
    assert KNOWN.printed("eyes only", "ar") == "eyes only"


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        (Selection(), 7),
        (Selection(("untoc.5.1.*",)), 2),
        (Selection(parts=("som",)), 1),
        (Selection(articles=("untoc.5",), obligations=(Obligation.OPTIONAL,)), 4),
        (Selection(tags=("notification",)), 0),
    ],
)
def test_all_that_a_selection_says_must_hold(selection: Selection, count: int) -> None:
    assert len(selected(questionnaire(), ("untoc", "som"), selection)) == count


def test_an_instrument_not_in_force_is_never_asked() -> None:
    assert selected(questionnaire(), ("untoc",), Selection(("som.*",))) == ()
