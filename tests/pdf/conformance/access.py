"""ISO 14289-1 (PDF/UA-1): what a machine can tell, by the Matterhorn Protocol 1.1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pikepdf

from tests.pdf.conformance.subject import Object, Rule, Subject
from tests.pdf.struct_text import Node, structure

_PAINTING = {
    "Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh",
}  # fmt: skip
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_KIDS = {
    "Table": {"Caption", "TR", "THead", "TBody", "TFoot"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
_PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "LI": {"L"}, "Lbl": {"LI", "TOCI"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}  # fmt: skip
_STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI",
    "Index", "NonStruct", "Private", "P", "H", *_HEADINGS, "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form",
}  # fmt: skip


def tree(subject: Subject) -> Node:
    return _tree(subject)


@cache
def _tree(subject: Subject) -> Node:
    return structure(subject.pdf)


def all_is_tagged(subject: Subject) -> Iterator[str]:
    """Content is an element's or an artifact, and never one within the other."""
    for number, content in enumerate(subject.drawn[: len(subject.pdf.pages)], 1):
        around: list[str] = []
        for operands, operator in content:
            if operator in ("BMC", "BDC"):
                kind = _kind(operands)
                if kind and any(around):
                    yield f"page {number}: {kind} within {around}"
                around.append(kind)
            elif operator == "EMC":
                around.pop()
            elif operator in _PAINTING and not any(around):
                yield f"page {number}: {operator} is neither content nor artifact"


def _kind(operands: list[Object]) -> str:
    if operands[0] == "/Artifact":
        return "artifact"
    has_number = len(operands) > 1 and "/MCID" in operands[1]
    return "content" if has_number else ""


def numbers_lead_to_elements(subject: Subject) -> Iterator[str]:
    """The parent tree says of each marked content what the tree says of it."""
    pdf = subject.pdf
    parents = dict(_entries(pdf.Root.StructTreeRoot.ParentTree))
    held = {
        (page, number): node.entry.objgen
        for node in tree(subject).walk()
        for page, number in _contents(node.entry)
    }
    found = 0
    pages = enumerate(zip(pdf.pages, subject.drawn, strict=False), 1)
    for place, (page, content) in pages:
        owners = parents.get(int(page.get("/StructParents", -1)), [])
        for number in _numbers(content):
            found += 1
            owner = held.get((page.objgen, number))
            if owner is None or owners[number].objgen != owner:
                yield f"content {number} of page {place} is no element's"
    if found != len(held):
        yield f"{len(held)} contents in the tree, {found} on pages"


def _numbers(content: list[tuple[list[Object], str]]) -> Iterator[int]:
    for operands, operator in content:
        if operator == "BDC" and "/MCID" in operands[1]:
            yield int(operands[1].MCID)


def _contents(entry: Object) -> Iterator[tuple[Object, int]]:
    kids = entry.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield entry.Pg.objgen, kid
        elif "/MCID" in kid:
            yield kid.Pg.objgen, int(kid.MCID)


def _entries(node: Object) -> Iterator[tuple[int, Object]]:
    for kid in node.get("/Kids", []):
        yield from _entries(kid)
    numbers = list(node.get("/Nums", []))
    for key, value in zip(numbers[::2], numbers[1::2], strict=True):
        yield int(key), value


def is_marked(subject: Subject) -> Iterator[str]:
    root: Object = subject.pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "it does not say that it is tagged"
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "it says that its tags are doubtful"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "its title is not shown"


def roles(subject: Subject) -> Iterator[str]:
    if "/RoleMap" in subject.pdf.Root.StructTreeRoot:
        yield "roles of its own"
    for role in {node.role for node in tree(subject).walk()} - _STANDARD:
        yield f"the role {role}"


def nesting(subject: Subject) -> Iterator[str]:
    for node in tree(subject).walk():
        for kid in node.kids:
            if kid.role not in _KIDS.get(node.role, {kid.role}):
                yield f"{kid.role} in {node.role}"
            if node.role not in _PARENTS.get(kid.role, {node.role}):
                yield f"{kid.role} in {node.role}"


def languages(subject: Subject) -> Iterator[str]:
    stated = [str(subject.pdf.Root.get("/Lang", "")), tree(subject).language]
    stated += [node.language for node in tree(subject).walk() if node.language]
    for language in stated:
        if not _TAG.match(language):
            yield f"the language {language!r}"


