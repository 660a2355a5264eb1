"""Labels of list items: (أ) (ب), (a) (b) or a) b), 1. 2., and the bullet."""

from focalpoint_app.language.digits import Digits, written_digits
from focalpoint_app.language.provision_forms import forms_of

BULLET = "•"

_HALF_BRACKETED = frozenset({"fr", "es", "ru"})
"""Languages whose United Nations documents write ``a)``."""


def letter_label(index: int, language: str) -> str:
    """The label of the item ``index`` (from 0): (أ) in Arabic, (a), a) in French.

    After the last letter they are doubled.
    """
    letters = forms_of(language).letters
    rounds, place = divmod(index, len(letters))
    letter = letters[place] * (rounds + 1)
    return f"{letter})" if language in _HALF_BRACKETED else f"({letter})"


def number_label(index: int, digits: Digits = Digits.LATIN) -> str:
    """The label of the item ``index`` (from 0): ``1.``"""
    return written_digits(f"{index + 1}.", digits)
