import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.sign.signers import SimpleSigner

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.signing import SigningChoices, sign
from focalpoint_app.pdf.verifying.changes import Changes
from focalpoint_app.pdf.verifying.signatures import Coverage
from focalpoint_app.pdf.verifying.verdict import Reason, verify
from tests.pdf.signing_samples import (
    ANSWERS,
    ARABIC_NAME,
    DIGEST,
    PASSPHRASE,
    Wanted,
    authority_file,
    demonstration,
    identity,
    issued_p12,
    signed,
    submission,
)


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "submission.pdf"
    path.write_bytes(content)
    return path


def issued(folder: Path, wanted: Wanted | None = None) -> Path:
    path = folder / "issued.pdf"
    signer = identity(folder, issued_p12(wanted or Wanted()))
    sign(saved(folder, submission()), path, signer)
    return path


# What is as it should be.


def test_one_signature_covers_the_whole_file(tmp_path: Path) -> None:
    verdict = verify(signed(tmp_path))
    assert (verdict.reason, verdict.changes) == (None, Changes.NONE)
    assert [each.covers for each in verdict.signatures] == [Coverage.WHOLE_FILE]


def test_a_second_signature_is_a_permitted_change(tmp_path: Path) -> None:
    verdict = verify(signed(tmp_path, times=2))
    assert (verdict.reason, verdict.changes) == (None, Changes.PERMITTED)
    covers = [each.covers for each in verdict.signatures]
    assert covers == [Coverage.REVISION, Coverage.WHOLE_FILE]
    assert all(each.intact for each in verdict.signatures)


def test_the_verdict_is_the_document_that_scripts_rely_on(tmp_path: Path) -> None:
    target = tmp_path / "signed.pdf"
    at = datetime(2026, 11, 22, 9, 30, 15, tzinfo=UTC)
    choices = SigningChoices(at=at)
    sign(saved(tmp_path, submission()), target, identity(tmp_path), choices)

    document = json.loads(json.dumps(verify(target).as_json()))
    certificate = document["signatures"][0].pop("certificate")

    assert len(certificate["fingerprint"]) == 64
    assert certificate["subject"] == certificate["issuer"]
    assert document == {
        "intact": True,
        "reason": None,
        "digest": sha256(ANSWERS).hexdigest(),
        "demonstration": True,
        "signatures": [
            {
                "signer": ARABIC_NAME,
                "time": "2026-11-22T09:30:15Z",
                "intact": True,
                "trusted": False,
                "covers": "whole file",
                "timestamp": None,
            }
        ],
        "changes_after_signing": "none",
        "pages_agree": None,
        "differences": [],
        "not_compared": [],
        "word_by_word": False,
    }


def test_a_worker_thread_comes_to_the_same_verdict(tmp_path: Path) -> None:
    path = signed(tmp_path)
    with ThreadPoolExecutor(1) as worker:
        assert worker.submit(verify, path).result() == verify(path)


# Who signed.


def test_without_an_authority_nobody_is_trusted(tmp_path: Path) -> None:
    verdict = verify(issued(tmp_path))
    assert verdict.intact
    assert not verdict.trusted
    assert not verdict.demonstration


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_an_authority_vouches_for_its_signers(
    tmp_path: Path, encoding: Encoding
) -> None:
    verdict = verify(issued(tmp_path), [authority_file(tmp_path, encoding)])
    assert verdict.trusted
    assert verdict.signatures[0].signer == "Amina Yusuf"


def test_an_authority_does_not_vouch_for_strangers(tmp_path: Path) -> None:
    verdict = verify(signed(tmp_path), [authority_file(tmp_path)])
    assert verdict.intact
    assert not verdict.trusted


def test_every_signer_must_be_vouched_for(tmp_path: Path) -> None:
    target = tmp_path / "both.pdf"
    sign(issued(tmp_path), target, identity(tmp_path, demonstration()))
    verdict = verify(target, [authority_file(tmp_path)])
    assert [each.trusted for each in verdict.signatures] == [True, False]
    assert not verdict.trusted


def test_trust_is_judged_at_a_time_and_integrity_is_not(tmp_path: Path) -> None:
    wanted = Wanted(end=datetime(2090, 1, 1, tzinfo=UTC))
    later = datetime(2091, 1, 1, tzinfo=UTC)
    verdict = verify(issued(tmp_path, wanted), [authority_file(tmp_path)], later)
    assert verdict.intact
    assert not verdict.trusted


@pytest.mark.parametrize("usages", [None, frozenset({"digital_signature"})])
def test_non_repudiation_is_not_demanded_of_a_signer(
    tmp_path: Path, usages: frozenset[str] | None
) -> None:
    path = issued(tmp_path, Wanted(usages=usages))
    assert verify(path, [authority_file(tmp_path)]).trusted


def test_a_certificate_for_servers_is_not_trusted_to_sign(tmp_path: Path) -> None:
    """Our own signing refuses it; other programs may not."""
    server = issued_p12(Wanted(purposes=(ExtendedKeyUsageOID.SERVER_AUTH,)))
    signer = SimpleSigner.load_pkcs12_data(server, [], PASSPHRASE)
    path, target = saved(tmp_path, submission()), tmp_path / "server.pdf"
    sign(path, target, replace(identity(tmp_path), signer=signer))

    verdict = verify(target, [authority_file(tmp_path)])
    assert verdict.intact
    assert not verdict.trusted


@pytest.mark.parametrize("content", [b"", b"no certificate", b"\x30\x00"])
def test_a_file_without_authorities_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "root.pem"
    path.write_bytes(content)
    with pytest.raises(AppError) as caught:
        verify(signed(tmp_path), [path])
    assert caught.value.code == "trust.unreadable"


# What is not a signed submission.


def test_an_unsigned_submission_says_so_and_tells_its_digest(tmp_path: Path) -> None:
    verdict = verify(saved(tmp_path, submission()))
    assert verdict.reason is Reason.UNSIGNED
    assert verdict.digest == DIGEST


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n%%EOF", b"\x00" * 3000])
def test_what_is_no_pdf_gets_a_verdict(tmp_path: Path, content: bytes) -> None:
    assert verify(saved(tmp_path, content)).reason is Reason.UNREADABLE


def test_a_locked_file_gets_a_verdict(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(signed(tmp_path)) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert verify(path).reason is Reason.ENCRYPTED


def test_a_missing_file_has_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        verify(tmp_path / "none.pdf")
    assert caught.value.code == "file.missing"
