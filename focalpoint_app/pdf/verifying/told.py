"""Everything a PDF tells anybody: pages, data, attachments, titles, metadata, names."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
import pypdfium2

from focalpoint_app.domain.leaks import words_turned

_STRING = re.compile(
    rb"/\w+\s*(<[0-9A-Fa-f\s]{24,}>|\((?:\\.|[^\\()]){12,}\))", re.DOTALL
)
"""In a page's own words: a key with a text in figures, or in letters."""

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_WIDE = ("utf-16-be", "utf-16-le")
_OLD = ("cp1256", "cp1251", "cp1252", "gb18030")
"""How files of old programs are written that may be attached."""

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def everything_told(content: bytes) -> Iterator[str]:
    """Texts in no order; pictures tell nothing."""
    yield from _pages(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        for each in pdf.objects:
            yield from _strings(each)
            if isinstance(each, pikepdf.Stream) and not _is_mute(each):
                yield from map(_unescaped, _readings(each))


def _pages(content: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            text = page.get_textpage()
            yield text.get_text_bounded()
            text.close()
            page.close()
    finally:
        document.close()


def rows_turned(content: bytes) -> Iterator[str]:
    """The rows of Latin words beside Arabic on the pages, from their ends.

    PDFium gives them turned.  Each comes by itself: what never stood together makes
    no passage.
    """
    for said in _pages(content):
        for line in said.splitlines():
            yield from map(words_turned, _latin_rows(line.split()))


def _latin_rows(line: list[str]) -> Iterator[str]:
    rows = [(arabic, list(row)) for arabic, row in groupby(line, _is_arabic)]
    if len(rows) > 1:
        yield from (" ".join(row) for arabic, row in rows if not arabic)


def _is_arabic(word: str) -> bool:
    return any(unicodedata.bidirectional(each) in ("R", "AL") for each in word)


def _is_mute(stream: Any) -> bool:
    """The objects in a stream of objects come one by one."""
    is_list = stream.get("/Type") in ("/ObjStm", "/XRef")
    return is_list or stream.get("/Subtype") == "/Image"


def _readings(stream: Any) -> Iterator[str]:
    """In each way in which it may be written."""
    content = stream.read_bytes()
    yield content.decode("utf-8", "ignore")
    yield from _worded(content)
    if _is_plain(content):
        return
    for way in _WIDE:
        yield content.decode(way, "ignore")
        yield content[1:].decode(way, "ignore")
    if stream.get("/Type") == "/EmbeddedFile":
        for way in _OLD:
            yield content.decode(way, "ignore")


def _is_plain(content: bytes) -> bool:
    """UTF-8 and nothing else: two bytes a letter make it no text, or odd signs."""
    if _CONTROLS.search(content):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _worded(content: bytes) -> Iterator[str]:
    """Texts that stand among the drawing of a page, as what is to be said for it."""
    for found in _STRING.finditer(content):
        try:
            yield str(pikepdf.Object.parse(found[1]))
        except pikepdf.PdfError:  # No string after all: it was read as it stands.
            continue


def _unescaped(text: str) -> str:
    """As XML and JSON are read, which may number every letter."""
    if "&#" in text:
        text = html.unescape(text)
    if "\\u" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text


def _strings(item: Any) -> Iterator[str]:
    """Of one object; what it refers to comes in its own turn."""
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Name):
        yield str(item)[1:]
    elif isinstance(item, pikepdf.Array):
        for each in item:
            yield from _direct(each)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for name, each in item.items():
            yield name[1:]
            yield from _direct(each)


def _direct(item: Any) -> Iterator[str]:
    if not getattr(item, "is_indirect", False):
        yield from _strings(item)
