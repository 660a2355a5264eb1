"""Marks between words are the language's own."""

import pytest

from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.language.punctuation import PUNCTUATION, punctuation


@pytest.mark.parametrize(
    ("language", "comma", "semicolon", "colon"),
    [
        ("ar", "، ", "؛ ", ": "),
        ("en", ", ", "; ", ": "),
        ("fr", ", ", "\u00a0; ", "\u00a0: "),
        ("ru", ", ", "; ", ": "),
        ("zh", "，", "；", "："),
    ],
)
def test_each_language_has_its_marks(
    language: str, comma: str, semicolon: str, colon: str
) -> None:
    marks = punctuation(language)

    assert (marks.comma, marks.semicolon, marks.colon) == (comma, semicolon, colon)


def test_only_chinese_leaves_no_blank_after_a_mark() -> None:
    without = {each for each in OFFICIAL_LANGUAGES if not punctuation(each).space}

    assert without == {"zh"}
    assert set(OFFICIAL_LANGUAGES) >= PUNCTUATION.keys()
