"""The law of answer text: what is kept, what is changed, what is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import (
    HARD_LIMIT,
    clean_text,
    has_direction_override,
    is_blank,
)

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize("bad", ["\0", "\ud800", "\ufffe", "\ufdd0"])
def test_what_no_file_could_keep_is_refused(bad: str) -> None:
    with pytest.raises(AppError) as refused:
        clean_text(f"نص {bad}")

    assert refused.value.code == "text.forbidden_character"


def test_five_megabytes_are_refused_before_anything_is_done() -> None:
    with pytest.raises(AppError) as refused:
        clean_text("ن" * (HARD_LIMIT + 1))

    assert refused.value.code == "text.too_long"


def test_presentation_forms_become_base_letters() -> None:
    assert clean_text("\ufee3\ufea4\ufee4\ufeaa \ufefb") == "محمد لا"


def test_marks_joiners_and_isolates_are_kept() -> None:
    kept = "أ\u200fب\u200eج\u061cد\u200dهـ\u200cو\u2067ز\u2069 \u202bح\u202c"

    assert clean_text(kept) == kept


def test_every_line_end_becomes_a_newline() -> None:
    assert clean_text("1\r\n2\r3\u20284\u20295\x0b6") == "1\n2\n3\n4\n5\n6"


def test_markup_is_text() -> None:
    assert clean_text("<b>&amp;</b>") == "<b>&amp;</b>"


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    try:
        once = clean_text(text)
    except AppError:
        return
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_overrides_are_seen_and_isolates_are_not_overrides() -> None:
    assert has_direction_override("a\u202eb")
    assert not has_direction_override("a\u2067b\u2069\u200f")


def test_format_characters_alone_are_blank() -> None:
    assert is_blank(" \n\u200f\u2069")
    assert not is_blank("\u200f.")


def test_a_text_of_the_very_limit_is_taken() -> None:
    assert len(clean_text("ن" * HARD_LIMIT)) == HARD_LIMIT
