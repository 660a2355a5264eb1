"""The Type0 font in the PDF: a subset file, widths, and the way back to text."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from focalpoint_app.pdf.file.objects import Objects, flate
from focalpoint_app.pdf.glyphs.codes import Code, Codes
from focalpoint_app.pdf.glyphs.composites import Composite, with_composites
from focalpoint_app.pdf.glyphs.faces import UNITS, Face

_BLOCK = 100  # the most entries a bfchar block may hold
_UNWANTED = (
    "GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "STAT", "DSIG", "gasp",
    "kern", "meta", "BASE", "JSTF", "MATH", "fpgm", "prep", "cvt",
)  # fmt: skip
_SYMBOLIC = 4


def add_font(objects: Objects, codes: Codes) -> PDFObjectReference:
    """Write the font with exactly the codes given out so far."""
    font_file, gids = subset_file(codes)
    name = f"{_tag(font_file)}+{codes.face.name}"
    descendant = _descendant(objects, codes, name, (font_file, gids))
    font = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([objects.add(descendant)]),
            "ToUnicode": objects.add(flate(_to_unicode(codes.all))),
        }
    )
    return objects.add(font)


def _descendant(
    objects: Objects,
    codes: Codes,
    name: str,
    file: tuple[bytes, list[int]],
) -> PDFDictionary:
    font_file, gids = file
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity")}
    places = struct.pack(f">{len(gids) + 1}H", 0, *gids)
    widths = " ".join(str(code.width) for code in codes.all)
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary({**system, "Supplement": 0}),
            "FontDescriptor": _descriptor(objects, codes.face, name, font_file),
            "DW": 0,
            "W": f"[1 [{widths}]]".encode("ascii"),
            "CIDToGIDMap": objects.add(flate(places)),
        }
    )


def _descriptor(
    objects: Objects, face: Face, name: str, font_file: bytes
) -> PDFObjectReference:
    extents = face.font.get_font_extents("ltr")
    scale = UNITS / face.face.upem
    ascent, descent = round(extents.ascender * scale), round(extents.descender * scale)
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([-UNITS, descent, 2 * UNITS, ascent]),
            "ItalicAngle": 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": 700,
            "StemV": 140 if "Bold" in name else 80,
            "FontFile2": objects.add(flate(font_file, Length1=len(font_file))),
        }
    )
    return objects.add(descriptor)


def subset_file(codes: Codes) -> tuple[bytes, list[int]]:
    """The subset file, and the glyph in it for each code from 1 on."""
    subset, kept = _subset(codes)
    upem = codes.face.face.upem
    composites: dict[object, tuple[int, Composite]] = {}
    gids: list[int] = []
    first = len(set(kept.values()))
    for code in codes.all:
        outline = code.outline
        if outline.is_plain:
            gids.append(kept[outline.gid])
            continue
        if outline not in composites:
            made = _composite(code, kept, upem)
            composites[outline] = (first + len(composites), made)
        gids.append(composites[outline][0])
    return with_composites(subset, [made for _, made in composites.values()]), gids


def _composite(code: Code, kept: dict[int, int], upem: int) -> Composite:
    def units(thousandths: int) -> int:
        return round(thousandths * upem / UNITS)

    parts = tuple(
        (kept[part.gid], units(part.dx), units(part.dy), part.percent)
        for part in code.outline.parts
    )
    return Composite(parts, units(code.width))


def _subset(codes: Codes) -> tuple[bytes, dict[int, int]]:
    wanted = {part.gid for code in codes.all for part in code.outline.parts}
    choice = hb.SubsetInput()
    choice.glyph_set.set(wanted)
    choice.drop_table_tag_set.update(
        int.from_bytes(table.ljust(4).encode("ascii")) for table in _UNWANTED
    )
    choice.flags = (
        hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NO_HINTING
    )
    plan = hb.SubsetPlan(codes.face.face, choice)
    kept = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), kept


def _tag(font_file: bytes) -> str:
    """Six capitals that name this subset (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(font_file).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(codes: Sequence[Code]) -> bytes:
    blocks = b"".join(
        _block(codes[start : start + _BLOCK]) for start in range(0, len(codes), _BLOCK)
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + blocks
        + b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def _block(codes: Iterable[Code]) -> bytes:
    lines = [
        f"<{code.hex}> <{code.says.encode('utf-16-be').hex()}>"
        for code in codes
        if code.says
    ]
    listed = "\n".join(lines)
    return f"{len(lines)} beginbfchar\n{listed}\nendbfchar\n".encode("ascii")
