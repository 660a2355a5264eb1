"""ISO 19005-3, 6.1: the file's bytes and objects."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from tests.pdf.conformance.subject import Object, Rule, Subject

_HEADER = re.compile(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}")
_STREAM = re.compile(rb"\n(\d+) 0 obj\s*<<(.*?)>>\s*stream(\r\n|\n)", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)(?! \d+ R)")
_END = re.compile(rb"\s*endstream[\r\n]")
_FILTERS = {
    "/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode",
    "/CCITTFaxDecode", "/JBIG2Decode", "/DCTDecode", "/JPXDecode",
}  # fmt: skip
_MOST_INTEGER = 2**31 - 1


def header(subject: Subject) -> Iterator[str]:
    if not _HEADER.match(subject.content):
        yield "no header with four bytes above 127 in its second line"


def trailer(subject: Subject) -> Iterator[str]:
    trailer = subject.pdf.trailer
    if "/Encrypt" in trailer:
        yield "it is encrypted"
    identity = trailer.get("/ID")
    if identity is None or len(identity) != 2 or not all(map(bytes, identity)):
        yield "the trailer holds no ID of two strings"
    if not subject.content.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "data follow the last end of file"


def cross_references(subject: Subject) -> Iterator[str]:
    for start in re.findall(rb"startxref\r?\n(\d+)\r?\n%%EOF", subject.content):
        place = subject.content[int(start) : int(start) + 40]
        if not re.match(rb"xref\r?\n|\d+ 0 obj", place):
            yield f"startxref {start.decode()} leads to no cross-references"


def information(subject: Subject) -> Iterator[str]:
    if "/PieceInfo" in subject.pdf.Root:
        yield "the catalogue holds private data"


def strings(subject: Subject) -> Iterator[str]:
    for content in subject.drawn:
        for operands, _ in content:
            for operand in operands:
                if isinstance(operand, pikepdf.String) and len(bytes(operand)) > 32767:
                    yield "a string of a content stream is too long"
    for page in subject.pdf.pages:
        for codes in re.findall(rb"<([^<>]*)>(?!>)", page.Contents.read_bytes()):
            if len(codes) % 2 or not re.fullmatch(rb"[0-9A-Fa-f\s]*", codes):
                yield f"a string of odd hexadecimal: {codes[:20]!r}"


def stream_ends(subject: Subject) -> Iterator[str]:
    """The raw bytes: a reader that mends them would hide what is wrong."""
    for found in _STREAM.finditer(subject.content):
        length = _LENGTH.search(found[2])
        if length is None:
            continue
        end = subject.content[found.end() + int(length[1]) :][:20]
        if not re.match(rb"(\r\n|\n|\r)endstream", end):
            yield f"object {found[1].decode()}: no line's end before endstream"


def stream_filters(subject: Subject) -> Iterator[str]:
    for stream in subject.streams:
        filters = stream.get("/Filter", pikepdf.Array())
        for each in filters if isinstance(filters, pikepdf.Array) else [filters]:
            if str(each) not in _FILTERS:
                yield f"the filter {each}"
        if {"/F", "/FFilter", "/FDecodeParms"} & set(stream.keys()):
            yield "a stream outside the file"


def names(subject: Subject) -> Iterator[str]:
    for dictionary in subject.dictionaries:
        for key in list(dictionary.keys()):
            if len(key.encode("utf-8")) > 128:
                yield f"a name that is too long: {key[:20]}"


def inline_images(subject: Subject) -> Iterator[str]:
    for content in subject.drawn:
        if any(operator in ("BI", "INLINE IMAGE") for _, operator in content):
            yield "an inline image"


def permissions(subject: Subject) -> Iterator[str]:
    known = {"/DocMDP", "/UR3"}
    for key in set(subject.pdf.Root.get("/Perms", {}).keys()) - known:
        yield f"the permission {key}"


def limits(subject: Subject) -> Iterator[str]:
    for dictionary in subject.dictionaries:
        for key in list(dictionary.keys()):
            yield from _over(dictionary[key])
    if len(subject.objects) > 8388607:
        yield "too many objects"
    yield from _page_sizes(subject)


def states(subject: Subject) -> Iterator[str]:
    for content in subject.drawn:
        depth = deepest = 0
        for _, operator in content:
            depth += {"q": 1, "Q": -1}.get(operator, 0)
            deepest = max(deepest, depth)
        if deepest > 28 or depth != 0:
            yield f"states of graphics kept {deepest} deep, {depth} never restored"


def _page_sizes(subject: Subject) -> Iterator[str]:
    for page in subject.pdf.pages:
        left, low, right, high = (float(side) for side in page.MediaBox)
        if not (3 <= right - left <= 14400 and 3 <= high - low <= 14400):
            yield f"a page of {right - left} by {high - low}"


def _over(value: Object) -> Iterator[str]:
    if isinstance(value, pikepdf.String) and len(bytes(value)) > 32767:
        yield "a string that is too long"
    if isinstance(value, int) and not -_MOST_INTEGER - 1 <= value <= _MOST_INTEGER:
        yield f"the integer {value}"


def syntax(subject: Subject) -> Iterator[str]:
    """Not a clause: what QPDF itself finds wrong."""
    yield from subject.pdf.check_pdf_syntax()


RULES: dict[str, Rule] = {
    "ISO 19005-3 6.1.2": header,
    "ISO 19005-3 6.1.3": trailer,
    "ISO 19005-3 6.1.4": cross_references,
    "ISO 19005-3 6.1.5": information,
    "ISO 19005-3 6.1.6": strings,
    "ISO 19005-3 6.1.7.1": stream_ends,
    "ISO 19005-3 6.1.7.2": stream_filters,
    "ISO 19005-3 6.1.8": names,
    "ISO 19005-3 6.1.9": syntax,
    "ISO 19005-3 6.1.10": inline_images,
    "ISO 19005-3 6.1.12": permissions,
    "ISO 19005-3 6.1.13": limits,
    "ISO 19005-3 6.1.13 (states)": states,
}
