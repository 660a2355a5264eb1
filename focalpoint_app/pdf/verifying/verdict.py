"""The verdict on a submission: signed by whom, changed since, do its parts agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko_certvalidator import ValidationContext

from focalpoint_app.document.edition_view import SHORT_DIGEST
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.verifying.changes import Changes, changes_after
from focalpoint_app.pdf.verifying.embedding import answers_in
from focalpoint_app.pdf.verifying.hostile_file import PARSER_FAILURES, opened, whole_pdf
from focalpoint_app.pdf.verifying.pages import squeezed_pages
from focalpoint_app.pdf.verifying.signatures import (
    Finding,
    Signature,
    findings,
)
from focalpoint_app.pdf.verifying.trust import offline_context, trust_roots


class Reason(StrEnum):
    """Why a file is not intact; the first that applies."""

    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    UNSIGNED = "unsigned"
    CRYPTOGRAPHY = "cryptography"
    CHANGED = "changed_after_signing"
    NO_DATA = "no_data"
    DIGEST_MISMATCH = "data_digest_mismatch"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``digest`` is that of the answers inside, in 64 hexadecimal digits.

    ``reason`` is None exactly when the file is intact.
    """

    reason: Reason | None
    digest: str | None = None
    demonstration: bool = False
    signatures: tuple[Signature, ...] = ()
    changes: Changes = Changes.NONE

    @property
    def intact(self) -> bool:
        return self.reason is None

    @property
    def trusted(self) -> bool:
        """Intact, and every signer vouched for."""
        return self.intact and all(each.trusted for each in self.signatures)

    def as_json(self) -> dict[str, object]:
        return {
            "intact": self.intact,
            "reason": self.reason,
            "digest": self.digest,
            "demonstration": self.demonstration,
            "signatures": [_signature_json(each) for each in self.signatures],
            "changes_after_signing": self.changes,
        }


def verify(
    path: Path, trust: Sequence[Path] = (), at: datetime | None = None
) -> Verdict:
    """Judge ``path``; any content gives a verdict.  Trust is judged at ``at`` or now.

    Signers are untrusted without ``trust``: certificates of authorities, PEM or DER.
    Call it from a thread without a running event loop (pyHanko needs its own).

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``pdf.too_large``,
            ``trust.unreadable``.
    """
    context = offline_context(trust_roots(trust), at)
    content = whole_pdf(path)
    try:
        return _verdict(opened(content, path.name), context)
    except AppError as error:
        encrypted = error.code == "pdf.encrypted"
        return Verdict(Reason.ENCRYPTED if encrypted else Reason.UNREADABLE)
    except PARSER_FAILURES:
        return Verdict(Reason.UNREADABLE)


def _verdict(reader: PdfFileReader, context: ValidationContext) -> Verdict:
    found = findings(reader, context)
    digest = _digest_inside(reader)
    changes = changes_after(reader, found)
    return Verdict(
        reason=_reason(found, changes) or _data_reason(reader, digest),
        digest=digest,
        demonstration=any(each.demonstration for each in found),
        signatures=tuple(each.signature for each in found),
        changes=changes,
    )


def _digest_inside(reader: PdfFileReader) -> str | None:
    """None also where the answers are too damaged to be taken out."""
    try:
        answers = answers_in(reader)
    except PARSER_FAILURES:
        return None
    return None if answers is None else sha256(answers).hexdigest()


def _reason(found: tuple[Finding, ...], changes: Changes) -> Reason | None:
    if not found:
        return Reason.UNSIGNED
    if not all(each.sound for each in found):
        return Reason.CRYPTOGRAPHY
    return Reason.CHANGED if changes is Changes.FORBIDDEN else None


def _data_reason(reader: PdfFileReader, digest: str | None) -> Reason | None:
    if digest is None:
        return Reason.NO_DATA
    return None if _is_printed(digest, reader) else Reason.DIGEST_MISMATCH


def _is_printed(digest: str, reader: PdfFileReader) -> bool:
    """In full on some page, and its beginning in the foot of each."""
    pages = tuple(squeezed_pages(reader))
    return any(digest in page for page in pages) and all(
        digest[:SHORT_DIGEST] in page for page in pages
    )


def _signature_json(signature: Signature) -> dict[str, object]:
    time = signature.time
    return {
        "signer": signature.signer,
        "time": None if time is None else time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "intact": signature.intact,
        "trusted": signature.trusted,
        "covers": signature.covers,
    }
