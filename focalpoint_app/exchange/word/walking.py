"""Walking through WordprocessingML: from elements to paragraphs and pieces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from focalpoint_app.exchange.word.numbering import ListMarks
from focalpoint_app.exchange.word.pieces import Cell, Control, Paragraph, Piece
from focalpoint_app.exchange.word.styles import W
from focalpoint_app.exchange.xml_parts import Element

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TEXTS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_CHANGES = {
    "ins": "inserted",
    "moveTo": "inserted",
    "del": "deleted",
    "moveFrom": "deleted",
}
_HEX = re.compile("[0-9A-Fa-f]{1,4}")
_PICTURES = {"drawing", "pict", "object"}
_FILES = {"altChunk", "subDoc"}
"""Places of whole files, of any kind; Word takes them in when it saves."""

_KINDS = {"dropDownList": "list", "comboBox": "list", "date": "date"}


def w(name: str) -> str:
    return f"{{{W}}}{name}"


@dataclass(frozen=True, slots=True)
class Around:
    """What encloses the element that is being read."""

    control: Control | None = None
    change: Piece | None = None
    cell: Cell | None = None


@dataclass(slots=True)
class _Open:
    """A paragraph while it is read."""

    pieces: list[Piece] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    has_picture: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """The last control that has a title and no tag; ``text`` is the first's, of
    those of one title in a row."""

    element: Element
    name: str
    text: str


class Walk:
    """Collects the paragraphs below an element, nested ones after their own.

    A bookmark or comment between two paragraphs belongs to the next one.
    ``has_unread``: whole files stand somewhere among them.
    """

    def __init__(self, marks: ListMarks) -> None:
        self.paragraphs: list[Paragraph] = []
        self.has_unread = False
        self._marks = marks
        self._controls = count()
        self._tables = count()
        self._open = _Open()
        self._inner: list[Element] = []
        self._inside = False
        self._named: _Named | None = None
        self._handlers: Mapping[str, Callable[[Element, Around], None]] = {
            w("p"): self._paragraph,
            w("tbl"): self._table,
            w("sdt"): self._control,
            w("t"): self._text,
            w("delText"): self._text,
            w("sym"): self._symbol,
            w("bookmarkStart"): self._bookmark,
            w("commentRangeStart"): self._comment,
            w("commentReference"): self._comment,
            f"{{{MC}}}AlternateContent": self._alternate,
            **{w(name): self._break for name in _TEXTS},
            **{w(name): self._changed for name in _CHANGES},
            **{w(name): self._picture for name in _PICTURES},
            **{w(name): self._file for name in _FILES},
            **dict.fromkeys(
                map(w, ("pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "instrText")),
                self._nothing,
            ),
        }

    def below(self, element: Element, around: Around | None = None) -> None:
        for child in element:
            self._read(child, around or Around())

    def _read(self, element: Element, around: Around) -> None:
        handler = self._handlers.get(element.tag)
        if handler is None:
            self.below(element, around)
        else:
            handler(element, around)

    def _paragraph(self, element: Element, around: Around) -> None:
        if self._inside:  # Of a text box: it waits until its host is read.
            self._inner.append(element)
            return
        self._inside = True
        self.below(element, around)
        self._inside = False
        done, self._open = self._open, _Open()
        properties = element.find(w("pPr"))
        self.paragraphs.append(
            Paragraph(
                tuple(done.pieces),
                tuple(done.bookmarks),
                tuple(done.comments),
                around.cell,
                self._marks.mark(properties),
                _end_is_deleted(properties),
                done.has_picture,
            )
        )
        inner, self._inner = self._inner, []
        for each in inner:
            self._paragraph(each, replace(around, control=None))

    def _table(self, element: Element, around: Around) -> None:
        number = next(self._tables)
        for row, line in enumerate(element.iterchildren(w("tr"), w("sdt"), w("ins"))):
            for column, cell in enumerate(_cells(line)):
                place = around.cell or Cell(number, row, column)
                self.below(cell, replace(around, cell=place))

    def _control(self, element: Element, around: Around) -> None:
        if self._is_echo(element):
            return
        content = element.find(w("sdtContent"))
        control = _control_of(element.find(w("sdtPr")), next(self._controls))
        if control.is_hint and not _is_styled(content):
            control = replace(control, is_hint=False)
        if around.control is not None and not control.tag:
            control = around.control  # One that was pasted into an answer.
        if content is not None:
            self.below(content, replace(around, control=control))

    def _is_echo(self, element: Element) -> bool:
        """LibreOffice 7.4 writes a control that holds paragraphs several times over.

        First comes its text, then a control for each run: the run, and the text
        again.  All have lost their tag and kept their title.
        """
        name, before = _name(element), self._named
        text = "" if name is None else "".join(element.itertext())
        follows = before is not None and element.getprevious() is before.element
        if name is None or before is None or not follows or before.name != name:
            self._named = None if name is None else _Named(element, name, text)
            return False
        self._named = replace(before, element=element)
        return text.removesuffix(before.text) in before.text

    def _changed(self, element: Element, around: Around) -> None:
        change = Piece(
            "",
            None,
            _CHANGES[element.tag.rpartition("}")[2]],
            element.get(w("author"), ""),
            element.get(w("date"), ""),
        )
        self.below(element, replace(around, change=change))

    def _text(self, element: Element, around: Around) -> None:
        self._add(element.text or "", around)

    def _break(self, element: Element, around: Around) -> None:
        self._add(_TEXTS[element.tag.rpartition("}")[2]], around)

    def _symbol(self, element: Element, around: Around) -> None:
        """A character of a symbol font; those private to the font say nothing."""
        said = element.get(w("char"), "")
        code = int(said, 16) if _HEX.fullmatch(said) else 0
        self._add("\u2022" if 0xE000 <= code < 0xF900 else _character(code), around)

    def _add(self, text: str, around: Around) -> None:
        piece = around.change or Piece("")
        self._open.pieces.append(replace(piece, text=text, control=around.control))

    def _bookmark(self, element: Element, _around: Around) -> None:
        self._open.bookmarks.append(element.get(w("name"), ""))

    def _comment(self, element: Element, _around: Around) -> None:
        self._open.comments.append(element.get(w("id"), ""))

    def _picture(self, element: Element, around: Around) -> None:
        self._open.has_picture = True
        self.below(element, around)

    def _file(self, _element: Element, _around: Around) -> None:
        self.has_unread = True

    def _alternate(self, element: Element, around: Around) -> None:
        """The same thing in two ways: the first is enough."""
        for branch in list(element)[:1]:
            self.below(branch, around)

    def _nothing(self, _element: Element, _around: Around) -> None:
        """Properties hold no text."""


def _character(code: int) -> str:
    """A blank for what no character has."""
    is_one = 0x20 <= code < 0xD800 or 0xF900 <= code <= 0xFFFD
    return chr(code) if is_one else " "


def _cells(line: Element) -> Iterator[Element]:
    for child in line:
        if child.tag == w("tc"):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("tr")):
            yield from _cells(child)


def _control_of(properties: Element, number: int) -> Control:
    if properties is None:
        return Control(number, "")
    tag = properties.find(w("tag"))
    box = properties.find(f"{{{W14}}}checkbox")
    kinds = (_KINDS.get(each.tag.rpartition("}")[2]) for each in properties)
    return Control(
        number,
        "" if tag is None else tag.get(w("val"), ""),
        "checkbox" if box is not None else next(filter(None, kinds), ""),
        box is not None and _is_on(box.find(f"{{{W14}}}checked"), f"{{{W14}}}val"),
        _is_on(properties.find(w("showingPlcHdr")), w("val")),
    )


def _is_styled(content: Element) -> bool:
    """A hint has a style, in every Word; words that a program put there have none."""
    is_empty = content is None or not "".join(content.itertext()).strip()
    return is_empty or content.find(f".//{w('rStyle')}") is not None


def _is_on(element: Element, name: str) -> bool:
    return element is not None and element.get(name, "1") in {"1", "true", "on"}


def _end_is_deleted(properties: Element) -> bool:
    return properties is not None and (
        properties.find(f"{w('rPr')}/{w('del')}") is not None
    )


def _name(element: Element) -> str | None:
    """The title of a control that has lost its tag."""
    is_control = element is not None and element.tag == w("sdt")
    properties = element.find(w("sdtPr")) if is_control else None
    if properties is None or properties.find(w("tag")) is not None:
        return None
    alias = properties.find(w("alias"))
    return None if alias is None else alias.get(w("val"))
