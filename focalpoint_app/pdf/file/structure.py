"""The tree of elements as objects of the file (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary

from focalpoint_app.pdf.file.objects import Objects, text_string
from focalpoint_app.pdf.layout.elements import Annotated, Content, Element, Role
from focalpoint_app.pdf.lines.spans import drawable

_LEAF = 64  # entries of the parent tree in one object
_MAY_BE_EMPTY = frozenset({Role.TD, Role.TH, Role.DOCUMENT})


@dataclass(slots=True)
class Structure:
    """The tree, and whose every marked content and annotation is.

    Keys of the parent tree: a page's number, then those of annotations.
    """

    root: Element
    pages: int
    owners: list[Sequence[Element]] = field(default_factory=list)
    annotated: list[Element] = field(default_factory=list)

    @property
    def next_key(self) -> int:
        return self.pages + len(self.annotated)

    def annotate(self, element: Element, annotation: Annotated) -> None:
        """``annotation``, which has taken the next key, is ``element``'s."""
        element.kids.append(annotation)
        self.annotated.append(element)


def add_structure(objects: Objects, structure: Structure) -> None:
    """Enter the tree into the catalogue, once all pages are drawn."""
    top = objects.reserve()
    numbers = {
        id(element): objects.reserve()
        for element in (structure.root, *_below(structure.root))
    }
    _Entries(objects, numbers, structure.pages).write(structure.root, top, "")
    parents = _parent_tree(objects, structure, numbers)
    objects.put(
        top,
        f"<</Type/StructTreeRoot/K {numbers[id(structure.root)]} 0 R"
        f"/ParentTree {parents} 0 R/ParentTreeNextKey {structure.next_key}>>",
    )
    objects.catalog.enter(
        {
            "StructTreeRoot": f"{top} 0 R",
            "MarkInfo": PDFDictionary({"Marked": "true"}),
        }
    )


def _below(element: Element) -> Iterator[Element]:
    """What is in the tree: an element of which nothing was drawn is cut off."""
    element.kids = [kid for kid in element.kids if not _is_bare(kid)]
    for kid in element.kids:
        if isinstance(kid, Element):
            yield kid
            yield from _below(kid)


def _is_bare(kid: Element | Content | Annotated) -> bool:
    if not isinstance(kid, Element) or kid.role in _MAY_BE_EMPTY:
        return False
    return all(map(_is_bare, kid.kids))


class _Entries:
    """Writes elements as dictionaries, each by its number."""

    def __init__(self, objects: Objects, numbers: dict[int, int], pages: int) -> None:
        self._objects = objects
        self._numbers = numbers
        self._pages = [objects.number_of_page(page) for page in range(pages)]

    def write(self, element: Element, parent: int, around: str) -> None:
        """``around`` is the parent's language: the same is not said again."""
        number = self._numbers[id(element)]
        parts = [f"<</S/{element.role}/P {parent} 0 R"]
        if element.language != around:
            parts.append(f"/Lang{text_string(element.language)}")
        if element.alternative:
            parts.append(f"/Alt{text_string(drawable(element.alternative))}")
        parts.append(_attributes(element))
        if element.kids:
            parts.append(self._kids(element))
        self._objects.put(number, "".join([*parts, ">>"]))
        for kid in element.kids:
            if isinstance(kid, Element):
                self.write(kid, number, element.language)

    def _kids(self, element: Element) -> str:
        page = next((k.page for k in element.kids if not isinstance(k, Element)), None)
        where = "" if page is None else f"/Pg {self._pages[page]} 0 R"
        kids = [self._kid(kid, page) for kid in element.kids]
        return (
            f"{where}/K {kids[0]}" if len(kids) == 1 else f"{where}/K[{' '.join(kids)}]"
        )

    def _kid(self, kid: Element | Content | Annotated, page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self._numbers[id(kid)]} 0 R"
        if isinstance(kid, Annotated):
            at, of = self._pages[kid.page], self._objects.number_of(kid.reference)
            return f"<</Type/OBJR/Pg {at} 0 R/Obj {of} 0 R>>"
        if kid.page == page:
            return str(kid.number)
        return f"<</Type/MCR/Pg {self._pages[kid.page]} 0 R/MCID {kid.number}>>"


def _attributes(element: Element) -> str:
    if element.box is not None:
        box = " ".join(f"{side:.2f}" for side in element.box)
        return f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
    return f"/A{element.attributes}" if element.attributes else ""


def _parent_tree(
    objects: Objects, structure: Structure, numbers: dict[int, int]
) -> int:
    """From keys back to elements: a page's are in an array, by their numbers."""
    entries: list[tuple[int, str]] = []
    for page, owners in enumerate(structure.owners):
        if owners:
            array = objects.reserve()
            listed = " ".join([f"{numbers[id(owner)]} 0 R" for owner in owners])
            objects.put(array, f"[{listed}]")
            entries.append((page, f"{array} 0 R"))
    for place, element in enumerate(structure.annotated):
        entries.append((structure.pages + place, f"{numbers[id(element)]} 0 R"))
    leaves = [
        _leaf(objects, entries[start : start + _LEAF])
        for start in range(0, len(entries), _LEAF)
    ]
    root = objects.reserve()
    objects.put(root, f"<</Kids[{' '.join(leaves)}]>>" if leaves else "<</Nums[]>>")
    return root


def _leaf(objects: Objects, entries: Sequence[tuple[int, str]]) -> str:
    number = objects.reserve()
    listed = " ".join(f"{key} {value}" for key, value in entries)
    limits = f"{entries[0][0]} {entries[-1][0]}"
    objects.put(number, f"<</Limits[{limits}]/Nums[{listed}]>>")
    return f"{number} 0 R"
