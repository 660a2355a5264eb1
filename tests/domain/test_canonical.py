"""RFC 8785 with numbers as decimal strings."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.canonical import (
    canonical_json,
    decimal_text,
    utc_text,
    utc_time,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)


def test_keys_are_sorted_by_utf_16_code_units() -> None:
    # RFC 8785, 3.2.3: U+1F600 (D83D DE00) stands before U+FB33.
    found = canonical_json({"\ufb33": "", "\U0001f600": "", "a": "", "A": ""})

    assert found == '{"A":"","a":"","\U0001f600":"","\ufb33":""}'.encode()


def test_strings_are_escaped_as_the_standard_says() -> None:
    assert canonical_json('€$\u000f\nA\'B"\\\\"/') == (
        b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'
    )


def test_numbers_are_decimal_strings() -> None:
    assert canonical_json([1, Decimal("10.50"), Decimal("1E+3")]) == (
        b'["1","10.5","1000"]'
    )


def test_a_float_has_no_one_form() -> None:
    with pytest.raises(TypeError):
        canonical_json({"x": 0.1})


def test_times_are_utc_and_come_back() -> None:
    noon = datetime(2026, 11, 22, 12, 0, 0, 7, tzinfo=UTC)
    elsewhere = noon.astimezone(timezone(timedelta(hours=3)))

    assert utc_text(elsewhere) == "2026-11-22T12:00:00.000007Z"
    assert utc_time(utc_text(noon)) == noon


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        utc_text(datetime.fromisoformat("2026-11-22"))


@given(VALUES)
def test_the_form_reads_back_as_the_same_value(value: object) -> None:
    assert json.loads(canonical_json(value)) == value


@given(st.decimals(-(10**15), 10**15, allow_nan=False, places=6))
def test_equal_numbers_have_equal_texts(number: Decimal) -> None:
    assert decimal_text(number) == decimal_text(number.normalize())
    assert Decimal(decimal_text(number)) == number
