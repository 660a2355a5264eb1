"""The register keeps what offices wrote in the direction in which they wrote it."""

from __future__ import annotations

import pytest

from focalpoint_app.document.blocks import Cell, Table, plain_text
from focalpoint_app.document.register import (
    Entry,
    RegisterBook,
    register_book,
    whole,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate, without_isolates
from focalpoint_app.pdf.lines.breaking import ends

SENT = Entry("ث/118/2026", "2026-09-17", "محافظة المرفأ", "طلب", file="استعراض/7-أ")


def first_row(entry: Entry, language: str) -> tuple[Cell, ...]:
    document = register_book(RegisterBook("XAA", (entry,), ()), Catalogue(language))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table.rows[1]


def test_an_arabic_number_or_name_runs_its_own_way_in_an_english_register() -> None:
    """A number begins where the column does, a name where its reader begins."""
    row = first_row(SENT, "en")
    languages = [[p.language for p in cell.paragraphs] for cell in row]
    assert languages[:4] == [["en", "en"], ["ar"], ["ar"], ["en"]]
    number = plain_text(row[0].paragraphs[0].runs)
    assert number == isolate(without_isolates(number))


def test_a_latin_name_ends_with_its_stop_in_an_arabic_register() -> None:
    row = first_row(Entry("1", "2026-09-17", "A. B.", "طلب"), "ar")
    (run,) = row[1].paragraphs[0].runs
    assert run.isolated


@pytest.mark.parametrize(
    "number", ["MOJ/7/2026/118", "و ع/7/2026", "118/1-OUT", "司发〔2026〕118号"]
)
def test_no_line_ends_inside_a_number(number: str) -> None:
    text = whole(number)
    assert ends(text) == [len(text)]
    assert "".join(text.split("\u2060")) == isolate(number.replace(" ", "\u00a0"))


def test_a_number_that_would_take_the_others_room_is_broken_at_its_strokes() -> None:
    long = "MOJ/UNTOC-REV/2026/118/4711"
    assert without_isolates(whole(long)) == long


def test_all_that_a_reply_was_entered_with_stands_in_the_register() -> None:
    came = Entry(
        "و/902", "2026-10-12", "النيابة العامة", "الجولة الأولى", "استعراض/7",
        "عاجل", "محدود", "قرصان", ("الوزير", "الأرشيف"),
        theirs=("1184/ن ع", "2026-10-11"), standing="رسمية",
    )  # fmt: skip
    document = register_book(RegisterBook("XAA", (), (came,)), Catalogue("ar"))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    told = [
        [
            without_isolates(plain_text(e.runs)).replace("\u2060", "")
            for e in cell.paragraphs
        ]
        for cell in table.rows[1]
    ]

    assert told[3:] == [
        ["الجولة الأولى", "استعراض/7"],
        ["رسمية", "عاجل", "محدود"],
        ["قرصان", "الوزير، الأرشيف"],
    ]
