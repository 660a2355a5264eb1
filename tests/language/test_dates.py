import datetime as dt

import pytest

from focalpoint_app.language.dates import (
    MONTHS,
    written_date,
    written_moment,
    written_time,
)
from focalpoint_app.language.digits import Digits

MOMENT = dt.datetime(2026, 11, 2, 14, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("date", "arabic", "english"),
    [
        ("2010", "2010", "2010"),
        ("2010-01", "كانون الثاني/يناير 2010", "January 2010"),
        ("2010-01-31", "31 كانون الثاني/يناير 2010", "31 January 2010"),
        (dt.date(2026, 11, 2), "2 تشرين الثاني/نوفمبر 2026", "2 November 2026"),
        (MOMENT, "2 تشرين الثاني/نوفمبر 2026", "2 November 2026"),
    ],
)
def test_as_much_of_a_date_is_written_as_is_known(
    date: dt.date | str, arabic: str, english: str
) -> None:
    assert written_date(date, "ar") == arabic
    assert written_date(date, "en") == english


@pytest.mark.parametrize("text", ["1431-13", "2010-02-30", "15 صفر 1431", "", "10-1"])
def test_what_is_no_date_is_given_back(text: str) -> None:
    assert written_date(text, "ar") == text


def test_every_arabic_month_has_both_names() -> None:
    assert all(month.count("/") == 1 for month in MONTHS["ar"])
    assert len({*MONTHS["ar"]}) == len({*MONTHS["en"]}) == 12


def test_times_and_moments_follow_language_and_digits() -> None:
    assert written_time(MOMENT) == "14:02"
    assert written_time(MOMENT, Digits.ARABIC_INDIC) == "١٤:٠٢"
    assert written_moment(MOMENT, "en") == "2 November 2026, 14:02"
    assert written_moment(MOMENT, "ar") == "2 تشرين الثاني/نوفمبر 2026، 14:02"
