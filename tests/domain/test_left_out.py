"""What an expunging left tells, beside the whole, which passage it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.expunging import MARK, passage_of
from focalpoint_app.domain.left_out import is_left_of, passages_between
from tests.effort import done_within

WORDS = st.text("abc \n", max_size=12)


@given(WORDS, WORDS, WORDS)
def test_whatever_stood_around_it_the_passage_is_known(
    before: str, between: str, after: str
) -> None:
    passage = passage_of("سلمى المرزوقي")
    whole = f"{before}سلمى المرزوقي{between}سلمى المرزوقي{after}"

    assert is_left_of({"text": passage.taken_out(whole)}, {"text": whole})


def test_two_passages_of_one_text_are_both_known() -> None:
    found = passages_between(f"a {MARK} b {MARK} c", "a Zahra b the first witness c")

    assert all(each.is_in("Zahra") or each.is_in("The first witness") for each in found)
    assert len(found) == 2


@pytest.mark.parametrize(
    ("left", "whole"),
    [
        ("a b", "a b"),
        (f"a {MARK}", f"a {MARK}"),
        (f"a {MARK} c", "a secret d"),
        (f"a {MARK} c", "b secret c"),
        (f"a {MARK}", "a "),
        (f"{MARK}", "ab"),
        ({"text": f"a {MARK}"}, None),
        ({"text": f"a {MARK}", "name": "x"}, {"text": "a secret", "name": "y"}),
        ([f"a {MARK}"], ["a secret", "b"]),
    ],
)
def test_what_differs_otherwise_was_not_left_by_it(left: object, whole: object) -> None:
    assert not is_left_of(left, whole)


def test_many_marks_take_no_time() -> None:
    done_within(2, lambda: is_left_of(MARK * 5_000 + "b", "ab" * 50_000))
