"""The content of one page: operators, in the order in which a reader gets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from focalpoint_app.pdf.file.marking import Marking
from focalpoint_app.pdf.layout.bands import (
    Box,
    Circle,
    Frame,
    Mark,
    Modules,
    Placard,
    Stroke,
    Words,
)
from focalpoint_app.pdf.layout.elements import Element
from focalpoint_app.pdf.layout.look import PAGE_HEIGHT, TOP
from focalpoint_app.pdf.layout.paging import Page, Placed
from focalpoint_app.pdf.lines.breaking_lines import Line
from focalpoint_app.pdf.lines.segments import Segment

_BAR = 2.0  # points, the coloured bar of a box
_CIRCLE = 0.5523  # control points of a quarter circle, in radii


def page_operators(page: Page, marking: Marking) -> Iterator[str]:
    """Grounds and edges first, then each band's marks from top to bottom."""
    yield from artifact(_frames(page.bands))
    current: Element | None = None
    for placed in page.bands:
        top = PAGE_HEIGHT - TOP - placed.top
        for mark in placed.band.marks:
            tag = _one_tag(mark)
            if tag is not current or tag is None:
                if current is not None:
                    yield "EMC"
                if tag is not None:
                    yield marking.opened(tag)
                current = tag
            if tag is not None:
                yield from mark_operators(mark, top)
            else:
                yield from _apart(mark, top, marking)
    if current is not None:
        yield "EMC"


def _one_tag(mark: Mark) -> Element | None:
    """The element that owns all of the mark, and may own the next one too."""
    if isinstance(mark, Words):
        return (
            mark.tag if mark.tag and not mark.tag.inner and mark.line.segments else None
        )
    return None


def _apart(mark: Mark, top: float, marking: Marking) -> Iterator[str]:
    if isinstance(mark, Words) and mark.tag is not None:
        yield from _line_of_parts(mark, mark.tag, top, marking)
    elif isinstance(mark, Placard | Modules) and mark.tag is not None:
        mark.tag.box = _box_of(mark, top)
        yield marking.opened(mark.tag)
        yield from mark_operators(mark, top)
        yield "EMC"
    else:
        yield from artifact(mark_operators(mark, top))


def _line_of_parts(
    words: Words, tag: Element, top: float, marking: Marking
) -> Iterator[str]:
    for part in marking.parts(words.line, tag):
        yield part.opening
        yield from segment_operators(part.segments, words.x, top - words.y)
        yield "EMC"


def _box_of(mark: Placard | Modules, top: float) -> tuple[float, float, float, float]:
    high = top - mark.y
    return mark.x, high - mark.height, mark.x + mark.width, high


def mark_operators(mark: Mark, top: float) -> Iterable[str]:
    if isinstance(mark, Words):
        return line_operators(mark.line, mark.x, top - mark.y)
    if isinstance(mark, Stroke):
        return _stroke(mark, top)
    if isinstance(mark, Circle):
        return _circle(mark, top)
    if isinstance(mark, Box):
        return _box(mark, top)
    if isinstance(mark, Placard):
        return _placard(mark, top)
    return _modules(mark, top) if isinstance(mark, Modules) else ()


def line_operators(line: Line, x: float, y: float) -> list[str]:
    return segment_operators(line.segments, x, y)


def segment_operators(segments: Sequence[Segment], x: float, y: float) -> list[str]:
    if not segments:
        return []
    height = f"{y:.2f}"
    return ["BT", *[_segment(segment, x, height) for segment in segments], "ET"]


def _segment(segment: Segment, x: float, height: str) -> str:
    right, _, pen, operators, span, _, _, before, after, turn = segment
    shown = f"[<{before}{operators}{after}>]TJ".replace("<>", " ")
    return (
        f"{span.colour} rg {pen.font_operator} "
        f"1 0 0 1 {x + right + turn:.2f} {height} Tm {shown}"
    )


def artifact(operators: Iterable[str], kind: str = "Layout") -> Iterator[str]:
    """Decoration, of no meaning to a reader of the text."""
    drawn = list(operators)
    if drawn:
        yield from (f"/Artifact <</Type /{kind}>> BDC", *drawn, "EMC")


