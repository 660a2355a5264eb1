import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.language.isolates import (
    direction_of,
    has_rtl,
    is_rtl,
    isolate,
    without_isolates,
)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("القانون Law 5", "rtl"),
        ("Law 5 القانون", "ltr"),
        ("(1) 5", None),
        ("", None),
        ("\u2068Law\u2069 القانون", "rtl"),
    ],
)
def test_the_first_strong_character_outside_isolates_decides(
    text: str, direction: str | None
) -> None:
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", True), ("ar-EG", True), ("ar_SA", True), ("en", False), ("zh-Hans", False)],
)
def test_a_tag_tells_its_direction_whatever_its_region(
    language: str, expected: bool
) -> None:
    assert is_rtl(language) is expected


def test_right_to_left_text_is_found_anywhere() -> None:
    assert has_rtl("see القانون")
    assert not has_rtl("see law 5")


def test_nothing_is_isolated_into_nothing() -> None:
    assert isolate("") == ""


isolating = st.text(alphabet="a1ب(\u2066\u2067\u2068\u2069", min_size=1)


@given(isolating)
def test_an_isolate_closes_exactly_at_its_end(text: str) -> None:
    depths = _depths(isolate(text))
    assert depths[-1] == 0
    assert all(depth > 0 for depth in depths[:-1])


@given(isolating)
def test_isolating_changes_no_visible_character(text: str) -> None:
    assert without_isolates(isolate(text)) == without_isolates(text)


def _depths(text: str) -> list[int]:
    depths = []
    depth = 0
    for character in text:
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        depths.append(depth)
    return depths


def test_a_row_of_isolates_takes_the_direction_of_its_sentence() -> None:
    row = f"{isolate('Ministry')}، {isolate('نيابة')}"
    assert isolate(row) == row
    assert isolate(f"{isolate('Ministry')} والنيابة").count("\u2068") == 2


@pytest.mark.parametrize("turning", ["\u202a", "\u202b", "\u202d", "\u202e", "\u202c"])
def test_a_row_that_would_turn_its_sentence_is_isolated(turning: str) -> None:
    row = f"{isolate('a')}{turning}, {isolate('b')}"
    assert isolate(row) == f"\u2068{row}\u2069"
