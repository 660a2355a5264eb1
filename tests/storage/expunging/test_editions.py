"""After a clearance's passage is expunged the file confirms no guess at it."""

from __future__ import annotations

import json
import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.act import Act, ActKind, Opening
from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import MARK
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.expunging import expunging
from focalpoint_app.storage.file.files import companions
from focalpoint_app.storage.joining import reconciling
from focalpoint_app.storage.joining.joining import join
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.people import read_meta
from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.storage.schema import openings
from tests.storage.expunging.witnesses import ALL, DECIDED, SCOPE, TOLD, cleared
from tests.storage.samples import LAYLA, REVIEW, at, new_workspace, reopened
from tests.storage.test_evidences import clearance, scan

EDITION, FILE = sha256_hex(TOLD.encode()), sha256_hex(b"%PDF")
"""What whoever tries the right guess works out."""

OPENING = Opening(EDITION, FILE, "5a" * 16)
SAID = {"audience": "reviewing", "language": "ar", "signer": "", "certificate": ""}
BY = (LAYLA.id, at(5))
_GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


def submitted(name: str = "s1", of: str = "c1", opening: Opening = OPENING) -> Act:
    details = {**SAID, "sealed": opening.digest}
    return Act(name, REVIEW.id, ActKind.SUBMITTED, of, *BY, details, opening)


def as_before() -> Act:
    """As version 9 wrote it."""
    details = {**SAID, "edition": EDITION, "file": FILE}
    return Act("s1", REVIEW.id, ActKind.SUBMITTED, "c1", *BY, details)


def unsalted() -> bytes:
    content = json.loads(cleared(TOLD))
    del content["salt"]
    return canonical_json(content)


def filled(path: Path, *, is_old: bool = False) -> Workspace:
    """A clearance that names somebody, its submission and a scan; then another's."""
    workspace = new_workspace(path)
    content = unsalted() if is_old else cleared(TOLD)
    workspace.add_clearance(clearance(1, content))
    workspace.add_act(as_before() if is_old else submitted())
    verdict = json.dumps({"match": True, "digest": EDITION})
    workspace.add_evidence(replace(scan("e1", "c1"), verdict=verdict), b"a scan")
    workspace.add_clearance(clearance(2, cleared("لا أحد")))
    if is_old:
        return workspace
    other = Opening(sha256_hex(b"2"), sha256_hex(b"2 too"), "b7" * 16)
    workspace.add_act(submitted("s2", "c2", other))
    return workspace


def guessable(workspace: Workspace) -> set[str]:
    """What follows from the right guess: digests, and the chain's hashes from there."""
    with workspace._database.reading() as connection:
        links = tuple(chain.links(connection, "r1"))
    (first,) = (each.seq for each in links if each.subject == "c1")
    hashes = {each.hash for each in links if each.seq >= first}
    return {EDITION, FILE, sha256_hex(unsalted()), as_before().digest} | hashes


def held(path: Path) -> set[str]:
    """Every digest in the bytes of file and log."""
    files = [each for each in (path, *companions(path)) if each.exists()]
    found = (re.findall(rb"(?=([0-9a-f]{64}))", each.read_bytes()) for each in files)
    return {digest.decode() for each in found for digest in each}


def changed(path: Path, *statements: str) -> None:
    """By somebody who takes the guards off, and puts them back."""
    with closing(dbapi2.connect(str(path))) as raw:
        guards = raw.execute(_GUARDS).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        for each in (*statements, *(sql for _, sql in guards)):
            raw.execute(each)
        raw.commit()


def test_of_a_submission_no_digest_stays_that_a_guess_could_be_tried_on(
    path: Path,
) -> None:
    workspace = filled(path)
    assert {EDITION, FILE} <= held(path)
    act, _ = workspace.expunge(SCOPE, ALL)
    for _ in ("open", "closed"):
        assert not held(path) & {EDITION, FILE}
        assert OPENING.salt.encode() not in path.read_bytes()
        workspace.close()
    assert act.details["restated"] == []
    assert act.details["scans"] == [scan("e1", "c1").name]  # It shows the digest.
    assert examine(path).problems == ()


def test_what_an_older_version_wrote_without_salt_is_restated_and_told(
    path: Path,
) -> None:
    workspace = filled(path, is_old=True)
    told = guessable(workspace)
    assert told <= held(path)
    act, _ = workspace.expunge(SCOPE, ALL)
    workspace.close()
    assert not held(path) & told
    assert act.details["restated"] == ["c1", "s1"]
    assert examine(path).problems == ()


def test_other_clearances_keep_what_they_were(path: Path) -> None:
    workspace = filled(path)
    workspace.expunge(SCOPE, ALL)
    first, second = workspace.acts("r1", ActKind.SUBMITTED)
    assert (first.opening, first.digest) == (None, submitted().digest)
    assert second.opening is not None
    assert second.opening.digest == second.details["sealed"]
    (kept,) = workspace.evidence("c1")
    assert json.loads(kept.verdict) == {"match": True, "digest": MARK}
    workspace.close()


