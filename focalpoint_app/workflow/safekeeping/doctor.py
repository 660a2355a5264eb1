"""The verdict on a file in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.sentences import sentence
from focalpoint_app.storage.log.checking import Problem
from focalpoint_app.storage.repair import repairing
from focalpoint_app.storage.repair.doctoring import Examination, examine
from focalpoint_app.workflow.review.shipped import questionnaire_of, shipped_clusters
from focalpoint_app.workflow.safekeeping.staying import readable
from focalpoint_app.workflow.verbs.verbs import Outcome

_SHOWN = 20
"""Subjects named of one kind of problem; the JSON has them all."""


def doctor(file: Path, tr: Catalogue, *, as_json: bool) -> Outcome:
    """Nothing is changed; the verdict is no where anything is wrong."""
    found = examine(readable(file))
    if as_json:
        told = examined_data(found, tr)
        output = json.dumps(told, ensure_ascii=False, indent=2)
    else:
        output = "\n".join(examined_lines(found, file, tr))
    return Outcome(output, found.is_healthy)


def repair(file: Path, output: Path, tr: Catalogue, *, as_json: bool) -> Outcome:
    """Save what can be read into a new file; the verdict is no where any was lost."""
    shipped = [
        questionnaire_to_data(questionnaire_of(each)) for each in shipped_clusters()
    ]
    repaired = repairing.repair(readable(file), output, shipped)
    lost = repaired.lost
    if as_json:
        told = {
            "saved": repaired.saved,
            "lost": [_problem_data(each, tr) for each in lost],
        }
        return Outcome(json.dumps(told, ensure_ascii=False, indent=2), not lost)
    lines = [
        tr("Wrote {file}.", file=str(output)),
        *_told(lost, tr),
        tr("{n} answers and {sealed} revisions were saved.",
           n=repaired.saved.get("fields", 0),
           sealed=repaired.saved.get("revisions", 0)),
    ]  # fmt: skip
    return Outcome("\n".join(lines), not lost)


def examined_data(found: Examination, tr: Catalogue) -> dict[str, Any]:
    return {
        "healthy": found.is_healthy,
        "counted": found.counted,
        "problems": [_problem_data(each, tr) for each in found.problems],
    }


def _problem_data(problem: Problem, tr: Catalogue) -> dict[str, Any]:
    return {
        "code": problem.code,
        "subject": problem.subject,
        "question": problem.question or None,
        "message": _message(problem, tr),
    }


def looked_over(file: Path, tr: Catalogue) -> Outcome:
    """The same for the window, which has its own way on from there."""
    found = examine(readable(file))
    return Outcome("\n".join(_examined(found, file, tr)), found.is_healthy)


def examined_lines(found: Examination, file: Path, tr: Catalogue) -> Iterator[str]:
    yield from _examined(found, file, tr)
    if not found.is_healthy:
        yield tr(
            "{file} was left as it is. Open a backup, or save what can be read with"
            " --repair OUT.",
            file=file.name,
        )


def _examined(found: Examination, file: Path, tr: Catalogue) -> Iterator[str]:
    if not found.is_healthy:
        yield from _told(found.problems, tr)
        return
    yield tr(
        "{file} is sound: pages, tables, digests and the chain of {n} sealed acts"
        " are as they should be.",
        file=file.name,
        n=found.counted["chain"],
    )


def _told(problems: Iterable[Problem], tr: Catalogue) -> Iterator[str]:
    for _, each in groupby(problems, lambda each: each.code):
        alike = list(dict.fromkeys(_message(one, tr) for one in each))
        yield from alike[:_SHOWN]
        if len(alike) > _SHOWN:
            rest = len(alike) - _SHOWN
            yield tr.counted("… and {n} more.", "… and {n} more.", rest)


def _message(problem: Problem, tr: Catalogue) -> str:
    gaps = {"subject": problem.subject, "question": problem.question or "?"}
    return sentence(problem.code, gaps, tr)
