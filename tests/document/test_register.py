"""The register keeps what offices wrote in the direction in which they wrote it."""

from __future__ import annotations

from focalpoint_app.document.blocks import Table
from focalpoint_app.document.register import Entry, RegisterBook, register_book
from focalpoint_app.language.catalogue import Catalogue

SENT = Entry("ث/118/2026", "2026-09-17", "محافظة المرفأ", "طلب", file="استعراض/7-أ")


def test_an_arabic_number_or_name_runs_its_own_way_in_an_english_register() -> None:
    document = register_book(RegisterBook("XAA", (SENT,), ()), Catalogue("en"))
    (table,) = (block for block in document.blocks if isinstance(block, Table))

    languages = [[p.language for p in cell.paragraphs] for cell in table.rows[1]]
    assert languages[:4] == [["ar", "en"], ["ar"], ["ar"], ["ar"]]
