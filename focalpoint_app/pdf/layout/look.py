"""How a document looks: the page, the colours, the sizes of each style.

Lengths in points.  Arabic stands a fifth larger than Latin beside it, which makes
their letters look equally tall.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from focalpoint_app.document.blocks import Style

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
SIDE, TOP, BOTTOM = 65.0, 76.0, 72.0
MEASURE = PAGE_WIDTH - 2 * SIDE
HEAD_BASELINE = PAGE_HEIGHT - 46.0
FOOT_BASELINE = 40.0

INK = "0.114 0.161 0.188"
ACCENT = "0.043 0.392 0.471"
QUIET = "0.365 0.416 0.443"
HAIR = "0.792 0.824 0.839"
TINT = "0.945 0.961 0.965"
WATERMARK = "0.938 0.943 0.947"


class Family(Enum):
    """File stems of the Arabic and the Latin face, regular and bold."""

    TEXT = (
        ("NotoNaskhArabic-Regular", "NotoSerif-Regular"),
        ("NotoNaskhArabic-Bold", "NotoSerif-Bold"),
    )
    PLAIN = (
        ("NotoSansArabic-Regular", "NotoSans-Regular"),
        ("NotoSansArabic-SemiBold", "NotoSans-SemiBold"),
    )


class Align(Enum):
    LEADING = "leading"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Look:
    """``leading`` is (Arabic, Latin), from baseline to baseline."""

    arabic: float
    latin: float
    leading: tuple[float, float]
    family: Family = Family.TEXT
    bold: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 4.0
    align: Align = Align.LEADING


_BODY = Look(12.75, 10.5, (20.5, 15.5))

STYLES: dict[Style, Look] = {
    Style.BODY: _BODY,
    Style.QUESTION: Look(12.75, 10.5, (20.5, 15.5), bold=True, before=3, after=3),
    Style.PROVISION: Look(
        9.5, 9.5, (16, 13.5), Family.PLAIN, colour=ACCENT, before=15, after=1
    ),
    Style.ANSWER: Look(12.75, 10.5, (20.5, 15.5), after=4),
    Style.NARRATIVE: Look(12.75, 10.5, (21, 16), after=6),
    Style.LABEL: Look(
        9.5, 8.75, (16.5, 13), Family.PLAIN, colour=QUIET, before=3, after=1
    ),
    Style.NOTE: Look(10.75, 9, (17.5, 13.5), colour=QUIET, after=4),
    Style.CAPTION: Look(10, 9, (17, 13.5), Family.PLAIN, True, before=8, after=4),
    Style.COVER_TITLE: Look(
        26, 24, (42, 33), Family.PLAIN, True, ACCENT, after=14, align=Align.CENTRE
    ),
    Style.COVER_LINE: Look(14, 12, (25, 20), Family.PLAIN, after=5, align=Align.CENTRE),
    Style.DIGEST: Look(9, 8.5, (15, 13), Family.PLAIN, colour=QUIET, after=3),
    Style.PART: replace(_BODY, before=14),
    Style.SIGNED: replace(_BODY, before=50),
}

HEADINGS: dict[int, Look] = {
    1: Look(20, 18, (34, 26), Family.PLAIN, True, ACCENT, before=18, after=8),
    2: Look(15.5, 13.5, (27, 20), Family.PLAIN, True, ACCENT, before=16, after=5),
    3: Look(13, 11.5, (23, 17), Family.PLAIN, True, before=12, after=3),
    4: Look(11.5, 10.25, (20, 15.5), Family.PLAIN, True, QUIET, before=9, after=2),
}

CELL = Look(10.75, 9, (17.5, 13.25))
CELL_HEAD = Look(9.5, 8.5, (16.5, 12.5), Family.PLAIN, True)
RUNNING = Look(8.5, 8, (14, 12), Family.PLAIN, colour=QUIET)
CONTENTS = {
    1: Look(12, 10.5, (21, 16), Family.PLAIN, True, before=8, after=1),
    2: Look(11.5, 10, (20, 15.5), before=0, after=0),
    3: Look(10.5, 9.5, (18.5, 14.5), colour=QUIET, after=0),
    4: Look(10.5, 9.5, (18.5, 14.5), colour=QUIET, after=0),
}
