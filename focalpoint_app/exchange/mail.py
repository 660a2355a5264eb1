"""Letters as .eml files that open in a mail program, ready to be sent by a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import PurePath

from focalpoint_app.domain.errors import AppError
from focalpoint_app.language.isolates import has_rtl, is_rtl, without_isolates

_OFFICE = "vnd.openxmlformats-officedocument"
_TYPES = {
    ".docx": ("application", f"{_OFFICE}.wordprocessingml.document"),
    ".xlsx": ("application", f"{_OFFICE}.spreadsheetml.sheet"),
    ".pdf": ("application", "pdf"),
    ".ics": ("text", "calendar"),
}


@dataclass(frozen=True, slots=True)
class Mailbox:
    """``address`` as ``office@example.org``; ``name`` in any script."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """``name`` is the file's, with its suffix."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """``text`` is plain, its paragraphs parted by empty lines."""

    subject: str
    text: str
    language: str
    to: tuple[Mailbox, ...] = ()
    copies: tuple[Mailbox, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def write_mail(mail: Mail) -> bytes:
    """RFC 5322, in ASCII bytes; mail programs open it as a draft (``X-Unsent``).

    It has no sender and no date: both are the mail program's.  The same mail gives
    the same bytes.

    Raises:
        AppError: ``mail.wrong_address``.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _line(mail.subject)
    for header, boxes in (("To", mail.to), ("Cc", mail.copies)):
        if boxes:
            message[header] = tuple(map(_address, boxes))
    message["X-Unsent"] = "1"
    message["Content-Language"] = mail.language
    message.set_content(without_isolates(mail.text), cte="base64")
    message.add_alternative(_page(mail), subtype="html", cte="base64")
    for each in mail.attachments:
        _attach(message, each)
    _bound(message)
    return message.as_bytes()


def address_spec(box: Mailbox) -> str:
    """``office@xn--….example``: as mail programs write it.

    Raises:
        AppError: ``mail.wrong_address``.
    """
    return _address(box).addr_spec


def _address(box: Mailbox) -> Address:
    try:
        user, _, domain = box.address.strip().rpartition("@")
        plain = f"{user}@{domain.encode('idna').decode()}"
        plain.encode("ascii")
        found = Address(_line(box.name), addr_spec=plain)
    except (MessageError, UnicodeError, ValueError, IndexError) as exc:
        raise AppError("mail.wrong_address", address=_line(box.address)[:80]) from exc
    if not (found.username and found.domain):
        raise AppError("mail.wrong_address", address=_line(box.address)[:80])
    return found


def _line(text: str) -> str:
    """On one line: a line break would begin another header."""
    return " ".join(without_isolates(text).split())


def _page(mail: Mail) -> str:
    """The same text with its direction, which plain text cannot say."""
    rtl = is_rtl(mail.language)
    paragraphs = "".join(
        f"<p>{'<br>'.join(_web_lines(each, rtl=rtl))}</p>"
        for each in mail.text.split("\n\n")
        if each.strip()
    )
    direction = "rtl" if rtl else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{escape(mail.language)}" dir="{direction}">'
        f'<head><meta charset="utf-8"></head><body>{paragraphs}</body></html>\n'
    )


def _web_lines(text: str, *, rtl: bool) -> Iterator[str]:
    """*A. B.* keeps its last stop where it is among lines from right to left."""
    for line in text.split("\n"):
        written = escape(line)
        yield f"<bdi>{written}</bdi>" if rtl and not has_rtl(line) else written


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    suffix = PurePath(attachment.name).suffix.lower()
    main, sub = _TYPES.get(suffix, ("application", "octet-stream"))
    name = _line(attachment.name)
    message.add_attachment(
        attachment.content, maintype=main, subtype=sub, filename=name
    )
    if main == "text":
        last = list(message.iter_attachments())[-1]
        last.set_param("charset", "utf-8")


def _bound(message: EmailMessage) -> None:
    """Boundaries out of the content, which random ones would make new each time."""
    bodies = [part.get_payload() for part in _leaves(message)]
    digest = hashlib.sha256("\n".join(map(str, bodies)).encode()).hexdigest()[:32]
    parts = (each for each in message.walk() if each.is_multipart())
    for number, part in enumerate(parts):
        part.set_boundary(f"=_{digest}_{number}")


def _leaves(message: EmailMessage) -> Iterable[EmailMessage]:
    return (each for each in message.walk() if not each.is_multipart())
