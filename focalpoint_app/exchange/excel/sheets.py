"""SpreadsheetML as rows of text: values only, no formula is worked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from posixpath import normpath

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import Archive
from focalpoint_app.exchange.xml_parts import Element, parsed

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL, _FORMULA, _VALUE = f"{_MAIN}c", f"{_MAIN}f", f"{_MAIN}v"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MOST_SHEETS = 200
_MOST_COLUMNS = 16_384
_MOST_LETTERS = 12_000_000
"""Of all cells together: a shared text may stand in each of them."""

_DATE_FORMATS = frozenset(
    (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
)
_SHARE_FORMATS = frozenset((9, 10))
_NOTES = re.compile(r"xl/(?:comments/)?comments?\d*\.xml")
_LONGEST_CODE = 300
_AREA = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7}):([A-Za-z]{1,3})([0-9]{1,7})")
_DATE_CODE = re.compile(r"[ymd]", re.IGNORECASE)
_SHARE_CODE = re.compile("%")
_SPOKEN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


@dataclass(frozen=True, slots=True)
class Written:
    """A cell's text; dates are ISO 8601.  ``is_formula``: the last result of one;
    ``is_number``: a figure, in whose text a point parts the fraction (``25%`` is
    none, though the file has 0.25);
    ``is_broken``: an error, or a formula that no result was kept of."""

    text: str
    is_formula: bool = False
    is_number: bool = False
    is_broken: bool = False


Row = Mapping[int, Written]
"""By column, from 0; empty cells are left out."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that are one: rows from 1, columns from 0, all of them included."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """``numbers`` are those of the rows, from 1."""

    name: str
    rows: tuple[Row, ...]
    numbers: tuple[int, ...] = ()
    merges: tuple[Merge, ...] = ()


