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

_PLAYED = frozenset({"/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"})
"""Notes that a reader may play when their page is opened."""

_MOST = 30_000
_HIGHEST = 32  # fields above a field
_BRANCHES = ("/Kids", "/Annots", "/First", "/Next")


def acts(reader: PdfFileReader) -> bool:
    """Also where there is more of it than anybody looks through."""
    root = reader.root
    form, opening = entry(root, "/AcroForm"), entry(root, "/OpenAction")
    if "/OCProperties" in root or "/Collection" in root:
        return True
    if entry(form, "/XFA") is not None:
        return True
    if entry(entry(root, "/Names"), "/JavaScript") is not None:
        return True
    if _does(opening) or str(entry(opening, "/S") or "/GoTo") != "/GoTo":
        return True
    starts = (root, entry(root, "/Pages"), entry(root, "/Outlines"))
    nodes = below([*starts, entry(form, "/Fields")])
    return any(at > _MOST or _is_active(node) for at, node in enumerate(nodes))


def below(starts: list[PdfObject | None]) -> Iterator[PdfObject | None]:
    """Pages and their notes, fields and bookmarks, each with what hangs from it, and
    each as often as it is named: a list may hold itself, so this may have no end.
    """
    open_ones = [iter(starts)]
    while open_ones:
        for node in open_ones[-1]:
            yield node
            open_ones.append(_named_in(node))
            break
        else:
            open_ones.pop()


def _named_in(node: PdfObject | None) -> Iterator[PdfObject | None]:
    if isinstance(node, ArrayObject):
        return (node[at] for at in range(len(node)))
    found = (entry(node, each) for each in _BRANCHES)
    return (each for each in found if each is not None)


def _is_active(node: PdfObject | None) -> bool:
    if not isinstance(node, DictionaryObject):
        return False
    kind = str(entry(node, "/Subtype"))
    is_filled_in = kind == "/Widget" and not _is_signed(node)
    return "/AA" in node or kind in _PLAYED or is_filled_in or _does(entry(node, "/A"))


def _is_signed(widget: DictionaryObject) -> bool:
    """What fills any other field a reader may draw by itself."""
    field: PdfObject | None = widget
    for _ in range(_HIGHEST):
        kind = entry(field, "/FT")
        if kind is not None or field is None:
            return str(kind) == "/Sig"
        field = entry(field, "/Parent")
    return False


def _does(action: PdfObject | None) -> bool:
    if not isinstance(action, DictionaryObject):
        return False
    return str(entry(action, "/S")) not in _LEADING or "/Next" in action
