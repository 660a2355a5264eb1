"""Where a line may end."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.lines.break_classes import NAMES, break_classes
from focalpoint_app.pdf.lines.break_rules import break_places
from focalpoint_app.pdf.lines.breaking import ends
from tests.effort import done_within

UNICODE = Path("/usr/share/unicode")
# Left out of Unicode's test: what ends a paragraph (our lines never hold it), objects,
# flags and emoji, Hangul syllables, and scripts that break by dictionary.
LEFT_OUT = {
    "BK", "CR", "LF", "NL", "CB", "RI", "EB", "EM", "H2", "H3", "JL", "JV", "JT", "SA",
}  # fmt: skip
OUR_SCRIPTS = {
    "Common", "Inherited", "Latin", "Greek", "Cyrillic", "Arabic", "Hebrew", "Han",
    "Hiragana", "Katakana", "Bopomofo",
}  # fmt: skip
RESOLVED = {"AI": "AL", "XX": "AL", "SG": "AL", "CJ": "NS"}  # LB1
_RANGE = re.compile(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)")


def property_of_each(file: str) -> dict[int, str]:
    values: dict[int, str] = {}
    for line in (UNICODE / file).read_text(encoding="utf-8").splitlines():
        if found := _RANGE.match(line):
            first, last = int(found[1], 16), int(found[2] or found[1], 16)
            values.update(dict.fromkeys(range(first, last + 1), found[3]))
    return values


CLASSES = property_of_each("LineBreak.txt")
SCRIPTS = property_of_each("Scripts.txt")


def in_our_scripts(code: int) -> bool:
    is_ours = SCRIPTS.get(code, "Common") in OUR_SCRIPTS and code < 0x1F000
    return is_ours and CLASSES.get(code, "XX") not in LEFT_OUT


def conformance_cases() -> Iterator[tuple[str, list[int]]]:
    listed = (UNICODE / "auxiliary" / "LineBreakTest.txt").read_text(encoding="utf-8")
    for line in listed.splitlines():
        signs = line.partition("#")[0].split()
        codes = [int(code, 16) for code in signs[1::2]]
        if codes and all(map(in_our_scripts, codes)):
            text = "".join(map(chr, codes))
            yield text, [n for n, sign in enumerate(signs[::2]) if sign == "÷"]


def test_lines_end_where_unicode_lets_them() -> None:
    cases = list(conformance_cases())

    wrong = [
        (text, wanted)
        for text, wanted in cases
        if break_places(break_classes(text)) != wanted
    ]

    assert len(cases) > 3000
    assert wrong == []


def test_each_character_of_our_scripts_has_its_class() -> None:
    """Our blocks, without the symbols from U+2300 on: they are drawn as boxes."""
    blocks = ((0x20, 0x900), (0x1D00, 0x2300), (0x2C60, 0xA000), (0xF900, 0xFFF0))
    curled = dict.fromkeys(map(ord, "‘’“”"), "q")
    signs = {curled.get(code) or break_classes(chr(code)) for code in CLASSES}

    wrong = {
        f"{code:04X}"
        for first, last in blocks
        for code in range(first, last)
        if in_our_scripts(code) and unicodedata.category(chr(code)) not in {"Cn", "Cc"}
        for letter in [curled.get(code) or break_classes(chr(code))]
        for name in [CLASSES.get(code, "XX")]
        if letter.replace("O", "o") != NAMES[RESOLVED.get(name, name)]
    }

    assert wrong == set()
    assert signs == {*NAMES.values(), "O"}


def tokens(text: str) -> list[str]:
    return [text[a:b] for a, b in pairwise([0, *ends(text)])]


@pytest.mark.parametrize(
    "pieces",
    [
        "نعم |ولا",
        "and/|or",
        "14/2018 |to |COVID-19 |well-|known",
        "5\u00a0(1) |25\u00a0% |(i)|",
        "المادة |5 |(1) |(أ)، |و«النص |الكامل»؛ |1,234.5% |و٤٥٫٧٪ |نعم/|لا",
        "Государство-|участник |— |«Конвенция» |№ 5",
        "Law |No. 5 |of |2010, |Nos. 3 |and |4, |no. |Casino. |5 |No.",
        "la |loi |n° 5, |« l’État |partie » :",
        "Ley |núm. 5 |art. 12 |القانون |رقم 5 |المرقم |5",
        "«\u00a0l’État |partie\u00a0» |a-|t-|il |25\u00a0%\u00a0;",
        "¿Ha |tipificado…? |Sí",
        "a\u200b|b",
        "第|五|条。|说|明，|“文|件”|（草|案）、|《公|约》|——|2026|年|1|月",
        "“UNTOC”|及|其|“议|定|书”",
        "规|定|第|5|条|（UNTOC）",
    ],
)
def test_lines_may_end_where_a_reader_expects(pieces: str) -> None:
    wanted = [piece for piece in pieces.split("|") if piece]

    assert tokens("".join(wanted)) == wanted


@pytest.mark.parametrize(
    "pieces",
    [
        "https://a.org/|b?|c=|d",
        "见|https://sherloc.unodc.org/|cld/|zh/|law.|html，|“法|律”",
        "(https://a.org/|law-|5.|html)؛ |نص",
    ],
)
def test_addresses_break_at_their_joints(pieces: str) -> None:
    assert tokens(pieces.replace("|", "")) == pieces.split("|")


@given(st.text(max_size=200))
def test_places_rise_to_the_end_of_the_text(text: str) -> None:
    places = ends(text)

    assert places == sorted(set(places))
    assert places[-1:] == [len(text)][: len(text)]


@given(st.text(alphabet="ab 0(،)«»“”文。-/\u0308\u200d\u200b", max_size=60))
def test_a_text_in_pieces_breaks_as_it_does_whole(text: str) -> None:
    """Chunks are remembered; a long text takes the way without memory."""
    classes = break_classes(text)

    alone = break_places(classes)
    within = break_places("0" * 100 + "aS" + classes)

    starts_freely = not classes or classes[0] not in "cpxsywzS"
    if starts_freely:
        assert [place - 102 for place in within if place > 102] == alone


@given(st.text(alphabet="中文法律“”（）《》「」，。、；：？！…—5", max_size=40))
def test_no_chinese_line_starts_with_a_closing_sign_or_ends_with_an_opening_one(
    text: str,
) -> None:
    for place in ends(text)[:-1]:
        assert text[place] not in "”）》」，。、；：？！…"
        assert text[place - 1] not in "“（《「"


def test_a_word_of_a_million_letters_is_read_in_a_moment() -> None:
    text = "ا" * 500_000 + "5," * 250_000

    places = done_within(10, lambda: ends(text))

    assert len(places) == 1
