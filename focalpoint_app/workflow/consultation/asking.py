"""Asking a stakeholder: its questions, a letter, a date, frozen as they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from focalpoint_app.domain.consultation import (
    UNREGISTERED,
    Asked,
    Carrier,
    Entry,
    Option,
    Register,
    Request,
)
from focalpoint_app.domain.contribution import Round, Sent
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Question, Questionnaire
from focalpoint_app.domain.questionnaire_data import structure_hash
from focalpoint_app.domain.selection import Selection, selected
from focalpoint_app.domain.stakeholder import Stakeholder, unnamed
from focalpoint_app.exchange.entries import value_data
from focalpoint_app.language.provisions import written_provision
from focalpoint_app.workflow.consultation.markings import marking_of_form, may_be_shown
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Ask:
    """What one stakeholder is asked; ``with_draft`` shows the national answer so far.

    ``letter`` and ``register`` None take the round's.
    """

    stakeholder: Stakeholder
    round: Round
    selection: Selection
    carrier: Carrier
    with_draft: bool = False
    letter: str | None = None
    register: Register | None = None


@dataclass(slots=True)
class Common:
    """What the requests of a round share, worked out once for all of them."""

    structure: str = ""
    questions: dict[tuple[str, str], Asked] = field(default_factory=dict)
    levels: dict[tuple[str, str, str], bool] = field(default_factory=dict)

    def structure_of(self, form: Questionnaire) -> str:
        self.structure = self.structure or structure_hash(form)
        return self.structure

    def asked(self, question: Question, language: str) -> Asked:
        """Without a draft."""
        key = question.id, language
        if key not in self.questions:
            self.questions[key] = _asked(question, language)
        return self.questions[key]

    def may_show(self, desk: Desk, question: str, stakeholder: Stakeholder) -> bool:
        """``may_be_shown``, once for all who may see as much."""
        key = question, stakeholder.may_see.value, stakeholder.marking
        if key not in self.levels:
            self.levels[key] = may_be_shown(desk, question, stakeholder)
        return self.levels[key]


def new_round(
    desk: Desk,
    name: str,
    *,
    letter: str = "",
    due: str = "",
    register: Register = UNREGISTERED,
) -> Round:
    """Kept at once; ``due`` is ISO 8601 or empty."""
    made = replace(unkept_round(desk, name, due=due), letter=letter, register=register)
    desk.workspace.save_round(made)
    return made


def unkept_round(desk: Desk, name: str, *, due: str = "") -> Round:
    """It is kept with its first request; ``due`` is ISO 8601 or empty."""
    return Round(
        id=desk.new_id(),
        review=desk.review.id,
        name=name,
        letter="",
        due=due,
        register=UNREGISTERED,
        time=desk.clock(),
        author=desk.author.id,
    )


def prepared_request(desk: Desk, ask: Ask, common: Common | None = None) -> Sent:
    """The request as it would leave; nothing is kept yet.

    ``common`` is that of the round, where it has several requests.  A draft above
    what the stakeholder may see stays out and is named as withheld.

    Raises:
        AppError: ``request.no_questions``.
    """
    common, form = common or Common(), desk.questionnaire
    ask = replace(ask, stakeholder=unnamed(ask.stakeholder))
    questions = selected(form, desk.review.parts, ask.selection)
    if not questions:
        raise AppError(
            "request.no_questions", pattern=", ".join(ask.selection.patterns)
        )
    drafts = _drafts(desk, ask, questions)
    shown = {
        key: draft
        for key, draft in drafts.items()
        if common.may_show(desk, key, ask.stakeholder)
    }
    request = _request(desk, ask, common.structure_of(form))
    asked = (common.asked(each, request.language) for each in questions)
    drafted = (
        replace(each, draft=shown[each.id]) if each.id in shown else each
        for each in asked
    )
    register, language = request.register, request.language
    marking = marking_of_form(desk, register.marking, shown, language)
    marked = replace(register, marking=marking)
    return Sent(
        request=replace(request, questions=tuple(drafted), register=marked),
        carrier=ask.carrier,
        time=desk.clock(),
        author=desk.author.id,
        withheld=tuple(k for k in drafts if k not in shown),
    )


def keep_request(desk: Desk, sent: Sent) -> None:
    """From now on its replies are known; what it says is never changed."""
    desk.workspace.add_request(sent)


def recipient_of(stakeholder: Stakeholder) -> str:
    """Title and holder of the office that is addressed, else the institution."""
    office = stakeholder.addressee
    named = " ".join(filter(None, (office.protocol_title, office.holder)))
    return named or office.office or stakeholder.name


def _request(desk: Desk, ask: Ask, structure: str) -> Request:
    form, asked_of = desk.questionnaire, ask.stakeholder
    return Request(
        id=desk.new_id(),
        review=desk.review.id,
        round=ask.round.id,
        stakeholder=asked_of.id,
        recipient=recipient_of(asked_of),
        state=desk.profile.state,
        questionnaire=form.id,
        version=form.version,
        structure=structure,
        language=asked_of.language,
        questions=(),
        letter=ask.round.letter if ask.letter is None else ask.letter,
        due=ask.round.due,
        register=ask.round.register if ask.register is None else ask.register,
    )


def _drafts(desk: Desk, ask: Ask, questions: tuple[Question, ...]) -> dict[str, Entry]:
    if not ask.with_draft:
        return {}
    found: dict[str, Entry] = {}
    for question in questions:
        answer = desk.answer(question.id)
        if answer.is_given and answer.value is not None:
            found[question.id] = {"value": value_data(answer.value)}
    return found


def _asked(question: Question, language: str) -> Asked:
    return Asked(
        id=question.id,
        provision=written_provision(question.provision, language),
        text=_in(question.text, language),
        kind=question.kind.value,
        guidance=_in(question.guidance, language),
        choices=tuple(Option(e.id, _in(e.text, language)) for e in question.choices),
        columns=tuple(
            Option(e.id, _in(e.text, language), e.kind.value) for e in question.columns
        ),
        limit=question.limit or 0,
        parent=question.parent,
    )


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")
