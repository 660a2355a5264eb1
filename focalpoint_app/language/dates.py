"""Dates and times for people, in full or as much as is known of them."""

from __future__ import annotations

import datetime as dt

from focalpoint_app.language.digits import Digits, written_digits

MONTHS = {
    "ar": (
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيه",
        "تموز/يوليه",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
"""Arabic gives both namings, as United Nations documents do."""


def written_date(
    date: dt.date | str, language: str, digits: Digits = Digits.LATIN
) -> str:
    """A date, or as much as is known of it: ``2010``, ``2010-01``, ``2010-01-31``.

    Text in any other form is given back as it is.
    """
    text = date.strftime("%Y-%m-%d") if isinstance(date, dt.date) else date
    parts = text.split("-")
    if not _is_date(parts):
        return text
    year, *rest = parts
    months = MONTHS.get(language, MONTHS["en"])
    words = [str(int(day)) for day in rest[1:]]
    words += [months[int(month) - 1] for month in rest[:1]]
    return written_digits(" ".join([*words, year]), digits)


def written_time(time: dt.datetime | dt.time, digits: Digits = Digits.LATIN) -> str:
    """Hours and minutes in the zone that the time is in: ``14:02``."""
    return written_digits(time.strftime("%H:%M"), digits)


def written_moment(
    time: dt.datetime, language: str, digits: Digits = Digits.LATIN
) -> str:
    """Date and time: ``22 November 2026, 14:02``."""
    comma = "،" if language == "ar" else ","
    date = written_date(time.date(), language, digits)
    return f"{date}{comma} {written_time(time, digits)}"


def _is_date(parts: list[str]) -> bool:
    lengths = tuple(len(part) for part in parts)
    if lengths not in ((4,), (4, 2), (4, 2, 2)):
        return False
    if not all(part.isascii() and part.isdigit() for part in parts):
        return False
    year, month, day = [int(part) for part in [*parts, "01", "01"][:3]]
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
