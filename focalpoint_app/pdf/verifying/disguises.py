"""Letters that a font draws otherwise than its map to text says.

Held against the fonts that the program ships: what they would draw for each word that
was read from the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from unicodedata import combining

import uharfbuzz as hb
from pyhanko.pdf_utils.generic import DictionaryObject, PdfObject, StreamObject

from focalpoint_app.pdf.glyphs.codes import Codes
from focalpoint_app.pdf.glyphs.document_fonts import face_named
from focalpoint_app.pdf.glyphs.faces import Face, Glyph
from focalpoint_app.pdf.glyphs.font_objects import subset_file
from focalpoint_app.pdf.lines.guides import GUIDES
from focalpoint_app.pdf.verifying.fonts import Decoder, descendant
from focalpoint_app.pdf.verifying.hostile_file import entry
from focalpoint_app.pdf.verifying.runs import Reading, is_rtl

Path = tuple[tuple[float, ...], ...]
"""An outline's points, in units of the em."""

# What blanks and hyphens are drawn with that say ordinary ones.
_SAID_PLAINLY = ("-", "\u00a0", "\u202f", "\u2011")
# Letters of the six languages, digits, vowel signs and what stands with them.  Stray
# marks are drawn by what stood beside them in their answer, of which a page says less.
_MATTERS = re.compile(
    "[\\x21-\\x7e\\u064b-\\u0652]|(?![\\u0750-\\u077f\\u0870-\\u08ff])[^\\W_]"
)
_NOTHING = "?"  # ink that says nothing
_JOINER = "\u200d"
_NO_GUIDES = dict.fromkeys(map(ord, GUIDES))


def disguised(readings: Mapping[Decoder, Reading]) -> str:
    """What is said by letters that our fonts draw otherwise, one after the other; of a
    font that is none of ours, all that is said in it.  Empty where all is as it seems.
    """
    found = {text.strip() for text in _found(readings)}
    return " ".join(sorted(each or _NOTHING for each in found))


def _found(readings: Mapping[Decoder, Reading]) -> Iterator[str]:
    for decoder, reading in readings.items():
        font = decoder.font
        face = None if font is None else face_named(_name(font))
        if font is None or face is None:
            yield from reading.texts
        else:
            yield from _told(decoder, font, reading, face)


def _told(
    decoder: Decoder, font: DictionaryObject, reading: Reading, face: Face
) -> Iterator[str]:
    """Looked at twice where need be: Latin words seldom stand from right to left."""
    words = {
        word for text in reading.texts for word in text.translate(_NO_GUIDES).split()
    }
    letters = {*_SAID_PLAINLY, *(letter for text in reading.texts for letter in text)}
    glyphs = [glyph for letter in letters for glyph in _alone(face, letter)]
    glyphs += [glyph for word in words for glyph in _shaped(face, word)]
    told = list(_disguised(decoder, font, reading, _drawn(face, glyphs)))
    if told:
        glyphs += [glyph for word in words for glyph in _turned(face, word)]
        yield from _disguised(decoder, font, reading, _drawn(face, glyphs))


def _disguised(
    decoder: Decoder,
    font: DictionaryObject,
    reading: Reading,
    known: Mapping[Path, set[str]],
) -> Iterator[str]:
    below = descendant(font)
    file = entry(entry(below, "/FontDescriptor"), "/FontFile2")
    places = _bytes(entry(below, "/CIDToGIDMap"))
    embedded = hb.Font(hb.Face(hb.Blob(_bytes(file))))
    for code in reading.codes(decoder.step):
        at = 2 * int.from_bytes(code, "big")
        gid = int.from_bytes(places[at : at + 2], "big")
        says = decoder.characters.get(code, "")
        drawn_for = known.get(_outline(embedded, gid, says), ())
        if says not in drawn_for and (not says or _MATTERS.search(says)):
            yield says


def _drawn(face: Face, glyphs: Iterable[Glyph]) -> dict[Path, set[str]]:
    """What each outline says, as our pages would hold the glyphs."""
    codes = Codes(face)
    for glyph in glyphs:
        codes.code(glyph)
    for mark in GUIDES:
        codes.code(face.silent(mark))
    file, gids = subset_file(codes)
    font = hb.Font(hb.Face(hb.Blob(file)))
    drawn: dict[Path, set[str]] = {}
    for code, gid in zip(codes.all, gids, strict=True):
        outline = _outline(font, gid, code.says)
        drawn.setdefault(outline, set()).add(code.says)
    return drawn


def _shaped(face: Face, word: str) -> Iterator[Glyph]:
    yield from face.shaped(word, rtl=any(map(is_rtl, word)))


def _turned(face: Face, word: str) -> Iterator[Glyph]:
    """A word of either direction, which may be read in either."""
    if not any(map(is_rtl, word)):
        yield from face.shaped(word, rtl=True)
        yield from face.shaped(word[::-1], rtl=True)


def _alone(face: Face, letter: str) -> Iterator[Glyph]:
    """What no word shows: where it was cut, and what is in no font."""
    if not face.covers(letter):
        yield face.missing(letter)
    elif is_rtl(letter):
        for before, after in product(("", _JOINER), repeat=2):
            yield from face.shaped(before + letter + after, rtl=True)
    elif letter.isspace() or combining(letter) or letter in _SAID_PLAINLY:
        yield from face.shaped(letter, rtl=False)
        yield from face.shaped(letter, rtl=True)


def _name(font: DictionaryObject) -> str:
    """Without the six capitals that name the subset."""
    return str(entry(font, "/BaseFont") or "").removeprefix("/").rpartition("+")[2]


def _bytes(stream: PdfObject | None) -> bytes:
    return bytes(stream.data) if isinstance(stream, StreamObject) else b""


def _outline(font: hb.Font, gid: int, says: str) -> Path:
    """Of a mark without its place: where it stands hangs on marks of direction, too,
    which a page does not say.
    """
    points: list[tuple[float, ...]] = []
    font.draw_glyph(gid, _pen(), points)
    if not points or not all(map(combining, says)):
        return tuple(points)
    left, low = points[1]
    return tuple(
        tuple(value - (low if place % 2 else left) for place, value in enumerate(point))
        for point in points
    )


@cache
def _pen() -> hb.DrawFuncs:
    pen = hb.DrawFuncs()
    pen.set_move_to_func(_moved)
    pen.set_line_to_func(_lined)
    pen.set_quadratic_to_func(_curved)
    return pen


def _moved(x: float, y: float, points: list[tuple[float, ...]]) -> None:
    points += ((), (x, y))


def _lined(x: float, y: float, points: list[tuple[float, ...]]) -> None:
    points.append((x, y))


def _curved(
    over_x: float, over_y: float, x: float, y: float, points: list[tuple[float, ...]]
) -> None:
    points.append((over_x, over_y, x, y))
