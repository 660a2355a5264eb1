from collections.abc import Iterator
from pathlib import Path

import bidi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.pdf.levels.classes import classes_of
from focalpoint_app.pdf.levels.paragraph import Levels, paragraph_levels, visual_order
from tests.effort import done_within

CONFORMANCE = Path("/usr/share/unicode/BidiCharacterTest.txt")
RESET_AT_LINE_END = "WSBlrfpb12345"


def level_of_each(text: str, levels: Levels) -> list[int]:
    each = [run.level for run in levels.runs for _ in range(run.start, run.end)]
    for place in range(len(text) - 1, -1, -1):  # L1, for a line that is the paragraph
        if classes_of(text[place]) not in RESET_AT_LINE_END:
            break
        each[place] = levels.base
    return each


def conformance_cases() -> Iterator[tuple[str, list[str]]]:
    for line in CONFORMANCE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            fields = line.split(";")
            yield "".join(chr(int(code, 16)) for code in fields[0].split()), fields


def test_levels_and_order_are_those_of_unicode() -> None:
    assert CONFORMANCE.exists(), "install Debian's unicode-data: .ci/run does"
    wrong = []
    for text, fields in conformance_cases():
        levels = paragraph_levels(text, None if fields[1] == "2" else int(fields[1]))
        each = level_of_each(text, levels)
        wanted = [None if x == "x" else int(x) for x in fields[3].split()]
        kept = [place for place, level in enumerate(wanted) if level is not None]
        order = [kept[n] for n in visual_order([each[place] for place in kept])]
        agrees = all(wanted[place] == each[place] for place in kept)
        if not agrees or order != [int(n) for n in fields[4].split()]:
            wrong.append(fields)
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "صدر القانون رقم 5 لسنة 2010",
        "اتفاقية UNTOC لسنة 2000 وبروتوكولاتها",
        "بلغت النسبة 45.7% في سنة 2024",
        "انظر ISO 27001 والمادة 12",
    ],
)
def test_python_bidi_puts_lines_in_the_same_order(text: str) -> None:
    each = level_of_each(text, paragraph_levels(text, 1))

    ours = "".join(text[place] for place in visual_order(each))

    assert ours == bidi.get_display(text, base_dir="R")


def test_isolated_provisions_keep_their_order() -> None:
    text = "المادة \u20685(1)(a)\u2069 من"
    each = level_of_each(text, paragraph_levels(text, 1))

    drawn = "".join(text[place] for place in visual_order(each))

    assert "5(1)(a)" in drawn


def test_an_override_ends_with_its_paragraph() -> None:
    inside = paragraph_levels("\u202eabc", 0)
    after = paragraph_levels("abc", 0)

    assert inside.runs[-1].level == 1
    assert [run.level for run in after.runs] == [0]


@given(st.text(max_size=80), st.sampled_from([None, 0, 1]))
@settings(max_examples=300, deadline=None)
def test_runs_cover_every_text_without_a_gap(text: str, base: int | None) -> None:
    levels = paragraph_levels(text, base)

    ends = [0, *(run.end for run in levels.runs)]
    assert [run.start for run in levels.runs] == ends[:-1]
    assert ends[-1] == len(text)
    assert all(0 <= run.level <= 126 for run in levels.runs)


@given(st.lists(st.integers(0, 5), max_size=30))
def test_visual_order_is_a_permutation(levels: list[int]) -> None:
    assert sorted(visual_order(levels)) == list(range(len(levels)))


def test_isolates_that_nothing_ends_are_found_in_one_pass() -> None:
    text = "\u2068" * 20_000 + "نص"

    done_within(10, lambda: paragraph_levels(text, 1))  # Else a minute.


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("\u2068a\u2069", [1, 2, 1]),
        ("\u2068א\u2069", [1, 3, 1]),
        ("\u2068\u2068א\u2069a\u2069", [1, 2, 3, 2, 2, 1]),
        ("\u2068\u2069א", [1, 1, 1]),
        ("\u2068 \u2067\u2069 a", [1, 2, 2, 2, 2, 2]),
    ],
)
def test_an_isolate_takes_its_direction_from_its_own_letters(
    text: str, levels: list[int]
) -> None:
    found = paragraph_levels(text, 1)

    each = [run.level for run in found.runs for _ in range(run.start, run.end)]
    assert each == levels


@pytest.mark.parametrize("sign", ["\u2067", "\u202e", "\u2069", "\u202c", "("])
def test_ten_thousand_unbalanced_signs_do_no_harm(sign: str) -> None:
    text = sign * 10_000 + "نص text"

    assert paragraph_levels(text, 1).runs[-1].end == len(text)
