"""Dates and times for people, in full or as much as is known of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from focalpoint_app.language.digits import Digits, written_digits

MONTHS = {
    "ar": (
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل",
        "أيار/مايو", "حزيران/يونيه", "تموز/يوليه", "آب/أغسطس",
        "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
        "septembre", "octobre", "novembre", "décembre",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
        "septiembre", "octubre", "noviembre", "diciembre",
    ),
    "ru": (
        "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август",
        "сентябрь", "октябрь", "ноябрь", "декабрь",
    ),
    "zh": tuple(f"{month}月" for month in range(1, 13)),
}  # fmt: skip
"""Arabic gives both namings, as United Nations documents do."""

MONTHS_OF_DAYS = {
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
        "сентября", "октября", "ноября", "декабря",
    )
}  # fmt: skip
"""Where a month after a day is another form of the word."""


@dataclass(frozen=True, slots=True)
class DateForm:
    """How much is known decides the text; ``{day}``, ``{month}``, ``{year}``."""

    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    year: str = "{year}"
    first: str = "1"
    before_time: str = ", "


DATE_FORMS = {
    "ar": DateForm(before_time="، "),
    "en": DateForm(),
    "fr": DateForm(first="1er"),
    "es": DateForm("{day} de {month} de {year}", "{month} de {year}"),
    "ru": DateForm("{day} {month} {year} года", "{month} {year} года"),
    "zh": DateForm(
        "{year}年{month}{day}日", "{year}年{month}", "{year}年", before_time=""
    ),
}


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
    known = language if language in DATE_FORMS else "en"
    return written_digits(_date_in_words(parts, known), digits)


def _date_in_words(parts: list[str], language: str) -> str:
    form = DATE_FORMS[language]
    if len(parts) == 1:
        return form.year.format(year=parts[0])
    place = int(parts[1]) - 1
    if len(parts) == 2:
        return form.month.format(year=parts[0], month=MONTHS[language][place])
    month = MONTHS_OF_DAYS.get(language, MONTHS[language])[place]
    day = form.first if parts[2] == "01" else str(int(parts[2]))
    return form.day.format(year=parts[0], month=month, day=day)


def written_time(time: dt.datetime | dt.time, digits: Digits = Digits.LATIN) -> str:
    """Hours and minutes in the zone that the time is in: ``14:02``."""
    return written_digits(time.strftime("%H:%M"), digits)


def written_moment(
    time: dt.datetime, language: str, digits: Digits = Digits.LATIN
) -> str:
    """Date and time: ``22 November 2026, 14:02``."""
    form = DATE_FORMS.get(language, DATE_FORMS["en"])
    date = written_date(time.date(), language, digits)
    return f"{date}{form.before_time}{written_time(time, digits)}"


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
