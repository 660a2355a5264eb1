"""Opening a PDF that anyone may have made: whole, within limits, or with a reason."""

import logging
import struct
import zlib
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.generic import DictionaryObject, PdfObject
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.verifying.packed_reader import PackedReader

LARGEST_PDF = 64_000_000
_MOST_REVISIONS = 100

# Our longest page unpacks to 100 KB, a thousand answers to 20 MB.
_UNPACKED = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=48 * 1024 * 1024),
    document_budget=DocumentDecodeBudget(max_ratio=20),
)

# What pyHanko and asn1crypto let escape when a file is damaged, found by mutating
# some ten thousand files; they promise no narrower type.
PARSER_FAILURES: tuple[type[Exception], ...] = (
    PdfError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    NotImplementedError,
    RecursionError,
    EOFError,
    OSError,
    SyntaxError,  # XML inside, in both standard parsers.
    struct.error,
    zlib.error,
)

for _library in ("pyhanko", "pyhanko_certvalidator"):
    # Without a handler of ours, Python prints their warnings to standard error.
    logging.getLogger(_library).addHandler(logging.NullHandler())


def whole_file(path: Path, largest: int, too_large: str) -> bytes:
    """Its bytes, never more than ``largest``.

    Raises:
        AppError: ``file.missing``, ``file.unreadable``, or the code ``too_large``.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(largest + 1)
    except FileNotFoundError as exc:
        raise AppError("file.missing", file=path.name) from exc
    except OSError as exc:
        raise AppError("file.unreadable", file=path.name) from exc
    if len(content) > largest:
        raise AppError(too_large, file=path.name)
    return content


def whole_pdf(path: Path) -> bytes:
    return whole_file(path, LARGEST_PDF, too_large="pdf.too_large")


def opened(content: bytes, name: str, *, strict: bool = True) -> PdfFileReader:
    """A reader over ``content``; ``strict`` refuses what only repair could read.

    Raises:
        AppError: ``pdf.unreadable``, ``pdf.encrypted``.
    """
    try:
        stream = BytesIO(content)
        reader = PackedReader(stream, strict=strict, decode_limits=_UNPACKED)
        encrypted = reader.encrypt_dict is not None
        whole = "/Pages" in reader.root and reader.total_revisions <= _MOST_REVISIONS
    except PARSER_FAILURES as exc:
        raise AppError("pdf.unreadable", file=name) from exc
    if encrypted:
        raise AppError("pdf.encrypted", file=name)
    if not whole:
        raise AppError("pdf.unreadable", file=name)
    return reader


def entry(dictionary: PdfObject | None, key: str) -> PdfObject | None:
    """What lies under ``key``, references followed (``get`` does not follow them)."""
    if isinstance(dictionary, DictionaryObject) and key in dictionary:
        value: PdfObject = dictionary[key]
        return value
    return None
