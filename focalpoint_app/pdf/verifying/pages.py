"""What the pages say, read from their content as a reader's search would read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)
from pyhanko.pdf_utils.rw_common import PdfHandler

from focalpoint_app.pdf.verifying.fonts import Decoder, decoder_of, unhexed
from focalpoint_app.pdf.verifying.hostile_file import entry

_MOST_NODES = 20_000

# Only what shows text matters: a font is chosen, a string is shown.  Property
# lists are swallowed whole, as their strings are not on the page.  Each branch
# keeps what it has scanned, closed or not, so that time stays linear.
_TOKENS = re.compile(
    rb"<<[^>]*(?:>(?!>)[^>]*)*"
    rb"|/(?P<font>[^\s<>\[\]()/{}%]{1,127})\s+[-+.\d]{1,20}\s+Tf\b"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)"
    rb"|\((?P<literal>[^()\\]*(?:\\.[^()\\]*)*)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
    b"\n": b"", b"\r": b"", b"\r\n": b"",
}  # fmt: skip

# Blanks, and the marks that our own pages set for readers of Arabic.
_UNSEEN = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]+")

_Page = tuple[DictionaryObject, PdfObject | None]


def squeezed_pages(document: PdfHandler) -> Iterator[str]:
    """Each page's text in drawing order, without blanks and direction marks.

    A page that cannot be read raises one of ``PARSER_FAILURES``.
    """
    known: dict[tuple[int, int], Decoder] = {}
    for page, resources in _pages(document):
        decoders = dict(_decoders(entry(resources, "/Font"), known))
        yield _UNSEEN.sub("", "".join(_shown(_content(page), decoders)))


def _pages(document: PdfHandler) -> Iterator[_Page]:
    """In order, each with its own or inherited resources."""
    pending: list[tuple[PdfObject | None, PdfObject | None]] = []
    pending.append((entry(document.root, "/Pages"), None))
    for _ in range(_MOST_NODES):  # A tree that loops ends here.
        if not pending:
            return
        node, inherited = pending.pop()
        resources = entry(node, "/Resources") or inherited
        children = entry(node, "/Kids")
        if isinstance(children, ArrayObject):
            last_first = range(len(children) - 1, -1, -1)
            pending.extend((children[index], resources) for index in last_first)
        elif isinstance(node, DictionaryObject):
            yield node, resources


def _content(page: DictionaryObject) -> bytes:
    content = entry(page, "/Contents")
    parts = content if isinstance(content, ArrayObject) else ArrayObject([content])
    streams = (parts[index] for index in range(len(parts)))
    return b"\n".join(
        bytes(each.data) for each in streams if isinstance(each, StreamObject)
    )


def _decoders(
    fonts: PdfObject | None, known: dict[tuple[int, int], Decoder]
) -> Iterator[tuple[str, Decoder]]:
    """By resource name; ``known`` keeps those of fonts met on earlier pages."""
    if not isinstance(fonts, DictionaryObject):
        return
    for name in fonts:
        font, reference = fonts[name], fonts.raw_get(name)
        if not isinstance(font, DictionaryObject):
            continue
        if not isinstance(reference, IndirectObject):
            yield name, decoder_of(font)
            continue
        key = (reference.idnum, reference.generation)
        if key not in known:
            known[key] = decoder_of(font)
        yield name, known[key]


def _shown(content: bytes, decoders: Mapping[str, Decoder]) -> Iterator[str]:
    decode: Decoder | None = None
    for token in _TOKENS.finditer(content):
        if token["font"] is not None:
            decode = decoders.get("/" + token["font"].decode("latin-1"))
        elif decode and token["hex"] is not None:
            yield decode(unhexed(token["hex"]))
        elif decode and token["literal"] is not None:
            yield decode(_ESCAPE.sub(_unescaped, token["literal"]))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    """ISO 32000-2, table 3."""
    name = escape[1]
    if name[:1].isdigit():
        return bytes([int(name, 8) & 0xFF])
    return _ESCAPED.get(name, name)
