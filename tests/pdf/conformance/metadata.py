"""ISO 19005-3, 6.6: what the file says of itself, in XMP and in its dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree

from tests.pdf.conformance.subject import Rule, Subject

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
_PDFUAID = "{http://www.aiim.org/pdfua/ns/id/}"
_EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
_SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
_PREDEFINED = {
    _DC, _XMP, _PDF, _PDFAID, _EXTENSION, "{http://ns.adobe.com/xap/1.0/mm/}",
    "{http://ns.adobe.com/xap/1.0/rights/}",
}  # fmt: skip
_PAIRS = {
    "/Title": _DC + "title",
    "/Author": _DC + "creator",
    "/Subject": _DC + "description",
    "/Keywords": _PDF + "Keywords",
    "/Creator": _XMP + "CreatorTool",
    "/Producer": _PDF + "Producer",
    "/CreationDate": _XMP + "CreateDate",
    "/ModDate": _XMP + "ModifyDate",
}
_DATE = re.compile(r"D:(\d{14})(?:([+-]\d\d)'(\d\d)'?|Z.*)?$")


def packet(subject: Subject) -> Iterator[str]:
    metadata = subject.pdf.Root.get("/Metadata")
    if metadata is None:
        yield "no metadata"
        return
    if metadata.get("/Type") != "/Metadata" or metadata.get("/Subtype") != "/XML":
        yield "metadata that are not called so"
    content = metadata.read_bytes()
    opening = content.split(b"?>", 1)[0]
    if not content.startswith(b"<?xpacket begin=") or b"bytes=" in opening:
        yield "no packet, or one with attributes that are out of use"
    if "/Filter" in metadata:
        yield "compressed metadata, which programs without PDF cannot find"
    content.decode("utf-8")


def properties(subject: Subject) -> Iterator[str]:
    """Every property is XMP's own, or described in the file."""
    described = {
        f"{{{uri.text}}}" for uri in _packet(subject).iter(_SCHEMA + "namespaceURI")
    }
    for element in _properties(subject):
        space = element.tag.split("}")[0] + "}"
        if space not in _PREDEFINED | described:
            yield f"{element.tag} is described nowhere"


def information(subject: Subject) -> Iterator[str]:
    """Both accounts agree, where there are two."""
    stated = {element.tag: _text(element) for element in _properties(subject)}
    for key, value in subject.pdf.docinfo.items():
        name = _PAIRS.get(key)
        if name is None:
            continue
        if not _same(str(value), stated.get(name, "")):
            yield f"{key} is {value}, but {stated.get(name)!r} in XMP"


def version(subject: Subject) -> Iterator[str]:
    stated = {element.tag: _text(element) for element in _properties(subject)}
    found = stated.get(_PDFAID + "part"), stated.get(_PDFAID + "conformance")
    if found != ("3", "U"):
        yield f"part and level are {found}"


def accessibility_version(subject: Subject) -> Iterator[str]:
    stated = {element.tag: _text(element) for element in _properties(subject)}
    if stated.get(_PDFUAID + "part") != "1":
        yield "it does not say that it is PDF/UA-1"
    if not stated.get(_DC + "title"):
        yield "no title"


def _packet(subject: Subject) -> ElementTree.Element:
    return ElementTree.fromstring(subject.pdf.Root.Metadata.read_bytes())


def _properties(subject: Subject) -> Iterator[ElementTree.Element]:
    for description in _packet(subject).iter(_RDF + "Description"):
        if _RDF + "about" in description.attrib:
            yield from description


def _text(element: ElementTree.Element) -> str:
    return "".join(element.itertext()).strip()


def _same(one: str, other: str) -> bool:
    found = _DATE.match(one)
    if found is None:
        return one == other
    hours, minutes = found[2] or "+00", found[3] or "00"
    written = datetime.strptime(f"{found[1]}{hours}{minutes}", "%Y%m%d%H%M%S%z")
    return written == datetime.fromisoformat(other)


RULES: dict[str, Rule] = {
    "ISO 19005-3 6.6.2.1": packet,
    "ISO 19005-3 6.6.2.3": properties,
    "ISO 19005-3 6.6.3": information,
    "ISO 19005-3 6.6.4": version,
    "ISO 14289-1 5": accessibility_version,
}
