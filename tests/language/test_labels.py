import pytest

from focalpoint_app.language.digits import Digits
from focalpoint_app.language.labels import letter_label, number_label


@pytest.mark.parametrize(
    ("index", "arabic", "english"),
    [(0, "(أ)", "(a)"), (4, "(هـ)", "(e)"), (23, "(خ)", "(x)"), (26, "(أأ)", "(aa)")],
)
def test_letters_label_lists(index: int, arabic: str, english: str) -> None:
    assert letter_label(index, "ar") == arabic
    assert letter_label(index, "en") == english


@pytest.mark.parametrize(
    ("language", "label"), [("fr", "b)"), ("es", "b)"), ("ru", "b)"), ("zh", "(b)")]
)
def test_some_languages_close_a_label_without_opening_it(
    language: str, label: str
) -> None:
    assert letter_label(1, language) == label


def test_numbers_label_lists_in_the_digits_asked_for() -> None:
    assert number_label(0) == "1."
    assert number_label(11, Digits.ARABIC_INDIC) == "١٢."
