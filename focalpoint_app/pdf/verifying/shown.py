"""What a page's content shows, run by run, read as a reader's search would read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from unicodedata import bidirectional

from focalpoint_app.pdf.verifying.canvas import (
    IDENTITY,
    UNIT,
    Area,
    Canvas,
    Matrix,
    standing,
    times,
)
from focalpoint_app.pdf.verifying.fonts import Decoder
from focalpoint_app.pdf.verifying.operators import (
    MARK,
    Begins,
    Operator,
    Shows,
    operators,
)

_INVISIBLE = frozenset((3.0, 7.0))  # ways of drawing letters

# Blanks, and the marks that our own pages set for readers of Arabic.
_UNSEEN = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]+")


class Shown(NamedTuple):
    """One run of one direction, in the order of its text, without blanks.

    ``y`` is that of its baseline, in points from below; ``decoration`` is what the
    page itself calls no part of its text: head, foot, watermark.
    """

    text: str
    y: float
    decoration: bool


def squeezed(text: str) -> str:
    """Without blanks and the marks of direction, which pages set otherwise."""
    return _UNSEEN.sub("", text)


class Stand(NamedTuple):
    """Where a run begins and ends among the strings shown since ``matrix`` was set."""

    matrix: Matrix
    size: float
    strings: list[tuple[Decoder, bytes]]
    first: int
    last: int

    def area(self) -> Area:
        """Worked out for pages alone where something lies over something."""
        start = _length(self.strings[: self.first])
        length = _length(self.strings[self.first : self.last])
        return standing(self.matrix, self.size, start, length)


def _length(strings: list[tuple[Decoder, bytes]]) -> float:
    return sum(decode.length(codes) for decode, codes in strings)


class Run(NamedTuple):
    """``stand`` is None where nothing of it is to be seen."""

    shown: Shown
    stand: Stand | None


Draw = Callable[[str, Canvas], Iterator[Run]]
"""What a form or picture of this name shows where the canvas is now."""


@dataclass(slots=True)
class _Pen:
    """The state of text, and what has been shown since it last moved."""

    decoders: Mapping[str, Decoder]
    canvas: Canvas
    decode: Decoder | None = None
    size: float = 0.0
    matrix: Matrix = IDENTITY
    inks: bool = True
    mark: str = ""
    artifacts: list[bool] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    strings: list[tuple[Decoder, bytes]] = field(default_factory=list)
    first: int = 0

    def show(self, codes: bytes) -> None:
        if self.decode is not None and self.inks:
            self.parts += self.decode(codes)
            self.strings.append((self.decode, codes))

    def begin(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.strings, self.first = [], 0

    def begun(self, run: Begins) -> Iterator[Run]:
        if self.parts:
            yield from self.ended()
        self.canvas.colour(run.colour)
        self.decode = self.decoders.get(f"/{run.font}")
        self.size = run.size[0] if run.size else 0.0
        if len(run.matrix) == 6:
            self.begin(run.matrix)

    def ended(self) -> Iterator[Run]:
        """The run is over; the next begins where this one has ended."""
        text = _in_order(self.parts)
        self.parts = []
        first, self.first = self.first, len(self.strings)
        if not text:
            return
        canvas = self.canvas
        canvas.runs += 1
        matrix = times(self.matrix, canvas.here)
        run = Shown(text, round(matrix[5], 1), any(self.artifacts))
        stand = Stand(matrix, self.size, self.strings, first, self.first)
        yield Run(run, stand if canvas.shows(matrix, self.size) else None)


def shown(
    content: bytes, decoders: Mapping[str, Decoder], canvas: Canvas, draw: Draw
) -> Iterator[Run]:
    """Runs in the order in which they are drawn; invisible ones are not there."""
    pen = _Pen(decoders, canvas)
    for each in operators(content):
        if isinstance(each, Shows):
            pen.show(each.codes)
        elif isinstance(each, Begins):
            yield from pen.begun(each)
        elif each.word == "Do":
            yield from pen.ended()
            yield from draw(f"/{each.name}", canvas)
        elif each.word in _ENDING:
            if pen.parts:
                yield from pen.ended()
            _ENDING[each.word](pen, each)
        elif each.word in _DRAWING:
            _draw(canvas, each)
    yield from pen.ended()


def _font(pen: _Pen, operator: Operator) -> None:
    pen.decode = pen.decoders.get(f"/{operator.name}")
    pen.size = operator.numbers[0] if operator.numbers else 0.0


def _place(pen: _Pen, operator: Operator) -> None:
    if len(operator.numbers) == 6:
        pen.begin(operator.numbers)


def _shift(pen: _Pen, operator: Operator) -> None:
    if len(operator.numbers) == 2:
        pen.begin(times((1, 0, 0, 1, *operator.numbers), pen.matrix))


def _begin(pen: _Pen, _operator: Operator) -> None:
    pen.begin(IDENTITY)


def _mode(pen: _Pen, operator: Operator) -> None:
    pen.inks = operator.numbers[:1] != () and operator.numbers[0] not in _INVISIBLE


def _mark(pen: _Pen, operator: Operator) -> None:
    pen.mark = operator.name


def _open(pen: _Pen, operator: Operator) -> None:
    pen.artifacts.append("Artifact" in (operator.name, pen.mark))
    pen.mark = ""


def _close(pen: _Pen, _operator: Operator) -> None:
    if pen.artifacts:
        pen.artifacts.pop()


def _go_on(_pen: _Pen, _operator: Operator) -> None:
    """The run ends here, and nothing else."""


_ENDING: Mapping[str, Callable[[_Pen, Operator], None]] = {
    "Tf": _font, "Tm": _place, "Td": _shift, "TD": _shift, "T*": _go_on,
    "Tr": _mode, "BT": _begin, "ET": _go_on, MARK: _mark,
    "BDC": _open, "BMC": _open, "EMC": _close,
}  # fmt: skip


def _draw(canvas: Canvas, operator: Operator) -> None:
    """An operator with too few numbers does nothing, as in readers."""
    act, takes = _DRAWING[operator.word]
    if takes is None or len(operator.numbers) == takes:
        act(canvas, *operator.numbers)


def _colour(canvas: Canvas, *numbers: float) -> None:
    canvas.colour(numbers)


def _transform(canvas: Canvas, *numbers: float) -> None:
    a, b, c, d, e, f = numbers
    canvas.transform((a, b, c, d, e, f))


def _fill_image(canvas: Canvas, *_numbers: float) -> None:
    canvas.lay(UNIT)


def _nothing_sure(canvas: Canvas, *_numbers: float) -> None:
    canvas.estrange()


_DRAWING: Mapping[str, tuple[Callable[..., None], int | None]] = {
    "q": (Canvas.save, 0), "Q": (Canvas.restore, 0), "cm": (_transform, 6),
    "rg": (_colour, 3), "g": (_colour, 1), "k": (_colour, 4),
    "m": (Canvas.point, 2), "l": (Canvas.point, 2), "c": (Canvas.point, 6),
    "v": (Canvas.point, 4), "y": (Canvas.point, 4), "re": (Canvas.rectangle, 4),
    "w": (Canvas.breadth, 1), "W": (Canvas.clip, 0), "W*": (Canvas.clip, 0),
    **dict.fromkeys(("f", "F", "f*", "B", "B*", "b", "b*"), (Canvas.fill, 0)),
    **dict.fromkeys(("S", "s"), (Canvas.stroke, 0)), "n": (Canvas.finish, 0),
    **dict.fromkeys(("gs", "cs", "sc", "scn", "sh"), (_nothing_sure, None)),
    "BI": (_fill_image, None),
}  # fmt: skip


def _in_order(parts: list[str]) -> str:
    """Arabic is drawn from its last letter to its first; marks of direction beside
    figures are no letters.
    """
    text = squeezed("".join(parts))
    if any(map(_is_rtl, text)):
        return squeezed("".join(parts[::-1]))
    return text


@cache
def _is_rtl(letter: str) -> bool:
    return bidirectional(letter) in ("R", "AL")
