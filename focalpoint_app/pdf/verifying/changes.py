"""What came after the signatures, and whether it may."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO

from pyhanko.pdf_utils.generic import DictionaryObject, PdfObject, StreamObject
from pyhanko.pdf_utils.metadata.xmp_xml import meta_from_xmp, parse_xmp
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.pdf.verifying.embedding import answers_in
from focalpoint_app.pdf.verifying.signatures import Coverage, Finding

# Signing itself dates the file anew and adds its name to the producers.
_REDATED = frozenset({"/ModDate", "/Producer"})


class Changes(StrEnum):
    """What came after the first signature; a further signature is PERMITTED."""

    NONE = "none"
    PERMITTED = "permitted"
    FORBIDDEN = "forbidden"


def changes_after(reader: PdfFileReader, found: tuple[Finding, ...]) -> Changes:
    """NONE for an unsigned file; FORBIDDEN for one whose signed bytes differ."""
    if not found:
        return Changes.NONE
    if not all(each.signature.intact for each in found):
        return Changes.FORBIDDEN
    if _has_stray_bytes(reader, found[-1]) or _is_renamed(reader, found[0]):
        return Changes.FORBIDDEN
    covers_all = found[0].signature.covers is Coverage.WHOLE_FILE
    return Changes.NONE if covers_all else Changes.PERMITTED


def _has_stray_bytes(reader: PdfFileReader, last: Finding) -> bool:
    """Behind the last signature, in no revision: readers that repair may show them."""
    is_newest = last.revision == reader.total_revisions - 1
    return is_newest and last.signature.covers is not Coverage.WHOLE_FILE


def _is_renamed(reader: PdfFileReader, first: Finding) -> bool:
    """Another title or author, or other answers, than the first signer had.

    The rules on form filling let metadata pass, whatever they say.
    """
    newest = reader.total_revisions - 1
    return _identity(reader, first.revision) != _identity(reader, newest)


def _identity(reader: PdfFileReader, revision: int) -> tuple[object, ...]:
    document = reader.get_historical_resolver(revision)
    information = _as_of(reader, revision, document.trailer_view, "/Info")
    description = _as_of(reader, revision, document.root, "/Metadata")
    return (
        dict(_information(information)),
        _description(description),
        answers_in(document),
    )


def _as_of(
    reader: PdfFileReader, revision: int, holder: DictionaryObject, key: str
) -> PdfObject | None:
    """Past the historical view, which shows today's information and trips over
    metadata (pyHanko 0.38).
    """
    if key not in holder:
        return None
    reference = holder.get_value_as_reference(key)
    found: PdfObject = reader.get_object(reference, revision)
    return found


def _information(information: PdfObject | None) -> Iterator[tuple[str, str]]:
    if isinstance(information, DictionaryObject):
        for key in information.keys() - _REDATED:
            yield key, str(information[key])


def _description(metadata: PdfObject | None) -> tuple[object, ...]:
    if not isinstance(metadata, StreamObject):
        return ()
    described = meta_from_xmp(parse_xmp(BytesIO(metadata.data)))
    keywords = tuple(described.keywords or ())
    return described.title, described.author, described.subject, keywords
