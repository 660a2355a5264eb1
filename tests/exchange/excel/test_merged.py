"""Cells that were merged, rows and sheets that stand twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from focalpoint_app.exchange.excel.merged import covered
from focalpoint_app.exchange.excel.sheets import Merge, Sheet, Written
from tests.effort import done_within
from tests.exchange.excel.editing import Editing, values
from tests.exchange.requests import DATE, NUMBER, TABLE, TEXT


def test_an_answer_that_lies_below_another_is_told() -> None:
    form = Editing()
    form.answer(NUMBER.id, 15)
    first, last = form.row(NUMBER.id), form.row(DATE.id)
    assert last == first + 1
    form.sheet.merge_cells(f"D{first}:D{last}")

    reply = form.read()

    told = [(each.code, each.question) for each in reply.flaws]
    assert told == [("reply.merged_cells", DATE.id)]
    assert values(reply) == {NUMBER.id: Decimal(15)}


def test_cells_that_were_merged_without_a_word_in_them_are_no_answer() -> None:
    form = Editing()
    form.sheet.merge_cells(f"D{form.row(NUMBER.id)}:D{form.row(DATE.id)}")

    assert form.read().flaws == ()


def test_a_year_merged_over_a_table_s_rows_is_told() -> None:
    form = Editing()
    for row, note in ((6, "ثلاث قضايا"), (7, "قضيتان")):
        form.table.cell(row, 3).value = note
    form.table.cell(6, 2).value = 2024
    form.table.merge_cells("B6:B7")

    reply = form.read()

    told = [(each.code, each.question) for each in reply.flaws]
    assert told == [("reply.merged_cells", TABLE.id)]
    assert len(values(reply)[TABLE.id]) == 2


def test_a_row_that_stands_twice_loses_no_answer() -> None:
    form = Editing()
    form.answer(TEXT.id, "الأول")
    form.answer("reply#name", "سارة")
    last = form.sheet.max_row
    for n, (key, said) in enumerate(((TEXT.id, "الثاني"), ("reply#name", "هدى"))):
        for column in (1, 2, 3):
            above = form.sheet.cell(form.row(key), column).value
            form.sheet.cell(last + 1 + n, column).value = above
        form.sheet.cell(last + 1 + n, 4).value = said

    reply = form.read()

    assert values(reply) == {TEXT.id: {"ar": "الأول"}}
    assert reply.respondent.name == "سارة"
    kept = "\n".join(reply.unassigned)
    assert "الثاني" in kept
    assert "هدى" in kept


@pytest.mark.parametrize("is_filled_again", [False, True])
def test_a_table_s_sheet_that_was_copied_loses_nothing(is_filled_again: bool) -> None:
    form = Editing()
    copy = form.book.copy_worksheet(form.table)
    form.table.cell(6, 2).value = 2024
    if is_filled_again:
        copy.cell(6, 2).value = 2023

    reply = form.read()

    (row,) = values(reply)[TABLE.id]
    assert row["year"] == 2024
    assert reply.unassigned == (("2023",) if is_filled_again else ())


def test_merges_without_end_take_no_time() -> None:
    rows = tuple({3: Written("x")} for _ in range(50_000))
    merges = tuple(Merge(1 + n % 9, 50_000, 3, 3) for n in range(50_000))
    sheet = Sheet("x", rows, tuple(range(1, 50_001)), merges)

    assert len(done_within(4, lambda: covered(sheet, 3))) == 49_999
