"""Plain answer text becomes paragraphs, lists and links, and loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.document.answer_text import linked_runs, text_blocks
from focalpoint_app.document.blocks import (
    Direction,
    ListBlock,
    Paragraph,
    plain_text,
    walk,
)


def test_a_newline_ends_a_paragraph_and_blank_lines_fall_away() -> None:
    blocks = text_blocks("الفقرة الأولى\n\nالفقرة الثانية", "ar")

    assert [plain_text(b.runs) for b in blocks if isinstance(b, Paragraph)] == [
        "الفقرة الأولى",
        "الفقرة الثانية",
    ]


@pytest.mark.parametrize(
    "mark", ["-", "•", "1.", "2)", "(أ)", "(3)", "(iv)", "(هـ)", "1-", "1 –", "١ -"]
)
def test_a_leading_mark_makes_a_list_item(mark: str) -> None:
    (block,) = text_blocks(f"{mark} بند", "ar")

    assert isinstance(block, ListBlock)
    assert block.items[0].label in (mark, "•")


@pytest.mark.parametrize(
    "line",
    [
        "-5 درجات",
        "2010 سنة",
        "(انظر المادة 5) نص",
        "1.5 ط",
        "5 - 10 سنوات",
        "1-2 سنة",
        "10 – five in each court",
        "12 - قضية",
    ],
)
def test_what_only_looks_like_a_mark_is_text(line: str) -> None:
    (block,) = text_blocks(line, "ar")

    assert isinstance(block, Paragraph)


def test_numbers_before_a_free_dash_count_up() -> None:
    text = "1 – first\n2 – second\n10 – five in each court\n1 - again\nwords\n2 - two"

    blocks = text_blocks(text, "en")

    labels = [
        [each.label for each in block.items] if isinstance(block, ListBlock) else []
        for block in blocks
    ]
    assert labels == [["1 –", "2 –"], [], ["1 -"], [], []]


@pytest.mark.parametrize("mark", ["1、", "一、", "（二）", "（10）"])
def test_a_chinese_number_needs_no_blank_after_it(mark: str) -> None:
    (block,) = text_blocks(f"{mark}国内法", "zh")

    assert isinstance(block, ListBlock)
    assert block.items[0].label == mark


@pytest.mark.parametrize(
    "text",
    [
        "根据https://a.b/c，第五条",
        "见“https://a.b/c”一文",
        "（https://a.b/c）。",
        "« https://a.b/c »",
        "«https://a.b/c»",
        "انظر https://a.b/c،وكذلك",
        "„https://a.b/c“",
        "(‘https://a.b/c’)",
    ],
)
def test_a_link_takes_nothing_of_the_sentence_around_it(text: str) -> None:
    assert [run.link for run in linked_runs(text) if run.link] == ["https://a.b/c"]


def test_a_link_ends_before_the_sentence_does() -> None:
    runs = linked_runs(
        "انظر https://sherloc.unodc.org/cld/x.html، وكذلك (https://a.b/c)."
    )

    assert [run.link for run in runs if run.link] == [
        "https://sherloc.unodc.org/cld/x.html",
        "https://a.b/c",
    ]
    assert all(run.isolated for run in runs if run.link)


def test_a_chosen_direction_stays_with_its_paragraph() -> None:
    first, second = text_blocks("one\ntwo", "en", ("", "rtl"))

    assert isinstance(first, Paragraph)
    assert first.direction is Direction.AUTO
    assert isinstance(second, Paragraph)
    assert second.direction is Direction.RTL


def test_markup_is_printed_as_it_is_typed() -> None:
    (block,) = text_blocks("<b>&amp;</b>", "en")

    assert isinstance(block, Paragraph)
    assert plain_text(block.runs) == "<b>&amp;</b>"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_visible_character_is_lost(text: str) -> None:
    kept = "".join(
        plain_text(block.runs)
        for block in walk(text_blocks(text, "ar"))
        if isinstance(block, Paragraph)
    )
    labels = "".join(
        item.label
        for block in text_blocks(text, "ar")
        if isinstance(block, ListBlock)
        for item in block.items
    )

    wanted = sorted(c for c in text if c.isalpha())
    assert sorted(c for c in kept + labels if c.isalpha()) == wanted


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_runs_together_are_the_text(text: str) -> None:
    assert plain_text(linked_runs(text)) == text
