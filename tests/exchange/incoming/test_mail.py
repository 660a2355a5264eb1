"""E-mails as Python, Outlook and enemies write them, as plain text to quote."""

import base64
import quopri
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import refuse_unstorable
from focalpoint_app.exchange.incoming.mail import is_mail, read_mail
from focalpoint_app.exchange.incoming.reading import read_written

SCAN = b"%PDF-1.7"
ARABIC = "تحية طيبة وبعد،\nتفيد الوزارة بأن القانون يعاقب على المشاركة.\n"


def mail(
    text: str = ARABIC, charset: str = "utf-8", cte: str | None = None
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "هدى الزهراء <huda@justice.example>"
    message["Subject"] = "رد الوزارة على الاستبيان"
    message["Date"] = "Sun, 22 Nov 2026 10:15:00 +0300"
    if text:
        message.set_content(text, charset=charset, cte=cte)
    return message


def test_a_plain_mail_is_read_word_for_word() -> None:
    found = read_mail(mail().as_bytes(), "ar")
    assert found.texts == (ARABIC.strip(),)
    assert found.sender == "هدى الزهراء <huda@justice.example>"
    assert found.subject == "رد الوزارة على الاستبيان"
    assert found.date == "2026-11-22"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_every_usual_way_of_writing_arabic_is_read(charset: str, encoding: str) -> None:
    text = "القانون رقم 5 لسنة 2010."
    body = mail(text, charset=charset, cte=encoding).as_bytes()
    assert read_mail(body, "fr").texts == (text,)


def test_plain_text_is_taken_before_the_same_as_html() -> None:
    message = mail()
    message.add_alternative("<p>غير ذلك</p>", subtype="html")
    assert read_mail(message.as_bytes(), "ar").texts == (ARABIC.strip(),)


def test_html_is_read_without_what_it_would_run_or_load() -> None:
    message = mail("")
    message.set_content(
        "<html><head><title>x</title><style>p{}</style></head><body>"
        "<p>الفقرة الأولى<br>وسطر</p><script>steal()</script>"
        '<table><tr><td>أ</td><td>ب</td></tr></table><img src="http://x/">'
        "<!-- سر --><ul><li>بند</li></ul></body></html>",
        subtype="html",
    )
    assert read_mail(message.as_bytes(), "ar").texts == (
        "الفقرة الأولى\nوسطر\n\nأ\tب\n\n• بند",
    )


def test_attachments_are_listed_and_are_no_text() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.7", "application", "pdf", filename="مرفق.pdf")
    message.add_attachment("نص مرفق", filename="ملاحظة.txt")
    found = read_mail(message.as_bytes(), "ar")
    assert [(e.name, e.media_type) for e in found.enclosures] == [
        ("مرفق.pdf", "application/pdf"),
        ("ملاحظة.txt", "text/plain"),
    ]
    assert found.enclosures[0].content == b"%PDF-1.7"
    assert found.texts == (ARABIC.strip(),)


def test_a_mail_in_a_mail_is_a_letter_of_its_own() -> None:
    """Its plain words do not take the place of what the outer one says in HTML."""
    inner = mail("نص من الإدارة القانونية.")
    inner.replace_header("Subject", "رد: مذكرة 7/2026")
    inner.add_attachment(SCAN, "application", "pdf", filename="مرفق.pdf")
    outer = mail("")
    outer.set_content("<p>نحيل إليكم المذكرة.</p>", subtype="html")
    outer.add_attachment(inner)

    found = read_mail(outer.as_bytes(), "ar")

    assert found.texts == ("نحيل إليكم المذكرة.",)
    (enclosed,) = found.enclosures
    assert (enclosed.name, enclosed.media_type) == (
        "رد: مذكرة 7 2026.eml",
        "message/rfc822",
    )
    again = read_written(enclosed.content, "ar")
    assert again.texts == ("نص من الإدارة القانونية.",)
    assert again.sender == "هدى الزهراء <huda@justice.example>"
    assert [each.content for each in again.enclosures] == [SCAN]


def coded(inner: bytes, encoding: str) -> bytes:
    """In a way that RFC 2046 forbids and servers use."""
    body, mark = base64.encodebytes(inner), b"m%d" % len(inner)
    if encoding == "quoted-printable":
        body = quopri.encodestring(inner)
    return (
        HEAD + b"Content-Type: multipart/mixed; boundary=%b\n\n"
        b"--%b\nContent-Type: text/plain\n\nforwarded\n"
        b"--%b\nContent-Type: message/rfc822\n"
        b"Content-Transfer-Encoding: %b\n\n%b\n--%b--\n"
    ) % (mark, mark, mark, encoding.encode(), body, mark)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_a_mail_in_a_mail_is_read_however_it_was_encoded(encoding: str) -> None:
    inner = mail("نص من الإدارة القانونية = 7.")
    inner.add_attachment(SCAN, "application", "pdf", filename="مرفق.pdf")
    found = read_mail(coded(coded(inner.as_bytes(), encoding), encoding), "ar")

    assert found.texts == ("forwarded",)
    (enclosed,) = found.enclosures
    again = read_written(enclosed.content, "ar")
    assert again.texts == ("forwarded",)
    (last,) = again.enclosures
    assert last.name == "رد الوزارة على الاستبيان.eml"
    letter = read_written(last.content, "ar")
    assert letter.texts == ("نص من الإدارة القانونية = 7.",)
    assert [each.content for each in letter.enclosures] == [SCAN]


def test_what_hides_in_an_encoded_mail_is_refused_as_it_would_be_outside() -> None:
    (enclosed,) = read_mail(coded(HOSTILE["crowd"], "base64"), "ar").enclosures
    with pytest.raises(AppError) as told:
        read_written(enclosed.content, "ar")
    assert told.value.code == "reply.overblown"


@pytest.mark.parametrize(
    "subject",
    [
        b"one\x0cX: two",
        b"a long line that is not broken anew, for whoever signed it signed its breaks",
    ],
)
def test_the_headers_of_a_mail_in_a_mail_are_kept_as_they_are(subject: bytes) -> None:
    inner = b"From: a@b\nSubject: %b %b\n\nwords\n" % (subject, subject)
    outer = (
        b'From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n'
        b"\n--x\nContent-Type: message/rfc822\n\n%b\n--x--\n" % inner
    )
    (enclosed,) = read_mail(outer, "ar").enclosures
    assert enclosed.content == inner


@pytest.mark.parametrize(
    ("claimed", "named"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\evil.exe", "evil.exe"),
        (".bashrc", "bashrc"),
        ("a\nb.pdf", "a b.pdf"),
    ],
)
def test_an_attachment_has_a_name_and_no_path(claimed: str, named: str) -> None:
    raw = (
        b"From: a@b\nMIME-Version: 1.0\nContent-Type: text/plain\n"
        b"Content-Disposition: attachment; filename*=utf-8''"
        + "".join(f"%{b:02x}" for b in claimed.encode()).encode()
        + b"\n\nx"
    )
    assert read_mail(raw, "ar").enclosures[0].name == named


def test_a_mail_is_told_from_a_text_by_how_it_begins() -> None:
    assert is_mail(mail().as_bytes())
    assert is_mail(b"Received: from x\n\tby y\nSubject: z\n\n")
    assert not is_mail("المادة 5: نص\nالمادة 6: نص".encode())
    assert not is_mail(b"Note: hello\nWorld: again\n")


HEAD = b"From: a@b\nMIME-Version: 1.0\n"
HOSTILE = {
    "nested": HEAD
    + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
        for n in range(5_000)
    ),
    "crowd": HEAD
    + b'Content-Type: multipart/mixed; boundary="x"\n\n'
    + b"--x\n\n" * 9_000,
    "lines": HEAD + b"\n" + b"\r" * 900_000,
    "many headers": HEAD + b"X-A: b\n" * 600_000 + b"\ntext",
    "many heads": HEAD
    + b'Content-Type: multipart/mixed; boundary="x"\n\n'
    + (b"--x\n" + b"!:\n" * 300 + b"\n") * 400,
    "long header": HEAD + b"Content-Type: text/plain" + b";a=b" * 100_000 + b"\n\nx",
    "folded header": HEAD + b"Content-Disposition: a" + b"\n ;a=b" * 50_000 + b"\n\nx",
    "many marks": HEAD + b"Content-Type: text/html\n\n" + b"<b>" * 300_000,
    "letters inside": HEAD + b"Content-Type: message/rfc822\n\n" * 100,
    "one line": HEAD + b"\n" + b"x" * 3_000_000,
    "too large": HEAD + b"\n" + b"x" * (33 * 1024 * 1024),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_too_much_is_refused_before_it_is_parsed(name: str) -> None:
    with pytest.raises(AppError) as told:
        read_mail(HOSTILE[name], "ar")
    assert told.value.code in ("reply.overblown", "reply.too_large")


def test_html_nested_without_end_is_still_text() -> None:
    deep = b"<div>" * 20_000 + "نص".encode() + b"</div>" * 20_000
    raw = HEAD + b"Content-Type: text/html; charset=utf-8\n\n" + deep
    assert "نص" in "".join(read_mail(raw, "ar").texts)


def test_entities_are_letters_and_nothing_from_outside() -> None:
    raw = (
        HEAD + b"Content-Type: text/html; charset=utf-8\n\n"
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<p>&amp; &#1606; &x; &unknown;</p>"
    )
    (text,) = read_mail(raw, "ar").texts
    assert "& ن" in text
    assert "root:" not in text


@given(
    st.lists(
        st.sampled_from(
            [b"From: a\n", b"Subject: =?utf-8?b?2LU=?=\n", b"Subject: =?x?q?=\n", b"\n",
             b"Content-Type: multipart/mixed; boundary=x\n", b"--x\n", b"--x--\n",
             b"Content-Type: text/html; charset=idna\n", b"Date: 99\n", b"<p", b"\x00",
             b"Content-Type: text/plain; charset=utf-7\n", b"+AGE-", "نص\n".encode(),
             b"Content-Transfer-Encoding: base64\n", b"====\n", b"\xff\xfe", b"\r",
             b"Content-Transfer-Encoding: x-uuencode\n", b"begin 644 x\n", b"M!!\n",
             b"Content-Disposition: attachment; filename*0*=a''%ff\n"]
        ),
        max_size=30,
    ).map(b"".join)
    | st.binary(max_size=400)
)  # fmt: skip
def test_whatever_comes_is_text_that_can_be_kept_or_one_sentence(
    content: bytes,
) -> None:
    try:
        found = read_written(HEAD + content, "ar")
    except AppError:
        return
    for text in (*found.texts, found.subject, found.sender):
        refuse_unstorable(text)
    assert all("/" not in each.name for each in found.enclosures)
