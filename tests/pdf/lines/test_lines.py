import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from focalpoint_app.document.blocks import Style
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.look import STYLES
from focalpoint_app.pdf.lines.breaking_lines import Line, broken_lines
from focalpoint_app.pdf.lines.spans import Span, SpannedText

FONTS = Fonts()
SPAN = Span(FONTS.lettering(STYLES[Style.BODY]), "0 0 0")
MIXED = st.text(
    alphabet="ابتثجحخمنوي لآ ةىَُِّ ً abcdeXYZ 0123456789 ٠١٢ ()[]«»،؛.:/-– \u2068\u2069",
    max_size=300,
)


def lines_of(text: str, measure: float, base: int = 1) -> list[Line]:
    return broken_lines(SpannedText(text, ((len(text), SPAN),)), base, measure)


@given(MIXED, st.floats(40, 400), st.sampled_from([0, 1]))
@settings(max_examples=150, deadline=None)
@example("كلمة " * 50, 100.0, 1)
@example("ا" * 300, 60.0, 1)
def test_no_line_is_wider_than_its_measure(
    text: str, measure: float, base: int
) -> None:
    assert all(line.width <= measure + 0.01 for line in lines_of(text, measure, base))


@given(MIXED, st.floats(40, 400))
@settings(max_examples=100, deadline=None)
def test_segments_touch_and_fill_the_line(text: str, measure: float) -> None:
    for line in lines_of(text, measure):
        by_place = sorted(line.segments, key=lambda each: (each.x, each.width))
        edge = 0.0
        for segment in by_place:
            assert segment.x == pytest.approx(edge)
            edge = segment.x + segment.width
        assert edge == pytest.approx(line.width)


def test_the_first_word_stands_on_the_first_line() -> None:
    narrow = lines_of("أولاً ثانياً ثالثاً", 32)

    whole = lines_of("أولاً", 400)
    assert len(narrow) == 3
    assert narrow[0].width == pytest.approx(whole[0].width)


def test_the_rightmost_stretch_is_drawn_first() -> None:
    (line,) = lines_of("المادة 5 من UNTOC هنا", 400)

    places = [segment.x for segment in line.segments]

    assert places == sorted(places, reverse=True)
    assert len(places) == 5


def test_an_empty_text_is_one_empty_line() -> None:
    (line,) = lines_of("", 100)

    assert line.width == 0
