"""Readiness: what still stands between a review and its clearance."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from focalpoint_app.domain.answer import (
    Answer,
    Confidentiality,
    DateValue,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.condition import holds
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.facts import AnswerFacts
from focalpoint_app.domain.identity import may_identify
from focalpoint_app.domain.misleading import misleading
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire import (
    Kind,
    Obligation,
    Question,
    Questionnaire,
    Role,
)
from focalpoint_app.domain.text import has_direction_override, is_blank

_NO_INPUTS: Mapping[str, tuple[Standing, ...]] = {}
_MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Problem:
    """``code`` selects the sentence; only what ``blocks`` stops a clearance.

    ``question`` is empty where it lies in what stands around the answers.
    """

    code: str
    question: str
    blocks: bool = False
    context: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Readiness:
    """``of`` counts the visible questions that stand by themselves (no companions)."""

    answered: int
    of: int
    problems: tuple[Problem, ...]

    @property
    def ready(self) -> bool:
        return not any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at: one visible question and all that surrounds it.

    ``inputs``: how binding the contributions are that its answer took over.
    """

    question: Question
    answer: Answer
    facts: AnswerFacts
    questionnaire: Questionnaire
    profile: StateProfile
    inputs: tuple[Standing, ...] = ()

    def companions(self, role: Role) -> Iterator[Question]:
        for child in self.questionnaire.companions.get(self.question.id, ()):
            if child.role is role and self.facts.is_visible(child.id):
                yield child


def readiness(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    parts: Collection[str],
    profile: StateProfile,
    inputs: Mapping[str, tuple[Standing, ...]] = _NO_INPUTS,
) -> Readiness:
    """Every rule over every visible question of the given instruments.

    ``inputs``: by question, how binding the contributions are in its answer.
    """
    facts = AnswerFacts(questionnaire, answers, parts)
    asked = tuple(facts.visible_questions())
    own = [question for question in asked if question.parent is None]
    problems = [
        problem
        for question in asked
        for rule in RULES
        for problem in rule(
            Case(
                question,
                facts.answer(question.id),
                facts,
                questionnaire,
                profile,
                inputs.get(question.id, ()),
            )
        )
    ]
    problems += _contradictions(questionnaire, facts)
    answered = sum(facts.answer(question.id).counts for question in own)
    return Readiness(answered, len(own), tuple(problems))


def unanswered(case: Case) -> Iterator[Problem]:
    """Nothing said at all; a mandatory obligation without an answer blocks."""
    if case.answer.counts:
        return
    if case.question.parent is not None:
        yield Problem("companion_unanswered", case.question.id)
        return
    blocks = (
        case.question.obligation is Obligation.MANDATORY
        and case.question.role is Role.MAIN
        and not _is_met_by_another(case)
    )
    yield Problem("unanswered", case.question.id, blocks=blocks)


def _is_met_by_another(case: Case) -> bool:
    """Where a provision leaves the choice: Convention, article 5 (1) (a)."""
    if not case.question.is_alternative:
        return False
    return any(
        case.facts.chosen(each.id) in (("yes",), ("part",))
        for each in case.questionnaire.questions.values()
        if each.is_alternative and _paragraph(each) == _paragraph(case.question)
    )


def _paragraph(question: Question) -> tuple[str, str]:
    """``5(1)(a)`` of ``5(1)(a)(i)``, and its instrument."""
    return question.part, question.provision.rpartition("(")[0]


def no_law(case: Case) -> Iterator[Problem]:
    """*Yes* needs law and provision (general guidance, domain.md 3.2, item 3)."""
    if not case.question.cites_law or case.answer.choices != ("yes",):
        return
    if not any(not is_blank(cite.provision) for cite in case.answer.cites):
        yield Problem("no_law", case.question.id)


def no_explanation(case: Case) -> Iterator[Problem]:
    if case.answer.choices not in (("part",), ("no",)):
        return
    for child in case.companions(Role.EXPLANATION):
        if not case.facts.answer(child.id).counts:
            yield Problem("no_explanation", case.question.id)


def no_type(case: Case) -> Iterator[Problem]:
    """Assistance is needed, but of which type is not said."""
    if case.question.role is not Role.ASSISTANCE_NEEDED:
        return
    if case.answer.choices != ("yes",):
        return
    children = case.questionnaire.companions.get(case.question.id, ())
    types = [child for child in children if child.kind is Kind.CHOICES]
    if types and not any(case.facts.answer(child.id).counts for child in types):
        yield Problem("no_type", case.question.id)


def too_long(case: Case) -> Iterator[Problem]:
    limit = case.question.limit
    if limit is None:
        return
    for text in texts_of(case.answer):
        if len(text) > limit:
            context = {"length": len(text), "limit": limit}
            yield Problem("too_long", case.question.id, context=context)


def too_early(case: Case) -> Iterator[Problem]:
    """A date earlier than the instrument could bind or concern the State.

    A notification may come with signature (Convention, article 5 (3)), so those
    are held against that date, or an acceding State's against its accession.
    """
    act, since = _first_act(case)
    match case.answer.value:
        case DateValue(date) if since and date < since:
            context = {"date": date, "since": since}
            yield Problem(f"before_{act}", case.question.id, context=context)


def _first_act(case: Case) -> tuple[str, str]:
    part, profile = case.question.part, case.profile
    if "notification" not in case.question.tags:
        return "entry_into_force", profile.entry_into_force(part)
    if profile.signature(part):
        return "signature", profile.signature(part)
    return "ratification", profile.ratification(part)


def identifying(case: Case) -> Iterator[Problem]:
    """Names or numbers that may identify victims, witnesses or suspects."""
    if case.answer.confidentiality is Confidentiality.NATIONAL:
        return
    for text in texts_of(case.answer):
        found = may_identify(text)
        if found:
            yield Problem("may_identify", case.question.id, context={"words": found})
            return


def overridden_direction(case: Case) -> Iterator[Problem]:
    if any(map(has_direction_override, texts_of(case.answer))):
        yield Problem("direction_override", case.question.id)


def spoofing(case: Case) -> Iterator[Problem]:
    """What a reader would not see, or take for something else."""
    found = dict.fromkeys(
        each for text in texts_of(case.answer) for each in misleading(text)
    )
    if found:
        context = {"words": " ".join(list(found)[:_MOST_TOLD])}
        yield Problem("spoofing", case.question.id, context=context)


def working_input(case: Case) -> Iterator[Problem]:
    """What an answer took over was said by nobody who may bind an institution."""
    if case.inputs and Standing.OFFICIAL not in case.inputs and case.answer.is_given:
        yield Problem("working_input_only", case.question.id)


Rule = Callable[[Case], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    unanswered,
    no_law,
    no_explanation,
    no_type,
    too_long,
    too_early,
    identifying,
    overridden_direction,
    spoofing,
    working_input,
)


def _contradictions(
    questionnaire: Questionnaire, facts: AnswerFacts
) -> Iterator[Problem]:
    for each in questionnaire.contradictions:
        if facts.is_visible(each.question) and holds(each.when, facts):
            context = {"contradiction": each.id}
            yield Problem("contradiction", each.question, context=context)


def texts_of(answer: Answer) -> tuple[str, ...]:
    """What somebody wrote in it: texts of all languages, cells of words."""
    match answer.value:
        case TextValue(texts):
            return tuple(texts.values())
        case TableValue(rows):
            cells = (cell for row in rows for cell in row.cells.values())
            return tuple(cell for cell in cells if isinstance(cell, str))
    return ()
