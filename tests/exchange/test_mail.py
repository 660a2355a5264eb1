"""Mail files open in any mail program, whole, in any script, and unsent."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.mail import Attachment, Mail, Mailbox, write_mail

MAIL = Mail(
    subject="استعراض تنفيذ اتفاقية مكافحة الجريمة المنظمة عبر الوطنية: طلب مساهمات",
    text="معالي الوزير\n\nنرجو الإجابة عن الأسئلة <المرفقة>.\nوشكراً.",
    language="ar",
    to=(Mailbox("minister@justice.example", "وزير العدل"),),
    copies=(Mailbox("archive@justice.example"),),
    attachments=(
        Attachment("أسئلة وزارة العدل.docx", b"PK\x03\x04" + bytes(range(256)) * 40),
        Attachment("date.ics", "BEGIN:VCALENDAR\r\nSUMMARY:موعد\r\n".encode()),
    ),
)


def opened(mail: Mail) -> EmailMessage:
    message = message_from_bytes(write_mail(mail), policy=default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def test_a_mail_says_in_arabic_what_it_was_given() -> None:
    message = opened(MAIL)

    assert message["Subject"] == MAIL.subject
    assert str(message["To"].addresses[0].display_name) == "وزير العدل"
    assert message["To"].addresses[0].addr_spec == "minister@justice.example"
    assert message["Cc"].addresses[0].addr_spec == "archive@justice.example"
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == MAIL.text


def test_a_mail_is_a_draft_of_whoever_opens_it() -> None:
    message = opened(MAIL)
    assert message["X-Unsent"] == "1"
    assert message["From"] is None


def test_attachments_come_whole_and_under_their_names() -> None:
    parts = list(opened(MAIL).iter_attachments())

    assert [part.get_filename() for part in parts] == [
        each.name for each in MAIL.attachments
    ]
    found = [part.get_payload(decode=True) for part in parts]
    assert found == [each.content for each in MAIL.attachments]


def test_the_page_reads_from_right_to_left_and_holds_no_markup_of_others() -> None:
    page = opened(MAIL).get_body(("html",))
    assert page is not None
    content = page.get_content()
    assert 'dir="rtl"' in content
    assert "&lt;المرفقة&gt;" in content


def test_a_latin_name_under_an_arabic_letter_keeps_its_stops_in_place() -> None:
    page = opened(replace(MAIL, text="وتفضلوا.\n\nA. B.\nجهة A. B.")).get_body(
        ("html",)
    )
    assert page is not None
    assert "<p><bdi>A. B.</bdi><br>جهة A. B.</p>" in page.get_content()


def test_the_file_is_lines_of_plain_ascii() -> None:
    content = write_mail(MAIL)
    content.decode("ascii")
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_the_same_mail_is_the_same_bytes() -> None:
    assert write_mail(MAIL) == write_mail(MAIL)


@given(st.text(max_size=60))
def test_no_subject_or_name_adds_a_header(text: str) -> None:
    hostile = f"{text}\r\nBcc: other@example.org"
    mail = Mail(hostile, "x", "ar", (Mailbox("a@example.org", hostile),))

    message = opened(mail)

    assert message["Bcc"] is None
    assert set(message.keys()) <= {
        "Subject",
        "To",
        "X-Unsent",
        "Content-Language",
        "MIME-Version",
        "Content-Type",
    }


@pytest.mark.parametrize(
    "address", ["", "ministry", "a@", "@b", "a b@c", "a@b\r\nX: y"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(AppError) as caught:
        write_mail(Mail("s", "t", "ar", (Mailbox(address),)))
    assert caught.value.code == "mail.wrong_address"


def test_a_domain_in_arabic_becomes_its_ascii_form() -> None:
    mail = Mail("s", "t", "ar", (Mailbox("info@وزارة.example"),))
    assert opened(mail)["To"].addresses[0].domain.startswith("xn--")
