"""A sheet of questions while somebody fills it in."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from focalpoint_app.domain.consultation import Reply, Request
from focalpoint_app.exchange.excel.reading import read_excel
from focalpoint_app.exchange.excel.writing import write_excel
from tests.exchange.requests import CHOICE, CHOICES, DATE, NUMBER, REQUEST, TEXT


class Editing:
    """A sheet while somebody fills it in."""

    def __init__(self, request: Request = REQUEST) -> None:
        self.request = request
        self.book = load_workbook(BytesIO(write_excel(request)))
        self.sheet = self.book.worksheets[0]
        self.table = self.book.worksheets[-1]

    def row(self, key: str) -> int:
        return int(next(c.row for c in self.sheet["A"] if c.value == key))

    def answer(self, key: str, value: Any) -> None:
        self.sheet.cell(self.row(key), 4).value = value

    def saved(self) -> bytes:
        target = BytesIO()
        self.book.save(target)
        return target.getvalue()

    def read(self) -> Reply:
        return read_excel(self.saved(), {self.request.id: self.request})


def values(reply: Reply) -> dict[str, Any]:
    return {each.question: each.entry and each.entry["value"] for each in reply.given}


def fill(form: Editing) -> None:
    form.answer(CHOICE.id, "لا")
    form.answer(TEXT.id, "نص قصير")
    form.answer(f"{CHOICES.id}#law", "✓")
    form.answer(NUMBER.id, "١٬٢٥٠")
    form.answer(DATE.id, "31/01/2010")
    for column, value in ((2, 2024), (3, "ثلاث قضايا"), (4, "عليا")):
        form.table.cell(6, column).value = value
