"""What a spreadsheet would work out stays text, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.exchange.inert import as_written, inert, is_live

SIGNS = "=+-@＝＋－＠\t"


@given(st.text(st.sampled_from(f"{SIGNS}\r\n'\", ;|aب"), max_size=12))
def test_it_comes_back_as_it_was_and_nothing_is_live(text: str) -> None:
    sent = inert(text)
    assert as_written(sent) == text
    assert not is_live(sent)


@pytest.mark.parametrize("text", ["وزارة العدل", "a-b", "5 + 3", "O'Neill", "a, b; c"])
def test_what_begins_no_formula_stays_as_it_is(text: str) -> None:
    assert inert(text) == text
