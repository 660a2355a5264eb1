"""Sheets go out plain and come back however somebody left them."""

from __future__ import annotations

import datetime as dt
import re
import time
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from focalpoint_app.domain.consultation import Respondent
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.excel.reading import read_excel
from focalpoint_app.exchange.excel.writing import write_excel
from tests.effort import done_within
from tests.exchange.excel.editing import Editing, fill, values
from tests.exchange.requests import (
    CHOICE,
    CHOICES,
    DATE,
    KNOWN,
    NUMBER,
    REQUEST,
    TABLE,
    TEXT,
    drafted,
)


def test_every_kind_of_answer_comes_back() -> None:
    form = Editing()
    fill(form)

    reply = form.read()

    found = values(reply)
    (row,) = found.pop(TABLE.id)
    assert reply.flaws == ()
    assert reply.unassigned == ()
    assert found == {
        CHOICE.id: "no",
        TEXT.id: {"ar": "نص قصير"},
        CHOICES.id: ["law"],
        NUMBER.id: Decimal(1250),
        DATE.id: "2010-01-31",
    }
    assert (row["year"], row["note"], row["court"]) == (2024, "ثلاث قضايا", "b")


@pytest.mark.parametrize("request_", ["plain", "drafted"])
def test_a_sheet_sent_back_untouched_says_nothing(request_: str) -> None:
    asked = REQUEST if request_ == "plain" else drafted()

    reply = read_excel(write_excel(asked), {asked.id: asked})

    assert (reply.given, reply.unassigned, reply.flaws) == ((), (), ())


def test_numbers_and_dates_that_excel_typed_are_read() -> None:
    form = Editing()
    form.answer(NUMBER.id, 0.1 + 0.2)
    form.answer(DATE.id, dt.date(2010, 1, 31))

    assert values(form.read()) == {NUMBER.id: Decimal("0.3"), DATE.id: "2010-01-31"}


@pytest.mark.parametrize(
    ("serial", "day"), [(38_747, "2010-01-31"), (2_958_465, ""), (3_000_000, "")]
)
def test_days_that_count_from_1904_are_read_up_to_the_last_of_all(
    serial: int, day: str
) -> None:
    form = Editing()
    form.book.epoch = CALENDAR_MAC_1904
    form.answer(DATE.id, serial)
    form.sheet.cell(form.row(DATE.id), 4).number_format = "yyyy-mm-dd"

    assert values(form.read()).get(DATE.id) == (day or None)


def test_sorted_rows_and_moved_columns_are_found() -> None:
    form = Editing()
    fill(form)
    form.sheet.insert_cols(1)  # The hidden keys move along …
    form.sheet.move_range("D1:D60", cols=4)  # … the questions go elsewhere.

    found = values(form.read())

    assert found[CHOICE.id] == "no"
    assert found[NUMBER.id] == Decimal(1250)


def test_without_the_hidden_column_questions_are_known_by_their_text() -> None:
    form = Editing()
    fill(form)
    form.sheet.delete_rows(1)
    form.sheet.delete_cols(1)
    form.table.delete_rows(1)
    form.table.delete_cols(1)

    reply = form.read()

    assert values(reply)[CHOICES.id] == ["law"]
    assert values(reply)[DATE.id] == "2010-01-31"
    assert values(reply)[TABLE.id][0]["note"] == "ثلاث قضايا"
    assert reply.flaws == ()


def test_a_column_that_is_missing_costs_only_itself() -> None:
    form = Editing()
    fill(form)
    form.table.delete_cols(3)

    (row,) = values(form.read())[TABLE.id]

    assert set(row) == {"id", "year", "court"}


def test_a_formula_gives_its_last_result_and_is_flagged() -> None:
    form = Editing()
    form.answer(NUMBER.id, "=10+5")
    content = with_result(form.saved(), "10+5", "15")

    reply = read_excel(content, KNOWN)

    assert values(reply) == {NUMBER.id: Decimal(15)}
    assert [(each.code, each.question) for each in reply.flaws] == [
        ("reply.formula", NUMBER.id)
    ]


