"""A submission leaves a note in the chain: which edition, which file, whose key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from focalpoint_app.domain.act import ActKind
from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.certificates import load_p12
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.noting import note_submission, noting
from focalpoint_app.workflow.submitting.submission import (
    Exported,
    ExportOptions,
    edition,
    export,
)
from tests.workflow.review.answered import answered


def test_a_signed_submission_is_noted_with_its_digests_and_its_key(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    key = tmp_path / "key.p12"
    key.write_bytes(demonstration_p12("سلمى", b"open"))
    identity = load_p12(key, b"open")
    clearance = clear(desk)
    options = ExportOptions(tmp_path / "out.pdf", identity=identity)
    exported = export(desk.questionnaire, clearance, options)
    note_submission(desk, clearance, exported)
    (act,) = desk.workspace.acts(desk.review.id, ActKind.SUBMITTED)
    assert act.subject == clearance.id
    assert act.opening is not None
    assert act.opening.edition == edition(clearance, Audience.REVIEWING).digest
    assert act.opening.file == sha256_hex(options.target.read_bytes())
    assert act.details == {
        "audience": "reviewing",
        "sealed": act.opening.digest,
        "language": "ar",
        "signer": "سلمى",
        "certificate": identity.fingerprint,
    }
    assert desk.workspace.verify_chain(desk.review.id) == ()


def test_an_unsigned_one_names_no_key(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    clearance = clear(desk)
    options = ExportOptions(tmp_path / "out.pdf", "en")
    exported = export(desk.questionnaire, clearance, options)
    note = note_submission(desk, clearance, exported)
    assert (note.details["signer"], note.details["certificate"]) == ("", "")
    assert not exported.signed


def test_a_submission_that_cannot_be_noted_is_not_written(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    clearance = clear(desk)
    target = tmp_path / "out" / "out.pdf"
    target.parent.mkdir()
    target.write_bytes(b"old")

    def full(_exported: object) -> None:
        assert len(list(target.parent.iterdir())) == 2  # All of it is on the disk.
        raise AppError("disk.full", file="x")

    with pytest.raises(AppError, match=r"disk\.full"):
        export(desk.questionnaire, clearance, ExportOptions(target), noted=full)
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_one_that_is_noted_and_cannot_be_put_in_its_place_is_told(
    desk: Desk, tmp_path: Path
) -> None:
    answered(desk)
    clearance = clear(desk)
    target = tmp_path / "out.pdf"
    note = noting(desk, clearance)

    def then_taken(exported: Exported) -> None:
        note(exported)
        (target / "by a folder").mkdir(parents=True)

    with pytest.raises(AppError, match=r"submission\.unplaced"):
        export(desk.questionnaire, clearance, ExportOptions(target), noted=then_taken)
    assert len(desk.workspace.acts(desk.review.id, ActKind.SUBMITTED)) == 1


PUBLIC = Audience.PUBLIC


def test_a_clearance_that_holds_nothing_of_ours_is_named(desk: Desk) -> None:
    answered(desk)
    clearance = clear(desk)
    for odd in (b"[]", b"{", b'{"answers": 5}', b"null"):
        with pytest.raises(AppError, match=r"clearance\.damaged"):
            edition(replace(clearance, content=odd, digest=sha256_hex(odd)), PUBLIC)
