"""How far the consultation is, and its record as a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from focalpoint_app.document.blocks import Document
from focalpoint_app.document.consultation_record import consultation_record
from focalpoint_app.domain.consulted import Consulted, InputLine, InstitutionLine
from focalpoint_app.domain.contribution import Contribution, Receipt
from focalpoint_app.domain.progress import Heard, Tally, expected, tallied
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.consultation.stakeholders import listed_stakeholders
from focalpoint_app.workflow.consultation.withdrawing import withdrawn_requests
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same
from focalpoint_app.workflow.submitting.papers import paper_of
from focalpoint_app.workflow.verbs.reports import question_in_instrument


def heard(desk: Desk) -> Heard:
    """All that was sent and came back in this review; nothing that was withdrawn."""
    workspace, review = desk.workspace, desk.review.id
    gone = withdrawn_requests(desk)
    sent = workspace.requests(review)
    return Heard(
        tuple(each for each in sent if each.request.id not in gone),
        workspace.contributions(review),
        frozenset(each.id for each in in_use(desk)),
        listed_stakeholders(desk),
    )


def progress(desk: Desk, today: date) -> Mapping[str, Mapping[str, Tally]]:
    """``stakeholder``, ``article`` and ``category``, each by id, with its numbers."""
    return _progress(desk, heard(desk), today)


def _progress(
    desk: Desk, everything: Heard, today: date
) -> Mapping[str, Mapping[str, Tally]]:
    expectations = expected(desk.questionnaire, everything)
    return {
        "stakeholder": tallied(expectations, lambda each: each.stakeholder, today),
        "article": tallied(expectations, lambda each: each.article, today),
        "category": tallied(expectations, lambda each: each.category.value, today),
    }


def consulted(desk: Desk) -> Consulted:
    """What the record prints; contributors who are anonymous have no name in it."""
    all_of_it = heard(desk)
    counts = _progress(desk, all_of_it, date.max)["stakeholder"]
    receipts = desk.workspace.receipts(desk.review.id)
    counted = [each.respondent for each in receipts]
    return Consulted(
        state=desk.profile.state,
        institutions=tuple(
            line
            for each in all_of_it.stakeholders
            if (line := _line(each, all_of_it, receipts, counts)) is not None
        ),
        inputs=_inputs(desk, all_of_it),
        women=sum(each.women or 0 for each in counted),
        men=sum(each.men or 0 for each in counted),
        uncounted=sum(each.women is None and each.men is None for each in counted),
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


def _line(
    of: Stakeholder,
    everything: Heard,
    receipts: tuple[Receipt, ...],
    counts: Mapping[str, Tally],
) -> InstitutionLine | None:
    """None for whoever was neither asked nor heard."""
    sent = [e for e in everything.sent if e.request.stakeholder == of.id]
    given = [e for e in receipts if e.stakeholder == of.id]
    if not sent and not given:
        return None
    binding = max((each.standing for each in given), key=lambda s: s.weight,
                  default=None)  # fmt: skip
    return InstitutionLine(
        name="" if of.is_anonymous else of.name,
        category=of.category.value,
        asked=sent[0].time.astimezone().date().isoformat() if sent else "",
        due=sent[-1].request.due if sent else "",
        answered=given[-1].time.astimezone().date().isoformat() if given else "",
        standing=binding.value if binding else "",
        questions=counts.get(of.id, Tally()).asked,
        answers=len({e.question for e in everything.contributions
                     if e.stakeholder == of.id}),
        used=len(_used(everything, of.id)),
    )  # fmt: skip


def _used(everything: Heard, stakeholder: str) -> set[str]:
    return {
        each.question
        for each in everything.contributions
        if each.stakeholder == stakeholder and each.id in everything.in_use
    }


def _inputs(
    desk: Desk, everything: Heard
) -> tuple[tuple[str, tuple[InputLine, ...]], ...]:
    names = {e.id: "" if e.is_anonymous else e.name for e in everything.stakeholders}
    by_question: dict[str, list[Contribution]] = {}
    for each in everything.contributions:
        if each.id in everything.in_use:
            by_question.setdefault(each.question, []).append(each)
    form = desk.questionnaire
    return tuple(
        (
            question.id,
            tuple(
                InputLine(
                    names[each.stakeholder],
                    each.standing.value,
                    each.time.astimezone().date().isoformat(),
                )
                for each in by_question[question.id]
            ),
        )
        for question in form.questions.values()
        if question.id in by_question
    )
