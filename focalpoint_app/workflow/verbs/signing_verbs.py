"""``submit`` and ``sign``: a review onto signed pages, and one signature more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.signing.certificates import Identity
from focalpoint_app.workflow.consultation.consulted import consulted
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping.backing import before
from focalpoint_app.workflow.submitting.keys import Key, file_of, identity
from focalpoint_app.workflow.submitting.noting import noting
from focalpoint_app.workflow.submitting.outputs import refuse_same, refuse_unwritable
from focalpoint_app.workflow.submitting.papers import paper_of, public_paper
from focalpoint_app.workflow.submitting.publishing import publish_as
from focalpoint_app.workflow.submitting.signing_lines import lines_of
from focalpoint_app.workflow.submitting.submission import (
    ExportOptions,
    export,
    sign_next,
)
from focalpoint_app.workflow.submitting.submitting import try_authority
from focalpoint_app.workflow.submitting.unprintable import UNPRINTABLE, signer_problems
from focalpoint_app.workflow.verbs import reports
from focalpoint_app.workflow.verbs.verbs import Outcome, written


@dataclass(frozen=True, slots=True)
class SubmitOrder:
    """``edition`` is reviewing or public; without a ``key`` nothing is signed.

    ``timestamp`` is the address of a time-stamp authority, empty for none;
    ``record``: the consultation's is a section.
    """

    file: Path
    output: Path
    key: Key | None
    language: str
    edition: str
    review_id: str | None
    beside: str | None = None
    timestamp: str = ""
    record: bool = False


def submit(order: SubmitOrder, tr: Catalogue, tell: Callable[[str], None]) -> Outcome:
    """The key is tried before anything is cleared, and ``tell`` hears what would
    print as boxes."""
    refuse_same(order.file, order.output)
    refuse_same(file_of(order.key), order.output)
    refuse_unwritable(order.output)
    signer = identity(order.key) if order.key else None
    if signer is not None:
        try_authority(order.timestamp)
    audience = Audience(order.edition)
    is_public = audience is Audience.PUBLIC
    with closing(open_review(order.file, review_id=order.review_id)) as desk:
        lines = lines_of(desk, Catalogue(order.language))
        if signer is not None and not any(line.digital for line in lines):
            raise AppError("signature.no_place", file=order.output.name)
        paper = (public_paper if is_public else paper_of)(desk, order.language)
        options = ExportOptions(
            order.output, order.language, audience, signer, lines, order.beside, paper,
            timestamp=order.timestamp,
        )  # fmt: skip
        for told in _boxes(desk, signer, tr):
            tell(told)
        hindered = before(desk.workspace, Reason.CLEARANCE)
        record = consulted(desk) if order.record else None
        if is_public:
            exported = publish_as(desk, options, record=record)
        else:
            clearance = clear(desk, record=record)
            note = noting(desk, clearance)
            exported = export(desk.questionnaire, clearance, options, noted=note)
    told = written(order.output, exported.missing, tr)
    return Outcome(told, warning=hindered or desk.notice)


def _boxes(desk: Desk, signer: Identity | None, tr: Catalogue) -> Iterator[str]:
    found = [p for p in desk.readiness().problems if p.code.startswith(UNPRINTABLE)]
    for problem in (*found, *signer_problems(signer.common_name if signer else "")):
        yield reports.problem_message(desk.questionnaire, problem, tr)


def sign(
    pdf: Path, output: Path | None, key: Key, timestamp: str, tr: Catalogue
) -> Outcome:
    """The next signature; ``timestamp`` is an authority's address or empty."""
    target = output or pdf.with_name(f"{_without_pdf(pdf.name)}.signed.pdf")
    refuse_same(pdf, target)
    refuse_same(file_of(key), target)
    sign_next(pdf, target, identity(key), tr.language, timestamp)
    return Outcome(tr("Wrote {file}.", file=str(target)))


def _without_pdf(name: str) -> str:
    return name[:-4] if name.lower().endswith(".pdf") else name
