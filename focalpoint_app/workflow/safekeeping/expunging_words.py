"""An expunging in words: before it, after it, and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from focalpoint_app.document.expunging_record import (
    ExpungingRecord,
    expunging_record,
)
from focalpoint_app.document.verification_record import Fact
from focalpoint_app.domain.act import Act
from focalpoint_app.domain.expunging import Places
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.punctuation import punctuation
from focalpoint_app.language.states import state_name
from focalpoint_app.pdf.pages import write_pdf
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.expunging import Copies
from focalpoint_app.workflow.submitting.outputs import refuse_same
from focalpoint_app.workflow.submitting.papers import paper_of
from focalpoint_app.workflow.submitting.verdicts import moment

_ELSEWHERE: Mapping[str, str] = {
    "authors": N_("the names of those who write"),
    "evidence": N_("the names of kept scans"),
    "letterhead": N_("the letterhead"),
    "meta": N_("the sign-off lines or markings"),
    "profile": N_("the State profile"),
    "rounds": N_("the rounds of the consultation"),
    "sources": N_("the sources"),
    "stakeholders": N_("the stakeholders"),
}


def place_lines(places: Places, tr: Catalogue) -> Iterator[str]:
    """What would be taken out, then what only a further decision takes out."""
    yield tr(
        "Found: fields as they stand {answers}, sealed revisions {revisions}, steps"
        " that can be undone {steps}, notes {notes}.",
        answers=places.answers,
        revisions=places.revisions,
        steps=places.steps,
        notes=places.notes,
    )
    if places.contributions:
        yield _contributions(places.contributions, tr)
    for number in places.clearances:
        yield _clearance(number, tr)
    if places.elsewhere:
        yield _elsewhere(places.elsewhere, tr)


def left_lines(act: Act, copies: Copies, tr: Catalogue) -> Iterator[str]:
    """What still holds the passage."""
    places: Mapping[str, Any] = act.details["places"]
    if int(places["contributions_kept"]):
        yield _contributions(int(places["contributions_kept"]), tr)
    for number in places["clearances_kept"]:
        yield _clearance(int(number), tr)
    if places["elsewhere"]:
        yield _elsewhere(tuple(places["elsewhere"]), tr)
    for name in act.details.get("scans", ()):
        yield tr(
            "A scan of a clearance that is void now shows the digest printed, by which"
            " a guess can be tried: {name}",
            name=name,
        )
    for copy in copies.all:
        yield tr("A copy of the workspace or of a text: {file}", file=str(copy))


def effect_facts(act: Act, tr: Catalogue) -> Iterator[Fact]:
    places: Mapping[str, Any] = act.details["places"]
    yield tr("Fields as they stand"), places["answers"]
    yield tr("Sealed revisions"), places["revisions"]
    yield tr("Steps that can be undone"), places["steps"]
    yield tr("Notes and reasons"), places["notes"]
    yield tr("Contributions, letters and requests"), places["contributions"]
    void = punctuation(tr.language).comma.join(places["clearances"])
    yield tr("Clearances that are void now"), void or "0"
    if act.details.get("restated"):  # None that this version made.
        yield tr("Entries of the chain that were replaced"), _numbered(act, "restated")


def write_expunging_record(
    desk: Desk, act: Act, copies: Copies, target: Path, language: str
) -> None:
    """Long work: the record of one act as a PDF.

    Raises:
        AppError: ``file.same``, ``file.unwritable``, ``disk.full``.
    """
    refuse_same(desk.path, target)
    tr = Catalogue(language)
    record = ExpungingRecord(
        tuple(_decision(desk, act, tr)),
        tuple(effect_facts(act, tr)),
        tuple(left_lines(act, copies, tr)),
    )
    write_pdf(expunging_record(record, tr, paper_of(desk, language)), target)


def _decision(desk: Desk, act: Act, tr: Catalogue) -> Iterator[Fact]:
    names = {author.id: author.line for author in desk.authors()}
    yield tr("State"), state_name(desk.profile.state, tr.language)
    yield tr("Question"), act.subject or tr("All questions")
    yield tr("Decided by"), names.get(act.author, "–")
    yield tr("Time"), moment(act.time, tr)
    yield tr("Reason"), act.details["reason"]
    yield tr("Number of the act"), act.id
    yield tr("Digest in the chain"), act.digest


def _numbered(act: Act, detail: str) -> str:
    return str(len(act.details[detail]))


def _contributions(count: int, tr: Catalogue) -> str:
    return tr.counted(
        "{n} contribution, letter or request to contributors holds it.",
        "{n} contributions, letters or requests to contributors hold it.",
        count,
    )


def _clearance(number: int, tr: Catalogue) -> str:
    return tr(
        "Clearance {number} holds it. What was cleared never changes: taken out there"
        " too, the clearance is void and cannot be exported again.",
        number=number,
    )


def _elsewhere(names: tuple[str, ...], tr: Catalogue) -> str:
    said = [tr(_ELSEWHERE[name]) for name in names if name in _ELSEWHERE]
    listed = punctuation(tr.language).comma.join(said) or ", ".join(names)
    return tr("It also stands in what is edited by hand: {places}.", places=listed)
