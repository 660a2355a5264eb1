"""Where ink lies in the written file, against HarfBuzz's shaping of the whole word."""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import uharfbuzz as hb

from focalpoint_app.document.blocks import Document, Paragraph, Run, Style
from focalpoint_app.language.places import bundled
from focalpoint_app.pdf.pages import pdf_content

TTFont: Any = import_module("fontTools.ttLib").TTFont  # has no types
Box = tuple[float, ...]  # left, bottom, right, top in ems
MOST_APART = 0.02  # ems, as the page promises
STACKED = (
    "مُحَمَّدٌ",
    "رَسَّامٌ",
    "وَإِنَّهُ",
    "لَأَوَّلُ",
    "اللَّهُمَّ",
    "شَيْءٍ",
    "يُبَيِّنُ",
    "بِسْمِ",
    "ثُمَّ",
    "كُلٌّ",
    "لِلْمُحَكَّمِينَ",
    "ٱلْقُرْآنِ",
    "هٰذَا",
    "إِلَّا",
    "لَآتٍ",
)
FACES = {
    Style.BODY: "NotoNaskhArabic-Regular",
    Style.QUESTION: "NotoNaskhArabic-Bold",
    Style.LABEL: "NotoSansArabic-Regular",
}


@pytest.mark.parametrize("style", FACES, ids=FACES.get)
@pytest.mark.parametrize("word", STACKED)
def test_marks_lie_where_harfbuzz_puts_them(word: str, style: Style) -> None:
    paragraph = Paragraph((Run(word),), style, "ar")
    content, _ = pdf_content(Document("x", "ar", (paragraph,), page_label=""))

    drawn = from_left(drawn_boxes(content))

    shaped = from_left(shaped_boxes(word, FACES[style]))
    assert len(drawn) == len(shaped)
    for theirs in shaped:
        nearest = min(drawn, key=lambda ours: distance(ours, theirs))
        assert distance(nearest, theirs) <= MOST_APART
        drawn.remove(nearest)


def distance(one: Box, other: Box) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def from_left(boxes: Iterator[Box]) -> list[Box]:
    """With the leftmost ink at 0."""
    found = list(boxes)
    start = min(left for left, *_ in found)
    return [(left - start, low, right - start, top) for left, low, right, top in found]


def shaped_boxes(word: str, name: str) -> Iterator[Box]:
    path = bundled("resources") / "fonts" / f"{name}.ttf"
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    file = TTFont(path)
    pen = 0
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield from leaves(file, info.codepoint, pen + at.x_offset, at.y_offset)
        pen += at.x_advance


def leaves(file: Any, gid: int, dx: float, dy: float) -> Iterator[Box]:
    """Of each part of the glyph that has contours of its own; offsets in units."""
    glyph = file["glyf"][file.getGlyphName(gid)]
    if glyph.isComposite():
        for part in glyph.components:
            inner = file.getGlyphID(part.glyphName)
            yield from leaves(file, inner, dx + part.x, dy + part.y)
    elif glyph.numberOfContours > 0:
        edges = (glyph.xMin + dx, glyph.yMin + dy, glyph.xMax + dx, glyph.yMax + dy)
        yield tuple(edge / file["head"].unitsPerEm for edge in edges)


def drawn_boxes(content: bytes) -> Iterator[Box]:
    """Of each part of each glyph in the page's text objects, the word being all."""
    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[0]
        fonts = {key: _Font(font) for key, font in page.Resources.Font.items()}
        font, size, start, pen = next(iter(fonts.values())), 1.0, 0.0, 0.0
        for instruction in pikepdf.parse_content_stream(page):
            operands: Any = instruction.operands
            match str(instruction.operator):
                case "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])
                case "Tm":
                    start, pen = float(operands[4]) / size, 0.0
                case "TJ":
                    for part in operands[0]:
                        if isinstance(part, pikepdf.String):
                            for code in _codes(bytes(part)):
                                yield from font.boxes(code, start + pen)
                                pen += font.widths[code] / 1000
                        else:
                            pen -= float(part) / 1000


def _codes(shown: bytes) -> Iterator[int]:
    for at in range(0, len(shown), 2):
        yield int.from_bytes(shown[at : at + 2], "big")


class _Font:
    def __init__(self, font: Any) -> None:
        cid = font.DescendantFonts[0]
        self._gids = list(_codes(cid.CIDToGIDMap.read_bytes()))
        self.widths = [0, *map(int, cid.W[1])]
        self._file = TTFont(BytesIO(cid.FontDescriptor.FontFile2.read_bytes()))

    def boxes(self, code: int, x: float) -> Iterator[Box]:
        units = self._file["head"].unitsPerEm
        return leaves(self._file, self._gids[code], x * units, 0)
