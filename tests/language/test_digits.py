from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import (
    Digits,
    latin_digits,
    written_digits,
    written_number,
)


def test_numbers_are_written_0_to_9_unless_asked_otherwise() -> None:
    assert written_number(1234567890) == "1234567890"


def test_arabic_indic_digits_have_their_own_decimal_mark() -> None:
    assert written_number(Decimal("12.50"), Digits.ARABIC_INDIC) == "١٢٫٥٠"


@pytest.mark.parametrize(
    ("language", "said"),
    [("ar", "2.5"), ("en", "2.5"), ("es", "2,5"), ("fr", "2,5"), ("ru", "2,5"),
     ("zh", "2.5")],
)  # fmt: skip
def test_a_fraction_is_parted_as_the_language_parts_it(
    language: str, said: str
) -> None:
    assert Catalogue(language).number(Decimal("2.5")) == said
    assert Catalogue(language, Digits.ARABIC_INDIC).number(Decimal("2.5")) == "٢٫٥"


@given(st.text(alphabet="0123456789 aب"))
def test_digits_written_in_arabic_are_read_back(text: str) -> None:
    assert latin_digits(written_digits(text, Digits.ARABIC_INDIC)) == text
