"""Who was asked, who answered, what was used: the sum of a consultation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class InstitutionLine:
    """``name`` is empty for an anonymous contributor; dates are ISO 8601 or empty.

    ``answered`` is when the last reply came that answers anything, ``standing`` how
    binding the most binding is; then numbers of questions.  ``commented`` is when the
    last reply came of whoever has commented and answered nothing.
    """

    name: str
    category: str
    asked: str
    due: str
    answered: str
    standing: str
    questions: int
    answers: int
    used: int
    commented: str = ""


@dataclass(frozen=True, slots=True)
class InputLine:
    """One contribution that entered an answer."""

    name: str
    standing: str
    date: str


@dataclass(frozen=True, slots=True)
class Consulted:
    """``inputs``: by question, in the questionnaire's order.

    ``women`` and ``men`` are those that the replies counted which stand, ``uncounted``
    the replies that did not say.
    """

    state: str
    institutions: tuple[InstitutionLine, ...]
    inputs: tuple[tuple[str, tuple[InputLine, ...]], ...] = ()
    women: int = 0
    men: int = 0
    uncounted: int = 0


def consulted_data(consulted: Consulted) -> dict[str, Any]:
    """As a clearance keeps it: a list for each question's inputs."""
    inputs = [
        {"question": question, "lines": [asdict(each) for each in lines]}
        for question, lines in consulted.inputs
    ]
    lines = [_line_data(each) for each in consulted.institutions]
    return {**asdict(consulted), "institutions": lines, "inputs": inputs}


def consulted_from_data(data: Mapping[str, Any]) -> Consulted:
    """The inverse; numbers are strings in canonical JSON."""
    counts = {name: int(data[name]) for name in ("women", "men", "uncounted")}
    inputs = tuple(
        (each["question"], tuple(InputLine(**line) for line in each["lines"]))
        for each in data["inputs"]
    )
    institutions = tuple(map(_institution, data["institutions"]))
    return Consulted(data["state"], institutions, inputs, **counts)


def _line_data(line: InstitutionLine) -> dict[str, Any]:
    """Without what few lines have, as earlier versions kept it."""
    data = asdict(line)
    return data if line.commented else {k: data[k] for k in data if k != "commented"}


def _institution(data: Mapping[str, Any]) -> InstitutionLine:
    counts = {name: int(data[name]) for name in ("questions", "answers", "used")}
    return InstitutionLine(**{**data, **counts})
