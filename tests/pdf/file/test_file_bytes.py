"""The bytes of a file: packed objects are found again by other programs."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.pdf.file.annotations import address
from focalpoint_app.pdf.file.file_bytes import FileBytes, stream
from focalpoint_app.pdf.file.objects import text_string

EMPTY = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"


def file_of(values: list[int], streams: list[bytes]) -> bytes:
    """The catalogue, numbers and streams, in this order, from object 1 on."""
    file = FileBytes()
    for number, content in enumerate(EMPTY, 1):
        file.pack(number, content)
    for number, value in enumerate(values, 3):
        file.pack(number, b"%d" % value)
    start = 3 + len(values)
    for number, content in enumerate(streams, start):
        file.put(number, stream(b"/Kind/Own", content))
    return file.finished(start + len(streams), b"/Root 1 0 R")


@given(st.lists(st.integers(-999, 999), max_size=70), st.lists(st.binary(), max_size=5))
def test_every_object_is_found_by_its_number(
    values: list[int], streams: list[bytes]
) -> None:
    with pikepdf.open(BytesIO(file_of(values, streams))) as pdf:
        found = [pdf.get_object(n, 0) for n in range(3, 3 + len(values))]
        own = [pdf.get_object(3 + len(values) + n, 0) for n in range(len(streams))]

        assert [int(value) for value in found] == values
        assert [each.read_raw_bytes() for each in own] == streams
        assert pdf.check_pdf_syntax() == []


@given(st.text(st.characters(codec="utf-8")))
def test_text_strings_come_back(text: str) -> None:
    read = pikepdf.Object.parse(text_string(text).encode("ascii"))

    assert str(read) == text


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        (
            "https://example.org/قانون",
            "https://example.org/%D9%82%D8%A7%D9%86%D9%88%D9%86",
        ),
        ("mailto:a b@example.org", "mailto:a%20b@example.org"),
        ("https://example.org/\x00\ud800", "https://example.org/%EF%BF%BD"),
    ],
)
def test_addresses_are_ascii(target: str, written: str) -> None:
    assert address(target) == written
