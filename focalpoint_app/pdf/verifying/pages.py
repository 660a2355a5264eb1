"""The pages of a document in order, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterator

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)
from pyhanko.pdf_utils.rw_common import PdfHandler

from focalpoint_app.pdf.verifying.fonts import Decoder, decoder_of
from focalpoint_app.pdf.verifying.hostile_file import entry
from focalpoint_app.pdf.verifying.shown import Shown, shown

_MOST_NODES = 20_000

_Page = tuple[DictionaryObject, PdfObject | None]


def shown_pages(document: PdfHandler) -> Iterator[tuple[Shown, ...]]:
    """Each page's runs in drawing order.

    A page that cannot be read raises one of ``PARSER_FAILURES``.
    """
    known: dict[tuple[int, int], Decoder] = {}
    for page, resources in _pages(document):
        decoders = dict(_decoders(entry(resources, "/Font"), known))
        yield tuple(shown(_content(page), decoders))


def squeezed_pages(document: PdfHandler) -> Iterator[str]:
    """Each page's text in drawing order, without blanks and direction marks."""
    for page in shown_pages(document):
        yield "".join(run.text for run in page)


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
