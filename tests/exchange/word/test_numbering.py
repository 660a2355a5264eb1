"""A list's marks are found in time, whatever a file says of its lists."""

from __future__ import annotations

import pytest

from focalpoint_app.exchange.word.numbering import ListMarks
from focalpoint_app.exchange.word.styles import W
from focalpoint_app.exchange.word.walking import Walk
from focalpoint_app.exchange.xml_parts import Element, parsed
from tests.effort import done_within


def numbering(abstract: str, numbers: str) -> Element:
    return parsed(
        f'<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>'.encode()
    )


def level(number: int, kind: str) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:numFmt w:val="{kind}"/></w:lvl>'


def in_list(number: str, at: int) -> Element:
    return parsed(
        f'<w:pPr xmlns:w="{W}"><w:numPr><w:ilvl w:val="{at}"/>'
        f'<w:numId w:val="{number}"/></w:numPr></w:pPr>'.encode()
    )


def test_a_level_has_its_own_mark() -> None:
    levels = level(0, "decimal") + level(1, "bullet")
    marks = ListMarks(
        numbering(
            f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>',
            '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>',
        )
    )

    found = [marks.mark(in_list("4", at)) for at in (0, 1, 0)]

    assert found == ["1. ", "• ", "2. "]


def test_thousands_of_lists_are_matched_in_one_pass() -> None:
    many = range(4_000)
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{level(0, "bullet")}</w:abstractNum>'
        for n in many
    )
    numbers = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in many
    )
    root = numbering(abstract, numbers)

    # A minute where each was held against all.
    marks = done_within(10, lambda: ListMarks(root))

    assert marks.mark(in_list("3999", 0)) == "• "


@pytest.mark.parametrize(
    ("char", "said"),
    [
        ("2713", "\u2713"), ("F0B7", "•"), ("ZZ", " "), ("FFFFFF", " "), ("D800", " "),
        ("-1", " "), ("", " "), ("0001", " "), ("FFFF", " "),
    ],
)  # fmt: skip
def test_a_symbol_that_no_character_has_is_a_blank(char: str, said: str) -> None:
    walk = Walk(ListMarks())
    symbol = f'<w:r><w:sym w:char="{char}"/></w:r>'

    walk.below(parsed(f'<b xmlns:w="{W}"><w:p>{symbol}</w:p></b>'.encode()))

    assert [each.text for each in walk.paragraphs] == [said]
