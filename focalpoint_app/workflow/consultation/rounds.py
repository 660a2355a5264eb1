"""A round of requests: whom, what, with what draft; seen before anything leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from focalpoint_app.domain.consultation import UNREGISTERED, Carrier, Register
from focalpoint_app.domain.contribution import Round, Sent
from focalpoint_app.domain.numbering import Numbering, numbers
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.domain.selection import Selection
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.domain.text import clean_within
from focalpoint_app.workflow.consultation.asking import Ask, Common, prepared_request
from focalpoint_app.workflow.consultation.markings import national_markings
from focalpoint_app.workflow.consultation.stakeholders import LONGEST_NAME
from focalpoint_app.workflow.consultation.suggesting import suggestion_of
from focalpoint_app.workflow.review.desk import Desk

LONGEST_LETTER = 20_000
"""Characters of a round's letter."""
LONGEST_NUMBER = 200


@dataclass(frozen=True, slots=True)
class Wish:
    """``questions`` are ids; ``due`` is ISO 8601 or empty.

    ``register`` has the first outgoing number, ``numbering`` says which follow;
    ``own_numbers`` are those of its letters by stakeholder, where each has its own.
    ``only_own``: each institution is asked on those articles only for which the
    likes of it are suggested; one of another name is asked everything.
    """

    name: str
    stakeholders: tuple[Stakeholder, ...]
    questions: frozenset[str]
    carrier: Carrier
    with_draft: bool = False
    only_own: bool = False
    letter: str = ""
    due: str = ""
    register: Register = UNREGISTERED
    numbering: Numbering = Numbering.SAME
    own_numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would leave for one institution; ``withheld`` drafts would stay.

    ``number`` is the outgoing one of its letter, empty for one that gets none.
    ``is_above``: the letter's marking is higher than what it may read.
    """

    stakeholder: Stakeholder
    questions: tuple[str, ...]
    withheld: tuple[str, ...] = ()
    is_above: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """Nothing of it is kept yet."""

    round: Round
    sent: tuple[Sent, ...]


def outlooks(desk: Desk, wish: Wish) -> tuple[Outlook, ...]:
    """One a stakeholder, in their order; nothing is made for it."""
    questions = _wanted(desk, wish)
    drafted = [q.id for q in questions if wish.with_draft and _has_draft(desk, q.id)]
    asking = _Asking(questions, drafted, Common())
    seen = [_outlook(desk, wish, each, asking) for each in wish.stakeholders]
    return tuple(_numbered(seen, wish))


def planned(desk: Desk, wish: Wish) -> Planned:
    """The requests as they would leave; whoever has no question is passed over.

    Raises:
        AppError: ``text.*``.
    """
    made = Round(
        id=desk.new_id(),
        review=desk.review.id,
        name=clean_within(wish.name, LONGEST_NAME),
        letter=clean_within(wish.letter, LONGEST_LETTER),
        due=wish.due,
        register=wish.register,
        time=desk.clock(),
        author=desk.author.id,
    )
    common = Common()
    return Planned(
        made,
        tuple(
            prepared_request(desk, _ask(made, wish, each), common)
            for each in outlooks(desk, wish)
            if each.questions
        ),
    )


def keep_planned(desk: Desk, plan: Planned) -> None:
    """From now on replies to it are known; what was asked is never changed."""
    desk.workspace.add_round(plan.round, plan.sent)


def own_articles(stakeholder: Stakeholder) -> tuple[str, ...]:
    """``untoc.5`` and so on, for which the likes of it are suggested."""
    found = suggestion_of(stakeholder)
    return () if found is None else found.articles


def _wanted(desk: Desk, wish: Wish) -> tuple[Question, ...]:
    return tuple(
        question
        for question in desk.questionnaire.questions.values()
        if question.id in wish.questions and question.part in desk.review.parts
    )


def _numbered(seen: Iterable[Outlook], wish: Wish) -> Iterator[Outlook]:
    """Whoever is asked nothing gets no letter, and takes no number."""
    seen = tuple(seen)
    letters = sum(1 for each in seen if each.questions)
    given = iter(numbers(wish.register.outgoing, letters, wish.numbering))
    for each in seen:
        if each.questions:
            yield replace(each, number=_own(each, wish, next(given)))
        else:
            yield each


def _own(letter: Outlook, wish: Wish, usual: str) -> str:
    if wish.numbering is not Numbering.OWN:
        return usual
    said = wish.own_numbers.get(letter.stakeholder.id, "")
    return clean_within(said.strip(), LONGEST_NUMBER) or usual


@dataclass(frozen=True, slots=True)
class _Asking:
    """The questions wished for, those of them with a draft, and what is shared."""

    questions: tuple[Question, ...]
    drafted: list[str]
    common: Common


def _outlook(desk: Desk, wish: Wish, asked: Stakeholder, asking: _Asking) -> Outlook:
    own = own_articles(asked) if wish.only_own else ()
    ids = tuple(
        question.id
        for question in asking.questions
        if not own or f"{question.part}.{question.article}" in own
    )
    mine, common = set(ids), asking.common
    withheld = tuple(
        each
        for each in asking.drafted
        if each in mine and not common.may_show(desk, each, asked)
    )
    markings = national_markings()
    is_above = not markings.permits(asked.marking, wish.register.marking)
    return Outlook(asked, ids, withheld, is_above)


def _ask(made: Round, wish: Wish, outlook: Outlook) -> Ask:
    """The marking stands on the form in its reader's language."""
    language, register = outlook.stakeholder.language, wish.register
    marking = national_markings().printed(register.marking, language)
    return Ask(
        outlook.stakeholder,
        made,
        Selection(ids=frozenset(outlook.questions)),
        wish.carrier,
        with_draft=wish.with_draft,
        register=replace(register, marking=marking, outgoing=outlook.number),
    )


def _has_draft(desk: Desk, question: str) -> bool:
    answer = desk.answer(question)
    return answer.is_given and answer.value is not None
