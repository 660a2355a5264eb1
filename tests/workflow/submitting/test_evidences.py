"""Scans of signed pages lie beside the clearance, with what matching found."""

from __future__ import annotations

from pathlib import Path

import pytest

from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.scans.match import Match, Mismatch
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.evidences import (
    delete_evidence,
    evidence,
    evidence_content,
    keep_evidence,
    kept_match,
    match_lines,
    matched,
    matched_with_clearance,
    save_evidence,
)
from focalpoint_app.workflow.submitting.submission import ExportOptions, edition, export
from tests.pdf.scans.scan_samples import content, page
from tests.workflow.conftest import reopened
from tests.workflow.review.answered import answered

EN = Catalogue("en")
CODE = PageCode("0f8fad5b-d9cb-469f-a165-70867728950e", "ab" * 32)


def scan(folder: Path, code: PageCode) -> Path:
    path = folder / "scan.png"
    path.write_bytes(content(page(code.written(), dots=150), "PNG"))
    return path


def test_a_scan_of_what_was_cleared_belongs_and_is_kept(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    clearance = clear(desk)
    target = tmp_path / "out.pdf"
    export(desk.questionnaire, clearance, ExportOptions(target))
    leaving = edition(clearance, Audience.REVIEWING)
    path = scan(tmp_path, PageCode(clearance.id, leaving.digest))

    match = matched(path, target)
    kept = keep_evidence(desk, clearance.id, path, match)

    assert match.belongs
    assert evidence(desk, clearance.id) == (kept,)
    assert evidence_content(desk, kept.id) == path.read_bytes()
    assert kept_match(kept) == match
    assert (kept.name, kept.media_type) == ("scan.png", "image/png")
    assert kept.author == desk.author.id


def test_a_kept_scan_is_there_when_the_file_is_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    clearance, path = clear(desk), scan(tmp_path, CODE)
    kept = keep_evidence(desk, clearance.id, path, Match(Mismatch.NO_CODE, CODE))
    desk.close()

    again = reopened(desk.path)
    desk.workspace = again.workspace

    assert evidence(again, clearance.id) == (kept,)
    assert kept_match(kept).code is None


def test_a_scan_taken_away_is_gone(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    clearance, path = clear(desk), scan(tmp_path, CODE)
    kept = keep_evidence(desk, clearance.id, path, Match(None, CODE, 1, CODE))
    delete_evidence(desk, kept.id)
    assert evidence(desk, clearance.id) == ()
    with pytest.raises(AppError, match=r"evidence\.unknown"):
        evidence_content(desk, kept.id)


def test_what_is_no_scan_is_not_kept(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no scan")
    with pytest.raises(AppError, match=r"scan\.unknown_kind"):
        keep_evidence(desk, "c", path, Match(Mismatch.NO_CODE, CODE))


@pytest.mark.parametrize("reason", [None, *Mismatch])
def test_every_verdict_is_told_and_says_what_was_compared(
    reason: Mismatch | None,
) -> None:
    lines = tuple(match_lines(Match(reason, CODE, 1, CODE), EN))
    told = " ".join(lines)
    assert ("belongs to this submission" in told) is (reason is None)
    assert "code on the page alone" in told


def test_without_a_code_there_is_advice_and_nothing_compared() -> None:
    (line,) = match_lines(Match(Mismatch.NO_CODE, CODE), EN)
    assert "Scan the sign-off page" in line


@pytest.mark.parametrize("audience", list(Audience))
def test_a_page_of_any_edition_belongs_to_its_clearance(
    desk: Desk, tmp_path: Path, audience: Audience
) -> None:
    answered(desk)
    clearance = clear(desk)
    code = PageCode(clearance.id, edition(clearance, audience).digest)

    assert matched_with_clearance(scan(tmp_path, code), clearance).belongs


def test_a_page_of_other_answers_does_not_belong_to_a_clearance(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    clearance = clear(desk)
    page_of_others = scan(tmp_path, PageCode(clearance.id, "ab" * 32))

    found = matched_with_clearance(page_of_others, clearance)

    assert found.reason is Mismatch.OTHER_VERSION


def test_a_copy_of_a_scan_is_saved_where_one_says_but_not_over_the_workspace(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    clearance = clear(desk)
    path = scan(tmp_path, CODE)
    found = matched_with_clearance(path, clearance)
    kept = keep_evidence(desk, clearance.id, path, found)

    save_evidence(desk, kept.id, tmp_path / "copy.png")

    assert (tmp_path / "copy.png").read_bytes() == path.read_bytes()
    with pytest.raises(AppError, match=r"file\.same"):
        save_evidence(desk, kept.id, desk.path)
