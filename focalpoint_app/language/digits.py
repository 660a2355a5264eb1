"""Which digits numbers are written with: 0-9 by default, Arabic-Indic as a setting."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class Digits(StrEnum):
    LATIN = "latin"
    ARABIC_INDIC = "arabic-indic"


_TO_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TO_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def written_digits(text: str, digits: Digits = Digits.LATIN) -> str:
    """The text with each 0-9 replaced where the setting asks for it."""
    if digits is Digits.ARABIC_INDIC:
        return text.translate(_TO_ARABIC_INDIC)
    return text


def latin_digits(text: str) -> str:
    """The text with Arabic-Indic and Persian digits as 0-9, for reading numbers."""
    return text.translate(_TO_LATIN)


POINT = "."


def decimal_mark(language: str, digits: Digits = Digits.LATIN) -> str:
    """What parts a fraction: as United Nations documents in the language have it,
    U+066B between Arabic-Indic digits."""
    if digits is Digits.ARABIC_INDIC:
        return "\u066b"
    return "," if language in ("es", "fr", "ru") else POINT


def written_number(
    number: int | float | Decimal, digits: Digits = Digits.LATIN, mark: str = ""
) -> str:
    """A number as people read it; ``mark`` parts its fraction."""
    plain = str(number)
    if "E" in plain:  # A small or a round Decimal's own way of writing itself.
        plain = format(number, "f")
    text = plain.replace(POINT, mark or decimal_mark("", digits))
    return written_digits(text, digits)
