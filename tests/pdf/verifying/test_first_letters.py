"""No run that a text has is left out because it was not asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.verifying.first_letters import FirstLetters

LETTERS = st.text(alphabet="ab5(.)", max_size=6)


@given(st.lists(LETTERS, max_size=20), st.text(alphabet="ab5(.)", min_size=1))
def test_every_run_within_a_text_is_among_those_named(
    runs: list[str], text: str
) -> None:
    """Points and brackets alone count either way round."""
    named = FirstLetters(runs).within(text, 1, len(runs))
    held = [
        place
        for place, run in enumerate(runs)
        if place
        and (run in text or (not any(map(str.isalnum, run)) and run[::-1] in text))
    ]
    assert set(held) <= set(named)
    assert named == sorted(set(named))


def test_runs_that_begin_otherwise_are_not_named() -> None:
    runs = ("law", "lawful", "fine", "no")
    assert FirstLetters(runs).within("the lawyer", 0, len(runs)) == [0, 1]
