"""Cells beside the answers, and formulas that have no result to take."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.exchange.excel.editing import Editing, values
from tests.exchange.requests import NUMBER, TABLE, TEXT


def test_a_figure_in_the_column_beside_an_empty_answer_is_kept() -> None:
    form = Editing()
    form.sheet.cell(form.row(NUMBER.id), 5).value = 15

    (kept,) = form.read().unassigned

    assert kept.endswith("\n15")
    assert NUMBER.text in kept


def test_figures_beside_an_answer_that_was_given_are_no_words() -> None:
    """Somebody counts the rows."""
    form = Editing()
    form.answer(NUMBER.id, 4)
    form.sheet.cell(form.row(NUMBER.id), 5).value = 15

    reply = form.read()

    assert (values(reply), reply.unassigned) == ({NUMBER.id: Decimal(4)}, ())


def test_figures_in_a_column_added_to_a_table_are_kept() -> None:
    form = Editing()
    for column, value in ((2, 2024), (3, "ثلاث قضايا"), (6, 71)):
        form.table.cell(6, column).value = value

    reply = form.read()

    assert reply.unassigned == ("2024\tثلاث قضايا\t71",)
    assert TABLE.id in values(reply)


@pytest.mark.parametrize("key", [NUMBER.id, TEXT.id])
def test_a_formula_without_a_result_is_told_and_kept(key: str) -> None:
    form = Editing()
    form.answer(key, "=SUM(A1:A3)")  # openpyxl keeps no result.

    reply = form.read()

    assert values(reply) == {}
    assert [(e.code, e.question) for e in reply.flaws] == [("reply.no_result", key)]
    assert reply.unassigned == ("=SUM(A1:A3)",)


def test_a_count_of_women_in_words_is_kept_under_what_was_asked() -> None:
    form = Editing()
    form.answer("reply#women", "ثلاث")
    form.answer("reply#men", "٤")

    reply = form.read()

    assert (reply.respondent.women, reply.respondent.men) == (None, 4)
    assert reply.unassigned == ("عدد النساء المشاركات في إعداد الرد\nثلاث",)


def test_an_error_in_a_cell_is_no_answer() -> None:
    form = Editing()
    form.answer(TEXT.id, "#REF!")
    form.table.cell(6, 2).value = 2024
    form.table.cell(6, 3).value = "#N/A"

    reply = form.read()

    (row,) = values(reply)[TABLE.id]
    assert (TEXT.id in values(reply), set(row)) == (False, {"id", "year"})
    assert {each.question for each in reply.flaws} == {TEXT.id, TABLE.id}
    assert reply.unassigned == ("#REF!", "#N/A")
