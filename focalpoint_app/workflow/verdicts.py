"""A verdict in words, for a reader who signs on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.pdf.verifying.changes import Changes
from focalpoint_app.pdf.verifying.signatures import Signature
from focalpoint_app.pdf.verifying.verdict import Reason, Verdict

_REASONS: Mapping[Reason, str] = {
    Reason.UNREADABLE: N_("Not intact: the file cannot be read as a PDF."),
    Reason.ENCRYPTED: N_("Not intact: the file is locked with a password."),
    Reason.UNSIGNED: N_("Not signed: nothing protects this file against changes."),
    Reason.CRYPTOGRAPHY: N_("Not intact: a signature does not fit the file."),
    Reason.CHANGED: N_("Not intact: the file was changed after it was signed."),
    Reason.NO_DATA: N_("Not intact: the answers are not inside the file as data."),
    Reason.DIGEST_MISMATCH: N_(
        "Not intact: the data inside does not fit the digest printed on the pages."
    ),
}


def verdict_lines(verdict: Verdict, tr: Catalogue) -> Iterator[str]:
    """The verdict first, then each signature, then what came after."""
    if verdict.reason is None:
        yield tr(
            "Intact: the file is as it was signed, and its data are those printed."
        )
    else:
        yield tr(_REASONS[verdict.reason])
    if verdict.demonstration:
        yield tr(
            "DEMONSTRATION: signed with a demonstration certificate, no legal value."
        )
    if verdict.digest:
        yield tr("Digest: {digest}", digest=verdict.digest)
    for signature in verdict.signatures:
        yield _signature_line(signature, tr)
    if verdict.changes is Changes.PERMITTED:
        yield tr("Signatures were added later, as the first one permits.")


def _signature_line(signature: Signature, tr: Catalogue) -> str:
    gaps = {"signer": signature.signer, "date": _day(signature, tr)}
    if signature.trusted:
        return tr("Signed by {signer} on {date}; the identity is vouched for.", **gaps)
    return tr("Signed by {signer} on {date}; the identity is unknown here.", **gaps)


def _day(signature: Signature, tr: Catalogue) -> str:
    if signature.time is None:
        return "–"
    return written_date(signature.time.date().isoformat(), tr.language)
