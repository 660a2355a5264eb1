"""A line's runs are told as the pieces of a text in any order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.verifying.tiles import tile


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["000", "100", "5"], "5100000"),
        (["5", "من", "10"], "10من5"),
        ([")(", "أ"], "أ()"),
        (["1", "11", "1"], "1111"),
    ],
)
def test_pieces_of_a_text_are_known(pieces: list[str], text: str) -> None:
    assert tile(pieces, text)


@pytest.mark.parametrize(
    ("pieces", "text"), [(["01", "0"], "100"), (["ab"], "ba"), (["1"] * 60, "11" * 30)]
)
def test_the_same_letters_are_not_the_same_text(pieces: list[str], text: str) -> None:
    assert tile(pieces, text) == ("".join(pieces) == text)


@given(st.lists(st.text("01a(", min_size=1, max_size=4), max_size=8))
def test_sorted_pieces_are_always_known(pieces: list[str]) -> None:
    assert tile(sorted(pieces), "".join(pieces))
