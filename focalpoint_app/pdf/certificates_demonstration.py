"""A certificate made on the spot, so that signing can be shown without a real one."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from focalpoint_app.pdf.certificates import DEMONSTRATION

_ORGANIZATION = "DEMONSTRATION – NOT A REAL SIGNATURE"
_LIFETIME = timedelta(days=365)
_CLOCK_SLACK = timedelta(minutes=5)  # Two machines' clocks never agree.
_LONGEST_NAME = 64  # X.520's upper bound on a common name, in characters.


def demonstration_p12(
    common_name: str, passphrase: bytes, at: datetime | None = None
) -> bytes:
    """A self-signed PKCS#12, valid a year from ``at``, marked DEMONSTRATION.

    ``common_name`` may be in any script; beyond 64 characters it is cut.
    """
    start = (at or datetime.now(UTC)) - _CLOCK_SLACK
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    certificate = (
        _described(common_name[:_LONGEST_NAME], key.public_key())
        .not_valid_before(start)
        .not_valid_after(start + _LIFETIME)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        common_name.encode(),
        key,
        certificate,
        None,
        BestAvailableEncryption(passphrase),
    )


def _described(common_name: str, key: rsa.RSAPublicKey) -> x509.CertificateBuilder:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANIZATION),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, DEMONSTRATION),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
