"""Outlook's own e-mails of strangers (.msg, [MS-OXMSG]), read as plain text."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from pathlib import PurePosixPath, PureWindowsPath

from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.incoming.compound import SIGNATURE, Compound, Path
from focalpoint_app.exchange.incoming.letter import Enclosure, WrittenLetter
from focalpoint_app.exchange.incoming.mail import MOST_ENCLOSURES, header_senders
from focalpoint_app.exchange.incoming.plain_text import decoded
from focalpoint_app.exchange.incoming.senders import names_of, quoted_senders
from focalpoint_app.exchange.incoming.web_text import text_of_web
from focalpoint_app.exchange.kept import kept_line, kept_texts

_PROPERTIES = "__properties_version1.0"
_SPELLED = _PROPERTIES.encode("utf-16-le")
_ATTACHED = "__attach_version1.0_#"
_SUBJECT, _BODY, _WEB, _PACKED = "0037", "1000", "1013", "1009"
_SENDER, _ADDRESS, _INTERNET_ADDRESS = "0C1A", "0C1F", "5D01"
_SENDERS = frozenset(
    {"0C1A", "0C1F", "5D01", "0042", "0065", "5D02", "0050", "3FF8", "3FFA"}
)
"""Who sent it, for whom, who is to be answered, who made it and changed it last."""
_HEADERS = "007D"
_DATA, _MEDIA_TYPE, _NAMES = "3701", "370E", ("3707", "3704", "3001")
_SENT, _DELIVERED = 0x0039, 0x0E06
_CODE_PAGES = (0x3FDE, 0x3FFD)
_TIME, _NUMBER = 0x0040, 0x0003
_EMBEDDED = "__substg1.0_3701000D"
_MOST_NESTED = 10
"""Mails in mails."""
_ENTRY = struct.Struct("<HHI8s")
_BEGINNING = datetime(1601, 1, 1, tzinfo=UTC)


def outlook_file(content: bytes) -> Compound | None:
    """None for what is not Outlook's; an old Word file may hold such a mail.

    Raises:
        AppError: ``reply.*`` as of any compound file.
    """
    if not content.startswith(SIGNATURE) or _SPELLED not in content:
        return None
    file = Compound(content)
    return file if (_PROPERTIES,) in file.streams else None


def read_outlook(file: Compound, language: str) -> WrittenLetter:
    """Its plain text, else its HTML's.

    Raises:
        AppError: ``letter.outlook`` where it has words in Outlook's packed form only;
            ``reply.*`` as of any file that comes in.
    """
    message = _Message(file, (), 32, language)
    letter = message.letter()
    quoted = chain(*map(quoted_senders, letter.texts))
    return replace(letter, named=names_of([*message.senders(), *quoted]))


class _Message:
    """A mail, or one inside another; ``head`` bytes come before its properties."""

    def __init__(self, file: Compound, at: Path, head: int, language: str) -> None:
        self._file = file
        self._at = at
        self._language = language
        raw = file.read((*at, _PROPERTIES))[head:]
        self._fixed = {
            (tag, kind): value
            for kind, tag, _, value in _ENTRY.iter_unpack(raw[: len(raw) // 16 * 16])
        }

    def letter(self) -> WrittenLetter:
        return WrittenLetter(
            kept_texts([self.body()]),
            self._enclosed(),
            self._sender(),
            kept_line(self._text(_SUBJECT)),
            self._date(),
        )

    def body(self) -> str:
        """
        Raises:
            AppError: ``letter.outlook`` where its words are packed only.
        """
        said = self._said()
        if not said and (*self._at, f"__substg1.0_{_PACKED}0102") in self._file.streams:
            raise AppError("letter.outlook")
        return said

    def _said(self) -> str:
        plain = self._text(_BODY).replace("\r\n", "\n").strip()
        if plain:
            return plain
        page = self._text(_WEB) or self._decoded(self._bytes(f"{_WEB}0102"))
        return text_of_web(page) if page else ""

    def name(self) -> str:
        """Of a mail that lies in another."""
        return kept_line(self._text(_SUBJECT), 100) or "mail"

    def senders(self) -> Iterator[str]:
        """As it says in all its places, and each mail in it in its own."""
        for path in self._file.streams:
            tag = path[-1].removeprefix("__substg1.0_")[:4]
            if tag in (*_SENDERS, _HEADERS):
                said = _Message(self._file, path[:-1], 32, self._language)._text(tag)
                yield from header_senders(said) if tag == _HEADERS else (said,)

    def _sender(self) -> str:
        name = kept_line(self._text(_SENDER), 200)
        address = self._text(_INTERNET_ADDRESS) or self._text(_ADDRESS)
        shown = kept_line(address, 200) if "@" in address else ""
        if not (name and shown) or name == shown:
            return name or shown
        return f"{name} <{shown}>"

    def _date(self) -> str:
        for tag in (_SENT, _DELIVERED):
            ticks = int.from_bytes(self._fixed.get((tag, _TIME), b""), "little")
            if ticks:
                return _day(ticks)
        return ""

    def _enclosed(self) -> tuple[Enclosure, ...]:
        found = tuple(islice(self._enclosures(), MOST_ENCLOSURES + 1))
        if len(found) > MOST_ENCLOSURES:
            raise AppError("reply.overblown")
        return found

    def _enclosures(self) -> Iterator[Enclosure]:
        depth = len(self._at)
        found = {
            path[depth]
            for path in self._file.streams
            if path[:depth] == self._at
            and len(path) > depth
            and path[depth].startswith(_ATTACHED)
        }
        for number, storage in enumerate(sorted(found), start=1):
            at = (*self._at, storage)
            if (*at, _EMBEDDED, _PROPERTIES) in self._file.streams:
                yield from self._forwarded((*at, _EMBEDDED))
            else:
                yield self._enclosure(at, number)

    def _forwarded(self, at: Path) -> Iterator[Enclosure]:
        """A mail's words, then what is attached to it, and so on inwards."""
        if len(at) > 2 * _MOST_NESTED:
            raise AppError("reply.overblown")
        mail = _Message(self._file, at, 24, self._language)
        name = kept_line(f"{mail.name()}.txt", 120)
        yield Enclosure(name, "text/plain", mail.body().encode())
        yield from mail._enclosures()

    def _enclosure(self, at: Path, number: int) -> Enclosure:
        own = _Message(self._file, at, 8, self._language)
        claimed = next(filter(None, map(own._text, _NAMES)), "")
        media_type = kept_line(own._text(_MEDIA_TYPE), 100)
        return Enclosure(
            _last_step(claimed) or f"{number}", media_type, own._bytes(f"{_DATA}0102")
        )

    def _text(self, tag: str) -> str:
        wide = self._bytes(f"{tag}001F")
        if wide:
            return wide.decode("utf-16-le", errors="replace").rstrip("\0")
        return self._decoded(self._bytes(f"{tag}001E")).rstrip("\0")

    def _decoded(self, content: bytes) -> str:
        return decoded(content, self._charset(), self._language) if content else ""

    def _charset(self) -> str:
        for tag in _CODE_PAGES:
            said = self._fixed.get((tag, _NUMBER), b"")[:4]
            page = int.from_bytes(said, "little")
            if page:
                return _CHARSETS.get(page, f"cp{page}")
        return ""

    def _bytes(self, name: str) -> bytes:
        return self._file.read((*self._at, f"__substg1.0_{name}"))


_CHARSETS = {
    65001: "utf-8",
    1200: "utf-16le",
    20127: "us-ascii",
    20866: "koi8-r",
    21866: "koi8-u",
    708: "asmo-708",
    936: "gbk",
    54936: "gb18030",
    950: "big5",
    932: "shift-jis",
    **{28590 + n: f"iso-8859-{n}" for n in range(1, 16)},
}
"""Windows' numbers of code pages; the others are ``cp`` and the number."""


def _last_step(claimed: str) -> str:
    """Of whatever path it claims."""
    last = PurePosixPath(PureWindowsPath(claimed).name).name
    return kept_line(last, 120).lstrip(".")


def _day(ticks: int) -> str:
    """Tenths of a microsecond since 1601."""
    try:
        return (_BEGINNING + timedelta(microseconds=ticks // 10)).date().isoformat()
    except OverflowError:
        return ""
