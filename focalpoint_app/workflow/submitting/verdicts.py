"""A verdict in words, for a reader who signs on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from focalpoint_app.domain.clearance import EDITION_FORMAT
from focalpoint_app.domain.errors import AppError
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date, written_moment
from focalpoint_app.language.markers import N_
from focalpoint_app.language.states import state_name
from focalpoint_app.pdf.verifying.agreement import Agreement, Difference, Kind
from focalpoint_app.pdf.verifying.changes import Changes
from focalpoint_app.pdf.verifying.signatures import Signature, Stamp
from focalpoint_app.pdf.verifying.verdict import Reason, Verdict
from focalpoint_app.workflow.submitting.editions import shipped_questionnaire

REASONS: Mapping[Reason, str] = {
    Reason.UNREADABLE: N_("Not intact: the file cannot be read as a PDF."),
    Reason.ENCRYPTED: N_("Not intact: the file is locked with a password."),
    Reason.UNSIGNED: N_("Not signed: nothing protects this file against changes."),
    Reason.CRYPTOGRAPHY: N_("Not intact: a signature does not fit the file."),
    Reason.CHANGED: N_("Not intact: the file was changed after it was signed."),
    Reason.ACTS: N_(
        "Not intact: the file holds a script, a form or layers, which may show a"
        " reader something else than its pages."
    ),
    Reason.NO_DATA: N_("Not intact: the answers are not inside the file as data."),
    Reason.DIGEST_MISMATCH: N_(
        "Not intact: the data inside does not fit the digest printed on the pages."
    ),
    Reason.PAGES_DIFFER: N_(
        "Not intact: the pages do not say what the data inside say."
    ),
}


def verdict_lines(verdict: Verdict, tr: Catalogue) -> Iterator[str]:
    """The verdict first, then of what, by whom, what came after, what was compared."""
    yield from opening_lines(verdict, tr)
    yield from content_lines(verdict, tr)
    for signature in verdict.signatures:
        yield from signature_lines(signature, tr)
    if verdict.changes is Changes.PERMITTED:
        yield tr("Signatures were added later, as the first one permits.")
    yield from page_lines(verdict.pages, tr)


def opening_lines(verdict: Verdict, tr: Catalogue) -> Iterator[str]:
    """Intact or why not, and whether it was for demonstration only."""
    if verdict.reason is None:
        yield tr(
            "Intact: the file is as it was signed, and its data are those printed."
        )
    else:
        yield tr(REASONS[verdict.reason])
    if verdict.demonstration:
        yield tr(
            "DEMONSTRATION: signed with a demonstration certificate, no legal value."
        )


def content_lines(verdict: Verdict, tr: Catalogue) -> Iterator[str]:
    """Of what State, which instruments and edition, as the data inside say."""
    try:
        stated = _stated(json.loads(verdict.data or b"null"), tr)
    except (ValueError, LookupError, TypeError, AppError):
        stated = None
    if stated is not None:
        yield tr("Answers of {state}: {title}", **stated[0])
        yield tr("Instruments: {list}", list=stated[1])
        yield stated[2]
    if verdict.digest:
        yield tr("Digest: {digest}", digest=verdict.digest)


def _stated(
    data: Mapping[str, Any], tr: Catalogue
) -> tuple[dict[str, str], str, str] | None:
    if data["format"] != EDITION_FORMAT:
        return None
    questionnaire = shipped_questionnaire(str(data["questionnaire"]["id"]))
    titles = [questionnaire.part(part).title for part in data["parts"]]
    shown = {
        "state": state_name(str(data["state"]), tr.language),
        "title": _of(questionnaire.title, tr),
    }
    gaps = {"date": written_date(str(data["cleared"])[:10], tr.language, tr.digits)}
    if data["audience"] == "public":
        cleared = tr("Public edition, cleared on {date}", **gaps)
    else:
        cleared = tr("Edition for the reviewing States, cleared on {date}", **gaps)
    return shown, " · ".join(_of(title, tr) for title in titles), cleared


def _of(texts: Mapping[str, str], tr: Catalogue) -> str:
    return texts.get(tr.language) or texts.get("en", "")


def signature_lines(signature: Signature, tr: Catalogue) -> Iterator[str]:
    """Who, when by whose clock, known here or not, and whether it still holds."""
    gaps = {"signer": signature.signer or "–", "time": moment(signature.time, tr)}
    if not signature.intact:
        yield tr(
            "The signature of {signer} ({time}) does not hold: what it covers, or what"
            " came after it, is not as it permits.",
            **gaps,
        )
    elif signature.trusted:
        yield tr(
            "Signed by {signer}, {time} by the clock of the signer's computer; the"
            " identity is known to this computer.",
            **gaps,
        )
    else:
        yield tr(
            "Signed by {signer}, {time} by the clock of the signer's computer; the"
            " identity is not known to this computer.",
            **gaps,
        )
    if signature.stamp is not None:
        yield stamp_line(signature.stamp, tr)


def stamp_line(stamp: Stamp, tr: Catalogue) -> str:
    """By whose clock besides the signer's, and whether that holds."""
    gaps = {"authority": stamp.authority, "time": moment(stamp.time, tr)}
    if not stamp.intact:
        return tr(
            "The time stamp of {authority} ({time}) does not fit the signature.", **gaps
        )
    if stamp.trusted:
        return tr(
            "It existed at {time} by the clock of {authority}, which is known to this"
            " computer.",
            **gaps,
        )
    return tr(
        "It existed at {time} by the clock of {authority}, which is not known to this"
        " computer.",
        **gaps,
    )


def page_lines(pages: Agreement, tr: Catalogue) -> Iterator[str]:
    """Whether the pages say what the data say, and where they do not."""
    if pages.compared and pages.agrees is not False:
        yield tr.counted(
            "The pages say what the data inside say: {n} answer was compared.",
            "The pages say what the data inside say: {n} answers were compared.",
            len(pages.compared),
        )
    if pages.compared and not pages.word_by_word:
        yield tr(
            "The words around the answers were not compared: another version of the"
            " program, or another wording of it, set these pages."
        )
    for difference in pages.differences:
        yield _difference_line(difference, tr)
    if pages.unknown:
        yield tr.counted(
            "Not compared: {n} answer whose wording this version does not know.",
            "Not compared: {n} answers whose wording this version does not know.",
            len(pages.unknown),
        )


def _difference_line(difference: Difference, tr: Catalogue) -> str:
    if difference.kind is Kind.UNKNOWN:
        return tr(
            "The pages say this, which this version does not know: {text}",
            text=difference.text,
        )
    if difference.kind is Kind.DISGUISED:
        return tr(
            "The pages draw these characters otherwise than they are read out: {text}",
            text=difference.text,
        )
    if difference.kind is Kind.ADDED:
        return tr(
            "The pages say this, which no data have: {text}", text=difference.text
        )
    return tr(
        "Question {question}: the pages do not say {text}",
        question=difference.question,
        text=difference.text,
    )


def moment(time: datetime | None, tr: Catalogue) -> str:
    """``22 November 2026, 08:15 UTC``."""
    if time is None:
        return "–"
    return tr("{moment} UTC", moment=written_moment(time, tr.language, tr.digits))
