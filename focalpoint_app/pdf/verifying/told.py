"""Everything a PDF tells anybody: pages, data, attachments, titles, metadata."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def everything_told(content: bytes) -> Iterator[str]:
    """Texts in no order; outlines of letters and pictures tell nothing."""
    yield from _pages(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        mute = _font_programs(pdf)
        for each in pdf.objects:
            yield from _strings(each)
            if isinstance(each, pikepdf.Stream) and not _is_mute(each, mute):
                yield from _readings(each.read_bytes())


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


def _font_programs(pdf: pikepdf.Pdf) -> frozenset[tuple[int, int]]:
    return frozenset(
        each[name].objgen
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary)
        for name in _PROGRAMS
        if name in each
    )


def _is_mute(stream: Any, mute: frozenset[tuple[int, int]]) -> bool:
    """The objects in a stream of objects come one by one."""
    if stream.get("/Type") in ("/ObjStm", "/XRef"):
        return True
    return stream.objgen in mute or stream.get("/Subtype") == "/Image"


def _readings(content: bytes) -> Iterator[str]:
    """As UTF-8, and as UTF-16 where it may be."""
    yield content.decode("utf-8", "ignore")
    if b"\0" in content:
        yield content.decode("utf-16-be", "ignore")
        yield content[1:].decode("utf-16-be", "ignore")


def _strings(item: Any) -> Iterator[str]:
    """Of one object; what it refers to comes in its own turn."""
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Array):
        for each in item:
            yield from _direct(each)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for _, each in item.items():
            yield from _direct(each)


def _direct(item: Any) -> Iterator[str]:
    if not getattr(item, "is_indirect", False):
        yield from _strings(item)
