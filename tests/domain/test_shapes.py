"""Plain data fits a type, or it does not; nothing is made of what does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.consultation import Register, Respondent, Standing
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.shapes import fits, is_shallow

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def deep(levels: int) -> object:
    said: object = "x"
    for _ in range(levels):
        said = [said]
    return said


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (Sequence[str], ["a", ""]),
        (Mapping[str, str], {"ar": "قانون"}),
        (str | None, None),
        (Standing, "official"),
        (Respondent, {"name": "هدى", "women": "2", "men": None}),
        (Register, {"copies": ["المحفوظات"]}),
        (StateProfile, {"state": "XAA", "memberships": {"untoc": {"signature": ""}}}),
        (tuple[str, Any], ["a", {"b": 1}]),
        (int, "12"),
        (int, 12),
    ],
)
def test_what_we_write_fits(shape: Any, said: object) -> None:
    assert fits(shape, said)


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (Sequence[str], "ab"),
        (Sequence[str], ["a", 1]),
        (Mapping[str, str], {"ar": None}),
        (str | None, 0),
        (Standing, "king"),
        (Respondent, {"women": "many"}),
        (Respondent, {"strange": ""}),
        (Register, {"copies": "المحفوظات"}),
        (StateProfile, {"memberships": {}}),
        (StateProfile, {"state": "XAA", "memberships": {"untoc": []}}),
        (tuple[str, str], ["a"]),
        (int, "9" * 5000),
        (int, True),
        (Any, deep(200)),
    ],
)
def test_what_others_write_does_not(shape: Any, said: object) -> None:
    assert not fits(shape, said)


@given(PLAIN)
def test_whatever_fits_a_record_makes_one(said: Any) -> None:
    if fits(Register, said):
        assert Register(**{**said, "copies": tuple(said.get("copies", ()))})


def test_lists_in_lists_are_counted_and_not_followed_for_ever() -> None:
    assert is_shallow(deep(24))
    assert not is_shallow(deep(25))
    assert not is_shallow(deep(900))
