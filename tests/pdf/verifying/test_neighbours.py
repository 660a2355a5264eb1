"""A cell's order is judged where no neighbour says what stands in it too."""

from __future__ import annotations

import pytest

from focalpoint_app.pdf.verifying.along import Spoken
from focalpoint_app.pdf.verifying.paper_trail import PaperTrail
from focalpoint_app.pdf.verifying.runs import Shown

CELL = "تدريب 25 قاضياً و40 عضواً من النيابة العامة"
FIRST = (("تدريب", 375), ("25", 365), ("قاضياً", 343))
OWN = (("و", 395), ("40", 386), ("عضواًمن", 352))
EXCHANGED = (("و", 386), ("40", 395), ("عضواًمن", 352))

Line = tuple[tuple[str, float], ...]


def holds(*lines: Line) -> bool:
    runs = [
        Shown(text, 700.0 - 16 * place, decoration=False, x=x)
        for place, line in enumerate(lines)
        for text, x in line
    ]
    trail = PaperTrail([runs])
    return trail.holds(Spoken(CELL), 0, len(trail))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((("و", 316), ("15", 307)), ()),
        ((("و", 316), ("15", 307)), (("النيابةالعامة", 421), ("12", 493))),
    ],
)
def test_what_a_neighbour_says_too_is_no_disorder(before: Line, after: Line) -> None:
    assert holds(FIRST, (*before, *OWN, *after), (("النيابةالعامة", 352),))


def test_what_is_exchanged_beside_other_words_is_told() -> None:
    last = (("النيابةالعامة", 352),)
    beside = (("судей", 206), ("15", 307))
    assert holds(FIRST, (*beside, *OWN), last)
    assert not holds(FIRST, (*beside, *EXCHANGED), last)
