"""Words remembered with their shapes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from focalpoint_app.language.places import bundled
from focalpoint_app.pdf.glyphs import shapes
from focalpoint_app.pdf.glyphs.faces import Face
from focalpoint_app.pdf.glyphs.shapes import Shapes, shapes_of
from tests.pdf.glyphs.test_faces import VOWELLED

FONTS = bundled("resources") / "fonts"
FACES = [
    Face(FONTS / f"{name}.ttf")
    for name in ("NotoNaskhArabic-Regular", "NotoSansArabic-SemiBold")
]


@given(st.sampled_from(FACES), st.lists(VOWELLED, min_size=1, max_size=8))
@settings(deadline=None)
def test_words_shaped_together_look_as_if_shaped_alone(
    face: Face, words: list[str]
) -> None:
    together = face.shaped_together(words, rtl=True)

    assert together == [face.shaped(word, rtl=True) for word in words]


def test_words_shaped_together_from_left_to_right_keep_their_order() -> None:
    face = shapes_of(FONTS / "NotoSerif-Regular.ttf").face

    together = face.shaped_together(["Law", "office"], rtl=False)

    assert ["".join(g.says for g in glyphs) for glyphs in together] == ["Law", "office"]


def test_what_was_learned_is_what_would_be_found() -> None:
    words = ["القانون", "رقم", "(5)", "Law", "ّ", "المادة"]
    learned, fresh = Shapes(FACES[0]), Shapes(FACES[0])

    learned.learn(words)

    for word in words:
        assert learned.of(word, rtl=True) == fresh.of(word, rtl=True)


def test_a_shape_ends_with_what_is_read_at_its_ends() -> None:
    shape = Shapes(FACES[0]).of("بيت", rtl=True)

    assert shape.ends == ("ت", "ب")
    assert shape.advance == sum(glyph.advance for glyph in shape.glyphs)


def test_no_more_words_are_kept_than_memory_allows() -> None:
    found = Shapes(FACES[0])
    first = found.of("ا", rtl=True)
    assert found.of("ا", rtl=True) is first

    for number in range(shapes.MOST_KEPT):
        found.of(f"{number}", rtl=True)

    again = found.of("ا", rtl=True)
    assert again == first
    assert again is not first


def test_a_face_is_read_once_for_all_documents() -> None:
    path = FONTS / "NotoNaskhArabic-Regular.ttf"

    assert shapes_of(path) is shapes_of(path)
