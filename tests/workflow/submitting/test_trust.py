"""Whom this user knows: kept with the settings, asked by every verdict."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.signing import signed
from focalpoint_app.workflow.submitting.judging import judge
from focalpoint_app.workflow.submitting.trust import (
    add_trusted,
    remove_trusted,
    trust_files,
    trusted,
)
from tests.pdf.signing_samples import (
    Wanted,
    authority_file,
    identity,
    issued_p12,
    made_certificate,
    made_p12,
    rsa_key,
    submission,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return authority_file(tmp_path)


def refusal(fingerprint: str) -> str:
    with pytest.raises(AppError) as refused:
        remove_trusted(fingerprint)
    return refused.value.code


def test_what_is_added_is_listed_until_it_is_removed(root: Path) -> None:
    (added,) = add_trusted(root)
    assert trusted() == (added,)
    assert added.is_authority
    assert remove_trusted(added.fingerprint) == added
    assert trusted() == ()


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_both_forms_are_kept_as_one(tmp_path: Path, encoding: Encoding) -> None:
    add_trusted(authority_file(tmp_path, encoding))
    (file,) = trust_files()
    assert file.read_bytes().startswith(b"-----BEGIN CERTIFICATE-----")


def test_adding_twice_keeps_one(root: Path) -> None:
    add_trusted(root)
    add_trusted(root)
    assert len(trusted()) == 1


def test_a_signer_is_known_by_the_authority_that_is_kept(
    tmp_path: Path, root: Path
) -> None:
    path = tmp_path / "signed.pdf"
    signer = identity(tmp_path, issued_p12(Wanted("د. سلمى")))
    path.write_bytes(signed(submission(), "x.pdf", signer))

    assert not judge(path).signatures[0].trusted
    add_trusted(root)
    assert judge(path).signatures[0].trusted


def test_a_signers_own_certificate_makes_that_signer_known(tmp_path: Path) -> None:
    path, own = tmp_path / "signed.pdf", tmp_path / "own.pem"
    wanted = Wanted("Amal")
    p12 = made_p12(wanted)
    signer = identity(tmp_path, p12)
    path.write_bytes(signed(submission(), "x.pdf", signer))
    certificate = signer.signer.signing_cert
    assert certificate is not None
    own.write_bytes(certificate.dump())

    assert not judge(path).signatures[0].trusted
    add_trusted(own)
    assert judge(path).signatures[0].trusted


def test_another_signer_of_the_same_name_stays_unknown(tmp_path: Path) -> None:
    path, other = tmp_path / "signed.pdf", tmp_path / "other.pem"
    signer = identity(tmp_path, made_p12(Wanted("Amal")))
    path.write_bytes(signed(submission(), "x.pdf", signer))
    certificate = made_certificate(Wanted("Amal"), rsa_key(3072))
    other.write_bytes(certificate.public_bytes(Encoding.PEM))
    add_trusted(other)
    assert not judge(path).signatures[0].trusted


def test_an_expired_certificate_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.pem"
    wanted = Wanted(end=datetime(2026, 2, 1, tzinfo=UTC))
    certificate = made_certificate(wanted, rsa_key())
    path.write_bytes(certificate.public_bytes(Encoding.PEM))
    with pytest.raises(AppError, match=r"trust\.expired"):
        add_trusted(path)
    assert trusted() == ()


@pytest.mark.parametrize("content", [b"", b"no certificate", b"\x30\x03\x02\x01\x01"])
def test_a_file_without_a_certificate_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "note.pem"
    path.write_bytes(content)
    with pytest.raises(AppError, match=r"trust\.unreadable"):
        add_trusted(path)


def test_a_fingerprint_is_taken_as_people_write_it(root: Path) -> None:
    (added,) = add_trusted(root)
    digits = added.fingerprint.upper()
    spelt = ":".join(digits[place : place + 2] for place in range(0, 16, 2))
    assert refusal(digits[:4]) == "trust.unknown"
    assert refusal("0" * 64) == "trust.unknown"
    assert remove_trusted(spelt) == added
