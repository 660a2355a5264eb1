"""A request as an Excel workbook: plain sheets that any Excel fills in."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from focalpoint_app.domain.answer import NOT_COLLECTED
from focalpoint_app.domain.consultation import Asked, Option, Request
from focalpoint_app.exchange.excel.in_memory import workbook_bytes
from focalpoint_app.exchange.excel.layout import (
    HEADINGS,
    ROW,
    Asking,
    askings,
    table_key,
    tables,
)
from focalpoint_app.exchange.frame import Frame, catalogue_of, frame_of, shown
from focalpoint_app.exchange.inert import is_live
from focalpoint_app.exchange.ticks import TICK
from focalpoint_app.exchange.zipping import zipped
from focalpoint_app.language.isolates import is_rtl

BLANK_ROWS = 12
_LISTS = "lists"
_WIDTHS = {"id": 3, "provision": 22, "question": 60, "answer": 50}
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def write_excel(request: Request) -> bytes:
    """An .xlsx in the request's language; the same request gives the same bytes."""
    book = _Book(request)
    book.questions()
    for number, asked in enumerate(tables(request), start=1):
        book.table(number, asked)
    return book.saved()


class _Book:
    def __init__(self, request: Request) -> None:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        line = Side("thin", color="C9C3B8")
        self._plain = Font(name="Arial")
        self._bold = Font(name="Arial", bold=True, color="FFFFFF")
        self._top = Alignment(wrap_text=True, vertical="top")
        self._border = Border(line, line, line, line)
        self._ground = PatternFill("solid", fgColor="F7F6F2")
        self._accent = PatternFill("solid", fgColor="0B6478")
        self.request = request
        self.frame: Frame = frame_of(request)
        self.tr = catalogue_of(request.language)
        self.book = Workbook()
        self.lists = self.book.create_sheet(_LISTS)
        self.lists.sheet_state = "hidden"
        self._ranges: dict[tuple[str, ...], str] = {}

    def questions(self) -> None:
        sheet = self.book.worksheets[0]
        self._prepare(sheet, self.tr("Answers"))
        self._keys(sheet, list(HEADINGS), list(_WIDTHS.values()))
        for line in self._opening():
            self._put(sheet, sheet.max_row + 1, 2, line)
        heading = sheet.max_row + 2
        for column, (key, text) in enumerate(HEADINGS.items(), start=1):
            self._head(sheet, heading, column, text if key == "id" else self.tr(text))
        for row, asking in enumerate(askings(self.request), start=heading + 1):
            self._asking(sheet, row, asking)
        sheet.freeze_panes = sheet.cell(heading + 1, 1)

    def table(self, number: int, asked: Asked) -> None:
        title = self.tr("Table {number}", number=number)
        sheet = self.book.create_sheet()
        self._prepare(sheet, shown(title))
        columns = [ROW, *(each.id for each in asked.columns)]
        self._keys(sheet, columns, [3, *[22] * len(asked.columns)])
        self._put(sheet, 2, 1, table_key(asked))
        self._put(sheet, 2, 2, shown(asked.provision))
        self._put(sheet, 3, 2, shown(asked.text))
        for column, each in enumerate(asked.columns, start=2):
            self._head(sheet, 5, column, shown(each.text))
        rows = [*((asked.draft or {}).get("value") or ()), *[{}] * BLANK_ROWS]
        for place, row in enumerate(rows, start=6):
            self._row(sheet, place, asked, row)
        sheet.freeze_panes = sheet.cell(6, 1)

    def saved(self) -> bytes:
        with zipfile.ZipFile(BytesIO(workbook_bytes(self.book))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        core = "docProps/core.xml"
        parts[core] = _TIMES.sub(b"", parts[core])
        return zipped(parts)

    def _opening(self) -> Sequence[str]:
        facts = (self.frame.fact(*each) for each in self.frame.facts)
        return [self.frame.title, *facts, *self.frame.letter, self.frame.reference]

    def _prepare(self, sheet: Any, title: str) -> None:
        sheet.title = re.sub(r"[\[\]:*?/\\]", " ", title)[:31]
        sheet.sheet_view.rightToLeft = is_rtl(self.request.language)
        sheet.sheet_view.showGridLines = False

    def _keys(self, sheet: Any, keys: Sequence[str], widths: Sequence[int]) -> None:
        """The first row and the first column are for the program alone."""
        for column, (key, width) in enumerate(zip(keys, widths, strict=True), start=1):
            cell = self._put(sheet, 1, column, key)
            sheet.column_dimensions[cell.column_letter].width = width
        sheet.row_dimensions[1].hidden = True
        sheet.column_dimensions["A"].hidden = True

    def _asking(self, sheet: Any, row: int, asking: Asking) -> None:
        self._put(sheet, row, 1, asking.key)
        self._put(sheet, row, 2, asking.provision)
        self._put(sheet, row, 3, asking.text)
        place = (sheet, row, 4)
        if asking.asked is None:
            self._place(place, Option("", "", "text"), "")
        elif asking.option is not None:
            chosen = (asking.asked.draft or {}).get("value") or ()
            tick = TICK if asking.option.id in chosen else ""
            self._place(place, Option("", "", "choice", (Option(TICK, TICK),)), tick)
        else:
            asked = asking.asked
            shape = Option("", "", asked.kind, asked.choices)
            self._place(place, shape, self._draft(asked))

    def _draft(self, asked: Asked) -> Any:
        value = (asked.draft or {}).get("value")
        return (
            value.get(self.request.language)
            if asked.kind == "text" and value
            else value
        )

    def _row(
        self, sheet: Any, place: int, asked: Asked, row: Mapping[str, Any]
    ) -> None:
        self._put(sheet, place, 1, row.get("id", ""))
        for number, column in enumerate(asked.columns, start=2):
            value = row.get(column.id)
            self._place((sheet, place, number), column, value)

    def _place(self, place: tuple[Any, int, int], asked: Option, value: Any) -> None:
        """A cell to be filled in, with what is in it already."""
        cell = self._put(*place, self._written(asked.kind, asked.choices, value))
        cell.border, cell.fill = self._border, self._ground
        if asked.kind == "choice":
            offer = self._offer(asked.choices, cell.coordinate)
            place[0].add_data_validation(offer)
        elif asked.kind in ("date", "text"):
            cell.number_format = "yyyy-mm-dd" if asked.kind == "date" else "@"

    def _written(self, kind: str, options: Sequence[Option], value: Any) -> Any:
        if value == NOT_COLLECTED:
            return self.tr("not collected")
        if kind == "date" and value:
            return dt.date.fromisoformat(value)
        named = {each.id: each.text for each in options}
        return named.get(value, value) if isinstance(value, str) else value

    def _offer(self, options: Sequence[Option], coordinate: str) -> Any:
        from openpyxl.worksheet.datavalidation import DataValidation

        words = tuple(each.text for each in options)
        offer = DataValidation("list", formula1=self._range(words), allow_blank=True)
        offer.showErrorMessage = False  # What else is written is told when it is read.
        offer.add(coordinate)
        return offer

    def _range(self, words: tuple[str, ...]) -> str:
        """Where the words stand on the hidden sheet, written there once."""
        if words not in self._ranges:
            first = self.lists.max_row + 1
            for row, word in enumerate(words, start=first):
                self._put(self.lists, row, 1, shown(word))
            last = first + len(words) - 1
            self._ranges[words] = f"{_LISTS}!$A${first}:$A${last}"
        return self._ranges[words]

    def _head(self, sheet: Any, row: int, column: int, text: str) -> None:
        cell = self._put(sheet, row, column, text)
        cell.font, cell.fill = self._bold, self._accent

    def _put(self, sheet: Any, row: int, column: int, value: Any) -> Any:
        cell = sheet.cell(row, column)
        cell.value = int(value) if _is_whole(value) else value
        cell.font, cell.alignment = self._plain, self._top
        if isinstance(value, str):
            cell.value = shown(value) or None
            cell.quotePrefix = is_live(value)
        if cell.value and isinstance(value, str):
            cell.data_type = "s"  # A text, whatever it begins with.
        return cell


def _is_whole(value: Any) -> bool:
    return isinstance(value, Decimal) and value == value.to_integral_value()
