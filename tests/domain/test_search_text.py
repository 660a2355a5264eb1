"""Folding Arabic for search, and finding the words again in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.content import Content, Field
from focalpoint_app.domain.search_text import (
    folded,
    holds,
    searchable,
    snippet,
    words,
)

ARABIC = st.text(st.sampled_from("ابتةأإآىيئؤوه ًَّـ\u200c٤7 ").map(str), max_size=40)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("أإآٱا", "ااااا"),
        ("منظّمة", "منظمه"),
        ("مستشفى", "مستشفي"),
        ("مسؤول شؤون", "مسوول شوون"),
        ("هيئة", "هييه"),
        ("جمــــاعة", "جماعه"),
        ("٤٧ ۴۷", "47 47"),
        ("ARTICLE Ⅴ ﬁve", "article v five"),
        ("ﻻ", "لا"),
        ("می\u200cشود", "ميشود"),
        ("", ""),
    ],
)
def test_spellings_that_readers_take_for_one_are_one(written: str, plain: str) -> None:
    assert folded(written) == plain


def test_words_are_letters_and_digits() -> None:
    assert words("المادة 5(1)(أ): «نصّ»، 'x_y'") == (
        "الماده", "5", "1", "ا", "نص", "x", "y",
    )  # fmt: skip


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("جماعة", True),
        ("جماعة منظ", True),
        ("منظ جماعة", False),
        ("", False),
        ("م", False),
        ("جماعة من", True),
        ("5", False),
    ],
)
def test_the_last_word_may_be_a_beginning(wanted: str, found: bool) -> None:
    assert holds(words("جماعة إجرامية منظمة"), words(wanted)) is found


@given(ARABIC, ARABIC, ARABIC)
def test_a_snippet_marks_the_word_it_was_cut_for(
    before: str, word: str, after: str
) -> None:
    wanted = words(word)[:1]
    passage, start, end = snippet(f"{before} {word} {after}", wanted)
    if wanted:
        assert words(passage[start:end]) == wanted
    else:
        assert (start, end) == (0, 0)


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("نص\nقصير", ("قصير",)) == ("نص قصير", 3, 7)


def test_a_word_is_not_marked_inside_another() -> None:
    passage, start, end = snippet("منظمة نظم", ("نظم",))
    assert passage[start:end] == "نظم"
    assert start == 6


@pytest.mark.parametrize(
    ("field", "content", "said"),
    [
        (Field.VALUE, {"text": "نص", "directions": ["rtl"]}, "نص"),
        (Field.VALUE, "yes", ""),
        (Field.VALUE, ["a", "b"], ""),
        (Field.ROW, {"cells": {"b": "2", "a": "1"}, "order": "3"}, "1 2"),
        (
            Field.CITE,
            {"source": "s", "provision": "المادة 4", "order": "1"},
            "المادة 4",
        ),
        (Field.SKIP, "لا ينطبق", "لا ينطبق"),
        (Field.STATE, "agreed", ""),
        (Field.VALUE, None, ""),
    ],
)
def test_only_words_a_person_wrote_are_searched(
    field: Field, content: Content, said: str
) -> None:
    assert searchable(field, content) == said


def test_chinese_is_found_inside_a_clause() -> None:
    said = words("参加有组织犯罪集团行为的刑事定罪，第5条第1款")

    assert holds(said, words("犯罪集团"))
    assert holds(said, words("第5条"))
    assert not holds(said, words("洗钱"))


def test_a_chinese_word_is_shown_where_it_stands() -> None:
    text, start, end = snippet("参加有组织犯罪集团行为", words("犯罪"))

    assert text[start:end] == "犯"
