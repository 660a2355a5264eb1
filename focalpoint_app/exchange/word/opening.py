"""From the bytes of a Word file to its paragraphs and the request it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from focalpoint_app.domain.consultation import Carrier, Trace
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import Archive
from focalpoint_app.exchange.carriers import carrier_of
from focalpoint_app.exchange.office_files import refuse_macros
from focalpoint_app.exchange.word.anchors import NAMESPACE
from focalpoint_app.exchange.word.numbering import ListMarks
from focalpoint_app.exchange.word.pieces import Document
from focalpoint_app.exchange.word.walking import Walk, w
from focalpoint_app.exchange.xml_parts import Element, parsed

_BODY = "word/document.xml"
_OUTSIDE = re.compile(r"word/(header\d*|footer\d*|footnotes|endnotes)\.xml")
_OWN_PART = re.compile(r"(customXml/item\d+|docProps/custom)\.xml")


def open_word(content: bytes) -> tuple[Document, str]:
    """The document, and its text as far as it may name the request it answers.

    Raises:
        AppError: ``reply.*``; nothing of the file is taken.
    """
    if carrier_of(content) is not Carrier.WORD:
        raise AppError("reply.unknown_kind")
    archive = Archive(content)
    refuse_macros(archive)
    numbering = archive.read_if_there("word/numbering.xml")
    marks = ListMarks(None if numbering is None else parsed(numbering))
    # All are read, and may be too much, before one of them is looked through.
    names = sorted(filter(_OUTSIDE.fullmatch, archive.names))
    main, *others = [archive.read(name) for name in (_BODY, *names)]
    body, outside = Walk(marks), Walk(ListMarks())
    body.below(parsed(main))
    for other in others:
        outside.below(parsed(other))
    found = Document(
        tuple(body.paragraphs),
        tuple(outside.paragraphs),
        dict(_comments(archive)),
        body.has_unread or outside.has_unread,
    )
    return found, "\n".join(_names(archive, found))


def _names(archive: Archive, document: Document) -> Iterator[str]:
    """Where a request's id may stand, the surest place first."""
    for name in sorted(filter(_OWN_PART.fullmatch, archive.names)):
        root = parsed(archive.read(name))
        if root.tag == f"{{{NAMESPACE}}}request":
            yield root.get("id", "")
        elif name.startswith("docProps"):
            yield " ".join(root.itertext())
    for paragraph in (*document.outside, *document.paragraphs[::-1]):
        yield paragraph.text


def _comments(archive: Archive) -> Iterator[tuple[str, Trace]]:
    content = archive.read_if_there("word/comments.xml")
    if content is None:
        return
    for comment in parsed(content).iterchildren(w("comment")):
        author, time = comment.get(w("author"), ""), comment.get(w("date"), "")
        text = _comment_text(comment)
        if text.strip():
            yield comment.get(w("id"), ""), Trace("comment", text, author, time)


def _comment_text(comment: Element) -> str:
    walk = Walk(ListMarks())
    walk.below(comment)
    return "\n".join(each.text for each in walk.paragraphs)
