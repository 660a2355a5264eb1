"""ISO 19005-3, 6.2.11: fonts embedded, measured alike, and read back."""

from __future__ import annotations

import re
import struct
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from tests.pdf.conformance.subject import Object, Rule, Subject

_MAPPED = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]*)>")
_TABLES = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
_NO_CHARACTERS = {0, 0xFEFF, 0xFFFE}
_DESCRIBED = {
    "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent",
    "/CapHeight", "/StemV",
}  # fmt: skip


def types(subject: Subject) -> Iterator[str]:
    for font in subject.fonts:
        if font.Subtype not in ("/Type0", "/CIDFontType2"):
            yield f"a font of type {font.Subtype}"
    for font, descendant in _composite(subject):
        named = descendant.FontDescriptor.FontName
        if not font.BaseFont == descendant.BaseFont == named:
            yield f"{font.BaseFont} is also called {descendant.BaseFont}, {named}"
        missing = _DESCRIBED - set(descendant.FontDescriptor.keys())
        if missing:
            yield f"{font.BaseFont} does not say its {', '.join(sorted(missing))}"


def encodings(subject: Subject) -> Iterator[str]:
    for font, descendant in _composite(subject):
        if font.Encoding != "/Identity-H":
            yield f"{font.BaseFont} has the encoding {font.Encoding}"
        places = descendant.get("/CIDToGIDMap")
        if places != "/Identity" and not isinstance(places, pikepdf.Stream):
            yield f"{font.BaseFont} does not say which glyph a code stands for"


def embedded(subject: Subject) -> Iterator[str]:
    for font, descendant in _composite(subject):
        file = descendant.FontDescriptor.get("/FontFile2")
        if file is None:
            yield f"{font.BaseFont} is not embedded"
            continue
        if int(file.Length1) != len(file.read_bytes()):
            yield f"{font.BaseFont}: Length1 is wrong"
        missing = _TABLES - set(_opened(file.read_bytes()).keys())
        if missing:
            yield f"{font.BaseFont} has no {', '.join(sorted(missing))}"


def subsets(subject: Subject) -> Iterator[str]:
    for font, descendant in _composite(subject):
        if not re.match(r"/[A-Z]{6}\+", str(font.BaseFont)):
            yield f"{font.BaseFont} does not say that it is a subset"
        count = _opened(_file(descendant))["maxp"].numGlyphs
        for code, glyph in _glyphs(subject, font, descendant):
            if glyph >= count:
                yield f"{font.BaseFont} has no glyph for code {code}"


def widths(subject: Subject) -> Iterator[str]:
    for font, descendant in _composite(subject):
        file = _opened(_file(descendant))
        unit = 1000 / file["head"].unitsPerEm
        metrics, order = file["hmtx"].metrics, file.getGlyphOrder()
        stated = _stated_widths(descendant)
        for code, glyph in _glyphs(subject, font, descendant):
            width = metrics[order[glyph]][0] * unit
            if abs(width - stated.get(code, 0)) > 1:
                yield f"{font.BaseFont}, code {code}: {stated.get(code)}, not {width}"


def character_maps(subject: Subject) -> Iterator[str]:
    for font, _ in _composite(subject):
        says = _unicode(font)
        for code in sorted(_used(subject)[str(font.BaseFont)]):
            text = says.get(code, "")
            if not text:
                yield f"{font.BaseFont}: code {code} says nothing"
            if any(ord(char) in _NO_CHARACTERS for char in text):
                yield f"{font.BaseFont}: code {code} says no character"


def no_missing_glyph(subject: Subject) -> Iterator[str]:
    for font, descendant in _composite(subject):
        for code, glyph in _glyphs(subject, font, descendant):
            if glyph == 0:
                yield f"{font.BaseFont}: code {code} shows .notdef"


def _composite(subject: Subject) -> Iterator[tuple[Object, Object]]:
    for font in subject.fonts:
        if font.Subtype == "/Type0":
            yield font, font.DescendantFonts[0]


def _file(descendant: Object) -> bytes:
    content: bytes = descendant.FontDescriptor.FontFile2.read_bytes()
    return content


@cache
def _opened(content: bytes) -> Any:
    return TTFont(BytesIO(content), lazy=True)


@cache
def _used(subject: Subject) -> dict[str, set[int]]:
    """Codes drawn, by the names of fonts."""
    found: dict[str, set[int]] = defaultdict(set)
    contents = [*subject.pdf.pages, *subject.forms]
    for owner, content in zip(contents, subject.drawn, strict=True):
        name = ""
        for operands, operator in content:
            if operator == "Tf":
                name = str(owner.Resources.Font[str(operands[0])].BaseFont)
            elif operator in ("Tj", "TJ"):
                parts = operands[0] if operator == "TJ" else operands
                for part in parts:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        found[name] |= set(struct.unpack(f">{len(codes) // 2}H", codes))
    return found


def _glyphs(
    subject: Subject, font: Object, descendant: Object
) -> Iterator[tuple[int, int]]:
    places = descendant.CIDToGIDMap
    table = places.read_bytes() if isinstance(places, pikepdf.Stream) else None
    for code in sorted(_used(subject)[str(font.BaseFont)]):
        at = table[2 * code : 2 * code + 2] if table is not None else None
        yield code, code if at is None else int.from_bytes(at, "big")


def _stated_widths(descendant: Object) -> dict[int, float]:
    found: dict[int, float] = {}
    first = 0
    for entry in descendant.get("/W", []):
        if isinstance(entry, pikepdf.Array):
            found |= {first + n: float(width) for n, width in enumerate(entry)}
        else:
            first = int(entry)
    return found


def _unicode(font: Object) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(says.decode()).decode("utf-16-be")
        for code, says in _MAPPED.findall(font.ToUnicode.read_bytes())
    }


RULES: dict[str, Rule] = {
    "ISO 19005-3 6.2.11.2": types,
    "ISO 19005-3 6.2.11.3": encodings,
    "ISO 19005-3 6.2.11.4.1": embedded,
    "ISO 19005-3 6.2.11.4.2": subsets,
    "ISO 19005-3 6.2.11.5": widths,
    "ISO 19005-3 6.2.11.7.2": character_maps,
    "ISO 19005-3 6.2.11.8": no_missing_glyph,
}
