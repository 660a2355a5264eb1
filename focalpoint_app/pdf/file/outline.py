"""Bookmarks: the headings as a tree that a viewer shows beside the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from focalpoint_app.pdf.file.objects import Objects
from focalpoint_app.pdf.layout.bands import Bookmark

_LONGEST = 250  # characters: a pane shows fewer


@dataclass(slots=True)
class _Item:
    bookmark: Bookmark | None
    children: list[_Item] = field(default_factory=list)


def add_outline(
    objects: Objects,
    bookmarks: Sequence[Bookmark],
    destinations: Mapping[str, PDFObject],
) -> PDFObjectReference | None:
    """Levels may skip; a deeper heading hangs under the last shallower one."""
    root = _tree(bookmarks)
    if not root.children:
        return None
    entry = PDFDictionary({"Type": PDFName("Outlines")})
    reference = objects.add(entry)
    _hang(objects, root, entry, destinations)
    entry["Count"] = len(root.children)
    return reference


def _tree(bookmarks: Sequence[Bookmark]) -> _Item:
    root = _Item(None)
    open_items: list[tuple[int, _Item]] = [(0, root)]
    for bookmark in bookmarks:
        while len(open_items) > 1 and open_items[-1][0] >= bookmark.level:
            open_items.pop()
        item = _Item(bookmark)
        open_items[-1][1].children.append(item)
        open_items.append((bookmark.level, item))
    return root


def _hang(
    objects: Objects,
    parent: _Item,
    parent_entry: PDFDictionary,
    destinations: Mapping[str, PDFObject],
) -> None:
    entries: list[tuple[PDFDictionary, PDFObjectReference]] = []
    for child in parent.children:
        bookmark = child.bookmark
        assert bookmark is not None
        entry = PDFDictionary({"Title": PDFString(bookmark.title[:_LONGEST])})
        entry["Dest"] = destinations[bookmark.anchor]
        entry["Parent"] = objects.add(parent_entry)
        entries.append((entry, objects.add(entry)))
        if child.children:
            _hang(objects, child, entry, destinations)
            entry["Count"] = -len(child.children)  # closed until asked for
    for (entry, _), (following, _) in pairwise(entries):
        entry["Next"] = objects.add(following)
        following["Prev"] = objects.add(entry)
    parent_entry["First"], parent_entry["Last"] = entries[0][1], entries[-1][1]
