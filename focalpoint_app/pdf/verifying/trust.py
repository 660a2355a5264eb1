"""The authorities whose signers count as known, as the user names them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from asn1crypto import pem, x509
from pyhanko.keys.pemder import load_certs_from_pemder_data
from pyhanko_certvalidator import ValidationContext

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.verifying.hostile_file import whole_file

_LARGEST_ROOTS = 5_000_000
_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            "common_name", "organizational_unit_name", "organization_name",
            "locality_name", "state_or_province_name", "country_name",
        )
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says of itself; times are UTC.

    ``subject`` and ``issuer`` as ``holder`` writes them.

    ``serial`` and ``fingerprint`` (SHA-256 of the whole) are hexadecimal digits.
    """

    subject: str
    issuer: str
    serial: str
    not_before: datetime
    not_after: datetime
    fingerprint: str
    is_authority: bool

    def as_json(self) -> dict[str, object]:
        return {
            "fingerprint": self.fingerprint,
            "subject": self.subject,
            "issuer": self.issuer,
            "serial": self.serial,
            "not_before": f"{self.not_before.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "not_after": f"{self.not_after.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "authority": self.is_authority,
        }


def facts_of(certificate: x509.Certificate) -> CertificateFacts:
    return CertificateFacts(
        holder(certificate.subject),
        holder(certificate.issuer),
        f"{certificate.serial_number:x}",
        certificate.not_valid_before,
        certificate.not_valid_after,
        certificate.sha256.hex(),
        bool(certificate.ca),
    )


def holder(name: x509.Name) -> str:
    """Its parts without their names, which are English: the person's, then the unit,
    the organization, the country, and what else there is.
    """
    parts: dict[str, str | list[str]] = dict(name.native)
    ordered = sorted(parts, key=lambda kind: _RANKS.get(kind, len(_RANKS)))
    said = (parts[kind] for kind in ordered)
    return ", ".join(
        each if isinstance(each, str) else ", ".join(each) for each in said
    )


def pem_of(certificate: x509.Certificate) -> bytes:
    """As any program reads it."""
    armoured: bytes = pem.armor("CERTIFICATE", certificate.dump())
    return armoured


def trust_roots(files: Sequence[Path]) -> tuple[x509.Certificate, ...]:
    """Every certificate in ``files`` (PEM, one or several, or DER).

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``trust.unreadable``.
    """
    return tuple(root for file in files for root in _roots(file))


def _roots(file: Path) -> list[x509.Certificate]:
    content = whole_file(file, _LARGEST_ROOTS, too_large="trust.unreadable")
    try:
        roots = list(load_certs_from_pemder_data(content))
        names = [root.subject.human_friendly for root in roots]
    except (ValueError, TypeError) as exc:
        raise AppError("trust.unreadable", file=file.name) from exc
    if not names:
        raise AppError("trust.unreadable", file=file.name)
    return roots


def offline_context(
    roots: tuple[x509.Certificate, ...], at: datetime | None = None
) -> ValidationContext:
    """Trust judged at ``at``; nothing is ever fetched."""
    return ValidationContext(
        trust_roots=list(roots),
        allow_fetching=False,
        moment=at or datetime.now(UTC),
    )