class Book:
    """The sheets of a workbook.

    Raises:
        AppError: ``reply.*`` as of any archive and any XML of strangers.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        root = parsed(archive.read("xl/workbook.xml"))
        self._begins_1904 = _begins_1904(root)
        self._shared = tuple(self._shared_texts())
        formats = tuple(self._formats())
        self._dates = frozenset(_places(formats, _DATE_FORMATS, _DATE_CODE))
        self._shares = frozenset(_places(formats, _SHARE_FORMATS, _SHARE_CODE))
        self._letters = 0
        self.sheets = tuple(self._sheets(root))
        self.notes = tuple(self._notes())

    def _sheets(self, root: Element) -> Iterator[Sheet]:
        targets = self._targets()
        for number, each in enumerate(root.iter(f"{_MAIN}sheet")):
            target = targets.get(each.get(_RELATION, ""), "")
            if number < _MOST_SHEETS and target in self._archive.names:
                content = parsed(self._archive.read(target))
                rows = tuple(self._rows(content))
                numbers, merges = tuple(_numbers(content)), tuple(_merges(content))
                yield Sheet(each.get("name", ""), rows, numbers, merges)

    def _notes(self) -> Iterator[str]:
        """What somebody wrote on cells, without who it was."""
        names = sorted(filter(_NOTES.fullmatch, self._archive.names))
        for name in names[:_MOST_SHEETS]:
            root = parsed(self._archive.read(name))
            found = root.iter(f"{_MAIN}author")
            authors = {str(n): each.text or "" for n, each in enumerate(found)}
            for note in root.iter(f"{_MAIN}comment"):
                said = _noted(note, authors.get(note.get("authorId", ""), ""))
                self._count(said)
                yield said

    def _targets(self) -> dict[str, str]:
        content = self._archive.read_if_there("xl/_rels/workbook.xml.rels")
        if content is None:
            return {}
        return {
            each.get("Id", ""): normpath(f"/xl/{each.get('Target', '')}"[1:])
            if not each.get("Target", "").startswith("/")
            else each.get("Target", "")[1:]
            for each in parsed(content).iterchildren(f"{_PACKAGE}Relationship")
        }

    def _shared_texts(self) -> Iterator[str]:
        content = self._archive.read_if_there("xl/sharedStrings.xml")
        if content is not None:
            for item in parsed(content).iterchildren(f"{_MAIN}si"):
                yield _rich_text(item)

    def _formats(self) -> Iterator[tuple[int, str]]:
        """Of each style of cells: its format's number, and what a format of the
        file's own is made of."""
        content = self._archive.read_if_there("xl/styles.xml")
        if content is None:
            return
        root = parsed(content)
        own = {
            each.get("numFmtId"): _SPOKEN.sub(
                "", each.get("formatCode", "")[:_LONGEST_CODE]
            )
            for each in root.iter(f"{_MAIN}numFmt")
        }
        for style in root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf"):
            number = style.get("numFmtId", "0")
            yield _number(number), own.get(number, "")

    def _rows(self, root: Element) -> Iterator[Row]:
        for row in root.iterfind(f"{_MAIN}sheetData/{_MAIN}row"):
            found: dict[int, Written] = {}
            column = -1
            for cell in row.iterchildren(_CELL):
                column = _column(cell.get("r", ""), column + 1)
                text = self._text(cell)
                if text.strip():
                    self._count(text)
                    found[column] = Written(
                        text,
                        cell.find(_FORMULA) is not None,
                        self._is_figure(cell),
                        cell.get("t") == "e" or _without_result(cell),
                    )
            yield found

    def _count(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > _MOST_LETTERS:
            raise AppError("reply.overblown")

    def _text(self, cell: Element) -> str:
        value = cell.findtext(_VALUE) or ""
        if _without_result(cell):
            return f"={cell.findtext(_FORMULA)}"
        match cell.get("t", "n"):
            case "s":
                place = _number(value)
                return self._shared[place] if 0 <= place < len(self._shared) else ""
            case "inlineStr":
                inline = cell.find(f"{_MAIN}is")
                return "" if inline is None else _rich_text(inline)
            case "n" if _number(cell.get("s", "0")) in self._dates:
                return self._day(value)
            case "n" if _number(cell.get("s", "0")) in self._shares:
                return f"{_plain(value, 100)}%"
            case "n":
                return _plain(value)
        return value

    def _is_figure(self, cell: Element) -> bool:
        style = _number(cell.get("s", "0"))
        is_plain = style not in self._dates and style not in self._shares
        return cell.get("t", "n") == "n" and is_plain

    def _day(self, serial: str) -> str:
        """Days since the end of 1899, with the 29 February 1900 that never was."""
        days = _number(serial.partition(".")[0])
        begins = date(1899, 12, 30 if days > 60 else 31)
        if self._begins_1904:
            begins = date(1904, 1, 1)
        if not 0 < days <= (date.max - begins).days:
            return serial
        return (begins + timedelta(days)).isoformat()


def _numbers(root: Element) -> Iterator[int]:
    number = 0
    for row in root.iterfind(f"{_MAIN}sheetData/{_MAIN}row"):
        said = _number(row.get("r", ""))
        number = said if said > 0 else number + 1
        yield number


def _merges(root: Element) -> Iterator[Merge]:
    """Those of several rows: the first keeps its text, the others have none."""
    for each in root.iterfind(f"{_MAIN}mergeCells/{_MAIN}mergeCell"):
        found = _AREA.fullmatch(each.get("ref", "")[:_LONGEST_CODE])
        if found is not None:
            left, right = _column(found[1], 0), _column(found[3], 0)
            top, bottom = int(found[2]), int(found[4])
            if top < bottom:
                yield Merge(top, bottom, left, right)


def _places(
    formats: Iterable[tuple[int, str]], usual: frozenset[int], code: re.Pattern[str]
) -> Iterator[int]:
    """The styles whose format is one of the usual ones, or is made so."""
    for place, (number, own) in enumerate(formats):
        if number in usual or code.search(own):
            yield place


def _without_result(cell: Element) -> bool:
    """A formula of which the file keeps no value; an empty text (``str``) is one."""
    if cell.find(_FORMULA) is None:
        return False
    return not cell.findtext(_VALUE) and cell.get("t") != "str"


def _begins_1904(root: Element) -> bool:
    properties = root.find(f"{_MAIN}workbookPr")
    return properties is not None and properties.get("date1904") in {"1", "true"}


def _noted(note: Element, author: str) -> str:
    """Excel begins a note with its author's name and a colon."""
    text = note.find(f"{_MAIN}text")
    said = "" if text is None else _rich_text(text).strip()
    name, colon, rest = said.partition(":")
    return rest.strip() if colon and name.strip() == author.strip() else said


def _rich_text(item: Element) -> str:
    """Runs joined; phonetic readings (``rPh``) are left out."""
    texts = item.iterfind(f"{_MAIN}t"), item.iterfind(f"{_MAIN}r/{_MAIN}t")
    return "".join(each.text or "" for found in texts for each in found)


def _plain(value: str, times: int = 1) -> str:
    """A double as a person wrote it: 0.3, not 0.30000000000000004."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not abs(number) < 1e15:
        return value
    return f"{(Decimal(f'{number:.15g}') * times).normalize():f}"


def _number(text: str) -> int:
    """-1 for what is none; a file may say anything."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _column(reference: str, expected: int) -> int:
    """0 of ``A7``; the next one where the file leaves references out."""
    letters = reference.rstrip("0123456789").upper()
    if (
        not letters
        or len(letters) > 3
        or not letters.isascii()
        or not letters.isalpha()
    ):
        return expected
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return min(place - 1, _MOST_COLUMNS)
