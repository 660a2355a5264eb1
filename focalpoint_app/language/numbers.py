"""Numbers as people type them, read as the language they write in prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from focalpoint_app.language.digits import POINT, latin_digits

_ARABIC_MARK = "\u066b"
_LONGEST = 100
_INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
_BLANKS = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_APART = re.compile("(?<=[-+]) ")
_PLAIN = str.maketrans("０１２３４５６７８９，．\u060c\u2212’", "0123456789,.,-'")
_ARABIC = re.compile("[٠-٩۰-۹\u060c]")
_WHOLE = re.compile(r"[-+]?([0-9]+|[1-9][0-9]{0,2}([ .,'\u066c])[0-9]{3}(\2[0-9]{3})*)")
_BETWEEN = re.compile("[ .,'\u066c]")
_PARTED = re.compile(f"(?P<whole>.*)(?P<mark>[.,{_ARABIC_MARK}])(?P<fraction>[0-9]*)")


def numbers_meant(text: str, mark: str) -> tuple[Decimal, ...]:
    """All that the text may mean where ``mark`` parts fractions, the whole number
    first: mostly one; none where it is no number.  An empty ``mark``: some who write
    so part fractions by the point, some by the comma.

    Two where the sign before the last three digits may part thousands or the
    fraction: a point where the comma is the mark, a comma between Arabic-Indic
    digits.  ``7,125`` in French is one number, and so it is in English.  A blank parts
    thousands: ``12 15``, and lines beneath each other, are several numbers.
    """
    if len(text) > _LONGEST:
        return ()
    visible = _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip()
    plain = _APART.sub("", latin_digits(visible).translate(_PLAIN))
    found = tuple(dict.fromkeys(_readings(plain)))
    if len(found) < 2:
        return found
    whole, part = found
    spoken = _ARABIC_MARK if _ARABIC.search(text) else mark
    sign = POINT if POINT in plain else ","
    if sign == spoken or (spoken == _ARABIC_MARK and sign == POINT):
        return (part,)
    return (whole,) if spoken == POINT else found


def _readings(plain: str) -> Iterator[Decimal]:
    if _WHOLE.fullmatch(plain):
        yield _decimal(plain)
    parts = _PARTED.fullmatch(plain)
    if parts is None or parts["mark"] in parts["whole"]:
        return
    whole, fraction = parts["whole"], parts["fraction"]
    if _WHOLE.fullmatch(whole) or (whole in ("", "-", "+") and fraction):
        yield _decimal(whole, fraction)


def _decimal(whole: str, fraction: str = "") -> Decimal:
    digits = _BETWEEN.sub("", whole)
    return Decimal(f"{digits}.{fraction}" if fraction else digits)
