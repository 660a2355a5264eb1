"""`match` tells scripts by its status whether a scanned page is ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.pdf.scans.matching import code_of
from tests.cli.running import Run, answer_all
from tests.pdf.scans.scan_samples import content, page

OTHER = PageCode("7c9e6679-7425-40de-944b-e07fc1f90ae7", "cd" * 32)


@pytest.fixture
def pdf(run: Run, file: Path, tmp_path: Path) -> Path:
    answer_all(run, file, tmp_path)
    path = tmp_path / "submission.pdf"
    assert run("submit", file, "-o", path).status == 0
    return path


def scan(folder: Path, *codes: PageCode) -> Path:
    path = folder / "scan.jpg"
    texts = [code.written() for code in codes]
    path.write_bytes(content(page(*texts, dots=150), "JPEG"))
    return path


def test_a_scan_of_ours_is_told_by_its_status(
    run: Run, pdf: Path, tmp_path: Path
) -> None:
    code = code_of(pdf)
    done = run("match", scan(tmp_path, code), pdf, "--json")
    assert done.status == 0
    assert done.json["match"] is True
    assert (done.json["page"], done.json["digest"]) == (1, code.digest)
    assert run("match", scan(tmp_path, code), pdf).out.startswith("The scanned page")


@pytest.mark.parametrize(
    ("codes", "reason"),
    [((OTHER,), "other_submission"), ((), "no_code"), ((OTHER, OTHER), None)],
)
def test_a_scan_of_others_is_a_no(
    run: Run, pdf: Path, tmp_path: Path, codes: tuple[PageCode, ...], reason: str | None
) -> None:
    done = run("match", scan(tmp_path, *codes), pdf, "--json")
    assert done.status == 1
    assert done.json["match"] is False
    assert done.json["reason"] == (reason or "other_submission")


def test_what_cannot_be_compared_is_no_verdict(
    run: Run, pdf: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("no scan")
    done = run("match", note, pdf, "--json")
    assert done.status == 3
    assert done.json["error"]["code"] == "scan.unknown_kind"
    assert run("match", scan(tmp_path), note).status == 3
    assert run("match", pdf).status == 2
