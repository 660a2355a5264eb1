"""The certificates that this user trusts: their own, kept with their settings."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.verifying.trust import CertificateFacts as CertificateFacts
from focalpoint_app.pdf.verifying.trust import (
    facts_of,
    pem_of,
    trust_roots,
)
from focalpoint_app.platform.places import trust_folder

_SHORTEST = 8  # digits of a fingerprint that people read out to each other


def trust_files() -> tuple[Path, ...]:
    """One certificate each, named by its fingerprint."""
    return tuple(sorted(trust_folder().glob("*.pem")))


def trusted() -> tuple[CertificateFacts, ...]:
    """By name; AppError ``trust.unreadable`` for a file that was spoilt."""
    found = (facts_of(each) for each in trust_roots(trust_files()))
    return tuple(sorted(found, key=lambda facts: (facts.subject, facts.fingerprint)))


def add_trusted(file: Path) -> tuple[CertificateFacts, ...]:
    """Keep every certificate in ``file`` (PEM or DER), all of them or none.

    Authorities vouch for those whose certificates they signed, any other
    certificate for its own holder alone.

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``trust.unreadable``,
            ``trust.expired``, ``file.unwritable``, ``disk.full``.
    """
    certificates = trust_roots([file])
    for each in map(facts_of, certificates):
        if each.not_after < datetime.now(UTC):
            date = each.not_after.date().isoformat()
            raise AppError("trust.expired", name=each.subject, date=date)
    folder = trust_folder()
    for certificate in certificates:
        name = f"{facts_of(certificate).fingerprint}.pem"
        publish(pem_of(certificate), folder / name)
    return tuple(map(facts_of, certificates))


def remove_trusted(fingerprint: str) -> CertificateFacts:
    """``fingerprint`` in any grouping; its first eight digits do where one has them.

    Raises:
        AppError: ``trust.unknown``, ``trust.ambiguous``, ``file.unwritable``.
    """
    wanted = "".join(filter(str.isalnum, fingerprint)).lower()
    files = [file for file in trust_files() if file.stem.startswith(wanted)]
    if len(wanted) < _SHORTEST or not files:
        raise AppError("trust.unknown", fingerprint=fingerprint)
    if len(files) > 1:
        raise AppError("trust.ambiguous", fingerprint=fingerprint)
    removed = facts_of(trust_roots(files)[0])
    try:
        files[0].unlink()
    except OSError as exc:
        raise AppError("file.unwritable", file=files[0].name) from exc
    return removed
