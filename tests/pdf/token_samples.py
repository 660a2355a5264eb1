"""Tokens in software (SoftHSM), made in a folder of the test's own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from pkcs11 import Attribute, Session, TokenFlag
from pkcs11.util.ec import decode_ec_private_key
from pkcs11.util.rsa import decode_rsa_private_key
from pkcs11.util.x509 import decode_x509_certificate

from tests.pdf.signing_samples import Wanted, made_certificate, rsa_key

PIN = "1234"
_MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)
MODULE = next((Path(each) for each in _MODULES if Path(each).exists()), None)
WITH_TOKENS = pytest.mark.skipif(MODULE is None, reason="SoftHSM is not installed")
LASTING = Wanted(usages=frozenset({"digital_signature", "content_commitment"}))
EXPIRED = Wanted(end=datetime(2026, 2, 1, tzinfo=UTC))
EARLY = Wanted(start=datetime(2098, 1, 1, tzinfo=UTC))

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@cache
def ec_key(curve: type[ec.EllipticCurve] = ec.SECP256R1) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(curve())


def module() -> Path:
    assert MODULE is not None
    return MODULE


def no_tokens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SoftHSM looks at this folder alone, which holds no token yet."""
    tokens = folder / "tokens"
    tokens.mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tokens}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))


def add_token(label: str) -> None:
    """Without keys and certificates; its PIN is ``PIN``."""
    command = ["softhsm2-util", "--init-token", "--free", "--label", label]
    command += ["--pin", PIN, "--so-pin", "87654321"]
    subprocess.run(command, check=True, capture_output=True)


def put(label: str, wanted: Wanted, key: Key | None = None, number: int = 1) -> None:
    """A private key with its certificate onto the token."""
    key = key or rsa_key()
    with written(label) as session:
        put_key(session, key, number)
        put_certificate(session, wanted, key, number)


def put_key(session: Session, key: Key, number: int = 1) -> None:
    if isinstance(key, rsa.RSAPrivateKey):
        form = PrivateFormat.TraditionalOpenSSL
        template = decode_rsa_private_key(_private(key, form))
    else:
        template = decode_ec_private_key(
            _private(key, PrivateFormat.TraditionalOpenSSL)
        )
    session.create_object({**template, **_named(number), Attribute.PRIVATE: True})


def put_certificate(
    session: Session, wanted: Wanted, key: Key, number: int = 1
) -> None:
    certificate = made_certificate(wanted, key).public_bytes(Encoding.DER)
    session.create_object({**decode_x509_certificate(certificate), **_named(number)})


@contextmanager
def written(label: str) -> Iterator[Session]:
    library = pkcs11.lib(str(module()))
    try:
        tokens = [slot.get_token() for slot in library.get_slots(token_present=True)]
        ready = [each for each in tokens if each.flags & TokenFlag.TOKEN_INITIALIZED]
        token = next(each for each in ready if each.label == label)
        with token.open(rw=True, user_pin=PIN) as session:
            yield session
    finally:
        library.finalize()


def _private(key: Key, form: PrivateFormat) -> bytes:
    return key.private_bytes(Encoding.DER, form, NoEncryption())


def _named(number: int) -> dict[Attribute, object]:
    return {
        Attribute.ID: bytes([number]),
        Attribute.LABEL: f"key {number}",
        Attribute.TOKEN: True,
    }
