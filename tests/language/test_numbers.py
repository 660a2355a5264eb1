"""Numbers as people type them, in the language of the field or of the form."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import Digits, decimal_mark
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.language.numbers import numbers_meant

_POINT, _COMMA, _ARABIC = ".", ",", "\u066b"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=7).filter(
        lambda each: abs(each) < 10**15
    ),
    st.sampled_from(OFFICIAL_LANGUAGES),
    st.sampled_from(Digits),
)
def test_what_a_language_prints_is_read_in_it_as_the_same_number(
    number: Decimal, language: str, digits: Digits
) -> None:
    tr = Catalogue(language, digits)
    for each in (number, number.normalize(), number.quantize(Decimal(1))):
        assert numbers_meant(tr.number(each), tr.mark) == (each,)


@pytest.mark.parametrize(
    ("language", "typed", "number"),
    [
        ("en", "7,125", "7125"),
        ("en", "7.125", "7.125"),
        ("zh", "7,125", "7125"),
        ("zh", "７，１２５．５", "7125.5"),
        ("ar", "7,125", "7125"),
        ("ar", "7.125", "7.125"),
        ("ar", "٧٬١٢٥", "7125"),
        ("ar", "٧٫١٢٥", "7.125"),
        ("ar", "٧,٥", "7.5"),
        ("ar", "٧،٥", "7.5"),
        ("fr", "7,125", "7.125"),
        ("es", "7,125", "7.125"),
        ("ru", "7,125", "7.125"),
        ("fr", "7\u202f125,5", "7125.5"),
        ("fr", "7 125", "7125"),
        ("ru", "7\u00a0125\u00a0000,5\n", "7125000.5"),
        ("ar", "٧ ١٢٥", "7125"),
        ("es", "7.125.000", "7125000"),
        ("es", "7.125,5", "7125.5"),
        ("fr", "7.5", "7.5"),
        ("en", "1,234,567.5", "1234567.5"),
        ("en", "1,5", "1.5"),
        ("en", "0,125", "0.125"),
        ("en", "12.", "12"),
        ("en", ".5", "0.5"),
        ("en", "1'250", "1250"),
        ("en", "\u2212 3", "-3"),
        ("ar", "\u2068\u200f15\u2069", "15"),
    ],
)
def test_a_mark_means_what_it_means_in_the_language(
    language: str, typed: str, number: str
) -> None:
    assert numbers_meant(typed, decimal_mark(language)) == (Decimal(number),)


@pytest.mark.parametrize(
    ("mark", "typed"),
    [
        (_COMMA, "7.125"),
        (_COMMA, "-7.125"),
        (_POINT, "٧,١٢٥"),
        (_POINT, "٧،١٢٥"),
        (_ARABIC, "7,125"),
    ],
)
def test_what_may_part_thousands_or_the_fraction_has_two_meanings(
    mark: str, typed: str
) -> None:
    whole, part = numbers_meant(typed, mark)
    assert abs(whole) == 7125
    assert part * 1000 == whole


@pytest.mark.parametrize(
    "typed",
    ["", "-", "abc", "1,2,3", "1.2.3", "1e5", "1_000", "NaN", "5%", "نحو 5", "5²",
     "٧٬٥", "12'5", "٪", "9" * 200, "12 15", "2019 2020", "12\n500", "12\t500",
     "3, 5", "7,125 000"],
)  # fmt: skip
@pytest.mark.parametrize("mark", [_POINT, _COMMA, _ARABIC])
def test_what_is_no_plain_number_means_none(mark: str, typed: str) -> None:
    assert numbers_meant(typed, mark) == ()
