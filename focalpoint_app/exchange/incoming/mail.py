"""E-mails of strangers (.eml): counted before they are parsed, read as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import MessageError
from email.feedparser import BytesFeedParser
from email.header import decode_header, make_header
from email.message import Message
from email.policy import Compat32, compat32
from email.utils import parsedate_to_datetime
from itertools import chain
from pathlib import PurePosixPath, PureWindowsPath

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.archive import refuse_large
from focalpoint_app.exchange.incoming.letter import Enclosure, WrittenLetter
from focalpoint_app.exchange.incoming.plain_text import decoded
from focalpoint_app.exchange.incoming.senders import (
    SENDERS,
    names_of,
    quoted_senders,
)
from focalpoint_app.exchange.incoming.web_text import text_of_web
from focalpoint_app.exchange.kept import kept_line, kept_texts

MOST_LINES = 700_000
"""A mail of ``LARGEST`` bytes in base64 has 430,000."""
MOST_HEADERS = 100_000
"""Lines of all heads, or that look like a head's; each is looked through again for
each question that is asked of its part."""
MOST_BOUNDARIES = 4_000
MOST_NESTED = 40
"""Parts that hold parts; each is one level at the most."""
LONGEST_HEADER = 8_192
"""Letters of a header that says what a part is; taken apart in quadratic time."""
LONGEST_LINE = 2_000_000
"""RFC 5322 has 998; HTML comes on one line now and then."""
MOST_ENCLOSURES = 200
_PIECE = 64 * 1024

_NESTING = (b"multipart/", b"message/rfc822", b"message/global", b"message/partial",
            b"message/external")  # fmt: skip
_PART_HEADER = re.compile(rb"\ncontent-[a-z-]{1,30}[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*")
_ANY_HEADER = re.compile(rb"(?m)^[!-9;-~]*+:")
"""What the parser takes for one."""
_FORWARDED = frozenset({"message/rfc822", "message/global"})
_SENDERS = frozenset(each.lower() for each in SENDERS)
_ENCODED = frozenset({"base64", "quoted-printable"})
_HEADERS_END = 64 * 1024
"""Bytes of an encoded mail in which its subject is looked for."""
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\n]*")
_MAIL_NAMES = (b"from:", b"subject:", b"date:", b"received:", b"mime-version:",
               b"message-id:", b"to:", b"return-path:", b"content-type:")  # fmt: skip


def is_mail(content: bytes) -> bool:
    """It begins with two headers, one of them a mail's."""
    head = content[:8_192].lstrip(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    lines = head.split(b"\n")[:2]
    if len(lines) < 2 or not _HEADER_LINE.fullmatch(lines[0]):
        return False
    continues = lines[1][:1] in (b" ", b"\t") or _HEADER_LINE.fullmatch(lines[1])
    known = any(head.lower().startswith(n) or b"\n" + n in head.lower()
                for n in _MAIL_NAMES)  # fmt: skip
    return bool(continues) and known


def read_mail(content: bytes, language: str) -> WrittenLetter:
    """Its plain text, else its HTML's; ``language`` where nothing says how it is
    written.

    Raises:
        AppError: ``reply.too_large``, ``reply.overblown``, ``reply.damaged``.
    """
    refuse_large(content)
    plain = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    _refuse_overblown(plain)
    try:
        message = _parsed(plain)
        leaves = tuple(_leaves(message))
        texts = kept_texts([_body(leaves, language)])
        enclosures = tuple(_enclosures(leaves))
    except (MessageError, ValueError, LookupError, RecursionError, TypeError) as exc:
        raise AppError("reply.damaged") from exc
    return WrittenLetter(
        texts,
        enclosures,
        _header(message, "From"),
        _header(message, "Subject"),
        _date(message),
        names_of([*senders(message), *chain(*map(quoted_senders, texts))]),
    )


def header_senders(headers: str) -> Iterator[str]:
    """Whoever such lines say that a mail is from."""
    return senders(_parsed(_head(headers.encode("utf-8", "replace"))))


def senders(message: Message) -> Iterator[str]:
    """Whoever its headers say that it is from, and those of each mail in it."""
    for part in message.walk():
        mail = _parsed(_head(_bytes(part))) if _is_encoded_mail(part) else part
        for name, value in mail.raw_items():
            if name.lower() in _SENDERS:
                yield _readable(value)


def _parsed(content: bytes) -> Message:
    """By pieces: at once it would take four bytes for each."""
    parser = BytesFeedParser(_Part, policy=compat32)
    for start in range(0, len(content), _PIECE):
        parser.feed(content[start : start + _PIECE])
    return parser.close()


class _Part(Message):
    """A mail inside that was encoded whole, which RFC 2046 forbids and servers do, is
    a file for the parser: it would take the encoded lines for a mail's.
    """

    @property
    def is_encoded_mail(self) -> bool:
        encoding = str(self.get("Content-Transfer-Encoding", "")).strip().lower()
        return self.get_content_type() in _FORWARDED and encoding in _ENCODED

    def get_content_maintype(self) -> str:
        return "application" if self.is_encoded_mail else super().get_content_maintype()


def _refuse_overblown(content: bytes) -> None:
    small = b"\n" + content.lower()
    is_crowded = (
        small.count(b"\n") > MOST_LINES
        or small.count(b"\n--") > MOST_BOUNDARIES
        or sum(map(small.count, _NESTING)) > MOST_NESTED
        or _has_more_headers(small)
    )
    longest = max((len(e[0]) for e in _PART_HEADER.finditer(small)), default=0)
    if is_crowded or longest > LONGEST_HEADER or _has_longer_line(content):
        raise AppError("reply.overblown")


def _has_more_headers(content: bytes) -> bool:
    if content.count(b":") <= MOST_HEADERS:
        return False
    return sum(1 for _ in _ANY_HEADER.finditer(content)) > MOST_HEADERS


def _has_longer_line(content: bytes) -> bool:
    start = 0
    while len(content) - start > LONGEST_LINE:
        end = content.rfind(b"\n", start, start + LONGEST_LINE)
        if end < start:
            return True
        start = end + 1
    return False


def _leaves(message: Message) -> Iterator[Message]:
    """Parts that hold no parts, in order, without recursion; a mail inside is one."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if isinstance(inner, list) and _mail_in(part) is None:
            waiting.extend(e for e in reversed(inner) if isinstance(e, Message))
        else:
            yield part


def _body(leaves: tuple[Message, ...], language: str) -> str:
    own = [each for each in leaves if not _is_enclosed(each)]
    for kind in ("text/plain", "text/html"):
        texts = [_text(e, language) for e in own if e.get_content_type() == kind]
        joined = "\n\n".join(filter(str.strip, texts))
        if joined:
            return joined
    return ""


def _is_enclosed(part: Message) -> bool:
    is_named = part.get_content_disposition() == "attachment" or bool(_name(part))
    return is_named or _mail_in(part) is not None or _is_encoded_mail(part)


def _is_encoded_mail(part: Message) -> bool:
    return isinstance(part, _Part) and part.is_encoded_mail


def _mail_in(part: Message) -> Message | None:
    """The mail that was forwarded whole in this part."""
    inner = part.get_payload()
    if part.get_content_type() not in _FORWARDED or not isinstance(inner, list):
        return None
    return next((each for each in inner if isinstance(each, Message)), None)


def _text(part: Message, language: str) -> str:
    charset = str(part.get_param("charset") or "")
    text = decoded(_bytes(part), charset, language)
    return text_of_web(text) if part.get_content_subtype() == "html" else text


def _bytes(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _enclosures(leaves: tuple[Message, ...]) -> Iterator[Enclosure]:
    enclosed = [each for each in leaves if _is_enclosed(each)]
    if len(enclosed) > MOST_ENCLOSURES:
        raise AppError("reply.overblown")
    for number, part in enumerate(enclosed, start=1):
        kind = kept_line(part.get_content_type(), 100)
        content = _content(part)
        mail = _mail_in(part)
        if mail is None and _is_encoded_mail(part):
            mail = _parsed(_head(content))
        named = _name(part) or (_named_for(mail, number) if mail else f"{number}")
        yield Enclosure(named, kind, content)


def _content(part: Message) -> bytes:
    mail = _mail_in(part)
    return _bytes(part) if mail is None else _whole(mail)


def _head(content: bytes) -> bytes:
    """Its headers alone: it may be a thousand mails in one another."""
    head = content[:_HEADERS_END].replace(b"\r\n", b"\n")
    return head.split(b"\n\n", 1)[0] + b"\n\n"


def _named_for(mail: Message, number: int) -> str:
    subject = re.sub(r"[/\\.]+", " ", _header(mail, "Subject"))[:100].strip()
    return f"{subject or number}.eml"


def _whole(mail: Message) -> bytes:
    """As it was sent, but for what parts its lines."""
    return mail.as_bytes(policy=_AsSent(mangle_from_=False))


class _AsSent(Compat32):
    """Python would break headers anew, and refuses those that it cannot break."""

    def fold_binary(self, name: str, value: str) -> bytes:
        return f"{name}: {value}{self.linesep}".encode("ascii", "surrogateescape")


def _name(part: Message) -> str:
    """The last step of whatever path it claims."""
    return _last_step(_decoded_words(str(part.get_filename() or "")))


def _last_step(claimed: str) -> str:
    last = PurePosixPath(PureWindowsPath(claimed).name).name
    return kept_line(last, 120).lstrip(".")


def _header(message: Message, name: str) -> str:
    found = (v for n, v in message.raw_items() if n.lower() == name.lower())
    return kept_line(_readable(next(found, "")))


def _readable(raw: str) -> str:
    """A header as it reads; one that was never encoded is UTF-8 as a rule."""
    sent = raw[:2_000].encode("utf-8", "surrogateescape")
    return _decoded_words(sent.decode("utf-8", "replace"))


def _decoded_words(text: str) -> str:
    """``=?utf-8?B?…?=`` as it reads; as it stands where that cannot be told."""
    short = text[:2_000]
    try:
        return str(make_header(decode_header(short)))
    except (MessageError, ValueError, LookupError):
        return short


def _date(message: Message) -> str:
    try:
        found: datetime = parsedate_to_datetime(str(message.get("Date") or "")[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return found.date().isoformat()
