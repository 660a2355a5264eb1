"""Letters of every kind are told by what is in them."""

import io

import pytest
from docx import Document

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.excel.writing import write_excel
from focalpoint_app.exchange.incoming.plain_text import decoded, text_of
from focalpoint_app.exchange.incoming.reading import read_written
from focalpoint_app.exchange.word.walking import w
from tests.exchange.requests import REQUEST

TEXT = "المادة 3: يعاقب بالحبس كل من شارك."


def word(*paragraphs: str) -> bytes:
    document = Document()
    for each in paragraphs:
        document.add_paragraph(each)
    document.sections[0].header.paragraphs[0].text = "وزارة العدل"
    found = io.BytesIO()
    document.save(found)
    return found.getvalue()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_text_file_is_read_whenever_it_was_written(charset: str) -> None:
    assert read_written(TEXT.encode(charset), "ar").texts == (TEXT,)


def test_old_russian_and_chinese_files_are_read_where_they_are_spoken() -> None:
    assert text_of("Статья 5".encode("cp1251"), "ru") == "Статья 5"
    assert text_of("第五条".encode("gb18030"), "zh") == "第五条"


@pytest.mark.parametrize("name", ["idna", "punycode", "unicode_escape", "zip", "rot13"])
def test_a_charset_that_is_none_is_not_asked_for(name: str) -> None:
    assert decoded(b"\\u0041", name, "ar") == "\\u0041"


def test_a_word_letter_is_read_with_its_letterhead() -> None:
    (text,) = read_written(word(TEXT, "مع التحية"), "ar").texts
    assert text.split("\n") == [TEXT, "مع التحية", "وزارة العدل"]


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_a_word_letter_with_a_part_of_another_kind_says_so(name: str) -> None:
    document = Document(io.BytesIO(word(TEXT)))
    body = document.element.body
    body.append(body.makeelement(w(name)))
    found = io.BytesIO()
    document.save(found)

    letter = read_written(found.getvalue(), "ar")

    assert letter.has_unread
    assert TEXT in letter.texts[0]
    assert not read_written(word(TEXT), "ar").has_unread


def test_a_web_page_is_read_as_text() -> None:
    page = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
    assert read_written(page, "ar").texts == (TEXT,)


COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (COMPOUND + "__properties_version1.0".encode("utf-16-le"), "reply.damaged"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "reply.old_word"),
        (COMPOUND, "letter.unknown_kind"),
        (b"{\\rtf1", "reply.old_word"),
        (b"\x00\x01\x02binary", "letter.unknown_kind"),
        (b"PK\x05\x06", "reply.damaged"),
    ],
)
def test_what_is_no_letter_says_what_to_do(content: bytes, code: str) -> None:
    with pytest.raises(AppError) as told:
        read_written(content, "ar")
    assert told.value.code == code


def test_a_form_that_came_back_is_no_letter() -> None:
    with pytest.raises(AppError) as told:
        read_written(write_excel(REQUEST), "ar")
    assert told.value.code == "letter.is_a_form"


def test_a_long_text_comes_in_pieces_and_loses_nothing() -> None:
    long = "\n".join(f"سطر {number}" for number in range(20_000))
    assert len("".join(read_written(long.encode(), "ar").texts)) >= len(long) - 10
