"""Marks under a key: alike for one key, nothing to guess by without it."""

from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.entity_joining import marks_of
from focalpoint_app.domain.mark_seals import opened, sealed

KEYS = st.sampled_from(["5a" * 16, "b7" * 16])
ROWS = st.dictionaries(st.sampled_from(["text", "time"]), st.text(max_size=5))


@given(ROWS, KEYS)
def test_who_has_the_key_finds_what_stands_again(row: dict[str, str], key: str) -> None:
    marks = marks_of(row)
    assert opened([sealed(marks, key)], ["", key], [marks]) == (marks,)


@given(ROWS, KEYS, KEYS)
def test_a_seal_is_never_put_on_a_seal(row: dict[str, str], one: str, two: str) -> None:
    once = sealed(marks_of(row), one)
    assert sealed(once, two) == once


def test_one_value_under_two_keys_or_in_two_columns_is_not_alike() -> None:
    marks = marks_of({"text": "سلمى", "name": "سلمى"})
    found = [*sealed(marks, "5a").values(), *sealed(marks, "b7").values()]
    assert len({*found, *marks.values()}) == 5


def test_what_stands_nowhere_stays_sealed() -> None:
    past = [sealed(marks_of({"text": "قبل"}), "5a")]
    assert opened(past, ["5a"], [marks_of({"text": "بعد"})]) == tuple(past)


def test_what_was_taken_out_and_a_file_without_a_key_seal_nothing() -> None:
    assert sealed({"verdict": ""}, "5a") == {"verdict": ""}
    assert sealed({"text": "00"}, "") == {"text": "00"}
