"""What a document says again and again is broken once, and means the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.document.blocks import Run, Style
from focalpoint_app.pdf.glyphs.document_fonts import Fonts
from focalpoint_app.pdf.layout.elements import Element, Role
from focalpoint_app.pdf.layout.look import STYLES
from focalpoint_app.pdf.layout.setting import Setter, Tongue
from focalpoint_app.pdf.lines.breaking_lines import broken_lines
from focalpoint_app.pdf.lines.repeated import LONGEST, Repeated
from focalpoint_app.pdf.lines.spans import SpannedText, base_level

LOOK = STYLES[Style.BODY]
WORDS = st.text("نعم لاجئ abc 12 (،)\u2068\u2069", max_size=LONGEST + 20)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


@given(WORDS, WORDS, st.sampled_from([60.0, 200.0]))
def test_a_repeated_text_breaks_as_it_did_the_first_time(
    fonts: Fonts, first: str, other: str, measure: float
) -> None:
    repeated = Repeated()
    span = repeated.plain(fonts.lettering(LOOK, bold=False), LOOK.colour)
    for text in (first, other, first):
        said = SpannedText(text, ((len(text), span),))
        base = base_level(text, "ar", "ar")
        expected = broken_lines(said, base, measure)
        assert repeated.lines(said, base, measure) == expected


def test_a_short_text_is_broken_once_and_a_long_one_not_kept(fonts: Fonts) -> None:
    repeated = Repeated()
    span = repeated.plain(fonts.lettering(LOOK, bold=False), LOOK.colour)
    short, long = "لم تُجمع", "لم تُجمع " * LONGEST
    for text, is_kept in ((short, True), (long, False)):
        said = SpannedText(text, ((len(text), span),))
        first = repeated.lines(said, 1, 200.0)
        assert (repeated.lines(said, 1, 200.0) is first) == is_kept
        assert repeated.lines(said, 1, 100.0) is not first


def test_equal_words_keep_their_own_meaning(fonts: Fonts) -> None:
    """Two links that read the same lead to two places; two lines have two tags."""
    setter = Setter(fonts, "ar")
    tags = [Element(Role.P, "ar"), Element(Role.P, "ar")]
    runs = [(Run("المصدر", link="#a"),), (Run("المصدر", link="#b"),), (Run("المصدر"),)]
    lines = [
        setter.lines(each, LOOK, Tongue("ar"), 200.0, tag)[0]
        for each, tag in zip(runs, [*tags, tags[0]], strict=True)
    ]
    links = [line.line.segments[0].span.link for line in lines]
    assert links == ["#a", "#b", None]
    assert [line.tag for line in lines] == [tags[0], tags[1], tags[0]]
