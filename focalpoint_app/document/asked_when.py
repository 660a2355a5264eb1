"""When a follow-up is asked, in words for whoever fills in a form by hand."""

from __future__ import annotations

from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.condition import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Includes,
    Is,
    Not,
    leaves,
)
from focalpoint_app.domain.questionnaire import Question, Questionnaire
from focalpoint_app.language.provisions import short_provision

Choices = tuple[str, tuple[str, ...]]
"""A question and those of its choices that call for more."""


def asked_when(question: Question, form: Questionnaire, wording: Wording) -> str:
    """``If the answer is Yes / In part:``; empty for what is always asked."""
    match question.condition:
        case None:
            return ""
        case Answered(other):
            return _when_answered(other, question, form, wording)
    choices = _of_one_question(question.condition)
    if choices is None:
        return _in_the_light(question.condition, form, wording)
    return _when_chosen(choices, question, form, wording)


def _of_one_question(condition: Condition) -> Choices | None:
    """What any of a single question's choices is enough for."""
    match condition:
        case Is(question, choice) | Includes(question, choice):
            return question, (choice,)
        case AnyOf(conditions):
            found = [_of_one_question(each) for each in conditions]
            known = [each for each in found if each is not None]
            if len(known) < len(found) or len({question for question, _ in known}) > 1:
                return None
            return known[0][0], tuple(choice for _, some in known for choice in some)
        case Answered() | AllOf() | Not():
            return None


def _when_chosen(
    choices: Choices, question: Question, form: Questionnaire, wording: Wording
) -> str:
    other, wanted = choices
    listed = [c for c in form.questions[other].choices if c.id in wanted]
    written = " / ".join(wording.of(choice.text) for choice in listed)
    if other == question.parent:
        return wording.tr("If the answer is: {choices}", choices=written)
    name = _name(form.questions[other], wording)
    return wording.tr(
        "If the answer to {question} is: {choices}", question=name, choices=written
    )


def _when_answered(
    other: str, question: Question, form: Questionnaire, wording: Wording
) -> str:
    if other == question.parent:
        return wording.tr("If the question above is answered:")
    name = _name(form.questions[other], wording)
    return wording.tr("If {question} is answered:", question=name)


def _in_the_light(condition: Condition, form: Questionnaire, wording: Wording) -> str:
    asked = dict.fromkeys(leaf.question for leaf in leaves(condition))
    names = dict.fromkeys(_name(form.questions[each], wording) for each in asked)
    return wording.tr(
        "Depending on the answers to: {questions}",
        questions=wording.marks.semicolon.join(names),
    )


def _name(question: Question, wording: Wording) -> str:
    place = short_provision(question.provision, wording.language)
    return place or wording.of(question.text)
