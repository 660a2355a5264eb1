"""Each rule finds the fault it is there for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from focalpoint_app.document.blocks import Document, Figure
from focalpoint_app.pdf.pages import pdf_content
from tests.pdf.conformance.subject import Object, Subject
from tests.pdf.conformance.test_conformance import RULES
from tests.pdf.demo import arabic_document
from tests.pdf.further_documents import emblem

Spoil = Callable[[Pdf], None]


@cache
def whole() -> bytes:
    document = arabic_document(1)
    blocks = (*document.blocks, Figure(emblem(), 40, "شعار", "ar"))
    return pdf_content(
        Document(document.title, "ar", blocks, attachments=document.attachments)
    )[0]


def spoilt(spoil: Spoil) -> Subject:
    with pikepdf.open(BytesIO(whole())) as pdf:
        spoil(pdf)
        stream = BytesIO()
        pdf.save(stream, compress_streams=False)
    return Subject(stream.getvalue())


def content(operators: bytes) -> Spoil:
    return lambda pdf: pdf.pages[0].contents_add(operators)


def of_root(key: str, value: Object) -> Spoil:
    return lambda pdf: pdf.Root.__setitem__(key, value)


def of_form(key: str, value: Object) -> Spoil:
    return lambda pdf: pdf.Root.AcroForm.__setitem__(key, value)


def annotation(pdf: Pdf, kind: str) -> Object:
    """The first of its kind."""
    return next(
        a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == kind
    )


def of_annotation(kind: str, key: str, value: Object) -> Spoil:
    return lambda pdf: annotation(pdf, kind).__setitem__(key, value)


def without(kind: str, key: str) -> Spoil:
    return lambda pdf: annotation(pdf, kind).__delitem__(key)


def font(pdf: Pdf) -> Object:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def element(pdf: Pdf, role: str) -> Object:
    return next(
        each
        for each in pdf.objects
        if isinstance(each, Dictionary) and each.get("/S") == role and "/P" in each
    )


def of_image(key: str, value: Object) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        images = (each for each in pdf.objects if isinstance(each, pikepdf.Stream))
        next(i for i in images if i.get("/Subtype") == "/Image")[key] = value

    return spoil


def no_text_map(pdf: Pdf) -> None:
    font(pdf).ToUnicode.write(b"")


def wrong_widths(pdf: Pdf) -> None:
    font(pdf).DescendantFonts[0].W = Array([1, Array([9999])])


def no_font_file(pdf: Pdf) -> None:
    del font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def all_notdef(pdf: Pdf) -> None:
    places = font(pdf).DescendantFonts[0].CIDToGIDMap
    places.write(bytes(len(places.read_bytes())))


def beyond_the_font(pdf: Pdf) -> None:
    places = font(pdf).DescendantFonts[0].CIDToGIDMap
    places.write(b"\xff" * len(places.read_bytes()))


def metadata(old: bytes, new: bytes) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata
        assert old in packet.read_bytes()
        packet.write(packet.read_bytes().replace(old, new))

    return spoil


def of_element(role: str, key: str, value: Object) -> Spoil:
    return lambda pdf: element(pdf, role).__setitem__(key, value)


def cell_less(pdf: Pdf) -> None:
    row = element(pdf, "/TR")
    row.K = Array(list(row.K)[1:])


def strange_relationship(pdf: Pdf) -> None:
    pdf.Root.AF[0].AFRelationship = Name.Friend


SPOILT: list[tuple[str, Spoil]] = [
    ("ISO 19005-3 6.1.7.2", lambda pdf: pdf.pages[0].Contents.__setitem__("/F", 1)),
    ("ISO 19005-3 6.1.10", content(b"BI /W 1 /H 1 /BPC 8 /CS /G ID a EI")),
    ("ISO 19005-3 6.1.12", of_root("/Perms", Dictionary({"/Other": 1}))),
    ("ISO 19005-3 6.1.13", of_root("/Lang", pikepdf.String("x" * 40000))),
    ("ISO 19005-3 6.1.13 (states)", content(b"q " * 30 + b"Q " * 30)),
    ("ISO 19005-3 6.2.2", content(b"/x xyz")),
    ("ISO 19005-3 6.2.3", of_root("/OutputIntents", Array())),
    ("ISO 19005-3 6.2.4.3", content(b"0 0 0 1 k")),
    ("ISO 19005-3 6.2.6", content(b"/Friendly ri")),
    ("ISO 19005-3 6.2.8", of_image("/Interpolate", True)),
    ("ISO 19005-3 6.2.10", of_root("/OutputIntents", Array())),
    ("ISO 19005-3 6.2.11.2", lambda pdf: font(pdf).__setitem__("/BaseFont", Name.X)),
    ("ISO 19005-3 6.2.11.3", lambda pdf: font(pdf).__setitem__("/Encoding", Name.X)),
    ("ISO 19005-3 6.2.11.4.1", no_font_file),
    ("ISO 19005-3 6.2.11.4.2", beyond_the_font),
    ("ISO 19005-3 6.2.11.5", wrong_widths),
    ("ISO 19005-3 6.2.11.7.2", no_text_map),
    ("ISO 19005-3 6.2.11.8", all_notdef),
    ("ISO 19005-3 6.3.1", of_annotation("/Link", "/Subtype", Name.Movie)),
    ("ISO 19005-3 6.3.2", of_annotation("/Link", "/F", 2)),
    ("ISO 19005-3 6.3.3", without("/Widget", "/AP")),
    ("ISO 19005-3 6.4.1", of_form("/NeedAppearances", True)),
    ("ISO 19005-3 6.4.2", of_form("/XFA", Array())),
    ("ISO 19005-3 6.5.1", of_root("/X", Dictionary(S=Name.Launch))),
    ("ISO 19005-3 6.5.2", of_root("/OpenAction", Array())),
    ("ISO 19005-3 6.6.2.1", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("ISO 19005-3 6.6.2.3", metadata(b"adobe.com/pdf/1.3/", b"example.org/")),
    ("ISO 19005-3 6.6.3", metadata("استبيان".encode(), "غيره".encode())),
    ("ISO 19005-3 6.6.4", metadata(b"part>3<", b"part>2<")),
    ("ISO 19005-3 6.8", strange_relationship),
    ("ISO 19005-3 6.9", of_root("/OCProperties", Dictionary())),
    ("ISO 19005-3 6.11", of_root("/Requirements", Array())),
    ("ISO 14289-1 5", metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>2")),
    ("ISO 14289-1 6.2", of_root("/MarkInfo", Dictionary(Marked=False))),
    ("ISO 14289-1 7.1 (content)", content(b"0 0 9 9 re f")),
    ("ISO 14289-1 7.1 (parents)", content(b"/P <</MCID 0>> BDC EMC")),
    ("ISO 14289-1 7.1 (keys)", of_annotation("/Link", "/StructParent", 0)),
    ("ISO 14289-1 7.1 (roles)", of_element("/H1", "/S", Name.Heading)),
    ("ISO 14289-1 7.2", of_root("/Lang", pikepdf.String("Arabic!"))),
    ("ISO 14289-1 7.2 (nesting)", of_element("/LBody", "/S", Name.TD)),
    ("ISO 14289-1 7.3", of_element("/Figure", "/Alt", pikepdf.String(""))),
    ("ISO 14289-1 7.4.2", of_element("/H1", "/S", Name.H3)),
    ("ISO 14289-1 7.5", cell_less),
    ("ISO 14289-1 7.6", lambda pdf: element(pdf, "/L").__delitem__("/A")),
    ("ISO 14289-1 7.17", lambda pdf: pdf.Root.__delitem__("/Outlines")),
    ("ISO 14289-1 7.18.1", without("/Link", "/Contents")),
    ("ISO 14289-1 7.18.3", lambda pdf: pdf.pages[1].__delitem__("/Tabs")),
    ("ISO 14289-1 7.18.5", of_element("/Link", "/K", Array([0]))),
]


@pytest.mark.parametrize(("clause", "spoil"), SPOILT, ids=[c for c, _ in SPOILT])
def test_a_fault_is_found(clause: str, spoil: Spoil) -> None:
    assert list(RULES[clause](spoilt(spoil)))


@pytest.mark.parametrize(
    ("clause", "old", "new"),
    [
        ("ISO 19005-3 6.1.2", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", b"%PDF-1.7\n%abcd"),
        ("ISO 19005-3 6.1.3", b"%%EOF\n", b"%%EOF\nmore"),
        ("ISO 19005-3 6.1.4", b"startxref\n", b"startxref\n1"),
        ("ISO 19005-3 6.1.7.1", b"\nendstream", b" endstream"),
    ],
)
def test_a_fault_of_bytes_is_found(clause: str, old: bytes, new: bytes) -> None:
    assert old in whole()

    assert list(RULES[clause](Subject(whole().replace(old, new))))


def test_a_whole_file_has_no_fault() -> None:
    subject = Subject(whole())

    assert {clause: list(rule(subject)) for clause, rule in RULES.items()} == {
        clause: [] for clause in RULES
    }
