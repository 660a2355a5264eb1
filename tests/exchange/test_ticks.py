"""What stands in a box that is to be ticked: a tick, none, or words."""

import pytest

from focalpoint_app.exchange.ticks import is_tick, says_more


@pytest.mark.parametrize(
    "text", ["x", "X", "\u2713", "\u2714\ufe0f", "\u221a", "\u0425", "1", "نعم", "是"]
)
def test_people_tick_as_their_keyboards_let_them(text: str) -> None:
    assert is_tick(text)
    assert not says_more(text)


@pytest.mark.parametrize("text", ["", " ", "-", "0", "\u2610", "لا", "否"])
def test_a_box_may_be_left_or_denied(text: str) -> None:
    assert not is_tick(text)
    assert not says_more(text)


def test_words_in_a_box_are_more_than_a_tick() -> None:
    assert says_more("فيما عدا المادة 5")
