"""ISO 19005-3, 6.3 to 6.5 and 6.8 to 6.11: what acts, and files inside."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from tests.pdf.conformance.subject import Object, Rule, Subject

_PRINTED, _NEVER = 4, 1 | 2 | 32 | 256  # invisible, hidden, no view, toggle
_FORBIDDEN_ACTIONS = {
    "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState",
    "/Rendition", "/Trans", "/GoTo3DView", "/JavaScript",
}  # fmt: skip
_ACTIONS = {"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"}
_NAMED = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"}
_KINDS = {"/Link", "/Widget"}
_RELATIONSHIPS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}


def kinds(subject: Subject) -> Iterator[str]:
    for annotation in subject.annotations:
        if annotation.Subtype not in _KINDS:
            yield f"an annotation of type {annotation.Subtype}"


def flags(subject: Subject) -> Iterator[str]:
    for annotation in subject.annotations:
        flags = int(annotation.get("/F", 0))
        if not flags & _PRINTED or flags & _NEVER:
            yield f"a {annotation.Subtype} with flags {flags}"
        if {"/C", "/IC"} & set(annotation.keys()):
            yield "a colour of an annotation, which no output intent covers"


def appearances(subject: Subject) -> Iterator[str]:
    for annotation in subject.annotations:
        if annotation.Subtype == "/Link":
            continue
        left, low, right, high = map(float, annotation.Rect)
        appearance = annotation.get("/AP")
        if appearance is None and right - left and high - low:
            yield "an annotation without appearance"
        elif appearance is not None and set(appearance.keys()) != {"/N"}:
            yield "an appearance for other than normal use"
        elif appearance is not None and not isinstance(appearance.N, pikepdf.Stream):
            yield "an appearance that is no stream"


def fields(subject: Subject) -> Iterator[str]:
    form: Object = subject.pdf.Root.get("/AcroForm", {})
    if form.get("/NeedAppearances", False):
        yield "appearances are left to the reader"
    for annotation in subject.annotations:
        if annotation.Subtype == "/Widget" and {"/A", "/AA"} & set(annotation.keys()):
            yield "a field with an action"


def no_xfa(subject: Subject) -> Iterator[str]:
    if "/XFA" in subject.pdf.Root.get("/AcroForm", {}):
        yield "a form in XFA"
    if "/NeedsRendering" in subject.pdf.Root:
        yield "pages to be drawn by the reader"


def signatures(subject: Subject) -> Iterator[str]:
    for dictionary in subject.dictionaries:
        if dictionary.get("/Type") != "/Sig":
            continue
        start, length, begin, rest = (int(each) for each in dictionary.ByteRange)
        hole = subject.content[length : length + 1], subject.content[begin - 1 : begin]
        if start != 0 or hole != (b"<", b">"):
            yield "a signature that leaves out more than itself"
        if begin + rest > len(subject.content):
            yield "a signature over more than the file"
        if dictionary.SubFilter != "/ETSI.CAdES.detached":
            yield f"a signature as {dictionary.SubFilter}"


def actions(subject: Subject) -> Iterator[str]:
    for dictionary in subject.dictionaries:
        kind = dictionary.get("/S")
        if kind in _FORBIDDEN_ACTIONS or "/JS" in dictionary:
            yield f"the action {kind}"
        if kind == "/Named" and dictionary.get("/N") not in _NAMED:
            yield f"the action {dictionary.get('/N')}"
        if kind == "/URI" and not str(dictionary.URI).isascii():
            yield f"an address that is not ASCII: {dictionary.URI}"


def triggers(subject: Subject) -> Iterator[str]:
    if "/JavaScript" in subject.pdf.Root.get("/Names", {}):
        yield "JavaScript"
    if "/OpenAction" in subject.pdf.Root:
        yield "an action on opening"
    for each in (subject.pdf.Root, *subject.pdf.pages):
        if "/AA" in each:
            yield "an action on an event"


def embedded_files(subject: Subject) -> Iterator[str]:
    listed = list(subject.pdf.Root.get("/AF", []))
    specifications = [d for d in subject.dictionaries if "/EF" in d]
    if len(listed) != len(specifications):
        yield f"{len(specifications)} files inside, {len(listed)} of them associated"
    for file in specifications:
        if not {"/F", "/UF"} <= set(file.keys()):
            yield "a file inside without its name"
        if str(file.get("/AFRelationship")) not in _RELATIONSHIPS:
            yield f"the relationship {file.get('/AFRelationship')}"
        stream: Object = file.EF.F
        if str(stream.get("/Subtype", "")).count("/") != 2:
            yield f"a file inside of type {stream.get('/Subtype')}"
        if "/ModDate" not in stream.get("/Params", {}):
            yield "a file inside without the date of its last change"


def optional_content(subject: Subject) -> Iterator[str]:
    if "/OCProperties" in subject.pdf.Root:
        yield "layers that may be hidden"


def presentations(subject: Subject) -> Iterator[str]:
    if "/AlternatePresentations" in subject.pdf.Root.get("/Names", {}):
        yield "alternate presentations"
    for page in subject.pdf.pages:
        if {"/PresSteps", "/Trans", "/Dur"} & set(page.obj.keys()):
            yield "a page with effects"


def requirements(subject: Subject) -> Iterator[str]:
    if "/Requirements" in subject.pdf.Root:
        yield "requirements on the reader"


RULES: dict[str, Rule] = {
    "ISO 19005-3 6.3.1": kinds,
    "ISO 19005-3 6.3.2": flags,
    "ISO 19005-3 6.3.3": appearances,
    "ISO 19005-3 6.4.1": fields,
    "ISO 19005-3 6.4.2": no_xfa,
    "ISO 19005-3 6.4.3": signatures,
    "ISO 19005-3 6.5.1": actions,
    "ISO 19005-3 6.5.2": triggers,
    "ISO 19005-3 6.8": embedded_files,
    "ISO 19005-3 6.9": optional_content,
    "ISO 19005-3 6.10": presentations,
    "ISO 19005-3 6.11": requirements,
}
