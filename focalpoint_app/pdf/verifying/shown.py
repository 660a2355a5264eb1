"""What a page's content shows, run by run, read as a reader's search would read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyhanko.pdf_utils.misc import PdfError

from focalpoint_app.pdf.verifying.canvas import (
    IDENTITY,
    UNIT,
    Canvas,
    Matrix,
    times,
)
from focalpoint_app.pdf.verifying.fonts import UNKNOWN, Decoder
from focalpoint_app.pdf.verifying.leftwards import leftwards
from focalpoint_app.pdf.verifying.operators import (
    MARK,
    Begins,
    Meaning,
    Moves,
    Operator,
    Shows,
)
from focalpoint_app.pdf.verifying.runs import (
    NO_LETTERS,
    Letters,
    Run,
    Shown,
    Stand,
    Strings,
    in_order,
    squeezed,
)

_INVISIBLE = frozenset((3.0, 7.0))  # ways of drawing letters
_USUAL = {"Tc": (-1.0, 2.0), "Tw": (-2.0, 9.0), "Tz": (60.0, 150.0), "Ts": (-5.0, 5.0)}
_LEAP = 400.0  # thousandths of an em by which no kerning moves the next letter


Draw = Callable[[str, Canvas, Letters], Iterator[Run]]
"""What a form or picture of this name shows where the canvas is now."""


@dataclass(slots=True)
class _Pen:
    """The state of text, and what has been shown since it last moved."""

    decoders: Mapping[str, Decoder]
    canvas: Canvas
    letters: Letters = NO_LETTERS
    matrix: Matrix = IDENTITY
    mark: str = ""
    kept: list[Letters] = field(default_factory=list)
    artifacts: list[bool] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    strings: Strings = field(default_factory=Strings)
    first: int = 0
    leaps: bool = False
    steps: list[tuple[int, float]] = field(default_factory=list)

    def show(self, codes: bytes) -> None:
        decode = self.letters.decode
        if decode is not None and self.letters.inks:
            self.parts += decode(codes)
            self.strings.strings.append((decode, codes))

    def begin(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.strings, self.first, self.leaps = Strings(), 0, False
        self.steps = []

    def move(self, by: float) -> None:
        self.leaps = self.leaps or abs(by) > _LEAP
        self.steps.append((len(self.strings.strings), by))

    def face(self, name: str, sizes: tuple[float, ...]) -> None:
        decode = self.decoders.get(f"/{name}", UNKNOWN)
        size = sizes[0] if sizes else 0.0
        before = self.letters
        if decode is not before.decode or size != before.size:
            self.letters = Letters(decode, size, before.inks, before.odd)

    def begun(self, run: Begins) -> Iterator[Run]:
        if self.parts:
            yield from self.ended()
        self.canvas.colour(run.colour)
        self.face(run.font, run.size)
        if len(run.matrix) == 6:
            self.begin(run.matrix)

    def ended(self) -> Iterator[Run]:
        """The run is over; the next begins where this one has ended."""
        is_number = self.leaps and not self.first and self._turn()
        said = in_order(self.parts)
        text = squeezed(said)
        self.parts = []
        first, self.first = self.first, len(self.strings.strings)
        if not text:
            return
        canvas, letters = self.canvas, self.letters
        canvas.runs += 1
        matrix = times(self.matrix, canvas.here)
        x = matrix[4]
        if first:
            x += matrix[0] * letters.size * self.strings.length(first)
        run = Shown(text, round(matrix[5], 1), any(self.artifacts), x)
        stand = Stand(matrix, letters.size, self.strings, first, self.first)
        is_plain = not letters.odd and (is_number or not self.leaps)
        shows = is_plain and canvas.shows(matrix, letters.size)
        yield Run(run, stand if shows else None, said)

    def _turn(self) -> bool:
        """A number drawn from its right end is read, and stands, from its left."""
        said = leftwards(self.strings.strings, self.steps)
        if said:
            width = self.strings.length(len(self.strings.strings)) * self.letters.size
            self.matrix = times((1, 0, 0, 1, -width, 0), self.matrix)
            self.parts = said
        return bool(said)


def shown(
    content: Iterable[Meaning],
    decoders: Mapping[str, Decoder],
    canvas: Canvas,
    draw: Draw,
    letters: Letters = NO_LETTERS,
) -> Iterator[Run]:
    """Runs in the order in which they are drawn; invisible ones are not there.

    Raises PdfError for operators that readers would take differently.
    """
    pen = _Pen(decoders, canvas, letters)
    for each in content:
        if isinstance(each, Shows):
            pen.show(each.codes)
        elif isinstance(each, Moves):
            pen.move(each.by)
        elif isinstance(each, Begins):
            yield from pen.begun(each)
        elif each.word in _MEANT:
            if pen.parts:
                yield from pen.ended()
            if each.word == "Do":
                yield from draw(f"/{each.name}", canvas, pen.letters)
            else:
                _MEANT[each.word](pen, each)
    yield from pen.ended()


def _numbers(operator: Operator, takes: int) -> tuple[float, ...]:
    """With one more or less, each reader makes something else of an operator."""
    if len(operator.numbers) != takes:
        raise PdfError(f"{operator.word} takes {takes} numbers")
    return operator.numbers


def _font(pen: _Pen, operator: Operator) -> None:
    pen.face(operator.name, _numbers(operator, 1))


def _place(pen: _Pen, operator: Operator) -> None:
    a, b, c, d, e, f = _numbers(operator, 6)
    pen.begin((a, b, c, d, e, f))


def _shift(pen: _Pen, operator: Operator) -> None:
    x, y = _numbers(operator, 2)
    pen.begin(times((1, 0, 0, 1, x, y), pen.matrix))


def _begin(pen: _Pen, _operator: Operator) -> None:
    pen.begin(IDENTITY)


def _mode(pen: _Pen, operator: Operator) -> None:
    (way,) = _numbers(operator, 1)
    pen.letters = pen.letters._replace(inks=way not in _INVISIBLE)


def _space(pen: _Pen, operator: Operator) -> None:
    """What our pages leave as it is; others may space and raise a little."""
    word, numbers = operator.word, operator.numbers
    low, high = _USUAL[word]
    is_odd = len(numbers) != 1 or not low <= numbers[0] <= high
    others = pen.letters.odd - {word}
    pen.letters = pen.letters._replace(odd=others | {word} if is_odd else others)


def _save(pen: _Pen, _operator: Operator) -> None:
    pen.canvas.save()
    pen.kept.append(pen.letters)


def _restore(pen: _Pen, _operator: Operator) -> None:
    pen.canvas.restore()
    if pen.kept:
        pen.letters = pen.kept.pop()


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
    **dict.fromkeys(_USUAL, _space), "q": _save, "Q": _restore,
    "BDC": _open, "BMC": _open, "EMC": _close,
}  # fmt: skip


def _draw(pen: _Pen, operator: Operator) -> None:
    act, takes = _DRAWING[operator.word]
    numbers = operator.numbers if takes is None else _numbers(operator, takes)
    act(pen.canvas, *numbers)


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
    "cm": (_transform, 6),
    "rg": (_colour, 3), "g": (_colour, 1), "k": (_colour, 4),
    "m": (Canvas.point, 2), "l": (Canvas.point, 2), "c": (Canvas.point, 6),
    "v": (Canvas.point, 4), "y": (Canvas.point, 4), "re": (Canvas.rectangle, 4),
    "w": (Canvas.breadth, 1), "W": (Canvas.clip, 0), "W*": (Canvas.clip, 0),
    **dict.fromkeys(("f", "F", "f*", "B", "B*", "b", "b*"), (Canvas.fill, 0)),
    **dict.fromkeys(("S", "s"), (Canvas.stroke, 0)), "n": (Canvas.finish, 0),
    **dict.fromkeys(("gs", "cs", "sc", "scn", "sh"), (_nothing_sure, None)),
    "BI": (_fill_image, None),
}  # fmt: skip

_MEANT: Mapping[str, Callable[[_Pen, Operator], None]] = {
    **_ENDING, **dict.fromkeys(_DRAWING, _draw), "Do": _go_on,
}  # fmt: skip
"""All that ends a run."""
