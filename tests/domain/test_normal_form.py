"""Normal forms are Unicode's own, and no text takes longer than its length."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.normal_form import Form, normal_form
from focalpoint_app.domain.search_text import folded
from focalpoint_app.domain.text import clean_text
from focalpoint_app.exchange.typed import same_text
from tests.effort import done_within

MARKS = "\u0301\u0323\u0651\u064b\u0f71\u0f73\u0f80\u0344\u3099\uff9e\uff9f\u20dd"
RUNS = st.builds(
    lambda signs, times, end: signs * times + end,
    st.text(st.sampled_from("aاか " + MARKS), min_size=1, max_size=12),
    st.integers(1, 120),
    st.text(max_size=5),
)


@given(RUNS, st.sampled_from(["NFC", "NFKC"]))
def test_it_is_what_unicode_says(text: str, form: Form) -> None:
    assert normal_form(form, text) == unicodedata.normalize(form, text)


@pytest.mark.parametrize("signs", ["\u0301\u0323", "\u0f73", "\uff9e\u0301"])
@pytest.mark.parametrize("read", [clean_text, folded, same_text])
def test_a_million_marks_on_one_letter_take_no_time(
    signs: str, read: Callable[[str], object]
) -> None:
    text = "a" + signs * (400_000 // len(signs))

    done_within(3, lambda: read(text[:50_000] if read is same_text else text))
