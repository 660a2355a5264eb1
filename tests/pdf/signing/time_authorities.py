"""Time-stamp authorities that answer rightly, wrongly, or lie."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from asn1crypto import tsp
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.sign.timestamps import DummyTimeStamper

from tests.pdf.signing_samples import Wanted, authority, made_certificate, rsa_key

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAME = "هيئة ختم الوقت"
Reply = Callable[[bytes], tuple[int, bytes]]
CLOCKS = (ExtendedKeyUsageOID.TIME_STAMPING,)


def stamper(
    purposes: tuple[ObjectIdentifier, ...] = CLOCKS,
) -> DummyTimeStamper:
    wanted = Wanted(NAME, purposes=purposes)
    certificate = made_certificate(wanted, rsa_key(), authority())
    return DummyTimeStamper(
        translate_pyca_cryptography_cert_to_asn1(certificate),
        translate_pyca_cryptography_key_to_asn1(rsa_key()),
        fixed_dt=NOON,
    )


def granting(query: bytes) -> tuple[int, bytes]:
    answer = stamper().request_tsa_response(tsp.TimeStampReq.load(query))
    return 200, answer.dump()


def refusing(_query: bytes) -> tuple[int, bytes]:
    return 200, bytes.fromhex("3005 3003 020102")  # PKIStatus: rejection


def of_another(_query: bytes) -> tuple[int, bytes]:
    """A good stamp, on something else: an old answer played again."""
    request = tsp.TimeStampReq(
        {
            "version": 1,
            "message_imprint": {
                "hash_algorithm": {"algorithm": "sha256"},
                "hashed_message": bytes(32),
            },
            "nonce": 7,
            "cert_req": True,
        }
    )
    return 200, stamper().request_tsa_response(request).dump()


def forged(query: bytes) -> tuple[int, bytes]:
    """All of it right but for the seal."""
    _, content = granting(query)
    return 200, content[:-3] + bytes([content[-3] ^ 0xFF]) + content[-2:]


def postdated(query: bytes) -> tuple[int, bytes]:
    """Another time put into a good stamp."""
    _, content = granting(query)
    assert b"20261122120000Z" in content
    return 200, content.replace(b"20261122120000Z", b"20201122120000Z")


def of_a_person(query: bytes) -> tuple[int, bytes]:
    """Sealed by a certificate that vouches for no clock."""
    answer = stamper(purposes=()).request_tsa_response(tsp.TimeStampReq.load(query))
    return 200, answer.dump()


def unasked(query: bytes) -> tuple[int, bytes]:
    """Without the number that was sent along."""
    request = tsp.TimeStampReq.load(query)
    del request["nonce"]
    return 200, stamper().request_tsa_response(request).dump()
