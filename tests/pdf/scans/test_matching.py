"""A scan belongs to the submission whose data its code names, and to no other."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.pdf.scans import apart
from focalpoint_app.pdf.scans.match import Match, Mismatch
from focalpoint_app.pdf.scans.matching import code_of, matched, matched_with
from focalpoint_app.pdf.scans.processes import Said
from tests.pdf.scans.scan_samples import content, page
from tests.pdf.signing_samples import printed, signed, submission, with_answers

CLEARANCE = "0f8fad5b-d9cb-469f-a165-70867728950e"
EDITION = json.dumps(
    {"format": "focalpoint.edition/1", "clearance": CLEARANCE, "answers": {}}
).encode()
CODE = PageCode(CLEARANCE, sha256(EDITION).hexdigest())
OTHER = PageCode("7c9e6679-7425-40de-944b-e07fc1f90ae7", "cd" * 32)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "submission.pdf"
    path.write_bytes(submission(EDITION, CODE.digest, CODE.digest[:16]))
    return path


def scan(folder: Path, *codes: PageCode) -> Path:
    path = folder / "scan.png"
    texts = [code.written() for code in codes]
    path.write_bytes(content(page(*texts, dots=150), "PNG"))
    return path


def test_the_page_of_a_submission_belongs_to_it(tmp_path: Path, pdf: Path) -> None:
    assert matched(scan(tmp_path, CODE), pdf) == Match(None, CODE, 1, CODE)


def test_it_belongs_also_once_the_file_was_signed(tmp_path: Path, pdf: Path) -> None:
    later = signed(tmp_path, source=pdf.read_bytes())
    assert matched(scan(tmp_path, CODE), later).belongs


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (OTHER, Mismatch.OTHER_SUBMISSION),
        (replace(CODE, digest=OTHER.digest), Mismatch.OTHER_VERSION),
        (replace(OTHER, digest=CODE.digest), Mismatch.OTHER_SUBMISSION),
    ],
)
def test_a_page_of_another_is_told_apart(
    tmp_path: Path, pdf: Path, code: PageCode, reason: Mismatch
) -> None:
    found = matched(scan(tmp_path, code), pdf)
    assert (found.reason, found.code, found.wanted) == (reason, code, CODE)


def test_a_page_without_a_code_belongs_to_nothing(tmp_path: Path, pdf: Path) -> None:
    assert matched(scan(tmp_path), pdf) == Match(Mismatch.NO_CODE, CODE)


def test_a_pile_of_several_is_not_taken_for_one(tmp_path: Path, pdf: Path) -> None:
    found = matched(scan(tmp_path, CODE, OTHER), pdf)
    assert found == Match(Mismatch.SEVERAL_CODES, CODE)


def test_the_same_code_twice_is_one(tmp_path: Path, pdf: Path) -> None:
    assert matched(scan(tmp_path, CODE, CODE), pdf).belongs


def test_the_json_says_what_was_compared_with_what(tmp_path: Path, pdf: Path) -> None:
    told = matched(scan(tmp_path, OTHER), pdf).as_json()
    assert told == {
        "match": False,
        "reason": "other_submission",
        "page": 1,
        "submission": OTHER.submission,
        "digest": OTHER.digest,
        "expected": {"submission": CODE.submission, "digest": CODE.digest},
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "submission.no_data"),
        (b"{}", "submission.foreign_data"),
        (b"[1]", "submission.foreign_data"),
        (b"not JSON", "submission.foreign_data"),
        (b'{"format": "other", "clearance": "x"}', "submission.foreign_data"),
    ],
)
def test_a_file_that_is_no_submission_is_told(
    tmp_path: Path, data: bytes | None, code: str
) -> None:
    path = tmp_path / "other.pdf"
    path.write_bytes(with_answers(printed("", ""), data))
    with pytest.raises(AppError) as refused:
        code_of(path)
    assert refused.value.code == code


LAST = b'{"page": 1}\n{"code": "%b", "on": 1}\n{"page": 2}\n{"page": 3}\n'


@pytest.mark.parametrize(
    "then",
    [b"", b'{"page', b'{"refused": "scan.too_costly", "context": {"file": "s"}}'],
)
def test_what_was_found_before_the_reader_was_lost_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: bytes
) -> None:
    said = Said(LAST % CODE.written().encode() + then, is_whole=bool(then[10:]))
    monkeypatch.setattr(apart, "ran_apart", lambda *_: said)
    found = matched_with(scan(tmp_path, CODE), (CODE,))
    assert found == Match(None, CODE, 1, CODE, looked_at=2)
    assert found.as_json()["pages_looked_at"] == 2


def test_a_reader_that_was_lost_with_nothing_found_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Said(b'{"page": 1}\n{"page": 2}\n', is_whole=False)
    monkeypatch.setattr(apart, "ran_apart", lambda *_: said)
    with pytest.raises(AppError, match=r"scan\.too_costly"):
        matched_with(scan(tmp_path), (CODE,))