def test_a_clearance_that_is_kept_by_decision_keeps_its_digest_too(path: Path) -> None:
    workspace = filled(path)
    with pytest.raises(Exception, match=r"expunge\.not_found"):
        workspace.expunge(SCOPE, DECIDED)
    assert workspace.acts("r1")[0] == submitted()
    workspace.close()


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE openings SET edition = '{FILE}' WHERE act = 's1'",
        "UPDATE openings SET salt = '' WHERE act = 's1'",
        "UPDATE openings SET salt = x'5a' WHERE act = 's1'",
        "DELETE FROM openings WHERE act = 's1'",
    ],
)
def test_an_opening_that_was_changed_or_taken_away_shows(
    path: Path, statement: str
) -> None:
    filled(path).close()
    changed(path, statement)
    assert [each[:2] for each in examine(path).problems] == [("act.changed", "s1")]


@pytest.mark.parametrize("content", ["'a text'", "5"])
@pytest.mark.parametrize(
    "then", [(), ("DROP TABLE openings", "PRAGMA user_version = 9")]
)
def test_a_clearance_that_is_no_bytes_shows_and_stops_nothing(
    path: Path, content: str, then: tuple[str, ...]
) -> None:
    filled(path, is_old=True).close()
    overwritten = f"UPDATE clearances SET content = {content} WHERE id = 'c1'"
    changed(path, overwritten, *then)
    found = {each[:2] for each in examine(path).problems}
    assert found == {("clearance.changed", "c1")}
    reopened(path).close()


def test_restating_smooths_nobodys_tampering_over(path: Path) -> None:
    filled(path, is_old=True).close()
    changed(
        path,
        "UPDATE chain SET hash = 'x' WHERE subject = 'e1'",
        "UPDATE acts SET time = '2026-11-22T09:31:00.000000Z' WHERE id = 's1'",
    )
    before = {(e.code, e.subject) for e in examine(path).problems}
    workspace = reopened(path)
    workspace.expunge(SCOPE, ALL)
    workspace.close()
    assert before <= {(e.code, e.subject) for e in examine(path).problems}


def test_what_another_copy_still_knows_does_not_come_in(
    path: Path, tmp_path: Path
) -> None:
    workspace = filled(path)
    workspace.backup(other := tmp_path / "other.focalpoint")
    workspace.expunge(SCOPE, ALL)
    theirs = reopened(other)
    theirs.add_act(submitted("s3"))
    join(workspace._database, theirs._database, "r1", at(99))
    assert [each.id for each in workspace.acts("r1", ActKind.SUBMITTED)] == [
        "s1", "s2", "s3",
    ]  # fmt: skip
    assert [each.opening is None for each in workspace.acts("r1")][:2] == [True, True]
    theirs.close()
    workspace.close()
    reopened(path).close()  # Clears away what had come.
    assert not held(path) & {EDITION, FILE}
    assert examine(path).problems == ()


def test_a_copy_that_knows_nothing_more_leaves_nothing_to_scrub(
    path: Path, tmp_path: Path
) -> None:
    workspace = filled(path)
    workspace.expunge(SCOPE, ALL)
    workspace.backup(other := tmp_path / "other.focalpoint")
    theirs = reopened(other)
    join(workspace._database, theirs._database, "r1", at(99))
    with workspace._database.reading() as connection:
        assert read_meta(connection, "scrub_due") is None
    theirs.close()
    workspace.close()


def test_a_submission_comes_in_with_its_opening_or_not_at_all(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(filled(path)) as workspace:
        workspace.backup(other := tmp_path / "other.focalpoint")
    with closing(reopened(other)) as theirs, closing(reopened(path)) as workspace:
        theirs.add_act(submitted("s3"))
        with monkeypatch.context() as full:
            full.setattr(reconciling, "add_rows", no_room_for_openings)
            with pytest.raises(AppError):
                join(workspace._database, theirs._database, "r1", at(99))
        assert workspace.verify_chain("r1") == ()
        join(workspace._database, theirs._database, "r1", at(99))
        assert workspace.acts("r1", ActKind.SUBMITTED)[-1] == submitted("s3")


def no_room_for_openings(*into: Any) -> None:
    if into[2] is openings:
        raise AppError("disk.full", path="")
    add_rows(*into)


add_rows = reconciling.add_rows


def test_an_older_file_that_expunged_before_is_put_right_when_it_is_migrated(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = filled(path, is_old=True)
    told = guessable(workspace)
    with monkeypatch.context() as as_version_9:
        as_version_9.setattr(expunging, "forget_editions", lambda *_: ())
        workspace.expunge(SCOPE, ALL)
    workspace.close()
    assert {EDITION, FILE} <= held(path)
    changed(path, "DROP TABLE openings", "PRAGMA user_version = 9")
    reopened(path).close()
    assert not held(path) & told
    assert examine(path).problems == ()
