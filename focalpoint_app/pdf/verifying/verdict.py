"""The verdict on a submission: signed by whom, changed since, do its parts agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko_certvalidator import ValidationContext

from focalpoint_app.document.edition_view import SHORT_DIGEST
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.verifying.acting import acts
from focalpoint_app.pdf.verifying.agreement import (
    NOT_COMPARED,
    Agreement,
    Print,
    agreement,
)
from focalpoint_app.pdf.verifying.canvas import Pattern
from focalpoint_app.pdf.verifying.changes import Changes, changes_after
from focalpoint_app.pdf.verifying.disguises import disguised
from focalpoint_app.pdf.verifying.drawn_codes import codes_drawn
from focalpoint_app.pdf.verifying.embedding import answers_in
from focalpoint_app.pdf.verifying.expected import Expecting
from focalpoint_app.pdf.verifying.hostile_file import (
    PARSER_FAILURES,
    entry,
    opened,
    whole_pdf,
)
from focalpoint_app.pdf.verifying.pages import Readings, shown_pages
from focalpoint_app.pdf.verifying.runs import Shown
from focalpoint_app.pdf.verifying.signatures import (
    Finding,
    Signature,
    findings,
)
from focalpoint_app.pdf.verifying.trust import offline_context, trust_roots

_DIGEST = re.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class Reason(StrEnum):
    """Why a file is not intact; the first that applies."""

    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    UNSIGNED = "unsigned"
    CRYPTOGRAPHY = "cryptography"
    CHANGED = "changed_after_signing"
    ACTS = "acts_by_itself"
    NO_DATA = "no_data"
    DIGEST_MISMATCH = "data_digest_mismatch"
    PAGES_DIFFER = "pages_differ_from_data"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``digest`` is that of the answers inside, in 64 hexadecimal digits.

    ``reason`` is None exactly when the file is intact.  ``data`` are the answers
    inside, where there are any; ``pages`` says whether the pages say the same.
    """

    reason: Reason | None
    digest: str | None = None
    demonstration: bool = False
    signatures: tuple[Signature, ...] = ()
    changes: Changes = Changes.NONE
    pages: Agreement = NOT_COMPARED
    data: bytes | None = field(default=None, repr=False)

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
            "pages_agree": self.pages.agrees,
            "differences": [asdict(each) for each in self.pages.differences],
            "not_compared": list(self.pages.unknown),
            "word_by_word": self.pages.word_by_word,
        }


def verify(
    path: Path,
    trust: Sequence[Path] = (),
    at: datetime | None = None,
    expecting: Expecting | None = None,
) -> Verdict:
    """Judge ``path``; any content gives a verdict.  Trust is judged at ``at`` or now.

    Signers are untrusted without ``trust``: certificates of authorities, PEM or DER.
    Pages are compared with the data inside only where ``expecting`` knows how these
    print.
    Call it from a thread without a running event loop (pyHanko needs its own).

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, ``pdf.too_large``,
            ``trust.unreadable``.
    """
    context = offline_context(trust_roots(trust), at)
    content = whole_pdf(path)
    try:
        return _verdict(opened(content, path.name), context, expecting)
    except AppError as error:
        encrypted = error.code == "pdf.encrypted"
        return Verdict(Reason.ENCRYPTED if encrypted else Reason.UNREADABLE)
    except PARSER_FAILURES:
        return Verdict(Reason.UNREADABLE)


def _verdict(
    reader: PdfFileReader, context: ValidationContext, expecting: Expecting | None
) -> Verdict:
    found = findings(reader, context)
    data = _data_inside(reader)
    digest = None if data is None else sha256(data).hexdigest()
    changes = changes_after(reader, found)
    reason, pages = _reason(reader, found, changes), NOT_COMPARED
    # What is signed in ink is held against its data, too.
    if reason in (None, Reason.UNSIGNED, Reason.ACTS) and data is not None:
        patterns: list[Pattern] = []
        readings: Readings = {}
        shown = tuple(shown_pages(reader, patterns, readings))
        if expecting is not None:
            written = _language(reader), stamp_in(reader), disguised(readings)
            pages = agreement(Print(shown, data, *written), expecting)
        seen = _page_reason(str(digest), data, shown, pages)
        if any(code.digest != digest for code in codes_drawn(patterns)):
            seen = Reason.DIGEST_MISMATCH
        reason = reason or seen
    return Verdict(
        reason=reason or (Reason.NO_DATA if data is None else None),
        digest=digest,
        demonstration=any(each.demonstration for each in found),
        signatures=tuple(each.signature for each in found),
        changes=changes,
        pages=pages,
        data=data,
    )


def _data_inside(reader: PdfFileReader) -> bytes | None:
    """None also where the answers are too damaged to be taken out."""
    try:
        return answers_in(reader)
    except PARSER_FAILURES:
        return None


def stamp_in(reader: PdfFileReader) -> str:
    """By which wording it was made, as it says itself."""
    creator = entry(entry(reader.trailer_view, "/Info"), "/Creator")
    return str(creator or "").rpartition(" ")[2]


def _language(reader: PdfFileReader) -> str:
    return str(entry(reader.root, "/Lang") or "").partition("-")[0].lower()


def _reason(
    reader: PdfFileReader, found: tuple[Finding, ...], changes: Changes
) -> Reason | None:
    if not found:
        return Reason.UNSIGNED
    if not all(each.sound for each in found):
        return Reason.CRYPTOGRAPHY
    if changes is Changes.FORBIDDEN:
        return Reason.CHANGED
    return Reason.ACTS if acts(reader) else None


def _page_reason(
    digest: str, data: bytes, shown: Sequence[Sequence[Shown]], pages: Agreement
) -> Reason | None:
    if not _is_printed(digest, shown) or _has_another(digest, data, shown):
        return Reason.DIGEST_MISMATCH
    return Reason.PAGES_DIFFER if pages.agrees is False else None


def _is_printed(digest: str, shown: Sequence[Sequence[Shown]]) -> bool:
    """In full on some page, and its beginning in the foot of each."""
    pages = ["".join(run.text for run in page) for page in shown]
    return any(digest in page for page in pages) and all(
        digest[:SHORT_DIGEST] in page for page in pages
    )


def _has_another(digest: str, data: bytes, shown: Sequence[Sequence[Shown]]) -> bool:
    """A page of another submission, put among these; an answer may quote one."""
    printed = {
        found
        for page in shown
        for run in page
        for found in _DIGEST.findall(run.text)
        if found != digest
    }
    return any(found.encode() not in data for found in printed)


def _signature_json(signature: Signature) -> dict[str, object]:
    time = signature.time
    return {
        "signer": signature.signer,
        "time": None if time is None else time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "intact": signature.intact,
        "trusted": signature.trusted,
        "covers": signature.covers,
        "certificate": signature.certificate and signature.certificate.as_json(),
        "timestamp": signature.stamp and signature.stamp.as_json(),
    }
