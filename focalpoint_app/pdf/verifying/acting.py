"""What makes a reader do or show more than the pages say: scripts, forms, layers.

No submission of ours has any, and whoever signs one with them signs what nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, PdfObject
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.pdf.verifying.hostile_file import entry

_LEADING = frozenset({"/GoTo", "/URI"})
"""What a link or a bookmark may do: lead to a page or to an address."""

_MOST = 50_000
_BRANCHES = ("/Kids", "/Annots", "/First", "/Next")


def acts(reader: PdfFileReader) -> bool:
    """Also where there is more of it than anybody looks through."""
    root = reader.root
    form, opening = entry(root, "/AcroForm"), entry(root, "/OpenAction")
    if "/OCProperties" in root or entry(form, "/XFA") is not None:
        return True
    if entry(entry(root, "/Names"), "/JavaScript") is not None:
        return True
    if _does(opening) or str(entry(opening, "/S") or "/GoTo") != "/GoTo":
        return True
    starts = (root, entry(root, "/Pages"), entry(root, "/Outlines"))
    for number, node in enumerate(_below([*starts, entry(form, "/Fields")])):
        if number > _MOST or "/AA" in node or _does(entry(node, "/A")):
            return True
    return False


def _below(nodes: list[PdfObject | None]) -> Iterator[DictionaryObject]:
    """Pages and their notes, fields and bookmarks, each with what hangs from it."""
    while nodes:
        node = nodes.pop()
        if isinstance(node, ArrayObject):
            nodes.extend(node[at] for at in range(len(node)))
        elif isinstance(node, DictionaryObject):
            yield node
            nodes.extend(entry(node, branch) for branch in _BRANCHES)


def _does(action: PdfObject | None) -> bool:
    if not isinstance(action, DictionaryObject):
        return False
    return str(entry(action, "/S")) not in _LEADING or "/Next" in action
