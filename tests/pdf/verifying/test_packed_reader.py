"""Objects packed in a stream are found as others find them, and each at once."""

from __future__ import annotations

import zlib
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary
from pyhanko.pdf_utils.generic import NullObject
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader

from focalpoint_app.pdf.verifying.packed_reader import MOST_PACKED, PackedReader
from focalpoint_app.pdf.verifying.verdict import Reason
from focalpoint_app.workflow.submitting.judging import judge
from tests.effort import done_within

FIRST = 10
"""The number of the first packed object."""


def packed(
    count: int, *, head: bytes | None = None, told: int | None = None, moved: int = 0
) -> bytes:
    """A file with so many fields in one stream; ``moved``: places off in the table."""
    numbers = range(FIRST, FIRST + count)
    fields = [b"<</T(%d)>> " % each for each in numbers]
    offsets = [0, *accumulate(map(len, fields))][:count]
    if head is None:
        pairs = zip(numbers, offsets, strict=True)
        head = b"".join(b"%d %d " % each for each in pairs)
    body = zlib.compress(head + b"".join(fields))
    entries = (told or count, len(head), len(body))
    refs = b" ".join(b"%d 0 R" % each for each in numbers)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        4: b"<</Fields[%s]>>" % refs,
        5: b"<</Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode>>\nstream\n"
        % entries + body + b"\nendstream",
    }  # fmt: skip
    content, places = bytearray(b"%PDF-1.7\n"), {}
    for number, each in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    return bytes(content) + _table(len(content), places, count, moved)


def _table(at: int, places: dict[int, int], count: int, moved: int) -> bytes:
    """ISO 32000-2, 7.5.8: kind, place or stream, generation or index."""
    rows = [(0, 0, 65535), *((1, places[each], 0) for each in range(1, 6)), (1, at, 0)]
    rows += [(0, 0, 0)] * (FIRST - len(rows))
    rows += [(2, 5, index + moved) for index in range(count)]
    table = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + last.to_bytes(3, "big")
        for kind, place, last in rows
    )
    entries = b"/Type/XRef/Size %d/W[1 4 3]/Root 1 0 R/Length %d" % (
        len(rows), len(table),
    )  # fmt: skip
    stream = b"<<%s>>\nstream\n%s\nendstream" % (entries, table)
    return b"6 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream, at)


def names(content: bytes, *, strict: bool = True) -> list[str]:
    fields = PackedReader(BytesIO(content), strict=strict).root["/AcroForm"]["/Fields"]
    return [str(fields[at]["/T"]) for at in range(len(fields))]


def in_several_streams(count: int) -> bytes:
    stream = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        fields = [pdf.make_indirect(Dictionary(T=str(n))) for n in range(count)]
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
        pdf.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()


def test_each_is_found_where_the_list_says() -> None:
    expected = [str(number) for number in range(FIRST, FIRST + 90)]
    assert names(packed(90)) == expected


def test_what_others_pack_is_read_as_the_base_reads_it() -> None:
    content = in_several_streams(300)
    theirs = PdfFileReader(BytesIO(content)).root["/AcroForm"]["/Fields"]
    assert names(content) == [str(theirs[at]["/T"]) for at in range(300)]


def test_the_objects_of_all_streams_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """qpdf packs a hundred into each."""
    monkeypatch.setattr("focalpoint_app.pdf.verifying.packed_reader.MOST_PACKED", 350)
    assert len(names(in_several_streams(300))) == 300
    with pytest.raises(PdfReadError, match="too many"):
        names(in_several_streams(400))


def test_thousands_in_one_stream_are_found_in_moments() -> None:
    """Ten thousand took minutes where the list was read anew for each."""
    content = packed(10_000)
    assert len(done_within(8, lambda: names(content))) == 10_000


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(packed(3, moved=1), "not where it should be", id="other place"),
        pytest.param(packed(3, head=b"10 0 11 "), "where it should", id="short"),
        pytest.param(packed(3, head=b"10 0 1_1 9 "), "that is none", id="no digits"),
        pytest.param(packed(3, head=b"10 0 +11 9 "), "that is none", id="signed"),
        pytest.param(packed(3, head=b"10\v0 11 9 "), "that is none", id="no blank"),
        pytest.param(packed(3, told=MOST_PACKED + 1), "too many", id="too many"),
    ],
)
def test_a_list_that_lies_makes_no_object(content: bytes, why: str) -> None:
    with pytest.raises(PdfReadError, match=why):
        names(content)


def test_a_reader_that_repairs_takes_what_is_found_and_nothing_else() -> None:
    assert names(packed(3, moved=1), strict=False) == ["10", "11", "12"]
    fields = packed(3, head=b"10 0 11 10 ")
    found = PackedReader(BytesIO(fields), strict=False).root["/AcroForm"]["/Fields"]
    assert isinstance(found[2], NullObject)


def test_more_fields_than_anyone_needs_are_not_looked_through(tmp_path: Path) -> None:
    path = tmp_path / "fields.pdf"
    path.write_bytes(packed(2_001))
    assert judge(path).reason is Reason.UNREADABLE


def test_some_fields_more_make_no_file_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "fields.pdf"
    path.write_bytes(packed(900))
    assert judge(path).reason is Reason.UNSIGNED
