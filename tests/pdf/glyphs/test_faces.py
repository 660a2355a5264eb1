import arabic_reshaper
import pytest
import uharfbuzz as hb
from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.language.places import bundled
from focalpoint_app.pdf.glyphs.codes import Codes
from focalpoint_app.pdf.glyphs.composites import Composite, with_composites
from focalpoint_app.pdf.glyphs.faces import Face, Part
from focalpoint_app.pdf.glyphs.font_objects import subset_file

NASKH = bundled("resources") / "fonts" / "NotoNaskhArabic-Regular.ttf"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ"
MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652"
FACE = Face(NASKH)
VOWELLED = st.lists(
    st.tuples(st.sampled_from(LETTERS), st.sampled_from(["", *MARKS, "\u0651\u064e"])),
    min_size=1,
    max_size=12,
).map(lambda pairs: "".join(letter + mark for letter, mark in pairs))


@given(VOWELLED)
@settings(deadline=None)
def test_glyphs_say_their_word_and_nothing_else(word: str) -> None:
    glyphs = FACE.shaped(word, rtl=True)

    assert "".join(glyph.says for glyph in reversed(glyphs)) == word


@pytest.mark.parametrize(
    ("text", "said"),
    [("5\u00a0(1)", "5 (1)"), ("5\u202f%", "5 %"), ("a\u2011b", "a-b")],
)
def test_what_holds_a_line_together_is_found_as_it_is_typed(
    text: str, said: str
) -> None:
    assert "".join(glyph.says for glyph in FACE.shaped(text, rtl=False)) == said


@pytest.mark.parametrize("mark", ["\u064e", "\u0650", "\u0301", "\u0323"])
def test_a_tower_of_marks_does_not_cover_the_lines_around_it(mark: str) -> None:
    glyphs = FACE.shaped("ب" + mark * 500, rtl=True)
    lifts = [part.dy for glyph in glyphs for part in glyph.outline.parts]

    assert max(map(abs, lifts)) <= 900  # of 1,600 from line to line


@pytest.mark.parametrize("word", ["السلام", "بيت", "يشبّ", "لأنّ", "مستقبلي", "ظهيرة"])
def test_a_letter_is_one_glyph_with_its_dots(word: str) -> None:
    letters = [char for char in word if char not in MARKS]

    glyphs = [g for g in FACE.shaped(word, rtl=True) if g.says not in (*MARKS, "")]

    assert len(glyphs) == len(letters)


def test_a_letter_changes_its_shape_where_the_reshaper_changes_it() -> None:
    """An independent opinion on which letters join."""
    words = ("عين", "بع", "سعد", "دع")

    shaped = [glyph for word in words for glyph in FACE.shaped(word, rtl=True)]
    reshaped = "".join(map(arabic_reshaper.reshape, words))

    ours = {glyph.outline for glyph in shaped if glyph.says == "ع"}
    theirs = {char for char in reshaped if "\ufec9" <= char <= "\ufecc"}
    assert len(ours) == len(theirs) == 4


@given(VOWELLED)
@settings(deadline=None)
def test_ink_lies_where_harfbuzz_puts_it(word: str) -> None:
    """Within a hundredth of an em."""
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(FACE.font, buffer)
    wanted, pen = [], 0
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        wanted.append((info.codepoint, pen + at.x_offset, at.y_offset))
        pen += at.x_advance

    drawn, pen = [], 0
    for glyph in FACE.shaped(word, rtl=True):
        if glyph.outline.gid != FACE.empty:
            drawn += [(p.gid, pen + p.dx, p.dy) for p in glyph.outline.parts]
        pen += glyph.advance

    assert len(drawn) == len(wanted)
    for one, other in zip(sorted(drawn), sorted(wanted), strict=True):
        assert one[0] == other[0]
        assert one[1:] == pytest.approx(other[1:], abs=10)


def test_a_mirrored_bracket_says_the_bracket_that_was_typed() -> None:
    assert [glyph.says for glyph in FACE.shaped("(أ)", rtl=True)] == [")", "أ", "("]


def test_format_characters_leave_no_ink() -> None:
    assert FACE.shaped("\u200f\u2068\u2069", rtl=True) == []


