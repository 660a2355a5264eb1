"""Makes resources/fonts/NotoSansSC-Regular.ttf from the whole font.

    npm pack @expo-google-fonts/noto-sans-sc && tar xf expo-google-fonts-noto-sans-sc-*
    python tools/chinese_font.py package/400Regular/NotoSansSC_400Regular.ttf

Kept: GB 2312, the Table of General Standard Chinese Characters (Unihan's kTGH, from
Debian's unicode-data), ASCII and Latin 1, general and CJK punctuation, full-width
forms.  resources/fonts/ORIGIN.md tells what came out.
"""

from __future__ import annotations

import bz2
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb

UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
TARGET = Path(__file__).parents[1] / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
BLOCKS = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x203B),
    (0x3000, 0x303F), (0xFE30, 0xFE4F), (0xFF01, 0xFFEE),
)  # fmt: skip
_GENERAL_STANDARD = re.compile(r"^U\+([0-9A-F]+)\tkTGH", re.MULTILINE)


def general_standard() -> Iterator[int]:
    listed = bz2.decompress(UNIHAN.read_bytes()).decode("utf-8")
    return (int(code, 16) for code in _GENERAL_STANDARD.findall(listed))


def gb_2312() -> Iterator[int]:
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from map(ord, bytes((row, cell)).decode("gb2312", "ignore"))


def subset_of(font: Path) -> bytes:
    face = hb.Face(hb.Blob.from_file_path(str(font)))
    wanted = {code for first, last in BLOCKS for code in range(first, last + 1)}
    choice = hb.SubsetInput()
    choice.unicode_set.set(wanted | {*general_standard(), *gb_2312()})
    choice.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face, choice).blob.data)


if __name__ == "__main__":
    content = subset_of(Path(sys.argv[1]))
    TARGET.write_bytes(content)
    print(f"{TARGET.name}: {len(content)} bytes")
