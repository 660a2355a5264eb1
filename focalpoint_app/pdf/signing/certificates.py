"""Who signs: a key and its certificate, checked before anything is signed with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from asn1crypto import pkcs12 as pkcs12_asn1
from asn1crypto import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.p12_cost import is_too_costly
from focalpoint_app.pdf.verifying.hostile_file import whole_file

DEMONSTRATION = "DEMONSTRATION"
"""The organizational unit that marks a certificate made on the spot."""

_LARGEST_P12 = 1_000_000
_SMALLEST_KEY = {"rsa": 2048, "rsassa_pss": 2048, "ec": 256, "ed25519": 0, "ed448": 0}
_DIGESTS = {"ed25519": "sha512", "ed448": "shake256"}  # RFC 8419 leaves no choice.
_SIGNING_USAGES = frozenset({"digital_signature", "non_repudiation"})
_MACHINE_PURPOSES = frozenset(
    {"server_auth", "code_signing", "time_stamping", "ocsp_signing"}
)


@dataclass(frozen=True, slots=True)
class Identity:
    """A signer ready to sign; times are UTC, ``common_name`` as the issuer wrote it.

    ``digest`` names the hash the key demands.
    """

    common_name: str
    not_before: datetime
    not_after: datetime
    usages: frozenset[str]
    demonstration: bool
    digest: str = "sha256"
    signer: Signer = field(repr=False, compare=False, kw_only=True)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, in hex."""
        certificate = self.signer.signing_cert
        return "" if certificate is None else certificate.sha256.hex()


def load_p12(
    path: Path, passphrase: bytes | None, at: datetime | None = None
) -> Identity:
    """The identity in a PKCS#12 file, fit to sign at ``at`` (now, if not given).

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``certificate.unreadable``,
            ``certificate.wrong_passphrase``, ``certificate.no_key``, and those of
            ``identity_of``.
    """
    content = whole_file(path, _LARGEST_P12, too_large="certificate.unreadable")
    return identity_of(_signer_in(content, passphrase, path.name), at)


def identity_of(signer: Signer, at: datetime | None = None) -> Identity:
    """A signer of any origin (file, card) with what its certificate says.

    Raises:
        AppError: ``certificate.expired`` and ``certificate.not_yet_valid`` (gap
            ``date``), ``certificate.wrong_usage``, ``certificate.weak_key``.
    """
    certificate = signer.signing_cert
    if certificate is None:
        raise AppError("certificate.no_key")
    refuse_unfit(certificate, at or datetime.now(UTC))
    return Identity(
        common_name=signer_name(certificate),
        not_before=certificate.not_valid_before,
        not_after=certificate.not_valid_after,
        usages=_usages(certificate),
        demonstration=is_demonstration(certificate),
        digest=_DIGESTS.get(certificate.public_key.algorithm, "sha256"),
        signer=signer,
    )


def signer_name(certificate: x509.Certificate) -> str:
    """The common name; for a certificate without one, all of its subject."""
    names = certificate.subject.native.get("common_name", "")
    name = names if isinstance(names, str) else ", ".join(names)
    return name or str(certificate.subject.human_friendly)


def is_demonstration(certificate: x509.Certificate) -> bool:
    units = certificate.subject.native.get("organizational_unit_name", "")
    return DEMONSTRATION in ([units] if isinstance(units, str) else units)


def may_sign_documents(certificate: x509.Certificate) -> bool:
    """Whether its key usages leave room for signing (RFC 5280, 4.2.1.3 and .12).

    An absent extension forbids nothing.  Non-repudiation is not demanded: many
    national cards state digital signature alone.  Purposes we do not know are a
    national authority's own and pass.
    """
    usages = _usages(certificate)
    if certificate.key_usage_value is not None and not usages & _SIGNING_USAGES:
        return False
    purposes = certificate.extended_key_usage_value
    return purposes is None or bool(set(purposes.native) - _MACHINE_PURPOSES)


def _usages(certificate: x509.Certificate) -> frozenset[str]:
    stated = certificate.key_usage_value
    return frozenset(stated.native) if stated is not None else frozenset()


def refuse_unfit(certificate: x509.Certificate, at: datetime) -> None:
    if at > certificate.not_valid_after:
        raise _dated("certificate.expired", certificate.not_valid_after)
    if at < certificate.not_valid_before:
        raise _dated("certificate.not_yet_valid", certificate.not_valid_before)
    if not may_sign_documents(certificate):
        raise AppError("certificate.wrong_usage", name=signer_name(certificate))
    key = certificate.public_key
    smallest = _SMALLEST_KEY.get(key.algorithm)
    if smallest is None or (smallest and key.bit_size < smallest):
        raise AppError("certificate.weak_key", name=signer_name(certificate))


def _dated(code: str, time: datetime) -> AppError:
    return AppError(code, date=time.astimezone(UTC).date().isoformat())


def _signer_in(content: bytes, passphrase: bytes | None, name: str) -> Signer:
    _refuse_other_formats(content, name)
    try:
        bag = pkcs12.load_pkcs12(content, passphrase)
    except UnsupportedAlgorithm as exc:
        raise AppError("certificate.unreadable", file=name) from exc
    except (ValueError, TypeError) as exc:  # TypeError: asks for a passphrase.
        raise AppError("certificate.wrong_passphrase", file=name) from exc
    if bag.key is None or bag.cert is None:
        raise AppError("certificate.no_key", file=name)
    chain = SimpleCertificateStore()
    for each in bag.additional_certs:
        chain.register(translate_pyca_cryptography_cert_to_asn1(each.certificate))
    return SimpleSigner(
        signing_cert=translate_pyca_cryptography_cert_to_asn1(bag.cert.certificate),
        signing_key=translate_pyca_cryptography_key_to_asn1(bag.key),
        cert_registry=chain,
    )


def _refuse_other_formats(content: bytes, name: str) -> None:
    """Tell a file of another kind from a wrong passphrase, which reads alike."""
    try:
        parsed = pkcs12_asn1.Pfx.load(content)
        is_pfx = parsed["version"].native == "v3" and bool(parsed["auth_safe"].native)
        is_costly = is_pfx and is_too_costly(parsed)
    except (ValueError, TypeError, KeyError) as exc:
        raise AppError("certificate.unreadable", file=name) from exc
    if not is_pfx or is_costly:
        raise AppError("certificate.unreadable", file=name)
