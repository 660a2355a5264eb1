"""What is typed into a field, read as the window's language writes it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from focalpoint_app.domain.answer import is_exact
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import POINT, latin_digits
from focalpoint_app.language.numbers import numbers_meant

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def read_number(text: str, tr: Catalogue) -> Decimal | None:
    """None for what is no number, and for what may be one or another."""
    meant = _meant(text, tr)
    return meant[0] if len(meant) == 1 else None


def two_numbers(text: str, tr: Catalogue) -> str:
    """What to say of a text that may be one number or another; empty for others."""
    meant = _meant(text, tr)
    if len(meant) < 2:
        return ""
    whole, part = map(tr.number, meant)
    return tr(
        "This may be {whole} or {part}; write one of them.", whole=whole, part=part
    )


def as_read(text: str, tr: Catalogue) -> str:
    """How a number was understood, where it was not written as here; else empty."""
    number = read_number(text, tr)
    others = {POINT, ",", "\u060c"} - {tr.mark}
    if number is None or others.isdisjoint(text):
        return ""
    return tr("Read as {number}", number=number)


def read_date(text: str) -> str | None:
    """``YYYY-MM-DD`` from itself or from day, month, year; None if no such day."""
    plain = latin_digits(text).strip()
    iso, day_first = _ISO.fullmatch(plain), _DAY_FIRST.fullmatch(plain)
    if iso:
        parts = [int(each) for each in iso.groups()]
    elif day_first:
        parts = [int(each) for each in reversed(day_first.groups())]
    else:
        return None
    try:
        return date(*parts).isoformat()
    except ValueError:
        return None


def _meant(text: str, tr: Catalogue) -> tuple[Decimal, ...]:
    meant = numbers_meant(text, tr.mark)
    return meant if all(map(is_exact, meant)) else ()
