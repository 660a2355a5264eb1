"""E-mails that Outlook saved as its own (.msg) are read, within limits."""

from __future__ import annotations

import struct
from contextlib import suppress
from random import Random
from typing import Any

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.incoming.compound import Compound
from focalpoint_app.exchange.incoming.letter import WrittenLetter
from focalpoint_app.exchange.incoming.reading import read_written
from tests.effort import done_within
from tests.exchange.incoming.outlook_samples import (
    Tree,
    attached,
    compound,
    message,
    sub,
    wide,
)

SAID = "السيد جهة الوصل،\r\nنرفق رد الوزارة.\r\n"
SCAN = bytes(range(256)) * 40
LETTER = (
    (sub("0037001F"), wide("رد وزارة العدل")),
    (sub("0C1A001F"), wide("هدى الزهراء")),
    (sub("5D01001F"), wide("huda@example.org")),
    (sub("1000001F"), wide(SAID)),
)
SCANNED = attached(
    0,
    (sub("3707001F"), wide("..\\..\\رد.pdf")),
    (sub("370E001F"), wide("application/pdf")),
    (sub("37010102"), SCAN),
)


def read(*parts: Any, language: str = "ar", **more: Any) -> WrittenLetter:
    tree = message(*parts, **more)
    return read_written(compound(tree), language)


def test_a_mail_of_outlooks_has_its_words_sender_and_date() -> None:
    found = read(*LETTER)
    assert found.texts == ("السيد جهة الوصل،\nنرفق رد الوزارة.",)
    assert found.sender == "هدى الزهراء <huda@example.org>"
    assert (found.subject, found.date) == ("رد وزارة العدل", "2026-11-20")


def test_its_attachments_come_whole_and_under_no_path() -> None:
    (scan,) = read(*LETTER, SCANNED).enclosures
    assert (scan.name, scan.media_type) == ("رد.pdf", "application/pdf")
    assert scan.content == SCAN


def test_a_mail_in_a_mail_is_its_words() -> None:
    inner = message((sub("0037001F"), wide("الأصل")), (sub("1000001F"), wide("نص.")),
                    head=24)  # fmt: skip
    (mail,) = read(*LETTER, attached(0, (sub("3701000D"), inner))).enclosures
    assert (mail.name, mail.content.decode()) == ("الأصل.txt", "نص.")


def forwarded(*inner: tuple[str, Tree]) -> tuple[str, Tree]:
    subject = sub("0037001F"), wide("الأصل")
    return attached(0, (sub("3701000D"), message(subject, *inner, head=24)))


def test_what_is_attached_to_a_mail_in_a_mail_comes_too() -> None:
    found = read(*LETTER, forwarded(forwarded(SCANNED))).enclosures
    assert [each.name for each in found] == ["الأصل.txt", "الأصل.txt", "رد.pdf"]
    assert found[-1].content == SCAN


def test_mails_in_mails_have_an_end() -> None:
    mail = SCANNED
    for _ in range(20):
        mail = forwarded(mail)
    with pytest.raises(AppError, match=r"reply\.overblown"):
        read(*LETTER, mail)


def test_words_of_an_old_code_page_are_told_apart() -> None:
    old = (sub("1000001E"), "وزارة العدل".encode("cp1256"))
    page = {(0x3FFD, 0x0003): 1256}
    assert read(old, fixed=page, language="en").texts == ("وزارة العدل",)
    assert read(old, fixed={}).texts == ("وزارة العدل",)


def test_html_is_read_where_there_is_no_plain_text() -> None:
    page = "<html><body><p>نص <b>الوزارة</b></p><script>x</script></body></html>"
    found = read((sub("10130102"), page.encode()), fixed={(0x3FDE, 0x0003): 65001})
    assert found.texts == ("نص الوزارة",)


def test_words_in_outlooks_packed_form_are_told_with_the_way_out() -> None:
    with pytest.raises(AppError, match=r"letter\.outlook"):
        read((sub("10090102"), b"packed"))


def test_packed_words_of_a_mail_in_a_mail_are_told_too() -> None:
    inner = message((sub("10090102"), b"packed"), head=24)
    with pytest.raises(AppError, match=r"letter\.outlook"):
        read(*LETTER, attached(0, (sub("3701000D"), inner)))


def test_a_large_one_is_read_in_time() -> None:
    scan = Random(1).randbytes(6_000_000)
    content = compound(message(*LETTER, attached(0, (sub("37010102"), scan))))
    (found,) = done_within(2, lambda: read_written(content, "ar")).enclosures
    assert found.content == scan


def test_streams_that_share_their_bytes_are_read_within_the_files_size() -> None:
    large = {f"s{n}": bytes([n]) * 40_000 for n in range(5)}
    content = bytearray(compound(large))
    entries = content.rfind("s0\0".encode("utf-16-le"))
    for n in range(5):  # All begin where the first begins and claim the whole file.
        place = entries + 128 * n + 116
        struct.pack_into("<IQ", content, place, 0, len(content))
    file = Compound(bytes(content))
    read_first = [len(file.read((f"s{n}",))) for n in range(2)]
    assert sum(read_first) <= 2 * len(content)
    with pytest.raises(AppError, match=r"reply\.overblown"):
        file.read(("s2",))


@pytest.mark.parametrize(
    ("place", "value"),
    [(30, 40), (32, 0), (48, 0x7FFFFFFF), (60, 0), (68, 0), (76, 0), (56, 0x7FFFFFFF)],
)
def test_a_head_that_lies_is_refused_or_read(place: int, value: int) -> None:
    content = bytearray(compound(message(*LETTER, SCANNED)))
    form = "<H" if place < 34 else "<I"
    struct.pack_into(form, content, place, value)

    def read_or_refuse() -> None:
        with suppress(AppError):
            read_written(bytes(content), "ar")

    done_within(2, read_or_refuse)


@pytest.mark.parametrize("seed", range(40))
def test_a_broken_one_is_told_or_read(seed: int) -> None:
    random = Random(seed)
    content = bytearray(compound(message(*LETTER, SCANNED)))
    for _ in range(random.randrange(1, 30)):
        place = random.choice(
            (random.randrange(8, 512), random.randrange(len(content)))
        )
        content[place] = random.choice((0, 1, 0xFE, 0xFF, random.randrange(256)))
    if seed % 3 == 0:
        del content[random.randrange(8, len(content)) :]
    with suppress(AppError):  # Anything else would be an accident.
        read_written(bytes(content), "ar")


def test_a_crowd_of_entries_is_refused() -> None:
    crowd = compound({f"s{n}": b"" for n in range(50_000)})
    with pytest.raises(AppError, match=r"reply\.overblown"):
        Compound(crowd)


def test_a_table_that_is_larger_than_its_file_needs_is_refused() -> None:
    content = bytearray(compound(message(*LETTER, SCANNED)))
    (own,) = struct.unpack_from("<I", content, 76)
    struct.pack_into("<109I", content, 76, *[own] * 109)
    content += bytes(200_000)
    with pytest.raises(AppError, match=r"reply\.damaged"):
        Compound(bytes(content))


def test_small_streams_end_where_the_roots_bytes_end() -> None:
    """Else a chain through nothing costs half a million steps for every byte."""
    content = bytearray(compound({"small": bytes(4_000)}))
    root = content.find("Root Entry".encode("utf-16-le"))
    struct.pack_into("<Q", content, root + 120, 64)
    with pytest.raises(AppError, match=r"reply\.damaged"):
        Compound(bytes(content)).read(("small",))
