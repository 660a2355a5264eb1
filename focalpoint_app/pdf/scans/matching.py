"""Whether a scanned page, signed by hand, belongs to a submission."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from focalpoint_app.domain.clearance import EDITION_FORMAT
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.pdf.scans.apart import codes_read_apart
from focalpoint_app.pdf.scans.codes import FoundCode
from focalpoint_app.pdf.scans.match import Match, Mismatch
from focalpoint_app.pdf.verifying.embedding import extract


def matched(scan: Path, submission: Path) -> Match:
    """Compare the code on ``scan`` with the data inside ``submission``.

    Nothing else is compared: neither the words of the page nor what was written on
    it by hand.

    Raises:
        AppError: as ``codes_read_apart`` and ``extract``; ``submission.foreign_data``.
    """
    return matched_with(scan, (code_of(submission),))


def matched_with(scan: Path, wanted: Sequence[PageCode]) -> Match:
    """Compare the code on ``scan`` with those it may be, the likeliest first.

    Raises:
        AppError: as ``codes_read_apart``.
    """
    looked = codes_read_apart(scan)
    found, pages = looked.codes, looked.pages
    codes = {each.code for each in found}
    if len(codes) > 1:
        return Match(Mismatch.SEVERAL_CODES, wanted[0], looked_at=pages)
    if not found:
        return Match(Mismatch.NO_CODE, wanted[0])
    same = (each for each in wanted if each == found[0].code)
    return replace(_compared(found[0], next(same, wanted[0])), looked_at=pages)


def _compared(found: FoundCode, wanted: PageCode) -> Match:
    reason = None
    if found.code.submission != wanted.submission:
        reason = Mismatch.OTHER_SUBMISSION
    elif found.code != wanted:
        reason = Mismatch.OTHER_VERSION
    return Match(reason, wanted, found.page, found.code)


def code_of(submission: Path) -> PageCode:
    """What the sign-off page of ``submission`` says to a machine, from its data."""
    data = extract(submission)
    try:
        edition = json.loads(data)
        is_ours = edition["format"] == EDITION_FORMAT
        clearance = str(edition["clearance"]).lower()
    except (ValueError, LookupError, TypeError, RecursionError) as exc:
        raise AppError("submission.foreign_data", file=submission.name) from exc
    if not is_ours:
        raise AppError("submission.foreign_data", file=submission.name)
    return PageCode(clearance, sha256(data).hexdigest())
