"""What the command line prints as JSON; the shapes are a contract with scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from focalpoint_app.domain.condition import condition_to_data
from focalpoint_app.domain.questionnaire import Choice, Column, Question, Questionnaire
from focalpoint_app.domain.readiness import Problem, Readiness
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.provisions import written_provision
from focalpoint_app.language.punctuation import punctuation
from focalpoint_app.language.sentences import problem_sentence


def form_summary(questionnaire: Questionnaire) -> dict[str, Any]:
    return {
        "id": questionnaire.id,
        "version": questionnaire.version,
        "languages": list(questionnaire.languages),
        "questions": len(questionnaire.questions),
    }


def form_details(questionnaire: Questionnaire) -> dict[str, Any]:
    details = form_summary(questionnaire)
    details["questions"] = [
        _question(each) for each in questionnaire.questions.values()
    ]
    return details


def check_report(
    questionnaire: Questionnaire, state: Readiness, tr: Catalogue
) -> dict[str, Any]:
    return {
        "ready": state.ready,
        "answered": state.answered,
        "of": state.of,
        "problems": [
            {
                "code": problem.code,
                "question": problem.question or None,
                "blocks": problem.blocks,
                "message": problem_message(questionnaire, problem, tr),
            }
            for problem in state.problems
        ],
    }


def problem_message(
    questionnaire: Questionnaire, problem: Problem, tr: Catalogue
) -> str:
    """One sentence that names the question as its language writes provisions."""
    question = questionnaire.questions.get(problem.question)
    name = (
        "" if question is None else question_in_instrument(questionnaire, question, tr)
    )
    gaps = problem_gaps(questionnaire, problem, tr)
    return problem_sentence(problem.code, name, tr, **gaps)


def problem_gaps(
    questionnaire: Questionnaire, problem: Problem, tr: Catalogue
) -> dict[str, str | int]:
    """What fills the problem's sentence, dates and contradictions in words."""
    gaps = dict(problem.context)
    contradiction = gaps.pop("contradiction", None)
    for each in questionnaire.contradictions:
        if each.id == contradiction:
            gaps["text"] = _in_language(each.text, tr)
    for name in ("date", "since"):
        if name in gaps:
            gaps[name] = written_date(str(gaps[name]), tr.language, tr.digits)
    return gaps


def question_in_instrument(
    questionnaire: Questionnaire, question: Question, tr: Catalogue
) -> str:
    """Instrument and provision; on closing pages the question's own words."""
    part = _in_language(questionnaire.part(question.part).short_title, tr)
    place = written_provision(question.provision, tr.language)
    name = place or _in_language(question.text, tr)
    return f"{part}{punctuation(tr.language).comma}{name}"


def _in_language(texts: Mapping[str, str], tr: Catalogue) -> str:
    return texts.get(tr.language) or texts.get("en") or next(iter(texts.values()), "")


def _question(question: Question) -> dict[str, Any]:
    condition = question.condition
    return {
        "id": question.id,
        "part": question.part,
        "article": question.article,
        "provision": question.provision,
        "obligation": question.obligation.value,
        "kind": question.kind.value,
        "limit": question.limit,
        "choices": [_choice(each) for each in question.choices],
        "columns": [_column(each) for each in question.columns],
        "condition": None if condition is None else condition_to_data(condition),
        "parent": question.parent,
        "role": question.role.value,
        "text": dict(question.text),
        "guidance": dict(question.guidance),
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {"id": choice.id, "text": dict(choice.text)}


def _column(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": column.id,
        "kind": column.kind.value,
        "unit": column.unit,
        "text": dict(column.text),
    }
    if column.choices:
        found["choices"] = [_choice(each) for each in column.choices]
    return found
