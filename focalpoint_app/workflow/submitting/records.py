"""The record of a verification, to be printed and put on file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from focalpoint_app import __version__
from focalpoint_app.document.verification_record import (
    Fact,
    VerificationRecord,
    verification_record,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import write_pdf
from focalpoint_app.pdf.verifying.changes import Changes
from focalpoint_app.pdf.verifying.hostile_file import whole_pdf
from focalpoint_app.pdf.verifying.signatures import Coverage, Signature
from focalpoint_app.pdf.verifying.trust import CertificateFacts
from focalpoint_app.pdf.verifying.verdict import Verdict
from focalpoint_app.workflow.submitting.outputs import refuse_same
from focalpoint_app.workflow.submitting.verdicts import (
    content_lines,
    moment,
    opening_lines,
    page_lines,
    stamp_line,
)


def write_record(
    pdf: Path, verdict: Verdict, target: Path, language: str, at: datetime | None = None
) -> None:
    """Long work: the verdict on ``pdf`` as a PDF of its own.

    Raises:
        AppError: ``file.same``, ``file.missing``, ``file.unreadable``,
            ``file.unwritable``, ``disk.full``.
    """
    refuse_same(pdf, target)
    tr = Catalogue(language)
    record = record_of(pdf, verdict, tr, at or datetime.now(UTC))
    write_pdf(verification_record(record, tr), target)


def record_of(
    pdf: Path, verdict: Verdict, tr: Catalogue, at: datetime
) -> VerificationRecord:
    content = whole_pdf(pdf)
    made = tr(
        "Made on {moment} by Focal point {version}.",
        moment=moment(at, tr),
        version=__version__,
    )
    return VerificationRecord(
        verdict=tuple(opening_lines(verdict, tr)),
        made=made,
        file=(
            (tr("File name"), pdf.name),
            (tr("Size"), tr("{n} bytes", n=str(len(content)))),
            (tr("SHA-256 of the file"), sha256(content).hexdigest()),
        ),
        content=tuple(content_lines(verdict, tr)),
        signatures=tuple(
            (tuple(_signature(each, tr)), tuple(_certificate(each, tr)))
            for each in verdict.signatures
        ),
        compared=tuple(_compared(verdict, tr)),
    )


def _signature(signature: Signature, tr: Catalogue) -> Iterator[Fact]:
    covers = {
        Coverage.WHOLE_FILE: tr("The whole file, to its last byte"),
        Coverage.REVISION: tr("All that was there when it was made"),
        Coverage.PART: tr("A part of the file only"),
    }
    yield tr("Signer"), signature.signer or "–"
    yield tr("Time by the signer's clock"), moment(signature.time, tr)
    if signature.stamp is not None:
        yield tr("Time stamp"), stamp_line(signature.stamp, tr)
    yield tr("Holds"), tr("Yes") if signature.intact else tr("No")
    known = tr("Yes") if signature.trusted else tr("No")
    yield tr("Identity known to this computer"), known
    yield tr("Covers"), covers[signature.covers]


def _certificate(signature: Signature, tr: Catalogue) -> Iterator[Fact]:
    if signature.certificate is not None:
        yield from certificate_facts(signature.certificate, tr)


def certificate_facts(facts: CertificateFacts, tr: Catalogue) -> Iterator[Fact]:
    yield tr("Certificate of"), facts.subject
    yield tr("Issued by"), facts.issuer
    yield tr("Serial number"), facts.serial
    yield tr("Valid from"), moment(facts.not_before, tr)
    yield tr("Valid until"), moment(facts.not_after, tr)
    yield tr("Fingerprint (SHA-256)"), facts.fingerprint


def _compared(verdict: Verdict, tr: Catalogue) -> Iterator[str]:
    yield tr("Each signature with the bytes that it covers.")
    match verdict.changes:
        case Changes.NONE:
            yield tr("What came after the first signature: nothing.")
        case Changes.PERMITTED:
            yield tr("What came after the first signature: what it permits.")
        case Changes.FORBIDDEN:
            yield tr("What came after the first signature: what it does not permit.")
    yield tr("The digest of the data inside with the one printed on the pages.")
    pages = tuple(page_lines(verdict.pages, tr))
    yield from pages or (
        tr("The answers on the pages with the data inside: not compared."),
    )
