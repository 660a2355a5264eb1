"""The numbered objects of one PDF file, most of them written by reportlab."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from focalpoint_app.pdf.file.file_bytes import FileBytes, stream

_COMPRESSION = 4  # half the time of 6 for an eighth more bytes
_VERSION = (1, 7)
_PAGES_OF_BRANCH = 16
_FURTHER = ("OutputIntents", "AF", "StructTreeRoot", "MarkInfo", "AcroForm")


class Catalog(PDFCatalog):
    """The document's root, with the entries that reportlab's does not know."""

    def __init__(self) -> None:
        # reportlab writes the entries that this list names.
        self.__NoDefault__ = [*PDFCatalog.__NoDefault__, *_FURTHER]

    def enter(self, entries: Mapping[str, object]) -> None:
        for key, value in entries.items():
            setattr(self, key, value)


class _Document(PDFDocument):
    Catalog: Catalog


class _PageTree:
    """In two levels: a reader comes to a page without reading all before it."""

    def __init__(self, add: Callable[..., PDFObjectReference]) -> None:
        self._add = add
        self._pages = 0
        self._root = _node()
        self._branch = self._root
        self.reference = add(self._root)

    def hang(self, page: PDFDictionary) -> None:
        if self._pages % _PAGES_OF_BRANCH == 0:
            self._branch = _node()
            self._branch["Parent"] = self.reference
            self._root["Kids"].sequence.append(self._add(self._branch))
        self._pages += 1
        page["Parent"] = self._add(self._branch)
        kids = self._branch["Kids"].sequence
        kids.append(self._add(page, f"Page{self._pages}"))
        self._branch["Count"] = len(kids)
        self._root["Count"] = self._pages


def _node() -> PDFDictionary:
    return PDFDictionary({"Type": PDFName("Pages"), "Kids": PDFArray([]), "Count": 0})


class Objects:
    """Adds objects and gives out references; ``written`` makes the bytes once."""

    def __init__(self, language: str) -> None:
        self._pdf = _Document(pdfVersion=_VERSION)
        self._written: dict[int, bytes] = {}
        self.catalog = Catalog()
        self._pages = _PageTree(self._pdf.Reference)
        pages, lang = self._pages.reference, PDFString(language)
        self.catalog.enter({"Pages": pages, "Lang": lang})
        self._pdf.Catalog = self.catalog

    def add(self, made: PDFObject, name: str | None = None) -> PDFObjectReference:
        refer: Callable[..., PDFObjectReference] = self._pdf.Reference
        return refer(made, name)

    def add_page(self, page: PDFDictionary) -> None:
        """Pages are named ``Page1``, ``Page2`` and so on as they come."""
        self._pages.hang(page)

    def reserve(self) -> int:
        """A number for an object that ``put`` brings later."""
        self._pdf.objectcounter += 1
        number: int = self._pdf.objectcounter
        return number

    def put(self, number: int, written: str) -> None:
        """An object written by ourselves in ASCII, no stream."""
        self._written[number] = written.encode("ascii")

    def number_of(self, reference: PDFObjectReference) -> int:
        number: int = self._pdf.idToObjectNumberAndVersion[reference.name][0]
        return number

    def number_of_page(self, page: int) -> int:
        """``page`` from 0."""
        return self.number_of(PDFObjectReference(f"Page{page + 1}"))

    def written(self, info: PDFInfo, identity: bytes) -> bytes:
        """``identity`` is what the file's ID is made from."""
        root, about = self.add(self.catalog), self.add(info)
        file = FileBytes()
        number = 0
        while number < self._pdf.objectcounter:  # formatting one may add another
            number += 1
            self._write(number, file)
        digest = hashlib.sha256(identity).hexdigest()[:32].encode("ascii")
        trailer = b"/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            self.number_of(root), self.number_of(about), digest, digest,
        )  # fmt: skip
        return file.finished(number + 1, trailer)

    def _write(self, number: int, file: FileBytes) -> None:
        if number in self._written:
            file.pack(number, self._written[number])
            return
        made: Any = self._pdf.idToObject[self._pdf.numberToId[number]]
        if not isinstance(made, PDFStream):
            file.pack(number, made.format(self._pdf))
            return
        entries: bytes = made.dictionary.format(self._pdf)
        inside = entries.strip().removeprefix(b"<<").removesuffix(b">>").strip()
        file.put(number, stream(inside, made.content))


class Written(PDFObject):
    """A value written by ourselves, as many as a long document has of links."""

    def __init__(self, *parts: Part) -> None:
        self._parts = parts

    def format(self, document: object) -> bytes:
        return b"".join(
            part if isinstance(part, bytes) else bytes(part.format(document))
            for part in self._parts
        )


Part = bytes | PDFString | PDFObjectReference | Written


def flate(content: bytes, **entries: object) -> PDFStream:
    """A stream of ``content``, compressed now, with ``entries`` in its dictionary."""
    dictionary = PDFDictionary({"Filter": PDFName("FlateDecode"), **entries})
    return PDFStream(dictionary, zlib.compress(content, _COMPRESSION))


def text_string(text: str) -> str:
    """A text string of PDF (ISO 32000-1, 7.9.2) in ASCII."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<feff{text.encode('utf-16-be').hex()}>"
