"""Numbers, dates and choices as people type them into forms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.consultation import Option
from focalpoint_app.exchange.typed import choice_of, date_of, numbers_of, same_text
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.names import OFFICIAL_LANGUAGES


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("en", ["7125"]),
        ("fr", ["7.125"]),
        ("ar", ["7125", "7.125"]),
        ("es", ["7125", "7.125"]),
    ],
)
def test_a_number_is_read_in_the_forms_language(
    language: str, numbers: list[str]
) -> None:
    assert numbers_of("7,125", language) == tuple(map(Decimal, numbers))


@pytest.mark.parametrize("typed", ["نحو 5", "9" * 40, "9" * 16])
def test_what_is_no_number_or_too_long_for_an_answer_is_none(typed: str) -> None:
    assert numbers_of(typed, "en") == ()


@given(st.dates(), st.sampled_from(OFFICIAL_LANGUAGES))
def test_a_date_in_words_is_read_in_every_language(day: date, language: str) -> None:
    if day.year >= 1700:
        assert date_of(written_date(day, language)) == day.isoformat()


@pytest.mark.parametrize(
    "typed",
    [
        "2010-01-31",
        "2010/1/31",
        "31/01/2010",
        "31.1.2010",
        "٣١/١/٢٠١٠",
        "2010-01-31 00:00:00",
        "31 يناير 2010",
        "31 كانون الثاني 2010",
    ],
)
def test_a_date_is_read_however_it_is_written(typed: str) -> None:
    assert date_of(typed) == "2010-01-31"


@pytest.mark.parametrize("typed", ["1445/3/5", "٥/٣/١٤٤٥ هـ", "1403-07-01"])
def test_a_day_of_another_calendar_is_not_taken_for_one_of_ours(typed: str) -> None:
    assert date_of(typed) is None


@pytest.mark.parametrize(
    "typed", ["", "2010", "31/13/2010", "30 فبراير 2010", "1445/2"]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert date_of(typed) is None


PART = (Option("yes", "نعم"), Option("part", "جزئياً"), Option("no", "لا"))


@pytest.mark.parametrize("typed", ["جزئيا", "جزئيًا", "جزئياً.", "جزئـياً،"])
def test_a_choice_is_read_without_its_vowel_signs_and_stops(typed: str) -> None:
    assert choice_of(typed, PART) == "part"


def test_words_that_name_two_choices_name_none() -> None:
    alike = (Option("a", "كُتب"), Option("b", "كَتب"))
    assert choice_of("كتب", alike) is None
    assert choice_of("كَتب", alike) == "b"


def test_a_choice_is_read_whatever_its_marks_and_case() -> None:
    options = (Option("yes", "نعم"), Option("part", "In part"))
    assert choice_of(" \u200fنعم ", options) == "yes"
    assert choice_of("IN  PART", options) == "part"
    assert choice_of("yes", options) == "yes"
    assert choice_of("ربما", options) is None


@given(st.text())
def test_the_same_text_is_itself(text: str) -> None:
    assert same_text(f" {text}\u200f") == same_text(text)
