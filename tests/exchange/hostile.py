"""Files that are built to do harm, or that broke on their way here."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from focalpoint_app.exchange.excel.writing import write_excel
from focalpoint_app.exchange.packets.keys import SigningKey
from focalpoint_app.exchange.packets.locking import AGE_MARK
from focalpoint_app.exchange.packets.passphrase import locked_for_passphrase
from focalpoint_app.exchange.packets.requests import write_packet
from focalpoint_app.exchange.word.writing import write_word
from focalpoint_app.exchange.zipping import zipped
from tests.exchange.requests import REQUEST
from tests.exchange.word.filling import BODY, W, packed, parts_of

MEGABYTE = 1024 * 1024
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENTITIES = "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(9)
)
LAUGHS = f"<!DOCTYPE r [{ENTITIES}]><r>&e8;</r>"
OUTSIDE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'


def word(body: bytes | str, name: str = BODY) -> bytes:
    """A form of which one part is another; not packed, so that it is not refused for
    how steeply it was."""
    content = body if isinstance(body, bytes) else body.encode()
    parts = {**parts_of(write_word(REQUEST)), name: content}
    return zipped(parts, is_packed=False)


def document(inner: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'


def sheet(inner: str, shared: str = "") -> bytes:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts = parts_of(write_excel(REQUEST))
    rows = f"<worksheet {space}><sheetData>{inner}</sheetData></worksheet>"
    parts["xl/worksheets/sheet1.xml"] = rows.encode()
    if shared:
        parts["xl/sharedStrings.xml"] = f"<sst {space}>{shared}</sst>".encode()
    return zipped(parts, is_packed=False)


def bomb() -> bytes:
    """200 MB of nothing in 900 KB."""
    return packed({**parts_of(write_word(REQUEST)), BODY: bytes(200 * MEGABYTE)}, 1)


def lying_bomb() -> bytes:
    """A part of 50 MB that says it has 100 bytes."""
    parts = {**parts_of(write_word(REQUEST)), BODY: bytes(50 * MEGABYTE)}
    content = bytearray(packed(parts))
    place = content.rfind(BODY.encode()) - 46
    assert content[place : place + 4] == b"PK\x01\x02"
    content[place + 24 : place + 28] = struct.pack("<L", 100)
    return bytes(content)


def crowd(count: int = 300_000) -> bytes:
    """A list of contents of so many entries."""
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0
    )
    listed = (entry + b"a") * count
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0
    )
    return listed + end


def hidden_crowd() -> bytes:
    """The same behind the second list of large zips, which goes first."""
    listed = crowd()[:-22]
    count = len(listed) // 47
    large = struct.pack(
        "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(listed), 0
    )
    pointer = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(listed), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 47, 0, 0)
    return b"PK" + listed[2:] + large + pointer + end


def overlapping() -> bytes:
    """Every entry of the list is one and the same data."""
    parts = parts_of(write_word(REQUEST))
    content = bytearray(packed(parts))
    first = content.index(b"PK\x01\x02")
    places = [n for n in range(len(content)) if content[n : n + 4] == b"PK\x01\x02"]
    for place in places:
        content[place + 42 : place + 46] = content[first + 42 : first + 46]
    return bytes(content)


def lying_method(method: int) -> bytes:
    """A part of 2 MB that says it has 100 bytes, packed so that zlib cannot stop."""
    parts = {**parts_of(write_word(REQUEST)), BODY: bytes(2 * MEGABYTE)}
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    packed_parts = bytearray(target.getvalue())
    place = packed_parts.rfind(BODY.encode()) - 46
    packed_parts[place + 24 : place + 28] = struct.pack("<L", 100)
    return bytes(packed_parts)


def crowded_heads() -> bytes:
    """Each head of a page is one that might be; together they are no letter's."""
    head = f'<w:hdr xmlns:w="{W}">{"<w:p/>" * 100_000}</w:hdr>'.encode()
    heads = {f"word/header{n}.xml": head for n in range(1, 7)}
    return packed({**parts_of(write_word(REQUEST)), **heads})


def long_heads() -> bytes:
    head = f'<w:hdr xmlns:w="{W}">{" " * 900_000}</w:hdr>'.encode()
    heads = {f"word/header{n}.xml": head for n in range(1, 40)}
    return packed({**parts_of(write_word(REQUEST)), **heads})


def extra_part(name: str, content: bytes = b"x") -> bytes:
    return packed({**parts_of(write_word(REQUEST)), name: content})


