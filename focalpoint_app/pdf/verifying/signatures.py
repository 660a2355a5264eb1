"""Each signature of a file by itself: is it sound, whose is it, what does it cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice

from asn1crypto import cms
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_signature,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.signing.certificates import (
    is_demonstration,
    may_sign_documents,
    signer_name,
)
from focalpoint_app.pdf.verifying.acting import below
from focalpoint_app.pdf.verifying.hostile_file import PARSER_FAILURES, entry
from focalpoint_app.pdf.verifying.trust import CertificateFacts, facts_of

_MOST_SIGNATURES = 20
_MOST_FIELDS = 2_000

# Usage is judged by ``may_sign_documents``; pyHanko would demand non-repudiation.
_ANY_USAGE = KeyUsageConstraints(key_usage=frozenset())


class Coverage(StrEnum):
    """WHOLE_FILE to its last byte, REVISION up to where others added, or less."""

    WHOLE_FILE = "whole file"
    REVISION = "its revision"
    PART = "part"


_COVERAGES = {
    SignatureCoverageLevel.ENTIRE_FILE: Coverage.WHOLE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION: Coverage.REVISION,
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp on a signature: ``time`` (UTC) by the clock of ``authority``.

    ``intact``: it fits this signature.  ``trusted``: and an authority that the user
    named vouches for it.
    """

    time: datetime
    authority: str
    intact: bool
    trusted: bool

    def as_json(self) -> dict[str, object]:
        return {
            "time": f"{self.time:%Y-%m-%dT%H:%M:%SZ}",
            "authority": self.authority,
            "intact": self.intact,
            "trusted": self.trusted,
        }


@dataclass(frozen=True, slots=True)
class Signature:
    """``time`` is the signer's own claim, in UTC; ``stamp`` another's, if there is one.

    ``intact``: the signed bytes are as they were and only permitted changes
    came after.  ``trusted``: intact, and an authority that the user named vouches
    for the signer.
    """

    signer: str
    time: datetime | None
    intact: bool
    trusted: bool
    covers: Coverage
    certificate: CertificateFacts | None = None
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A signature with what the verdict on the whole file needs.

    ``sound`` is the cryptography alone; ``revision`` counts the file's from 0.
    """

    signature: Signature
    sound: bool
    permits_rest: bool
    demonstration: bool
    revision: int


def findings(reader: PdfFileReader, context: ValidationContext) -> tuple[Finding, ...]:
    """One for every filled signature place, in the order of signing.

    Raises:
        AppError: ``pdf.unreadable`` for more signatures or fields than anyone needs.
    """
    fields = below([entry(entry(reader.root, "/AcroForm"), "/Fields")])
    if sum(1 for _ in islice(fields, _MOST_FIELDS)) == _MOST_FIELDS:
        raise AppError("pdf.unreadable")
    filled = list(enumerate_sig_fields(reader, filled_status=True))
    if len(filled) > _MOST_SIGNATURES:
        raise AppError("pdf.unreadable")
    found = [
        _finding(reader, name, field.get_object(), context)
        for name, value, field in filled
        if str(entry(value.get_object(), "/Type")) != "/DocTimeStamp"
    ]
    return tuple(sorted(found, key=lambda each: each.revision))


def _finding(
    reader: PdfFileReader,
    name: str,
    field: DictionaryObject,
    context: ValidationContext,
) -> Finding:
    try:
        embedded = EmbeddedPdfSignature(reader, field, name)
        certificate = embedded.signer_cert
        signer = signer_name(certificate)
        time = _utc(embedded.self_reported_timestamp)
        status = validate_pdf_signature(
            embedded, context, key_usage_settings=_ANY_USAGE
        )
        sound = status.intact and status.valid and _fills_its_gap(embedded)
    except PARSER_FAILURES:
        return _BROKEN
    permits_rest = _permits_rest(status)
    intact = sound and permits_rest
    trusted = intact and status.trusted and may_sign_documents(certificate)
    return Finding(
        Signature(
            signer,
            time,
            intact,
            trusted,
            _coverage(status),
            facts_of(certificate),
            _stamp(status),
        ),
        sound=sound,
        permits_rest=permits_rest,
        demonstration=is_demonstration(certificate),
        revision=embedded.signed_revision,
    )


def _stamp(status: PdfSignatureStatus) -> Stamp | None:
    """Judged apart: who vouches for a clock need not vouch for the signer."""
    found = status.timestamp_validity
    if found is None:
        return None
    holds = found.intact and found.valid
    time = _utc(found.timestamp) or found.timestamp
    return Stamp(time, signer_name(found.signing_cert), holds, holds and found.trusted)


_BROKEN = Finding(
    Signature("", None, intact=False, trusted=False, covers=Coverage.PART),
    sound=False,
    permits_rest=False,
    demonstration=False,
    revision=0,
)


def _coverage(status: PdfSignatureStatus) -> Coverage:
    if status.coverage is None:
        return Coverage.PART
    return _COVERAGES.get(status.coverage, Coverage.PART)


def _permits_rest(status: PdfSignatureStatus) -> bool:
    """All that came after is of the kind which this signature allows."""
    return (
        _coverage(status) is not Coverage.PART
        and bool(status.docmdp_ok)
        and status.seed_value_ok
    )


def _fills_its_gap(embedded: EmbeddedPdfSignature) -> bool:
    """The bytes left out of the signature are the signature itself, and no more.

    pyHanko compares sums of lengths; content hidden beside the signature, or
    behind it in its padding, would pass.
    """
    start, before, after, rest = (int(each) for each in embedded.byte_range)
    stream = embedded.reader.stream
    stream.seek(before)
    gap = stream.read(after - before)
    written = b"".join(gap[1:-1].split())
    packed = cms.ContentInfo.load(embedded.pkcs7_content).dump()
    return (
        start == 0
        and rest > 0
        and (gap[:1], gap[-1:]) == (b"<", b">")
        and bytes.fromhex(written.decode("ascii")) == embedded.pkcs7_content
        and not any(embedded.pkcs7_content[len(packed) :])
    )


def _utc(time: datetime | None) -> datetime | None:
    if time is None:
        return None
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return aware.astimezone(UTC)
