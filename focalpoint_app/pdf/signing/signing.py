"""Signing a submission: PAdES B-B, or B-T where a time stamp is wanted, one signature
place after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import (
    MDPPerm,
    SigSeedSubFilter,
    enumerate_sig_fields,
)
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimeStamper, TimestampRequestError
from pyhanko.stamp import BaseStampStyle

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.signing.certificates import Identity
from focalpoint_app.pdf.signing.stamp import DrawStamp, StampText, stamp_style
from focalpoint_app.pdf.verifying.changes import Changes, changes_after
from focalpoint_app.pdf.verifying.hostile_file import PARSER_FAILURES, opened, whole_pdf
from focalpoint_app.pdf.verifying.signatures import findings
from focalpoint_app.pdf.verifying.trust import offline_context


@dataclass(frozen=True, slots=True)
class SigningChoices:
    """``field`` None takes the next empty place, ``at`` None the present.

    ``timestamp`` is the address of a time-stamp authority; empty asks none.
    """

    field: str | None = None
    draw_stamp: DrawStamp | None = None
    at: datetime | None = None
    timestamp: str = ""


def empty_fields(path: Path) -> tuple[str, ...]:
    """Names of the signature places still empty, in signing order.

    Raises:
        AppError: as ``sign`` for a source that cannot be read.
    """
    reader = opened(whole_pdf(path), path.name)
    try:
        return tuple(name for name, _field in _empty(reader))
    except PARSER_FAILURES as exc:
        raise AppError("pdf.unreadable", file=path.name) from exc


def sign(
    source: Path,
    target: Path,
    identity: Identity,
    choices: SigningChoices | None = None,
) -> None:
    """``source`` with one signature more, as ``target``; ``source`` is never touched.

    The first signature certifies and permits only the filling of the other places.
    Call it from a thread without a running event loop (pyHanko starts its own).

    Raises:
        AppError: ``file.same``, ``file.missing``, ``file.unreadable``,
            ``file.unwritable``, ``disk.full``, ``pdf.unreadable``, ``pdf.encrypted``,
            ``pdf.too_large``, and those of ``signed``.
    """
    if _same(source, target):
        raise AppError("file.same", file=source.name)
    publish(signed(whole_pdf(source), source.name, identity, choices), target)


def _same(source: Path, target: Path) -> bool:
    """Also through links and another spelling of the same folder."""
    try:
        return target.exists() and source.samefile(target)
    except OSError:
        return False  # Reading or writing will say what is wrong.


def signed(
    content: bytes, name: str, identity: Identity, choices: SigningChoices | None = None
) -> bytes:
    """``content`` with one signature more, as ``sign``; ``name`` is for errors alone.

    Raises:
        AppError: ``pdf.unreadable``, ``pdf.encrypted``, ``signature.no_place``,
            ``signature.not_permitted``; ``signature.broken``: a signature in it no
            longer holds, and nobody should put theirs beside it; ``timestamp.*``.
    """
    chosen = choices or SigningChoices()
    reader = opened(content, name)
    try:
        place, size = _next_place(reader, chosen.field)
        earlier = findings(reader, offline_context(()))
        is_broken = changes_after(reader, earlier) is Changes.FORBIDDEN
    except PARSER_FAILURES as exc:
        raise AppError("pdf.unreadable", file=name) from exc
    if is_broken:
        raise AppError("signature.broken", file=name)
    if place is None:
        raise AppError("signature.no_place", file=name)
    at = (chosen.at or datetime.now(UTC)).astimezone(UTC)
    text = StampText(identity.common_name, at, place, identity.demonstration)
    style = stamp_style(chosen.draw_stamp, text, size)
    metadata = _metadata(identity, place, is_first=not earlier)
    signer = _DatedSigner(metadata, identity, style, at)
    if chosen.timestamp:
        signer.default_timestamper = _authority(chosen.timestamp)
    return _with_signature(content, name, signer, chosen.timestamp)


def _metadata(
    identity: Identity, place: str, *, is_first: bool
) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=place,
        md_algorithm=identity.digest,
        subfilter=SigSeedSubFilter.PADES,
        certify=is_first,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        name=identity.common_name,
    )


def _authority(address: str) -> TimeStamper:
    """What reaches the network is loaded only where an address was given."""
    from focalpoint_app.pdf.signing.time_stamps import Authority

    return Authority(address)


def _with_signature(
    content: bytes, name: str, signer: PdfSigner, authority: str
) -> bytes:
    output = BytesIO()
    try:
        writer = _Update(BytesIO(content))
        signer.sign_pdf(writer, existing_fields_only=True, output=output)
    except TimestampRequestError as exc:
        raise AppError("timestamp.refused", address=authority) from exc
    except SigningError as exc:  # The certifying signature forbids any other.
        raise AppError("signature.not_permitted", file=name) from exc
    except PARSER_FAILURES as exc:
        raise AppError("pdf.unreadable", file=name) from exc
    return output.getvalue()


class _Update(IncrementalPdfFileWriter):
    """Leaves what the file says of itself as it was.

    pyHanko would name itself in both accounts, metadata and dictionary, in different
    words; archives want them to agree.
    """

    def _update_meta(self) -> None:
        return


class _DatedSigner(PdfSigner):
    """pyHanko's signer at a time that we choose."""

    def __init__(
        self,
        metadata: PdfSignatureMetadata,
        identity: Identity,
        style: BaseStampStyle,
        at: datetime,
    ) -> None:
        super().__init__(metadata, identity.signer, stamp_style=style)
        self._at = at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def _next_place(
    reader: PdfFileReader, wanted: str | None
) -> tuple[str | None, tuple[float, float]]:
    """The place's name with its width and height; no name where none is left."""
    for name, field in _empty(reader):
        if wanted in (None, name):
            left, bottom, right, top = (float(side) for side in field["/Rect"])
            return name, (abs(right - left), abs(top - bottom))
    return None, (0, 0)


def _empty(reader: PdfFileReader) -> Iterator[tuple[str, DictionaryObject]]:
    for name, _value, reference in enumerate_sig_fields(reader, filled_status=False):
        yield name, reference.get_object()
