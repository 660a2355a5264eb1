"""A certificate made on the spot, so that signing can be shown without a real one."""

from datetime import UTC, datetime, timedelta
from secrets import randbits

from asn1crypto import keys, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PublicFormat,
    pkcs12,
)
from cryptography.x509 import Certificate, load_der_x509_certificate

from focalpoint_app.pdf.signing.certificates import DEMONSTRATION

_ORGANIZATION = "DEMONSTRATION – NOT A REAL SIGNATURE"
_LIFETIME = timedelta(days=365)
_CLOCK_SLACK = timedelta(minutes=5)  # Two machines' clocks never agree.
_LONGEST_NAME = 64  # X.520's upper bound on a common name, in characters.
_ALGORITHM = {"algorithm": "sha256_rsa"}


def demonstration_p12(
    common_name: str, passphrase: bytes, at: datetime | None = None
) -> bytes:
    """A self-signed PKCS#12, valid a year from ``at`` (or now), marked DEMONSTRATION.

    ``common_name`` may be in any script; beyond 64 characters it is cut.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    start = (at or datetime.now(UTC)).astimezone(UTC) - _CLOCK_SLACK
    certificate = _certificate(common_name[:_LONGEST_NAME], key, start)
    encryption = BestAvailableEncryption(passphrase)
    return pkcs12.serialize_key_and_certificates(
        DEMONSTRATION.encode(), key, certificate, None, encryption
    )


def _certificate(name: str, key: rsa.RSAPrivateKey, start: datetime) -> Certificate:
    """Put together with asn1crypto: cryptography's builder counts a name's bytes,
    so that Arabic ones would be refused at half the length.
    """
    facts = x509.TbsCertificate(_facts(name, key.public_key(), start))
    signature = key.sign(facts.dump(), padding.PKCS1v15(), hashes.SHA256())
    certificate = x509.Certificate(
        {
            "tbs_certificate": facts,
            "signature_algorithm": _ALGORITHM,
            "signature_value": signature,
        }
    )
    return load_der_x509_certificate(certificate.dump())


def _facts(name: str, key: rsa.RSAPublicKey, start: datetime) -> dict[str, object]:
    subject = x509.Name.build(
        {
            "organization_name": _ORGANIZATION,
            "organizational_unit_name": DEMONSTRATION,
            "common_name": name,
        }
    )
    info = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return {
        "version": "v3",
        "serial_number": randbits(63) + 1,
        "signature": _ALGORITHM,
        "issuer": subject,
        "validity": {
            "not_before": _time(start),
            "not_after": _time(start + _LIFETIME),
        },
        "subject": subject,
        "subject_public_key_info": keys.PublicKeyInfo.load(info),
        "extensions": [
            _critical("basic_constraints", {"ca": False}),
            _critical("key_usage", {"digital_signature", "non_repudiation"}),
        ],
    }


def _critical(name: str, value: object) -> dict[str, object]:
    return {"extn_id": name, "critical": True, "extn_value": value}


def _time(time: datetime) -> x509.Time:
    """RFC 5280, 4.1.2.5: the short form until 2049."""
    form = "utc_time" if time.year < 2050 else "general_time"
    return x509.Time({form: time.replace(microsecond=0)})
