"""Two halves make the key, one says nothing, and a slip of the pen is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.recovery import (
    DIGITS,
    ROWS,
    Half,
    halves,
    joined,
    mark_of,
    read_half,
)

KEYS = st.binary(min_size=32, max_size=32)
MARK = mark_of(bytes(16))


def made(key: bytes, share: bytes) -> tuple[Half, Half]:
    return halves(key, MARK, lambda count: share[:count])


def code_of(typed: str) -> str:
    with pytest.raises(AppError) as caught:
        read_half(typed)
    return caught.value.code


@given(KEYS, KEYS)
def test_what_is_typed_back_makes_the_key(key: bytes, share: bytes) -> None:
    one, other = made(key, share)
    assert joined(read_half("\n".join(one.rows)), read_half(other.code)) == key


@given(KEYS, KEYS, KEYS)
def test_one_half_alone_says_nothing(key: bytes, share: bytes, another: bytes) -> None:
    """The same half A goes with every key; the same half B with every key too."""
    one, other = made(key, share)
    assert made(another, share)[0] == one
    turned = bytes(a ^ b for a, b in zip(another, other.share, strict=True))
    assert made(another, turned)[1] == other


@given(KEYS, st.integers(0, ROWS * DIGITS - 1), st.integers(1, 9))
def test_one_wrong_digit_is_found_and_its_row_named(
    key: bytes, at: int, by: int
) -> None:
    one, _ = made(key, bytes(32))
    digits = "".join(one.rows).replace(" ", "")
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    with pytest.raises(AppError) as caught:
        read_half(wrong)
    assert caught.value.code == "recovery.row"
    assert caught.value.context == {"row": at // DIGITS + 1}


@given(KEYS, st.integers(0, ROWS * DIGITS - 2))
def test_two_neighbours_exchanged_are_found(key: bytes, at: int) -> None:
    digits = "".join(made(key, key)[0].rows).replace(" ", "")
    turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if turned != digits:
        assert code_of(turned) == "recovery.row"


@given(KEYS, st.permutations(range(ROWS)))
def test_rows_in_another_order_are_found(key: bytes, order: list[int]) -> None:
    rows = made(key, key[::-1])[1].rows
    if order != sorted(order):
        assert code_of(" ".join(rows[at] for at in order)) == "recovery.row"


def test_digits_of_any_script_and_anything_between_will_do() -> None:
    one, other = made(bytes(range(32)), bytes(32))
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    typed = " - ".join(one.rows).translate(eastern)
    assert joined(read_half(typed), read_half("\n".join(other.rows))) == bytes(
        range(32)
    )


def test_a_row_too_few_is_told() -> None:
    assert code_of(" ".join(made(bytes(32), bytes(32))[0].rows[:-1])) == (
        "recovery.length"
    )


def test_the_same_half_twice_opens_nothing() -> None:
    one, _ = made(bytes(32), bytes(32))
    with pytest.raises(AppError) as caught:
        joined(one, one)
    assert caught.value.code == "recovery.same_half"


def test_halves_of_two_sheets_are_told_apart() -> None:
    one, _ = made(bytes(32), bytes(32))
    _, other = halves(bytes(32), mark_of(b"other"), bytes)
    with pytest.raises(AppError) as caught:
        joined(one, other)
    assert caught.value.code == "recovery.two_sheets"