def twice() -> bytes:
    target = BytesIO(write_word(REQUEST))
    with zipfile.ZipFile(target, "a") as archive:
        info = archive.getinfo(BODY)
        again = zipfile.ZipInfo("word/second.xml")
        again.compress_type = info.compress_type
        archive.writestr(again, b"<r/>")
    return target.getvalue().replace(b"word/second.xml", b"word/styles.xml")


def locked_part() -> bytes:
    content = bytearray(write_word(REQUEST))
    place = content.rfind(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


def with_macros() -> bytes:
    return extra_part("word/vbaProject.bin", OLE)


def old(stream: str) -> bytes:
    return OLE + bytes(512) + stream.encode("utf-16-le") + bytes(2048)


def many_controls() -> str:
    """One title, no tag, in one paragraph: each would be held against the first."""
    one = (
        '<w:sdt><w:sdtPr><w:alias w:val="a"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t>'
        "</w:r></w:sdtContent></w:sdt>"
    )
    return document(f"<w:p>{one * 25_000}</w:p>")


def swollen_packet() -> bytes:
    parts = parts_of(write_packet(REQUEST, SigningKey(bytes(32))))
    parts = {**parts, "manifest.json": b"[" * (8 * MEGABYTE)}
    return zipped(parts, is_packed=False)


def files() -> Iterator[tuple[str, bytes]]:
    """Names for people, and contents: all of them are refused."""
    yield from archives()
    yield from documents()
    yield from others()


def archives() -> Iterator[tuple[str, bytes]]:
    yield "bomb", bomb()
    yield "lying bomb", lying_bomb()
    yield "crowd", crowd()
    yield "hidden crowd", hidden_crowd()
    yield "bzip2 that lies", lying_method(zipfile.ZIP_BZIP2)
    yield "LZMA that lies", lying_method(zipfile.ZIP_LZMA)
    yield "crowded heads", crowded_heads()
    yield "long heads", long_heads()
    yield "overlapping", overlapping()
    yield "too large", b"PK\x03\x04" + bytes(33 * MEGABYTE)
    yield "climbing name", extra_part("../../etc/passwd")
    yield "absolute name", extra_part("/etc/passwd")
    yield "drive name", extra_part("C:\\x")
    yield "same name twice", twice()
    yield "locked part", locked_part()


def documents() -> Iterator[tuple[str, bytes]]:
    yield "macros", with_macros()
    yield "laughs", word(LAUGHS)
    yield "laughs in UTF-16", word(LAUGHS.encode("utf-16"))
    yield "laughs in another part", word(LAUGHS, "docProps/custom.xml")
    yield "entity from outside", word(OUTSIDE)
    yield (
        "another encoding",
        word("<?xml version='1.0' encoding='cp037'?>".encode("cp037")),
    )
    yield "deep", word(document("<w:sdt>" * 200_000))
    yield "wide", word(document("<w:p/>" * 2_000_000))
    yield (
        "attributes",
        word(document("<w:p " + " ".join(f"a{n}=''" for n in range(600_000)) + "/>")),
    )
    yield "empty body", word(b"")


def others() -> Iterator[tuple[str, bytes]]:
    yield (
        "sheet of laughs",
        packed(
            {**parts_of(write_excel(REQUEST)), "xl/sharedStrings.xml": LAUGHS.encode()}
        ),
    )
    yield (
        "swollen sheet",
        sheet(
            '<row><c t="s"><v>0</v></c></row>' * 40_000,
            f"<si><t>{'x' * 400_000}</t></si>",
        ),
    )
    yield "age that asks too much", AGE_MARK + b"-> scrypt AAAAAAAAAAAAAAAAAAAAAA 40\n"
    yield "age of nothing", AGE_MARK
    yield "wrong passphrase", locked_for_passphrase(bytes(MEGABYTE), "right")
    yield "swollen packet", swollen_packet()
    yield "old Word", old("WordDocument")
    yield "old Excel", old("Workbook")
    yield "locked Word", old("EncryptedPackage")
    yield "RTF", b"{\\rtf1 hello}"
    yield (
        "OpenDocument",
        packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
    )
    yield "picture", b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(1000))
    yield "nothing", b""


def heavy() -> Iterator[tuple[str, bytes]]:
    """Files that are read, and must not take long either."""
    yield "many controls", word(many_controls())
    yield (
        "long text",
        word(document(f"<w:p><w:r><w:t>{'ﷺ' * 3_000_000}</w:t></w:r></w:p>")),
    )
    yield (
        "many paragraphs",
        word(document("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 60_000)),
    )
    yield (
        "many cells",
        sheet('<row r="1048576"><c r="XFD1"><v>1</v></c></row>' * 60_000),
    )
