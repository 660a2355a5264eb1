from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

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


@given(st.text(alphabet="0123456789 aب"))
def test_digits_written_in_arabic_are_read_back(text: str) -> None:
    assert latin_digits(written_digits(text, Digits.ARABIC_INDIC)) == text
