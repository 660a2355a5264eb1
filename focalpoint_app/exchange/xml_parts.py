"""XML of strangers: no entities, no network, and counted before it is parsed."""

from __future__ import annotations

import re
from typing import Any

from focalpoint_app.domain.errors import AppError

MOST_MARKS = 500_000
"""Tags and attributes of one part, and of all parts of one file that are read, each
some 150 bytes once parsed: three times what a form of 650 questions has."""

Element = Any
"""An lxml element: the library has no types of its own."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRICT = re.compile(rb"""(["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)\1""")
"""Families of names as *Strict Open XML* has them; ISO/IEC 29500-1, annex A."""
_USUAL = rb"\1http://schemas.openxmlformats.org/\2/2006/\3\1"
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def parsed(content: bytes) -> Element:
    """The root element.

    Raises:
        AppError: ``reply.unsafe`` (a document type, which may hold entities),
            ``reply.overblown`` (too many elements), ``reply.damaged``.
    """
    from lxml import etree

    text = _decoded(content)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise AppError("reply.unsafe")
    if text.count(b"<") + text.count(b"=") > MOST_MARKS:
        raise AppError("reply.overblown")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(_STRICT.sub(_USUAL, text), parser)
    except (etree.XMLSyntaxError, ValueError) as exc:
        raise AppError("reply.damaged") from exc


def legal(text: str) -> str:
    """The text without characters that XML 1.0 has no place for."""
    return _ILLEGAL.sub("", text)


def _decoded(content: bytes) -> bytes:
    """As UTF-8: other encodings could hide from the counting what they hold."""
    known = (name for mark, name in _BOMS.items() if content.startswith(mark))
    try:
        return content.decode(next(known, "utf-8")).encode("utf-8")
    except UnicodeError as exc:
        raise AppError("reply.damaged") from exc
