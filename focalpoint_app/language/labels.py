"""Labels of list items: (أ) (ب) or (a) (b), 1. 2., and the bullet."""

from string import ascii_lowercase

from focalpoint_app.language.digits import Digits, written_digits
from focalpoint_app.language.provisions import ARABIC_LETTERS

BULLET = "•"


def letter_label(index: int, language: str) -> str:
    """The label of the item ``index`` (from 0): (أ) in Arabic, (a) elsewhere.

    After the last letter they are doubled.
    """
    letters = ARABIC_LETTERS if language == "ar" else tuple(ascii_lowercase)
    rounds, place = divmod(index, len(letters))
    return f"({letters[place] * (rounds + 1)})"


def number_label(index: int, digits: Digits = Digits.LATIN) -> str:
    """The label of the item ``index`` (from 0): ``1.``"""
    return written_digits(f"{index + 1}.", digits)
