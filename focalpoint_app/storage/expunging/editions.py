"""What the file keeps of editions that held an expunged passage: nothing to guess by.

A digest without salt tells whoever has the file whether a guess, put in the mark's
place, is right.  Openings go; what older versions wrote down unsalted is restated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from focalpoint_app.domain.act import ActKind
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.expunging import MARK
from focalpoint_app.domain.mark_seals import marks_in
from focalpoint_app.storage.consultation.consultation_tables import earlier
from focalpoint_app.storage.expunging.raw_rows import rows
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.log.accounting import (
    CLEARANCES,
    LoggedAct,
    left,
    logged_acts,
)
from focalpoint_app.storage.log.acts import act_of
from focalpoint_app.storage.log.seals import content_digest
from focalpoint_app.storage.schema import acts, clearances, evidence, openings

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
_UNSALTED = ("edition", "file")


def voided(connection: Connection, review: str) -> frozenset[str]:
    """Clearances that a passage was taken out of, by decision."""
    accounted = left(logged_acts(connection, review))
    return frozenset(
        id_
        for id_, digest, content in rows(connection, CLEARANCES, review)
        if (real := content_digest(content)) != digest and (id_, real) in accounted
    )


def forget_editions(
    connection: Connection,
    review: str,
    void: Collection[str],
    unsalted: Collection[str],
) -> tuple[str, ...]:
    """Of the clearances in ``void``; subjects of the chain that were restated.

    ``unsalted``: those among them whose own digest had no salt.  For a transaction
    that expunges (``guards``).
    """
    submissions = _submissions(connection, review, void)
    _forget_openings(connection, submissions)
    for row in connection.execute(
        select(evidence).where(evidence.c.clearance.in_(void))
    ):
        _forget_verdict(connection, row)
    restated = {
        **_restated_acts(connection, submissions),
        **_restated_clearances(connection, unsalted),
    }
    if restated:
        chain.restate(connection, review, restated)
    return tuple(sorted(restated))


def _submissions(
    connection: Connection, review: str, void: Collection[str]
) -> tuple[LoggedAct, ...]:
    return tuple(
        each
        for each in logged_acts(connection, review)
        if each.kind == ActKind.SUBMITTED and each.subject in void
    )


def _forget_openings(
    connection: Connection, submissions: tuple[LoggedAct, ...]
) -> None:
    for each in submissions:
        connection.execute(delete(openings).where(openings.c.act == each.id))


def _restated_acts(
    connection: Connection, submissions: tuple[LoggedAct, ...]
) -> Mapping[str, str]:
    """Those of versions that wrote the digests down as they are; a tampered one
    stays, for ``doctor`` to show."""
    found = {}
    for each in submissions:
        if each.detail("edition") is None or each.digest != each.real_digest:
            continue
        said = json.loads(each.details)
        details = {name: value for name, value in said.items() if name not in _UNSALTED}
        details["sealed"] = _nothing_of(each.id)
        mine = acts.c.id == each.id
        connection.execute(update(acts).where(mine).values(details=details))
        row = connection.execute(select(acts).where(mine)).one()
        found[each.id] = act_of(row).digest
        new = update(acts).where(mine).values(digest=found[each.id])
        connection.execute(new)
    return found


def _restated_clearances(
    connection: Connection, unsalted: Collection[str]
) -> Mapping[str, str]:
    found = {each: _nothing_of(each) for each in unsalted}
    for each, digest in found.items():
        mine = update(clearances).where(clearances.c.id == each)
        connection.execute(mine.values(digest=digest))
    return found


def _nothing_of(subject: str) -> str:
    """Stands where a digest stood; it says nothing of what that was of."""
    return sha256_hex(f"expunged {subject}".encode())


def _forget_verdict(connection: Connection, scan: Row[Any]) -> None:
    """What matching found names the digest printed, and a mark of it may be kept."""
    verdict = _DIGEST.sub(MARK, scan.verdict)
    if verdict != scan.verdict:
        mine = update(evidence).where(evidence.c.id == scan.id)
        connection.execute(mine.values(verdict=verdict))
    of_it = earlier.c.kind == "evidence", earlier.c.subject == scan.id
    for row in connection.execute(select(earlier).where(*of_it)).all():
        marks = {**marks_in(row.marks), "verdict": ""}
        if marks != row.marks:
            mine = update(earlier).where(*of_it, earlier.c.number == row.number)
            connection.execute(mine.values(marks=marks))
