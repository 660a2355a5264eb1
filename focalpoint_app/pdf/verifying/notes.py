"""What lies over a page without being in it: annotations, with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    PdfObject,
    StreamObject,
)
from pyhanko.pdf_utils.misc import PdfError

from focalpoint_app.pdf.verifying.boxes import area_of
from focalpoint_app.pdf.verifying.canvas import Area, Canvas
from focalpoint_app.pdf.verifying.hostile_file import entry
from focalpoint_app.pdf.verifying.runs import Run, Shown, squeezed

_MOST = 2_000  # on one page
_UNSEEN = frozenset({"/Link", "/Widget", "/Popup"})  # without an appearance
_EVERYWHERE = Area(-1e6, -1e6, 1e6, 1e6)


class Note(NamedTuple):
    """Where it lies, and what it says."""

    area: Area
    runs: tuple[Shown, ...]


Read = Callable[[StreamObject, Canvas], Iterator[Run]]


def noted(page: DictionaryObject, read: Read) -> Iterator[Note]:
    """All that show anything; readers draw those without an appearance themselves."""
    listed = entry(page, "/Annots")
    if not isinstance(listed, ArrayObject):
        return
    if len(listed) > _MOST:  # What the next one covers nobody would know.
        raise PdfError("too many notes on a page")
    for place in range(len(listed)):
        note = listed[place]
        area = area_of(entry(note, "/Rect"))
        if not isinstance(note, DictionaryObject) or area is None:
            continue
        appearance = _appearance(note)
        if appearance is not None:
            runs = read(appearance, Canvas(_EVERYWHERE))
            yield Note(area, tuple(_at(area, run.shown.text) for run in runs))
        elif str(entry(note, "/Subtype")) not in _UNSEEN:
            yield Note(area, tuple(_words(note, area)))


def _appearance(note: DictionaryObject) -> StreamObject | None:
    """The normal one, in the state that the note is in."""
    normal = entry(entry(note, "/AP"), "/N")
    if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
        normal = entry(normal, str(entry(note, "/AS")))
    return normal if isinstance(normal, StreamObject) else None


def _words(note: PdfObject | None, area: Area) -> Iterator[Shown]:
    said = entry(note, "/Contents")
    words = squeezed(str(said)) if said is not None else ""
    if words:
        yield _at(area, words)


def _at(area: Area, words: str) -> Shown:
    return Shown(words, round(area.low, 1), decoration=False)
