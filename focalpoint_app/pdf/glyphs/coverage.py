"""Which characters of a text no font of ours draws; answered without laying it out."""

from __future__ import annotations

import re
from functools import cache

from focalpoint_app.pdf.layout.look import Family

# What nearly all texts are made of, which all families have: it spares loading them.
EVERYDAY = (
    "\n -~\u00a0-\u00ff\u0400-\u045f\u060c\u061b-\u061f\u0621-\u063a\u0640-\u0655"
    "\u0660-\u066c\u0670\u0671\u200c-\u200f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026"
    "\u2066-\u2069\u2070\u2074-\u2079\u2080-\u2089\u20ac"
)
_UNUSUAL = re.compile(f"[^{EVERYDAY}]")
_LINE_ENDS = "\n\u2029"


def missing_characters(text: str, family: Family = Family.TEXT) -> tuple[str, ...]:
    """Those that would print as boxes, in the order of their numbers."""
    unusual = set(_UNUSUAL.findall(text))
    if not unusual:
        return ()
    return tuple(sorted(char for char in unusual if _is_missing(char, family)))


@cache
def _is_missing(char: str, family: Family) -> bool:
    from focalpoint_app.pdf.glyphs.document_fonts import faces_of
    from focalpoint_app.pdf.lines.spans import drawable

    drawn = drawable(char)
    if drawn in _LINE_ENDS:
        return False
    return not any(face.covers(drawn) for face in faces_of(family))
