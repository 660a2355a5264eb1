"""Who was asked, who answered, what was used: the sum of a consultation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from focalpoint_app.domain.answer import Confidentiality


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


_NOWHERE = -1
_PLACE = "of"
_KEPT_BACK = ("audience", _PLACE)


@dataclass(frozen=True, slots=True)
class InputLine:
    """One contribution that entered an answer.

    Only a clearance keeps who may read it (``audience``, a confidentiality) and the
    place of its institution among the lines (``of``); editions say neither.
    """

    name: str
    standing: str
    date: str
    audience: str = ""
    of: int = _NOWHERE


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
        (each["question"], tuple(map(_input, each["lines"]))) for each in data["inputs"]
    )
    institutions = tuple(map(_institution, data["institutions"]))
    return Consulted(data["state"], institutions, inputs, **counts)


def leaving_consultation(
    data: Mapping[str, Any], questions: Collection[str]
) -> dict[str, Any]:
    """A clearance's record as an edition with the answers to these ``questions`` says
    it: that another question was answered, or that a contribution for national eyes
    exists, is not told by the sources of input nor by what was used.

    Who was asked, when, and how many questions each institution answered, says nothing
    of the answers and stays.  A clearance of an earlier version does not say whose a
    contribution is: its editions are as they left, or no scan would match them.
    """
    lines = (line for each in data["inputs"] for line in each["lines"])
    if not any(_PLACE in line for line in lines):
        return dict(data)
    told = [
        {**each, "lines": [line for line in each["lines"] if _may_leave(line)]}
        for each in data["inputs"]
        if each["question"] in questions
    ]
    used = Counter(
        place
        for each in told
        for place in {int(line.get(_PLACE, _NOWHERE)) for line in each["lines"]}
    )
    institutions = [
        {**line, "used": used[place]} for place, line in enumerate(data["institutions"])
    ]
    inputs = [
        {**each, "lines": [_bare(line) for line in each["lines"]]}
        for each in told
        if each["lines"]
    ]
    return {**data, "institutions": institutions, "inputs": inputs}


def _may_leave(line: Mapping[str, Any]) -> bool:
    """Whose words stand in an answer that leaves is named, unless the contribution
    was for national eyes."""
    return line.get("audience") != Confidentiality.NATIONAL.value


def _bare(line: Mapping[str, Any]) -> dict[str, Any]:
    return {name: line[name] for name in line if name not in _KEPT_BACK}


def _input(data: Mapping[str, Any]) -> InputLine:
    return InputLine(**{**data, "of": int(data.get(_PLACE, _NOWHERE))})


def _line_data(line: InstitutionLine) -> dict[str, Any]:
    """Without what few lines have, as earlier versions kept it."""
    data = asdict(line)
    return data if line.commented else {k: data[k] for k in data if k != "commented"}


def _institution(data: Mapping[str, Any]) -> InstitutionLine:
    counts = {name: int(data[name]) for name in ("questions", "answers", "used")}
    return InstitutionLine(**{**data, **counts})
