"""Scans of signed pages: do they belong, and keeping them beside the clearance."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import uuid4

from focalpoint_app.domain.clearance import Audience, Clearance, edition_of
from focalpoint_app.domain.evidence import Evidence
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.scans.match import Match as Match
from focalpoint_app.pdf.scans.match import Mismatch
from focalpoint_app.workflow.review.clear import cleared_content
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.outputs import refuse_same

_REASONS: Mapping[Mismatch, str] = {
    Mismatch.NO_CODE: N_(
        "No code of a submission was found on the scan. Scan the sign-off page itself,"
        " whole and flat, in grey at 200 dots an inch or finer."
    ),
    Mismatch.SEVERAL_CODES: N_(
        "The scan holds pages of several submissions; scan those of this one alone."
    ),
    Mismatch.OTHER_SUBMISSION: N_("The scanned page belongs to another submission."),
    Mismatch.OTHER_VERSION: N_(
        "The scanned page belongs to the same clearance, but to another edition of it:"
        " its answers are not those of this file."
    ),
}


def matched(scan: Path, submission: Path) -> Match:
    """Long work for the worker: does a scanned page belong to a submission?

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``scan.*``, ``pdf.*``,
            ``submission.no_data``, ``submission.foreign_data``.
    """
    from focalpoint_app.pdf.scans.matching import matched as compared

    return compared(scan, submission)


def matched_with_clearance(scan: Path, clearance: Clearance) -> Match:
    """Long work for the worker: is it a page of any edition of this clearance?

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``scan.*``, ``pdf.*``.
    """
    from focalpoint_app.pdf.scans.matching import matched_with

    editions = (edition_of(cleared_content(clearance), each) for each in Audience)
    codes = [PageCode(clearance.id, each.digest) for each in editions]
    return matched_with(scan, codes)


def match_lines(match: Match, tr: Catalogue) -> Iterator[str]:
    """The verdict, then what was compared and what was not."""
    if match.reason is None:
        yield tr("The scanned page belongs to this submission.")
    else:
        yield tr(_REASONS[match.reason])
    if match.looked_at is not None:
        yield tr.counted(
            "Only the first {n} page of the scan was looked at: the rest would have"
            " taken too long. Scan the sign-off page alone.",
            "Only the first {n} pages of the scan were looked at: the rest would have"
            " taken too long. Scan the sign-off page alone.",
            match.looked_at,
        )
    if match.code is not None:
        yield tr("Code on page {page} of the scan: {digest}", page=match.page or 1,
                 digest=match.code.digest)  # fmt: skip
        yield tr("Digest of the data inside: {digest}", digest=match.wanted.digest)
        yield tr(
            "Compared was the code on the page alone; its words, the short digest in"
            " the foot, seals and handwriting are for you to look at."
        )


def keep_evidence(desk: Desk, clearance: str, scan: Path, match: Match) -> Evidence:
    """The scan beside the clearance, with what matching found.

    Raises:
        AppError: as ``whole_scan``, and those of a workspace that is written.
    """
    from focalpoint_app.pdf.scans.sheets import whole_scan

    content, media_type = whole_scan(scan)
    kept = Evidence(
        id=str(uuid4()),
        clearance=clearance,
        name=scan.name,
        media_type=media_type,
        time=desk.clock(),
        author=desk.author.id,
        verdict=json.dumps(match.as_json()),
    )
    desk.workspace.add_evidence(kept, content)
    return kept


def evidence(desk: Desk, clearance: str) -> tuple[Evidence, ...]:
    """The scans kept beside a clearance, oldest first, without their content."""
    return desk.workspace.evidence(clearance)


def evidence_content(desk: Desk, evidence_id: str) -> bytes:
    """The scan byte for byte; AppError ``evidence.unknown``."""
    return desk.workspace.evidence_content(evidence_id)


def save_evidence(desk: Desk, evidence_id: str, target: Path) -> None:
    """A copy for another program to open.

    Raises:
        AppError: ``evidence.unknown``, ``file.same``, ``file.unwritable``,
            ``disk.full``.
    """
    refuse_same(desk.path, target)
    publish(evidence_content(desk, evidence_id), target)


def delete_evidence(desk: Desk, evidence_id: str) -> None:
    """AppError as any writing; that it was there stays in the chain."""
    desk.workspace.delete_evidence(evidence_id, desk.author.id, desk.clock())


def kept_match(kept: Evidence) -> Match:
    """What matching found when the scan was kept."""
    told = json.loads(kept.verdict)
    reason, expected = told["reason"], told["expected"]
    code = PageCode(told["submission"], told["digest"]) if told["digest"] else None
    return Match(
        Mismatch(reason) if reason else None,
        PageCode(expected["submission"], expected["digest"]),
        told["page"],
        code,
        told.get("pages_looked_at"),
    )