def figures(subject: Subject) -> Iterator[str]:
    for node in tree(subject).all("Figure", "Formula"):
        if not str(node.entry.get("/Alt", node.entry.get("/ActualText", ""))):
            yield "a figure without words for it"
        if "/BBox" not in node.entry.get("/A", {}):
            yield "a figure without its place"


def headings(subject: Subject) -> Iterator[str]:
    last = 0
    for node in tree(subject).all(*_HEADINGS):
        level = int(node.role[1])
        if level > last + 1:
            yield f"{node.role} after H{last}"
        last = level


def tables(subject: Subject) -> Iterator[str]:
    for table in tree(subject).all("Table"):
        rows = {len(row.kids) for row in table.all("TR")}
        if len(rows) > 1:
            yield f"a table with rows of {sorted(rows)} cells"
        for head in table.all("TH"):
            if str(head.entry.get("/A", {}).get("/Scope")) not in ("/Column", "/Row"):
                yield "a header cell that does not say of what"


def lists(subject: Subject) -> Iterator[str]:
    for node in tree(subject).all("L"):
        if node.all("Lbl") and "/ListNumbering" not in node.entry.get("/A", {}):
            yield "a list that does not say how it is numbered"


def annotations_are_told(subject: Subject) -> Iterator[str]:
    """Each is a link's or a field's, by its key, and is told in words."""
    parents = dict(_entries(subject.pdf.Root.StructTreeRoot.ParentTree))
    roles = {"/Link": "/Link", "/Widget": "/Form"}
    known: dict[object, list[Object]] = {}
    for annotation in subject.annotations:
        owner = parents.get(int(annotation.get("/StructParent", -1)))
        if owner is None or roles.get(str(annotation.Subtype)) != owner.S:
            yield f"a {annotation.Subtype} outside the tree"
            continue
        if owner.objgen not in known:
            known[owner.objgen] = _annotated(owner)
        if annotation.objgen not in known[owner.objgen]:
            yield f"a {annotation.Subtype} that its element does not know"
        key = "/TU" if annotation.Subtype == "/Widget" else "/Contents"
        if not str(annotation.get(key, "")):
            yield f"a {annotation.Subtype} without words for it"


def _annotated(entry: Object) -> list[Object]:
    kids = entry.get("/K", [])
    each = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [
        kid.Obj.objgen for kid in each if not isinstance(kid, int) and "/Obj" in kid
    ]


def links(subject: Subject) -> Iterator[str]:
    for node in tree(subject).all("Link", "Form"):
        if not _annotated(node.entry):
            yield f"a {node.role} that leads nowhere"


def tab_order(subject: Subject) -> Iterator[str]:
    for page in subject.pdf.pages:
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield "a page whose fields are not reached in the order of the text"


def keys(subject: Subject) -> Iterator[str]:
    used = [int(page.get("/StructParents", -1)) for page in subject.pdf.pages]
    used += [int(each.get("/StructParent", -1)) for each in subject.annotations]
    for key, count in Counter(used).items():
        if count > 1:
            yield f"the key {key} is used {count} times"
    if max(used) >= int(subject.pdf.Root.StructTreeRoot.ParentTreeNextKey):
        yield "keys beyond the next one"


def navigation(subject: Subject) -> Iterator[str]:
    if tree(subject).all(*_HEADINGS) and "/Outlines" not in subject.pdf.Root:
        yield "headings without bookmarks"


def forms_are_not_content(subject: Subject) -> Iterator[str]:
    for content in subject.drawn[len(subject.pdf.pages) :]:
        if list(_numbers(content)):
            yield "marked content in a form that pages share"


RULES: dict[str, Rule] = {
    "ISO 14289-1 6.2": is_marked,
    "ISO 14289-1 7.1 (content)": all_is_tagged,
    "ISO 14289-1 7.1 (parents)": numbers_lead_to_elements,
    "ISO 14289-1 7.1 (keys)": keys,
    "ISO 14289-1 7.1 (roles)": roles,
    "ISO 14289-1 7.2": languages,
    "ISO 14289-1 7.2 (nesting)": nesting,
    "ISO 14289-1 7.3": figures,
    "ISO 14289-1 7.4.2": headings,
    "ISO 14289-1 7.5": tables,
    "ISO 14289-1 7.6": lists,
    "ISO 14289-1 7.17": navigation,
    "ISO 14289-1 7.18.1": annotations_are_told,
    "ISO 14289-1 7.18.3": tab_order,
    "ISO 14289-1 7.18.5": links,
    "ISO 14289-1 7.20": forms_are_not_content,
}
