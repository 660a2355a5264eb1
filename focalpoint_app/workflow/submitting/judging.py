"""Judging a submission, or a scan of its page, and whom to trust in that."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs.verbs import Outcome

if TYPE_CHECKING:
    from focalpoint_app.pdf.verifying.trust import CertificateFacts
    from focalpoint_app.pdf.verifying.verdict import Verdict


def judge(pdf: Path, trust: Sequence[Path] = ()) -> Verdict:
    """The verdict on any file, its pages compared with the data inside.

    Known are the signers whom ``trust`` vouches for; without it, those of the
    user's own store.  AppError as ``pdf.verifying.verdict.verify``.
    """
    from focalpoint_app.pdf.verifying.verdict import verify as judged
    from focalpoint_app.workflow.submitting.expecting import expectation
    from focalpoint_app.workflow.submitting.trust import trust_files

    return judged(pdf, trust or trust_files(), expecting=expectation)


def verify(
    pdf: Path,
    trust: tuple[Path, ...],
    record: tuple[Path, str] | None,
    tr: Catalogue,
    *,
    as_json: bool,
) -> Outcome:
    """``record`` is where the printable record goes, and its language."""
    from focalpoint_app.workflow.submitting.verdicts import verdict_lines

    verdict = judge(pdf, trust)
    if record is not None:
        from focalpoint_app.workflow.submitting.records import write_record

        write_record(pdf, verdict, *record)
    holds = verdict.trusted if trust else verdict.intact
    if as_json:
        return Outcome(_json(verdict.as_json()), holds)
    return Outcome("\n".join(verdict_lines(verdict, tr)), holds)


def match(scan: Path, submission: Path, tr: Catalogue, *, as_json: bool) -> Outcome:
    from focalpoint_app.workflow.submitting.evidences import match_lines, matched

    found = matched(scan, submission)
    if as_json:
        return Outcome(_json(found.as_json()), found.belongs)
    return Outcome("\n".join(match_lines(found, tr)), found.belongs)


def list_trusted(tr: Catalogue, *, as_json: bool) -> Outcome:
    from focalpoint_app.workflow.submitting.trust import trusted

    return _told(trusted(), tr, as_json=as_json)


def add_trusted(file: Path, tr: Catalogue, *, as_json: bool) -> Outcome:
    from focalpoint_app.workflow.submitting.trust import add_trusted as add

    return _told(add(file), tr, as_json=as_json)


def remove_trusted(fingerprint: str, tr: Catalogue, *, as_json: bool) -> Outcome:
    from focalpoint_app.workflow.submitting.trust import remove_trusted as remove

    return _told((remove(fingerprint),), tr, as_json=as_json)


def _told(
    certificates: tuple[CertificateFacts, ...], tr: Catalogue, *, as_json: bool
) -> Outcome:
    from focalpoint_app.workflow.submitting.verdicts import moment

    if as_json:
        return Outcome(_json([each.as_json() for each in certificates]))
    return Outcome(
        "\n".join(
            tr(
                "{fingerprint}  {name}, valid until {date}",
                fingerprint=each.fingerprint,
                name=each.subject,
                date=moment(each.not_after, tr),
            )
            for each in certificates
        )
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
