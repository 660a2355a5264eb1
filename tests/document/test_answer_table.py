"""Wide tables are turned, so that no word of a heading breaks."""

from decimal import Decimal

from focalpoint_app.document.answer_table import SIDE_BY_SIDE, WIDEST, answer_tables
from focalpoint_app.document.blocks import Table, plain_text
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import NOT_COLLECTED, Row
from focalpoint_app.domain.questionnaire import Column, Kind
from focalpoint_app.language.catalogue import Catalogue
from tests.builders import texts

WORDING = Wording(Catalogue("en"))


def columns(count: int) -> tuple[Column, ...]:
    return tuple(Column(f"c{n}", Kind.NUMBER, texts(f"C{n}")) for n in range(count))


def rows(count: int) -> tuple[Row, ...]:
    return tuple(Row(f"r{n}", {"c0": Decimal(2000 + n)}) for n in range(count))


def written(table: Table) -> list[list[str]]:
    return [
        [plain_text(cell.paragraphs[0].runs) for cell in line] for line in table.rows
    ]


def test_a_narrow_table_stands_upright() -> None:
    (table,) = answer_tables(columns(2), rows(2), (WORDING,))

    assert written(table) == [["C0", "C1"], ["2000", "–"], ["2001", "–"]]


def test_a_wide_table_is_turned() -> None:
    (table,) = answer_tables(columns(WIDEST + 1), rows(2), (WORDING,))

    assert written(table)[0] == ["C0", "2000", "2001"]
    assert len(table.rows) == WIDEST + 1
    assert all(cell.header for cell in table.rows[0])


def test_many_rows_of_a_wide_table_become_several_tables() -> None:
    tables = list(answer_tables(columns(9), rows(SIDE_BY_SIDE + 1), (WORDING,)))

    assert [len(table.widths) for table in tables] == [SIDE_BY_SIDE + 1, 2]
    assert sum(len(line) - 1 for table in tables for line in table.rows[:1]) == 7


def test_what_is_not_collected_says_so() -> None:
    row = Row("r", {"c0": NOT_COLLECTED})

    (table,) = answer_tables(columns(1), (row,), (WORDING,))

    assert written(table)[1] == ["not collected"]


def test_a_table_of_two_languages_says_the_same_but_once() -> None:
    wordings = (WORDING, Wording(Catalogue("ar")))

    (table,) = answer_tables(columns(1), rows(1), wordings)
    (head,), (cell,) = table.rows

    assert [plain_text(each.runs) for each in head.paragraphs] == ["C0", "نص عربي: C0"]
    assert [plain_text(each.runs) for each in cell.paragraphs] == ["2000"]
