"""PDFs that lie about their lengths, go round in circles, or swell."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from focalpoint_app.pdf.signing.certificates import load_p12
from focalpoint_app.pdf.signing.demonstration import demonstration_p12

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
A4 = b"0 0 595 842"
MEGABYTE = 1024 * 1024
FORMS = 10
"""Each shows the next ten times."""


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A whole file of these objects, numbered from 1."""
    content, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    size = len(objects) + 1
    listed = b"".join(b"%010d 00000 n \n" % each for each in places)
    return bytes(content) + (
        b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, listed)
        + b"trailer\n<</Size %d/Root %d 0 R>>\n" % (size, root)
        + b"startxref\n%d\n%%%%EOF\n" % len(content)
    )


def stream(entries: bytes, content: bytes, length: int | None = None) -> bytes:
    told = len(content) if length is None else length
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, told, content)


def page(rest: bytes = b"", box: bytes = A4, contents: bytes = b"4 0 R") -> bytes:
    head = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents %s" % (box, contents)
    return head + rest + b">>"


def swollen(megabytes: int) -> bytes:
    """So many of nothing, a thousandth of it here: one block of it again and again."""
    packing = zlib.compressobj(9)
    nothing = bytes(MEGABYTE)
    first, again = (
        packing.compress(nothing) + packing.flush(zlib.Z_FULL_FLUSH) for _ in range(2)
    )
    check = (megabytes * MEGABYTE % 65_521) << 16 | 1  # RFC 1950
    return first + again * (megabytes - 1) + b"\x03\x00" + check.to_bytes(4, "big")


def content_of(entries: bytes, content: bytes) -> bytes:
    return pdf(CATALOGUE, ONE_PAGE, page(), stream(entries, content))


def with_picture(width: int, height: int, entries: bytes, packed: bytes) -> bytes:
    told = b"/Subtype/Image/Width %d/Height %d/Filter/FlateDecode" % (width, height)
    resources = b"/Resources<</XObject<</I 5 0 R>>>>"
    drawn = stream(b"", b"595 0 0 842 0 0 cm /I Do")
    image = stream(told + entries, packed)
    return pdf(CATALOGUE, ONE_PAGE, page(resources), drawn, image)


def laughs() -> bytes:
    """Ten forms deep, ten times each: ten thousand million squares in 2 KB."""
    forms = []
    for number in range(FORMS):
        below = b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + number)
        is_last = number == FORMS - 1
        head = b"/Type/XObject/Subtype/Form/BBox[%s]" % A4 + b"" * is_last
        body = b"0 0 1 1 re f" if is_last else b"/F Do " * 10
        forms.append(stream(head + (b"" if is_last else below), body))
    first = page(b"/Resources<</XObject<</F 5 0 R>>>>")
    return pdf(CATALOGUE, ONE_PAGE, first, stream(b"", b"/F Do " * 10), *forms)


def tiles() -> bytes:
    """A pattern a hundredth of a point wide on a page of five metres."""
    resources = b"/Resources<</Pattern<</P 5 0 R>>>>"
    filled = stream(b"", b"/Pattern cs /P scn 0 0 14400 14400 re f")
    tile = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/Resources<<>>"
    steps = b"/XStep 0.01/YStep 0.01"
    wide = page(resources, b"0 0 14400 14400")
    return pdf(CATALOGUE, ONE_PAGE, wide, filled, stream(tile + steps, b"0 0 1 1 re f"))


def tree(depth: int) -> bytes:
    """Pages under pages under pages."""
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(depth)]
    return pdf(CATALOGUE, *nodes, b"<</Type/Page/MediaBox[%s]>>" % A4)


def files() -> Iterator[tuple[str, bytes]]:
    nothing, flate = stream(b"", b"BT ET"), b"/Filter/FlateDecode"
    yield "lying length", pdf(CATALOGUE, ONE_PAGE, page(), stream(b"", b"", 10**9))
    circle = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"
    yield "circle of pages", pdf(CATALOGUE, circle)
    yield "deep tree of pages", tree(30_000)
    many = b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"
    yield "lying count of pages", pdf(CATALOGUE, many, page(), nothing)
    yield "1 GB of content", content_of(flate, swollen(1024))
    twice = zlib.compress(swollen(10 * 1024), 9)
    yield "10 GB, packed twice", content_of(b"/Filter[/FlateDecode/FlateDecode]", twice)
    parts = b"[" + b"4 0 R " * 3_000 + b"]"
    same = pdf(CATALOGUE, ONE_PAGE, page(b"", A4, parts), stream(flate, swollen(10)))
    yield "10 MB, three thousand times", same
    yield (
        "page of five kilometres",
        pdf(CATALOGUE, ONE_PAGE, page(b"", b"0 0 14400000 14400000"), nothing),
    )
    grey, packed = b"/BitsPerComponent 1/ColorSpace/DeviceGray", swollen(430)
    yield "picture of 60,000 by 60,000", with_picture(60_000, 60_000, grey, packed)
    yield "laughs", laughs()
    yield "tiles", tiles()
    arrays = page(b"/X " + b"[" * 200_000 + b"]" * 200_000)
    yield "deep arrays", pdf(CATALOGUE, ONE_PAGE, arrays, nothing)
    yield "many objects", b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 1_000_000


def signed_files() -> Iterator[tuple[str, bytes]]:
    """A forger's own signature makes the verifier read on."""
    flate = b"/Filter/FlateDecode"
    name = b"<</Type/Filespec/F(answers.json)/UF(answers.json)/EF<</F 6 0 R>>>>"
    tree = b"/Names<</EmbeddedFiles<</Names[(answers.json) 5 0 R]>>>>"
    catalogue = CATALOGUE[:-2] + tree + b"/AF[5 0 R]>>"
    for told, contents, answers in (
        ("swollen pages", stream(flate, swollen(1024)), stream(b"", b"{}")),
        ("numbers alone", stream(b"", b"1 " * 900_000), stream(b"", b"{}")),
        ("swollen answers", stream(b"", b"BT ET"), stream(flate, swollen(1024))),
    ):
        content = pdf(catalogue, ONE_PAGE, page(), contents, name, answers)
        yield told, signed_by_anyone(content)


def signed_by_anyone(content: bytes) -> bytes:
    with TemporaryDirectory() as name:
        key = Path(name) / "key.p12"
        key.write_bytes(demonstration_p12("مزوّر", b"x"))
        signer = load_p12(key, b"x").signer
    writer = IncrementalPdfFileWriter(BytesIO(content), strict=False)
    choices = PdfSignatureMetadata(field_name="Forged", md_algorithm="sha256")
    return bytes(sign_pdf(writer, choices, signer).getvalue())