def with_result(content: bytes, formula: str, result: str) -> bytes:
    """What Excel adds to a formula that openpyxl wrote."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as given,
        zipfile.ZipFile(target, "w") as made,
    ):
        for name in given.namelist():
            old = rf"<f>{re.escape(formula)}</f><v ?(/>|></v>)"
            new = f"<f>{formula}</f><v>{result}</v>"
            made.writestr(name, re.sub(old, new, given.read(name).decode()))
    return target.getvalue()


def test_a_row_whose_question_was_changed_costs_itself() -> None:
    form = Editing()
    fill(form)
    form.sheet.cell(form.row(NUMBER.id), 3).value = "ما الحد الأدنى؟"

    reply = form.read()

    assert NUMBER.id not in values(reply)
    assert [each.code for each in reply.flaws] == ["reply.spoiled_question"]
    assert "١٬٢٥٠" in reply.unassigned


def test_what_is_no_answer_is_told_and_kept() -> None:
    form = Editing()
    form.answer(NUMBER.id, "نحو خمس سنوات")
    form.answer(f"{CHOICES.id}#law", "في بعض الأقاليم")

    reply = form.read()

    assert [each.code for each in reply.flaws] == ["reply.not_a_number"]
    assert any("في بعض الأقاليم" in each for each in reply.unassigned)
    assert "نحو خمس سنوات" in reply.unassigned


def test_a_note_beside_the_questions_is_kept() -> None:
    form = Editing()
    form.sheet.cell(form.row(NUMBER.id), 7).value = "انظر كتابنا رقم 5"
    form.sheet.cell(form.row(NUMBER.id), 8).value = 12

    figure = f"{NUMBER.text}\n12"
    assert form.read().unassigned == ("انظر كتابنا رقم 5", figure)


def test_the_reply_says_who_answered() -> None:
    form = Editing()
    form.answer("reply#name", "سارة العلي")
    form.answer("reply#women", 3)

    assert form.read().respondent == Respondent("سارة العلي", "", 3, None)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "＝", "－"])
def test_nothing_that_goes_out_is_a_formula(start: str) -> None:
    text = f"{start}1+1"
    request = replace(REQUEST, questions=(replace(TEXT, text=text),))

    content = write_excel(request)

    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
        assert not any(b"<f>" in archive.read(name) for name in sheets)
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    (cell,) = [c for c in sheet["C"] if c.value and "1+1" in str(c.value)]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_the_sheet_reads_from_right_to_left_and_hides_its_keys() -> None:
    sheet = load_workbook(BytesIO(write_excel(REQUEST))).worksheets[0]

    assert sheet.sheet_view.rightToLeft
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden


def test_the_same_request_is_the_same_bytes() -> None:
    first = write_excel(drafted())
    time.sleep(1.1)  # Excel's times are in seconds.
    assert write_excel(drafted()) == first


def test_a_workbook_of_somebody_s_own_is_not_a_reply() -> None:
    book = Workbook()
    book.active["A1"] = "جدول آخر"
    target = BytesIO()
    book.save(target)
    with pytest.raises(AppError) as caught:
        read_excel(target.getvalue(), KNOWN)
    assert caught.value.code == "reply.no_reference"


def test_a_million_empty_rows_between_take_no_time() -> None:
    form = Editing()
    fill(form)
    form.sheet.cell(1_048_576, 16_384).value = "آخر خانة"

    reply = done_within(5, form.read)

    assert "آخر خانة" in reply.unassigned


@pytest.mark.parametrize("name", ["", "هدى:\n", "هدى :", "هدى: "])
def test_a_note_on_a_cell_is_kept_without_its_authors_name(name: str) -> None:
    editing = Editing()
    editing.answer(TEXT.id, "نص")
    note = Comment(f"{name}يرجى مراجعة المادة 47", "هدى")
    editing.sheet.cell(editing.row(TEXT.id), 4).comment = note

    reply = editing.read()

    assert reply.unassigned == ("يرجى مراجعة المادة 47",)
    assert values(reply)[TEXT.id] == {"ar": "نص"}


def test_a_note_that_only_begins_like_its_author_is_kept_whole() -> None:
    editing = Editing()
    note = Comment("هدى من الوزارة: أجيب غدًا", "هدى")
    editing.sheet.cell(editing.row(TEXT.id), 4).comment = note

    assert editing.read().unassigned == ("هدى من الوزارة: أجيب غدًا",)


def test_a_picture_in_a_sheet_is_told() -> None:
    content = BytesIO(Editing().saved())
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/media/image1.png", b"PNG")

    reply = read_excel(content.getvalue(), KNOWN)

    assert [each.code for each in reply.flaws] == ["reply.loose_picture"]
