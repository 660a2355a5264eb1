"""A form is what Word 2010 knows, locked where it must be, in six languages."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from lxml import etree

from focalpoint_app.domain.consultation import Request
from focalpoint_app.exchange.word.anchors import NAMESPACE, tag
from focalpoint_app.exchange.word.writing import write_word
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from tests.effort import done_within
from tests.exchange.requests import (
    CHOICE,
    NUMBER,
    REQUEST,
    TABLE,
    TEXT,
    drafted,
    long_request,
)
from tests.exchange.word.filling import BODY, Filling, parts_of, w

KNOWN_TO_WORD_2010 = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.microsoft.com/office/word/2010/wordml",
}


def root_of(request: Request) -> Any:
    return etree.fromstring(parts_of(write_word(request))[BODY])


def in_language(language: str) -> Request:
    return replace(REQUEST, language=language)


def test_each_answer_has_one_control_tagged_with_its_question() -> None:
    form = Filling(write_word(REQUEST))
    for asked in (CHOICE, TEXT, NUMBER):
        lock = form.control(asked.id).find(f"{w('sdtPr')}/{w('lock')}")
        assert lock.get(w("val")) == "sdtLocked"  # It stays; what it holds changes.


def test_the_text_of_a_question_is_locked_but_the_file_is_not() -> None:
    form = Filling(write_word(REQUEST))
    lock = form.control(f"{NUMBER.id}#text").find(f"{w('sdtPr')}/{w('lock')}")

    assert lock.get(w("val")) == "sdtContentLocked"
    assert "documentProtection" not in form.parts["word/settings.xml"].decode()


def test_no_text_of_ours_lies_outside_a_locked_control() -> None:
    root = root_of(REQUEST)
    loose = [
        each.text
        for each in root.iter(w("t"))
        if not any(a.tag == w("sdt") for a in each.iterancestors())
        and each.text.strip()
    ]
    assert loose == []


def test_numbers_and_tags_of_controls_are_fit_for_word() -> None:
    root = root_of(replace(REQUEST, questions=(replace(TABLE, id="x" * 100),)))
    numbers = [
        each.get(w("val")) for each in root.iterfind(f".//{w('sdtPr')}/{w('id')}")
    ]
    tags = [each.get(w("val")) for each in root.iter(w("tag"))]

    assert max(map(len, tags)) <= 64
    assert len(set(numbers)) == len(numbers) == len(tags)
    assert all(each.get(w("val")) for each in root.iter(w("alias")))
    assert tag("x" * 100, "text") in tags or max(map(len, tags)) == 64


@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_a_form_speaks_its_own_language(language: str) -> None:
    text = "\n".join(root_of(in_language(language)).itertext())
    english = "\n".join(root_of(in_language("en")).itertext())

    assert ("Choose an answer" in text) == (language == "en")
    assert ("About this reply" in text) == (text == english)


@pytest.mark.parametrize("language", OFFICIAL_LANGUAGES)
def test_only_arabic_turns_its_paragraphs(language: str) -> None:
    root = root_of(in_language(language))
    paragraphs = list(root.iter(w("p")))
    turned = [p for p in paragraphs if p.find(f"{w('pPr')}/{w('bidi')}") is not None]
    assert len(turned) == (len(paragraphs) if language == "ar" else 0)


def test_arabic_words_in_any_form_run_from_right_to_left() -> None:
    for language in ("ar", "fr"):
        for run in root_of(in_language(language)).iter(w("r")):
            text = "".join(run.itertext())
            is_rtl = run.find(f"{w('rPr')}/{w('rtl')}") is not None
            if re.search("[\u0600-\u06ff]", text):
                assert is_rtl
            if re.search("[A-Za-z]", text):
                assert not is_rtl


def test_no_isolate_is_left_that_word_would_draw_as_a_box() -> None:
    parts = parts_of(write_word(drafted()))
    text = "".join(each.decode() for each in parts.values())
    assert not re.search("[\u2066-\u2069]", text)


def test_nothing_in_the_form_is_newer_than_word_2010() -> None:
    used = {
        etree.QName(each).namespace
        for each in root_of(drafted()).iter()
        if isinstance(each.tag, str)
    }
    assert used <= KNOWN_TO_WORD_2010


def test_another_library_opens_the_form() -> None:
    document = docx.Document(BytesIO(write_word(drafted())))
    assert [len(table.columns) for table in document.tables] == [3, 2]
    assert document.core_properties.title == "أسئلة موجَّهة إلى: وزارة العدل"


def test_the_hidden_part_says_which_request_it_is() -> None:
    root = etree.fromstring(parts_of(write_word(REQUEST))["customXml/item1.xml"])
    assert root.tag == f"{{{NAMESPACE}}}request"
    assert root.get("id") == REQUEST.id
    assert len(root.get("digest")) == 64


def test_changes_are_tracked_where_there_is_a_draft_to_change() -> None:
    plain, draft = (
        parts_of(write_word(each))["word/settings.xml"].decode()
        for each in (REQUEST, drafted())
    )
    assert "trackRevisions" not in plain
    assert "trackRevisions" in draft


def test_the_marking_stands_on_every_page() -> None:
    assert "محدود" in parts_of(write_word(REQUEST))["word/header1.xml"].decode()


def test_no_text_breaks_the_markup() -> None:
    hostile = '<w:p/>&"\x00\x0b\ud7ff]]>'
    asked = replace(CHOICE, text=hostile, guidance=hostile, provision=hostile)

    text = "".join(root_of(replace(REQUEST, questions=(asked,))).itertext())

    assert '<w:p/>&"\ud7ff]]>' in text


def test_the_same_request_is_the_same_bytes() -> None:
    assert write_word(drafted()) == write_word(drafted())


def test_150_questions_are_written_in_one_pass() -> None:
    request = long_request(150)
    assert done_within(1, lambda: write_word(request))
