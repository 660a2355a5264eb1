"""Python's collector while a document is made, and after it."""

import gc

import pytest

from focalpoint_app.document.blocks import Document
from focalpoint_app.domain.errors import AppError
from focalpoint_app.pdf.file.garbage import uncollected
from focalpoint_app.pdf.pages import pdf_content
from tests.pdf.demo import ar

DOCUMENT = Document("وثيقة", "ar", (ar("نص"),))


def test_the_collector_rests_while_a_document_is_made() -> None:
    at_work: list[bool] = []

    pdf_content(DOCUMENT, progress=lambda _done, _of: at_work.append(gc.isenabled()))

    assert set(at_work) == {False}
    assert gc.isenabled()


def test_the_collector_works_again_after_a_cancelled_document() -> None:
    with pytest.raises(AppError, match=r"task\.cancelled"):
        pdf_content(DOCUMENT, cancelled=lambda: True)

    assert gc.isenabled()


def test_documents_made_at_once_may_end_in_any_order() -> None:
    first, second = uncollected(), uncollected()

    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)

    assert gc.isenabled()


def test_a_collector_at_rest_is_left_at_rest() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_document_leaves_no_cycles_to_collect() -> None:
    pdf_content(DOCUMENT)
    gc.collect()

    with uncollected():
        pdf_content(DOCUMENT)
        left = gc.collect()

    assert left < 50


def test_the_collector_finds_nothing_of_a_document_when_it_wakes() -> None:
    long = Document("وثيقة", "ar", (ar("نص"),) * 200)
    pdf_content(long)
    gc.collect()
    walked: list[int] = []

    def listen(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            walked.append(gc.get_count()[0])

    gc.callbacks.append(listen)
    try:
        pdf_content(long)
        again: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]
    finally:
        gc.callbacks.remove(listen)

    assert again
    assert walked[0] < 2 * gc.get_threshold()[0]
