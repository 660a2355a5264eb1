"""Scans lie beside the clearance they belong to, byte for byte."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.evidence import Evidence
from focalpoint_app.storage import Workspace
from tests.storage.samples import LAYLA, REVIEW, at, new_workspace

SCAN = bytes(range(256)) * 4096


def clearance(number: int, content: bytes = b"{}") -> Clearance:
    name, digest = f"c{number}", sha256_hex(content)
    return Clearance(
        name, REVIEW.id, number, ("untoc",), at(number), LAYLA.id, content, digest
    )


def scan(name: str, of: str, minute: int = 0) -> Evidence:
    return Evidence(
        name, of, "صفحة التوقيع.pdf", "application/pdf", at(minute), LAYLA.id, "match"
    )


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    workspace = new_workspace(path)
    for number in (1, 2):
        workspace.add_clearance(clearance(number))
    yield workspace
    workspace.close()


def test_a_scan_comes_back_byte_for_byte(workspace: Workspace) -> None:
    workspace.add_evidence(scan("e1", "c1"), SCAN)

    assert workspace.evidence("c1") == (scan("e1", "c1"),)
    assert workspace.evidence_content("e1") == SCAN


def test_scans_are_listed_by_clearance_oldest_first(workspace: Workspace) -> None:
    workspace.add_evidence(scan("later", "c1", 9), b"2")
    workspace.add_evidence(scan("sooner", "c1", 3), b"1")
    workspace.add_evidence(scan("other", "c2"), b"3")

    assert [each.id for each in workspace.evidence("c1")] == ["sooner", "later"]


def test_a_scan_taken_away_is_gone(workspace: Workspace) -> None:
    workspace.add_evidence(scan("e1", "c1"), SCAN)
    workspace.delete_evidence("e1", LAYLA.id, at(9))

    assert workspace.evidence("c1") == ()
    with pytest.raises(AppError, match=r"evidence\.unknown"):
        workspace.evidence_content("e1")
