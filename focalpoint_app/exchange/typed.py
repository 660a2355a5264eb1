"""What people type into forms, read as numbers, dates, choices and texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from unicodedata import category, normalize

from focalpoint_app.domain.answer import is_exact
from focalpoint_app.domain.consultation import Option
from focalpoint_app.domain.normal_form import normal_form
from focalpoint_app.language.dates import MONTHS, MONTHS_OF_DAYS
from focalpoint_app.language.digits import decimal_mark, latin_digits
from focalpoint_app.language.numbers import numbers_meant

_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日?", re.ASCII)
_WORDED = re.compile(r"(\d{1,2})(?:er)?\s+(?:de\s+)?(.+?)\s+(?:de\s+)?(\d{4})\D*")
_LONGEST = 100
_EARLIEST = 1700
"""A year before it is one of the Hijri calendar: 1445 began in 2023."""

_EITHER_MARK = ("ar", "es")
"""Some States that write the language part fractions by the comma, some by the point
(CLDR: Spain and Mexico, Morocco and Jordan), and nobody sees how a form is read."""
_LONGEST_BARE = 500
_SIGNS = frozenset({"Mn", "Lm"})
"""Vowel signs and what stretches a word."""
_STOPS = " .,;:!\u060c\u061b\u3002\uff0c"
_LONGEST_COMPARED = 50_000
"""Of labels, questions and short answers; one sign may stand for eighteen letters."""


def same_text(text: str) -> str:
    """The form in which two texts are held against each other.

    White space, letter case and marks that show nothing make no difference, but in
    texts longer than any that is compared.
    """
    if len(text) > _LONGEST_COMPARED:
        return text
    visible = _INVISIBLE.sub("", normal_form("NFKC", text))
    return " ".join(visible.split()).casefold()


def numbers_of(text: str, language: str) -> tuple[Decimal, ...]:
    """What a form in the language means by it, in any of our digits, grouped or not.

    Two numbers where it may be either; none for everything else.
    """
    mark = "" if language in _EITHER_MARK else decimal_mark(language)
    meant = numbers_meant(text, mark)
    return meant if all(map(is_exact, meant)) else ()


def date_of(text: str) -> str | None:
    """``YYYY-MM-DD`` of a date as forms and letters have it; None if no such day.

    Day before month where neither is a word.  A year of the Hijri calendar gives
    none: which day it means is not for us to say.
    """
    if len(text) > _LONGEST:
        return None
    plain = _INVISIBLE.sub("", latin_digits(text)).strip()
    found = _ISO.fullmatch(plain) or _CHINESE.fullmatch(plain)
    if found:
        return _day(*found.groups())
    if found := _DAY_FIRST.fullmatch(plain):
        return _day(*reversed(found.groups()))
    if found := _WORDED.fullmatch(plain):
        return _day(found[3], _month(found[2]), found[1])
    return None


def choice_of(text: str, options: Sequence[Option]) -> str | None:
    """The id of the option that says the same, or None.

    Vowel signs and a stop at the end may be missing or there, where that leaves one.
    """
    wanted = same_text(text)
    for option in options:
        if wanted in (same_text(option.text), option.id.casefold()):
            return option.id
    bare = _bare(wanted)
    alike = [each.id for each in options if bare and _bare(each.text) == bare]
    return alike[0] if len(alike) == 1 else None


def _bare(text: str) -> str:
    signs = normalize("NFD", same_text(text)[:_LONGEST_BARE])
    letters = (each for each in signs if category(each) not in _SIGNS)
    return "".join(letters).rstrip(_STOPS)


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year >= _EARLIEST else None


def _month(word: str) -> str:
    """The month's number by its name in any of our languages, else ``0``."""
    wanted = same_text(word)
    for names in (*MONTHS.values(), *MONTHS_OF_DAYS.values()):
        for place, name in enumerate(names, start=1):
            if wanted in map(same_text, (name, *name.split("/"))):
                return str(place)
    return "0"
