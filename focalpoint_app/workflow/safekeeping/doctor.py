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
from focalpoint_app.storage.repair.doctoring import Examination as Examination
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.storage.repair.repairing import Repair as Repair
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
    found = saved_from(file, output)
    if as_json:
        told = {
            "saved": found.saved,
            "lost": [_problem_data(each, tr) for each in found.lost],
        }
        return Outcome(json.dumps(told, ensure_ascii=False, indent=2), not found.lost)
    return Outcome("\n".join(saved_lines(found, output, tr)), not found.lost)


def saved_from(file: Path, output: Path) -> Repair:
    """What could be read of it is in a new file now."""
    shipped = [
        questionnaire_to_data(questionnaire_of(each)) for each in shipped_clusters()
    ]
    return repairing.repair(readable(file), output, shipped)


def saved_lines(found: Repair, output: Path, tr: Catalogue) -> Iterator[str]:
    yield tr("Wrote {file}.", file=str(output))
    yield from _told(found.lost, tr)
    yield tr(
        "{n} answers and {sealed} revisions were saved.",
        n=found.saved.get("fields", 0),
        sealed=found.saved.get("revisions", 0),
    )


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


def looked_over(file: Path) -> Examination:
    """For the window, which tells it in ``told_lines`` and has its own way on."""
    return examine(readable(file))


def examined_lines(found: Examination, file: Path, tr: Catalogue) -> Iterator[str]:
    yield from told_lines(found, file, tr)
    if not found.is_healthy:
        yield tr(
            "{file} was left as it is. Open a backup, or save what can be read with"
            " --repair OUT.",
            file=file.name,
        )


def told_lines(found: Examination, file: Path, tr: Catalogue) -> Iterator[str]:
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
        alike = list(dict.fromkeys(_lines(each, tr)))
        yield from alike[:_SHOWN]
        if len(alike) > _SHOWN:
            rest = len(alike) - _SHOWN
            yield tr.counted("… and {n} more.", "… and {n} more.", rest)


def _lines(problems: Iterable[Problem], tr: Catalogue) -> Iterator[str]:
    """Of pages SQLite knows more, in no language but its own."""
    for each in problems:
        yield _message(each, tr)
        if each.code == "file.damaged" and each.subject:
            yield tr("In SQLite's own words: {words}", words=each.subject)


def _message(problem: Problem, tr: Catalogue) -> str:
    gaps = {"subject": problem.subject, "question": problem.question or "?"}
    return sentence(problem.code, gaps, tr)
