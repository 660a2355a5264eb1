"""How far the consultation is, and its record as a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from focalpoint_app.document.blocks import Document
from focalpoint_app.document.consultation_record import consultation_record
from focalpoint_app.domain.consulted import Consulted, InputLine, InstitutionLine
from focalpoint_app.domain.contribution import Contribution, Receipt
from focalpoint_app.domain.progress import Heard, Tally, expected, tallied
from focalpoint_app.domain.respondents import came_when, people_of
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.consultation.stakeholders import listed_stakeholders
from focalpoint_app.workflow.consultation.withdrawing import withdrawn_requests
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same
from focalpoint_app.workflow.submitting.papers import paper_of
from focalpoint_app.workflow.verbs.reports import question_in_instrument


@dataclass(frozen=True, slots=True)
class _Said:
    """What came back; ``in_use``: ids of contributions, ``came`` as ``came_when``."""

    contributions: tuple[Contribution, ...]
    in_use: frozenset[str]
    receipts: tuple[Receipt, ...]
    came: Mapping[str, datetime]


def _heard(desk: Desk, said: _Said) -> Heard:
    """All that was sent and came back in this review; nothing that was withdrawn."""
    workspace, review = desk.workspace, desk.review.id
    gone = withdrawn_requests(desk)
    sent = workspace.requests(review)
    return Heard(
        sent=tuple(each for each in sent if each.request.id not in gone),
        reminders=workspace.reminders(review),
        arrived=workspace.arrived(review),
        used=frozenset(
            (each.stakeholder, each.question)
            for each in said.contributions
            if each.id in said.in_use
        ),
        stakeholders=listed_stakeholders(desk),
    )


def _said(desk: Desk) -> _Said:
    workspace, review = desk.workspace, desk.review.id
    receipts = workspace.receipts(review)
    return _Said(
        workspace.contributions(review),
        frozenset(each.id for each in in_use(desk)),
        receipts,
        came_when(receipts),
    )


def progress(desk: Desk, today: date) -> Mapping[str, Mapping[str, Tally]]:
    """``stakeholder``, ``article`` and ``category``, each by id, with its numbers."""
    expectations = expected(desk.questionnaire, _heard(desk, _said(desk)))
    return {
        "stakeholder": tallied(expectations, lambda each: each.stakeholder, today),
        "article": tallied(expectations, lambda each: each.article, today),
        "category": tallied(expectations, lambda each: each.category.value, today),
    }


def consulted(desk: Desk) -> Consulted:
    """What the record prints; contributors who are anonymous have no name in it."""
    said = _said(desk)
    heard = _heard(desk, said)
    people = people_of(said.receipts, said.contributions)
    told = {each.id: _line(each, heard, said) for each in heard.stakeholders}
    lines = {key: line for key, line in told.items() if line is not None}
    return Consulted(
        state=desk.profile.state,
        institutions=tuple(lines.values()),
        inputs=_inputs(desk, lines, said),
        women=people.women,
        men=people.men,
        uncounted=people.uncounted,
    )


def write_record(desk: Desk, target: Path, language: str) -> None:
    """The consultation record as a PDF.

    Raises:
        AppError: ``file.same``, ``file.unwritable``, ``disk.full``.
    """
    from focalpoint_app.pdf.pages import write_pdf

    refuse_same(desk.path, target)
    tr = Catalogue(language)
    write_pdf(record_document(desk, tr), target)


def record_document(desk: Desk, tr: Catalogue) -> Document:
    """To be printed or looked at by the worker: it holds values only."""
    form = desk.questionnaire
    names = {
        each.id: question_in_instrument(form, each, tr)
        for each in form.questions.values()
    }
    paper = paper_of(desk, tr.language)
    return consultation_record(consulted(desk), tr, lambda each, _: names[each], paper)


def _line(of: Stakeholder, heard: Heard, said: _Said) -> InstitutionLine | None:
    """None for whoever was neither asked nor heard."""
    sent = [e for e in heard.sent if e.request.stakeholder == of.id]
    given = [e for e in said.receipts if e.stakeholder == of.id]
    if not sent and not given:
        return None
    settled = [e for e in said.contributions if e.stakeholder == of.id and e.settles]
    answering = {each.reply for each in settled}
    answered = max((said.came[each] for each in answering), default=None)
    binding = max((each.standing for each in given), key=lambda s: s.weight,
                  default=None)  # fmt: skip
    return InstitutionLine(
        name="" if of.is_anonymous else of.name,
        category=of.category.value,
        asked=_day(sent[0].time) if sent else "",
        due=sent[-1].request.due if sent else "",
        answered=_day(answered) if answered else "",
        standing=binding.value if binding else "",
        questions=len({asked.id for e in sent for asked in e.request.questions}),
        answers=len({each.question for each in settled}),
        used=sum(stakeholder == of.id for stakeholder, _ in heard.used),
        commented="" if answered else _commented(given, said),
    )  # fmt: skip


def _commented(given: Iterable[Receipt], said: _Said) -> str:
    """When the last came that says something, be it beside all questions."""
    speaking = {each.reply for each in said.contributions}
    came = (said.came[e.id] for e in given if e.id in speaking or e.unassigned)
    last = max(came, default=None)
    return _day(last) if last else ""


def _inputs(
    desk: Desk, lines: Mapping[str, InstitutionLine], said: _Said
) -> tuple[tuple[str, tuple[InputLine, ...]], ...]:
    places = {each: place for place, each in enumerate(lines)}
    by_question: dict[str, list[InputLine]] = {}
    for each in said.contributions:
        if each.id in said.in_use:
            line = InputLine(
                lines[each.stakeholder].name,
                each.standing.value,
                _day(said.came[each.reply]),
                each.audience.value,
                places[each.stakeholder],
            )
            by_question.setdefault(each.question, []).append(line)
    return tuple(
        (question, tuple(by_question[question]))
        for question in desk.questionnaire.questions
        if question in by_question
    )


def _day(time: datetime) -> str:
    """As the office counts days."""
    return time.astimezone().date().isoformat()
