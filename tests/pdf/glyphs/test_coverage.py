"""What would print as a box is known before any page is made."""

import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from focalpoint_app.document.blocks import Document, Paragraph, Run, Style
from focalpoint_app.pdf.glyphs import coverage
from focalpoint_app.pdf.glyphs.coverage import EVERYDAY, missing_characters
from focalpoint_app.pdf.glyphs.document_fonts import Fonts, faces_of
from focalpoint_app.pdf.layout.look import Family, Look
from focalpoint_app.pdf.pages import pdf_content
from tests.pdf.lines.test_any_text import ANY

STYLES = {Family.TEXT: Style.NARRATIVE, Family.PLAIN: Style.COVER_LINE}


@given(ANY, st.sampled_from(Family))
@example("\u20c1 \u0915\u093e \u2028 \u1680 \u0085 \u00ad \ua9f0\u0301", Family.TEXT)
@example("\u20c1 \u0915\u093e \u2028 \u1680 \u0085 \u00ad \ua9f0\u0301", Family.PLAIN)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_characters_are_named_as_after_printing(
    text: str, family: Family
) -> None:
    paragraph = Paragraph((Run(text),), STYLES[family])

    _, done = pdf_content(Document("x", "ar", (paragraph,)))

    assert missing_characters(text, family) == done.missing


@pytest.mark.parametrize("family", Family)
def test_bold_faces_draw_what_regular_ones_draw(family: Family) -> None:
    fonts = Fonts()
    bold = fonts.lettering(Look(10, 10, (15, 15), family), bold=True)
    regular = fonts.lettering(Look(10, 10, (15, 15), family))

    every = [chr(code) for code in range(0x3100) if not 0xD800 <= code < 0xE000]
    for pens in ((bold.arabic, regular.arabic), (bold.latin, regular.latin)):
        one, other = ({c for c in every if pen.face.covers(c)} for pen in pens)
        assert one == other


@pytest.mark.parametrize("family", Family)
def test_every_font_has_what_is_taken_for_granted(family: Family) -> None:
    pattern = re.compile(f"[{EVERYDAY}]")
    granted = [chr(c) for c in range(0x3000) if pattern.match(chr(c)) and c != 10]

    assert len(granted) > 300
    assert not [
        char
        for char in granted
        if not any(face.covers(char) for face in faces_of(family))
    ]


def test_everyday_text_loads_no_font() -> None:
    text = "تجرّم المادة 12 (أ) «القانون» — Act No. 5, «закон»…"
    script = (
        "import sys\n"
        "from focalpoint_app.pdf.glyphs.coverage import missing_characters\n"
        f"assert missing_characters({text!r}) == ()\n"
        "assert 'uharfbuzz' not in sys.modules\n"
    )

    subprocess.run([sys.executable, "-c", script], check=True)


def test_of_a_long_answer_each_unusual_character_is_asked_for_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def noted(char: str, _family: Family) -> bool:
        asked.append(char)
        return False

    monkeypatch.setattr(coverage, "_is_missing", noted)
    missing_characters("تجرّم المادة 12 من القانون كلَّ اتفاق. ꧰ ⁂ " * 500)

    assert sorted(asked) == ["⁂", "꧰"]
