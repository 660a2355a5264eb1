"""Numbers as people type them, in any script and with either comma."""

from decimal import Decimal

import pytest

from focalpoint_app.gui.questionnaire.inputs.line import read_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"),
        ("١٢", "12"),
        ("-3", "-3"),
        ("0.5", "0.5"),
        ("٠٫٥", "0.5"),
        ("12,345", "12345"),
        ("1,234,567.5", "1234567.5"),
        ("١٢٬٣٤٥", "12345"),
        ("12\u202f345", "12345"),
        ("12.", "12"),
    ],
)
def test_a_number_is_read_as_it_is_printed(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "number"), [("1,5", "1.5"), ("12,34", "12.34"), ("-0,125", "-0.125")]
)
def test_a_comma_that_parts_no_thousands_parts_the_fraction(
    typed: str, number: str
) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["", "-", "abc", "1,2,3", "1.2.3", "1e5", "1_000", "NaN", "Infinity"]
)
def test_what_is_no_plain_number_is_not_read(typed: str) -> None:
    assert read_number(typed) is None


def test_a_number_that_an_import_would_refuse_is_not_taken_here_either() -> None:
    assert read_number("9" * 15) == Decimal("9" * 15)
    assert read_number("9" * 16) is None