def test_signs_that_are_format_characters_and_have_ink_say_themselves() -> None:
    """The sign of a year, the end of a verse of the Quran."""
    for text in ("\u0601", "\u06dd", "\u06dd١٢"):
        glyphs = FACE.shaped(text, rtl=True)
        assert text[0] in {glyph.says for glyph in glyphs}


@pytest.mark.parametrize("rtl", [True, False])
def test_no_ink_is_without_a_text(*, rtl: bool) -> None:
    """PDF/A-3u, ISO 19005-3, 6.2.11.7.2."""
    chars = filter(FACE.covers, map(chr, [*range(32, 0xD800), *range(0xE000, 0x14000)]))

    silent = {c for c in chars for g in FACE.shaped(c, rtl=rtl) if not g.says}

    assert silent == set()


def test_one_glyph_saying_two_texts_has_two_codes() -> None:
    codes = Codes(FACE)
    (alif,) = FACE.shaped("ا", rtl=True)
    silent = [FACE.silent(says) for says in "اب"]

    numbers = [codes.code(glyph).number for glyph in (alif, *silent, alif)]

    assert numbers == [1, 2, 3, 1]


def test_the_font_file_draws_the_letters_as_the_face_does() -> None:
    codes = Codes(FACE)
    for glyph in FACE.shaped("بَيْتٌ", rtl=True):
        codes.code(glyph)

    content, gids = subset_file(codes)

    font = hb.Font(hb.Face(content))
    assert len(content) < 12_000
    assert any(not code.outline.is_plain for code in codes.all)
    for code, gid in zip(codes.all, gids, strict=True):
        assert font.get_glyph_h_advance(gid) == code.width
        assert box(font, gid) == around(code.outline.parts)


def box(font: hb.Font, gid: int) -> tuple[int, int, int, int]:
    """Left, bottom, right, top."""
    ink = font.get_glyph_extents(gid)
    left, top = ink.x_bearing, ink.y_bearing
    return left, top + ink.height, left + ink.width, top


def around(parts: tuple[Part, ...]) -> tuple[int, ...]:
    boxes = []
    for part in parts:
        left, low, right, high = box(FACE.font, part.gid)
        boxes.append((left + part.dx, low + part.dy, right + part.dx, high + part.dy))
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def test_a_font_without_composites_is_left_as_it_is() -> None:
    content = NASKH.read_bytes()

    assert with_composites(content, []) is content


def test_a_composite_of_nothing_visible_has_an_empty_box() -> None:
    made = Composite(((FACE.empty, 5, 5, 100),), 700)

    face = hb.Face(with_composites(NASKH.read_bytes(), [made]))

    last = FACE.face.glyph_count
    assert face.glyph_count == last + 1
    assert hb.Font(face).get_glyph_h_advance(last) == 700
    assert box(hb.Font(face), last) == (0, 0, 0, 0)


def test_a_box_shows_the_number_of_the_character_it_stands_for() -> None:
    box_of, *digits = FACE.missing("\U0001f600").outline.parts

    wanted = [FACE.font.get_nominal_glyph(ord(digit)) for digit in "01F600"]
    assert [part.gid for part in digits] == wanted
    assert {part.percent for part in digits} == {16}
    assert box_of == Part(0)


def test_scaled_parts_are_written_as_small_as_they_are_wanted() -> None:
    codes = Codes(FACE)
    codes.code(FACE.missing("\u3402"))

    content, gids = subset_file(codes)

    font = hb.Font(hb.Face(content))
    left, low, right, high = box(font, gids[0])
    assert (left, low, right, high) == box(FACE.font, 0)  # the digits lie within
    assert font.get_glyph_h_advance(gids[0]) == FACE.advance_of(0)


def test_more_characters_than_a_font_has_codes_for_become_one_box() -> None:
    codes = Codes(FACE)
    glyphs = [FACE.silent(chr(0xF0000 + n)) for n in range(60_010)]

    numbers = [codes.code(glyph).number for glyph in glyphs]

    assert numbers[:2] == [1, 2]
    assert len(codes.all) == max(numbers) == 60_000
    assert codes.all[-1].says == "□"
