import datetime as dt

import pytest

from focalpoint_app.language.dates import (
    MONTHS,
    MONTHS_OF_DAYS,
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


@pytest.mark.parametrize(
    ("language", "year", "month", "first", "day"),
    [
        ("fr", "2010", "janvier 2010", "1er janvier 2010", "22 novembre 2026"),
        ("es", "2010", "enero de 2010", "1 de enero de 2010",
         "22 de noviembre de 2026"),
        ("ru", "2010", "январь 2010 года", "1 января 2010 года",
         "22 ноября 2026 года"),
        ("zh", "2010年", "2010年1月", "2010年1月1日", "2026年11月22日"),
        ("de", "2010", "January 2010", "1 January 2010", "22 November 2026"),
    ],
)  # fmt: skip
def test_each_language_has_its_own_date(
    language: str, year: str, month: str, first: str, day: str
) -> None:
    assert written_date("2010", language) == year
    assert written_date("2010-01", language) == month
    assert written_date("2010-01-01", language) == first
    assert written_date("2026-11-22", language) == day


@pytest.mark.parametrize("text", ["1431-13", "2010-02-30", "15 صفر 1431", "", "10-1"])
def test_what_is_no_date_is_given_back(text: str) -> None:
    assert written_date(text, "ar") == text


def test_every_arabic_month_has_both_names() -> None:
    assert all(month.count("/") == 1 for month in MONTHS["ar"])


@pytest.mark.parametrize("months", [*MONTHS.values(), *MONTHS_OF_DAYS.values()])
def test_a_year_has_twelve_months(months: tuple[str, ...]) -> None:
    assert len({*months}) == len(months) == 12


def test_times_and_moments_follow_language_and_digits() -> None:
    assert written_time(MOMENT) == "14:02"
    assert written_time(MOMENT, Digits.ARABIC_INDIC) == "١٤:٠٢"
    assert written_moment(MOMENT, "en") == "2 November 2026, 14:02"
    assert written_moment(MOMENT, "zh") == "2026年11月2日14:02"
    assert written_moment(MOMENT, "ar") == "2 تشرين الثاني/نوفمبر 2026، 14:02"
