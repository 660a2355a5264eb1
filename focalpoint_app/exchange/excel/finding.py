"""Finding the answers in sheets that somebody sorted, widened and retyped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from focalpoint_app.domain.consultation import Asked, Request
from focalpoint_app.exchange.answer_given import Filled
from focalpoint_app.exchange.excel.layout import (
    ROW,
    Asking,
    askings,
    headings_in_any_language,
    table_key,
    tables,
)
from focalpoint_app.exchange.excel.merged import covered
from focalpoint_app.exchange.excel.sheets import Book, Row, Sheet, Written
from focalpoint_app.exchange.frame import frame_of, question_texts
from focalpoint_app.exchange.ticks import TICK, is_tick, says_more
from focalpoint_app.exchange.typed import same_text
from focalpoint_app.language.digits import POINT, decimal_mark

_NOTHING = Written("")


@dataclass(slots=True)
class Found:
    """By question id; ``fields`` by the names of RESPONDENT.

    ``calculated``: some of it is a formula's result; ``broken``: a formula without
    one, or an error.  ``spoiled``: the question's text is not the one that was asked.
    ``merged``: a place of its answer is one cell with another row's.
    """

    filled: dict[str, Filled] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    calculated: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    spoiled: set[str] = field(default_factory=set)
    merged: set[str] = field(default_factory=set)
    unassigned: list[str] = field(default_factory=list)


def find(book: Book, request: Request) -> Found:
    finder = _Finder(request)
    by_table = {same_text(table_key(each)): each for each in tables(request)}
    by_table |= {same_text(each.text): each for each in tables(request)}
    for sheet in book.sheets:
        asked = next(filter(None, (by_table.get(t) for t in _texts(sheet))), None)
        if asked is None:
            finder.questions(sheet)
        else:
            finder.table(sheet, asked)
    return finder.found


def _texts(sheet: Sheet) -> Iterator[str]:
    return (same_text(cell.text) for row in sheet.rows for cell in row.values())


class _Finder:
    def __init__(self, request: Request) -> None:
        self.found = Found()
        self._mark = decimal_mark(request.language)
        self._askings = {each.key: each for each in askings(request)}
        self._by_text = {same_text(each.text): each for each in askings(request)}
        self._headings = headings_in_any_language()
        self._ours = frozenset(map(same_text, _all_texts(request)))

    def questions(self, sheet: Sheet) -> None:
        columns = self._columns(sheet)
        below = covered(sheet, columns.get("answer", -1))
        for place, row in enumerate(sheet.rows):
            asking = self._asking(row, columns)
            if asking is not None:
                self._take(asking, row, columns)
            if asking is not None and asking.asked is not None and place in below:
                self.found.merged.add(asking.asked.id)
            used = (columns.get("answer"), columns.get("id"), columns.get("question"))
            self._leave(row, used if asking is not None else ())
            if asking is not None and columns.get("answer", -1) not in row:
                self._leave_figures(row, used, [asking.text], "\n")

    def _columns(self, sheet: Sheet) -> Mapping[str, int]:
        """By their hidden keys, by their headings in any language, or by what stands
        in them; where no answers are named, they stand beside the questions."""
        columns: dict[str, int] = {}
        for row in sheet.rows:
            for place, cell in row.items():
                text = same_text(cell.text)
                if text in self._headings:
                    columns.setdefault(self._headings[text], place)
                elif cell.text in self._askings:
                    columns.setdefault("id", place)
                elif text in self._by_text:
                    columns.setdefault("question", place)
        if "question" in columns:
            columns.setdefault("answer", columns["question"] + 1)
        return columns

    def _asking(self, row: Row, columns: Mapping[str, int]) -> Asking | None:
        key = row.get(columns.get("id", -1), _NOTHING).text
        if key in self._askings:
            return self._askings[key]
        text = row.get(columns.get("question", -1), _NOTHING).text
        return self._by_text.get(same_text(text)) if text else None

    def _take(self, asking: Asking, row: Row, columns: Mapping[str, int]) -> None:
        cell = row.get(columns.get("answer", -1), _NOTHING)
        if asking.asked is None:
            self._take_field(asking, cell.text)
            return
        question = asking.asked.id
        worded = row.get(columns.get("question", -1), _NOTHING).text
        if "question" in columns and same_text(worded) != same_text(asking.text):
            self.found.spoiled.add(question)
        cell = self._whole(cell, question)
        before = self.found.filled.get(question)
        if asking.option is not None:
            self._tick(asking, cell.text, before or Filled())
        elif before is None or not before.text:
            self.found.filled[question] = Filled(text=self._said(cell))
        elif same_text(cell.text) != same_text(before.text):
            self.found.unassigned.append(cell.text)

    def _take_field(self, asking: Asking, text: str) -> None:
        """A row that stands twice says what either says; what differs is kept."""
        before = self.found.fields.get(asking.name)
        if not before:
            self.found.fields[asking.name] = text
        elif same_text(text) not in ("", same_text(before)):
            self.found.unassigned.append(f"{asking.text}\n{text}")

    def _tick(self, asking: Asking, text: str, before: Filled) -> None:
        """A box that holds words says more than a tick: they are kept."""
        if asking.asked is None or asking.option is None:
            return
        ticked = {asking.option.id} if is_tick(text) else set()
        chosen = {*before.chosen, *ticked}
        filled = replace(before, chosen=tuple(sorted(chosen)))
        self.found.filled[asking.asked.id] = filled
        if says_more(text):
            self.found.unassigned.append(f"{asking.text}\n{text}")

    def table(self, sheet: Sheet, asked: Asked) -> None:
        columns = _table_columns(sheet, asked)
        if same_text(asked.text) not in set(_texts(sheet)):
            self.found.spoiled.add(asked.id)
        rows = []
        below = _below_heading(sheet.rows, asked)
        self._note_merged(sheet, asked, len(sheet.rows) - len(below), columns)
        for row in below:
            there = {name: row[n] for name, n in columns.items() if n in row}
            whole = {n: self._whole(cell, asked.id) for n, cell in there.items()}
            cells = {n: self._said(cell) for n, cell in whole.items() if cell.text}
            if set(cells) - {"id"}:
                rows.append(cells)
            used = tuple(columns.values())
            self._leave(row, used)
            known = [cell.text for name, cell in whole.items() if name != "id"]
            self._leave_figures(row, used, known, "\t")
        self._take_rows(asked, Filled(rows=tuple(rows)))

    def _note_merged(
        self, sheet: Sheet, asked: Asked, heading: int, columns: Mapping[str, int]
    ) -> None:
        for column in columns.values():
            if any(place >= heading for place in covered(sheet, column)):
                self.found.merged.add(asked.id)

    def _take_rows(self, asked: Asked, filled: Filled) -> None:
        """A sheet that was copied holds the table twice, one of them perhaps empty."""
        before = self.found.filled.get(asked.id)
        if before is None or not before.rows:
            self.found.filled[asked.id] = filled
        elif filled.rows != before.rows:
            self.found.unassigned.append(filled.words)

    def _whole(self, cell: Written, question: str) -> Written:
        """The cell, or nothing where a formula has no result to take."""
        if cell.is_broken:
            self.found.broken.add(question)
            self.found.unassigned.append(cell.text)
            return _NOTHING
        if cell.is_formula:
            self.found.calculated.add(question)
        return cell

    def _said(self, cell: Written) -> str:
        """A figure as the form's language writes it: it has one meaning, and so none
        of its signs stands before three last digits."""
        if not cell.is_number:
            return cell.text
        whole, point, fraction = cell.text.partition(POINT)
        more = "0" if len(fraction) == len("000") else ""
        return f"{whole}{self._mark if point else point}{fraction}{more}"

    def _leave(self, row: Row, used: Sequence[int | None]) -> None:
        """Words beside the questions are kept."""
        self.found.unassigned.extend(
            text for text in self._stray(row, used) if any(map(str.isalpha, text))
        )

    def _leave_figures(
        self, row: Row, used: Sequence[int | None], known: Sequence[str], mark: str
    ) -> None:
        """Figures are kept with what says what they are about."""
        stray = [t for t in self._stray(row, used) if not any(map(str.isalpha, t))]
        if stray:
            self.found.unassigned.append(mark.join(filter(None, (*known, *stray))))

    def _stray(self, row: Row, used: Sequence[int | None]) -> Iterator[str]:
        for place, cell in row.items():
            is_ours = same_text(cell.text) in self._ours or cell.text in self._askings
            if place not in used and not is_ours:
                yield cell.text.strip()


def _table_columns(sheet: Sheet, asked: Asked) -> dict[str, int]:
    """Column ids, and ``id`` for that of the rows, by hidden keys or by headings."""
    names = {same_text(each.text): each.id for each in asked.columns}
    names |= {same_text(each.id): each.id for each in asked.columns}
    names[ROW] = "id"
    columns: dict[str, int] = {}
    for row in sheet.rows:
        for place, cell in row.items():
            name = names.get(same_text(cell.text))
            if name is not None and place not in columns.values():
                columns.setdefault(name, place)
    return columns


def _below_heading(rows: Sequence[Row], asked: Asked) -> Sequence[Row]:
    """The rows after the last that names two columns, or the only one there is."""
    names = {same_text(each.text) for each in asked.columns}
    enough = min(2, len(names))
    last = 0
    for place, row in enumerate(rows, start=1):
        if len(names & {same_text(cell.text) for cell in row.values()}) >= enough:
            last = place
    return rows[last:]


def _all_texts(request: Request) -> Iterator[str]:
    frame = frame_of(request)
    yield from frame.texts
    for asked in request.questions:
        yield from question_texts(asked)
        yield from (each.text for each in asked.choices)
        yield from (o.text for each in asked.columns for o in each.choices)
        yield from (each.id for each in asked.columns)
        yield table_key(asked)
    yield from (each.text for each in askings(request))
    yield from (TICK, ROW, *headings_in_any_language())
