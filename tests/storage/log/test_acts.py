"""Submissions, scans kept and removed stand in the chain; doctor holds them to it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from focalpoint_app.domain.act import Act, ActKind
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.file.migrating import migrate_file
from focalpoint_app.storage.migrations import UPGRADES
from focalpoint_app.storage.repair.doctoring import examine
from tests.storage.file.test_migrating import version_0
from tests.storage.repair.test_doctoring import NO_GUARDS
from tests.storage.samples import LAYLA, REVIEW, at, new_workspace, reopened
from tests.storage.test_evidences import clearance, scan


def submitted(name: str = "s1", minute: int = 5) -> Act:
    details = {"audience": "reviewing", "edition": "e" * 64, "certificate": "f" * 64}
    return Act(name, REVIEW.id, ActKind.SUBMITTED, "c1", LAYLA.id, at(minute), details)


@pytest.fixture
def acted(path: Path) -> Path:
    """A submission, one scan that is kept and one that was removed."""
    workspace = new_workspace(path)
    content = b"{}"
    workspace.add_clearance(clearance(1, content))
    workspace.add_act(submitted())
    workspace.add_evidence(scan("e1", "c1"), b"scan")
    workspace.add_evidence(scan("e2", "c1"), b"wrong scan")
    workspace.delete_evidence("e2", LAYLA.id, at(9))
    workspace.close()
    return path


def test_acts_come_back_in_the_chains_order_whatever_the_clock_said(
    workspace: Workspace,
) -> None:
    for name, minute in (("later", 9), ("clock set back", -900), ("last", 10)):
        workspace.add_act(submitted(name, minute))
    assert [each.id for each in workspace.acts("r1")] == [
        "later",
        "clock set back",
        "last",
    ]
    assert workspace.acts("r1", ActKind.EXPUNGED) == ()
    assert workspace.acts("r1")[0] == submitted("later", 9)


def test_a_scan_that_was_removed_stays_in_the_chain(acted: Path) -> None:
    workspace = reopened(acted, writing=False)
    kept, other, removed = workspace.acts("r1")[1:]
    assert kept.details == {"clearance": "c1", "content": sha256_hex(b"scan")}
    assert (other.subject, removed.subject) == ("e2", "e2")
    assert removed.kind is ActKind.SCAN_REMOVED
    assert workspace.verify_chain("r1") == ()
    workspace.close()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE acts SET details = '{}' WHERE kind = 'submitted'", "act.changed"),
        ("UPDATE acts SET details = 'no json'", "act.changed"),
        (f"UPDATE acts SET details = '{'[' * 100_000}'", "act.changed"),
        ("UPDATE acts SET time = 'yesterday'", "act.changed"),
        ("UPDATE acts SET kind = 'scan_removed'", "act.changed"),
        ("DELETE FROM acts WHERE kind = 'submitted'", "chain.missing"),
        ("DELETE FROM chain WHERE kind = 'act'", "chain.unlogged"),
        ("DELETE FROM evidence", "scan.missing"),
        ("UPDATE evidence SET content = x'00'", "scan.changed"),
        ("INSERT INTO evidence SELECT 'new', clearance, name, media_type, content,"
         " time, author, verdict FROM evidence", "scan.unlogged"),
    ],
)  # fmt: skip
def test_what_was_done_to_an_act_or_a_scan_shows(
    acted: Path, statement: str, code: str
) -> None:
    assert examine(acted).problems == ()
    with closing(dbapi2.connect(str(acted))) as raw:
        for (drop,) in raw.execute(NO_GUARDS).fetchall():
            raw.execute(drop)
        raw.execute(statement)
        raw.commit()
    assert code in {each.code for each in examine(acted).problems}


def test_acts_refuse_to_change(acted: Path) -> None:
    with closing(dbapi2.connect(str(acted))) as raw:
        for statement in ("UPDATE acts SET subject = 'x'", "DELETE FROM acts"):
            with pytest.raises(dbapi2.IntegrityError, match="immutable"):
                raw.execute(statement)


def test_scans_of_an_older_file_enter_the_chain_as_they_are_found(path: Path) -> None:
    version_0(path)
    migrate_file(path, UPGRADES[:3])
    with closing(dbapi2.connect(str(path))) as raw:
        raw.execute("INSERT INTO authors VALUES ('a-layla', 'ليلى', '', '')")
        raw.execute("INSERT INTO reviews VALUES ('r1', 'q', 'v', 1, '[]', '[]', NULL)")
        time = "2026-11-22T09:30:00.000000Z"
        raw.execute(
            "INSERT INTO clearances VALUES ('c1', 'r1', 1, '[]', ?, 'a-layla', ?, ?)",
            (time, b"{}", sha256_hex(b"{}")),
        )
        raw.execute(
            "INSERT INTO evidence VALUES ('e1','c1','n','m',?,?,'a-layla','')",
            (b"scan", time),
        )
        raw.commit()
    workspace = reopened(path)
    (act,) = workspace.acts("r1")
    assert (act.subject, act.time) == ("e1", at(0))
    problems = {each.code for each in workspace.verify_chain("r1")}
    assert problems == {"chain.unlogged"}  # The clearance put in by hand.
    workspace.close()