def _stroke(mark: Stroke, top: float) -> Iterator[str]:
    dash = f"{mark.dash} d 1 J" if mark.dash else "[] 0 d 0 J"
    yield f"{mark.colour} RG {mark.width:g} w {dash}"
    yield (
        f"{mark.x:.2f} {top - mark.y:.2f} m {mark.to_x:.2f} {top - mark.to_y:.2f} l S"
    )


def _circle(mark: Circle, top: float) -> Iterator[str]:
    x, y, r = mark.x, top - mark.y, mark.radius
    k = r * _CIRCLE
    yield f"{mark.colour} RG 0.75 w {mark.dash or '[] 0'} d 0 J {x + r:.2f} {y:.2f} m"
    for ax, ay, bx, by, cx, cy in (
        (r, k, k, r, 0, r),
        (-k, r, -r, k, -r, 0),
        (-r, -k, -k, -r, 0, -r),
        (k, -r, r, -k, r, 0),
    ):
        yield (
            f"{x + ax:.2f} {y + ay:.2f} {x + bx:.2f} {y + by:.2f} "
            f"{x + cx:.2f} {y + cy:.2f} c"
        )
    yield "S"


def _box(mark: Box, top: float) -> Iterator[str]:
    low = top - mark.y - mark.height
    yield f"{mark.colour} RG {mark.line:g} w [] 0 d 0 J"
    yield f"{mark.x:.2f} {low:.2f} {mark.width:.2f} {mark.height:.2f} re S"


def _placard(mark: Placard, top: float) -> Iterator[str]:
    low = top - mark.y - mark.height
    matrix = f"{mark.width:.2f} 0 0 {mark.height:.2f} {mark.x:.2f} {low:.2f} cm"
    yield f"q {matrix} /{mark.picture.name} Do Q"


def _modules(mark: Modules, top: float) -> Iterator[str]:
    """One path of all that is dark, so that no seams show between its parts."""
    yield "0 0 0 rg"
    for number, row in enumerate(mark.rows):
        low = top - mark.y - (number + 1) * mark.side
        for start, end in _dark(row):
            x, width = mark.x + start * mark.side, (end - start) * mark.side
            yield f"{x:.3f} {low:.3f} {width:.3f} {mark.side:.3f} re"
    yield "f"


def _dark(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where each stretch of dark modules starts, and where it has ended."""
    start = 0
    for is_dark, stretch in groupby(row):
        end = start + len(list(stretch))
        if is_dark:
            yield start, end
        start = end


def _frames(bands: Iterable[Placed]) -> Iterator[str]:
    """Each frame as one shape around the neighbours on this page that name it."""
    depth = 0
    bands = list(bands)
    while any(len(placed.band.frames) > depth for placed in bands):
        for frame, group in groupby(bands, partial(_frame_at, depth)):
            if frame is not None:
                inside = list(group)
                top = PAGE_HEIGHT - TOP - min(at.top for at in inside)
                lowest = max(at.top + at.band.height for at in inside)
                bottom = PAGE_HEIGHT - TOP - lowest
                yield from _frame(frame, top, bottom)
        depth += 1


def _frame_at(depth: int, placed: Placed) -> Frame | None:
    frames = placed.band.frames
    return frames[depth] if len(frames) > depth else None


def _frame(frame: Frame, top: float, bottom: float) -> Iterator[str]:
    width, height = frame.right - frame.left, top - bottom
    box = f"{frame.left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re"
    if frame.ground:
        yield f"{frame.ground} rg {box} f"
    if frame.edge:
        yield f"{frame.edge} RG 0.75 w [] 0 d {box} S"
    if frame.bar:
        left = frame.right - _BAR if frame.bar_right else frame.left
        yield f"{frame.bar} rg {left:.2f} {bottom:.2f} {_BAR} {height:.2f} re f"
    if frame.underline:
        yield f"{frame.underline} RG 0.6 w [] 0 d"
        yield f"{frame.left:.2f} {bottom:.2f} m {frame.right:.2f} {bottom:.2f} l S"
