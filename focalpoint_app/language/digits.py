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


def written_number(number: int | float | Decimal, digits: Digits = Digits.LATIN) -> str:
    """A number as people read it; U+066B parts the fraction of Arabic-Indic ones."""
    text = str(number)
    if digits is Digits.ARABIC_INDIC:
        text = text.replace(".", "\u066b")
    return written_digits(text, digits)
