"""Numbers in Arabic-Indic digits, drawn so that every reader gets them as written.

MuPDF and pypdf take such digits for letters that run leftwards and turn them round,
unless they are drawn so: from the last to the first.  PDFium copies in the order of
drawing within one operator, but puts operators in order by place: each digit has its
own, and all readers agree.
"""

from __future__ import annotations

import re

from focalpoint_app.pdf.glyphs.faces import UNITS
from focalpoint_app.pdf.lines.guides import class_of
from focalpoint_app.pdf.lines.segments import Segment

# From the number's right end, so that the marks before it stand where the last digit
# does: with the pen's way there MuPDF and pypdf fill in a blank.  Where the pen begins
# at the same place for two segments, PDFium drops the blank between them.
_ASIDE = 5  # thousandths of an em
_OF_NUMBERS = frozenset("N,+$")  # bidi classes
_CODE = re.compile("[0-9A-F]{4}")
_CODES = re.compile("(?:[0-9A-F]{4}){2,}")
_APART = ">]TJ[<"


def from_last_to_first(segment: Segment) -> Segment:
    """Its glyphs in that order, where two or more are drawn and all are a number's."""
    if not _CODES.fullmatch(segment.operators):
        return segment
    known = segment.pen.codes.all
    codes = [known[int(code, 16) - 1] for code in _CODE.findall(segment.operators)]
    if not all(class_of(code.says) in _OF_NUMBERS for code in codes):
        return segment
    drawn, back = [""], -_ASIDE
    for code in reversed(codes):
        drawn.append(f">{back + code.width}<{code.hex}")
        back = code.width
    turn = segment.width - _ASIDE * segment.pen.size / UNITS
    return segment._replace(operators=f"{_APART.join(drawn)}>{back}<", turn=turn)
