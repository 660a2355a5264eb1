"""What a letter says, whatever it was written with."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file inside a letter; ``name`` is one line and no path."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """``texts``: its pages, or pieces where it has none, plain and clean.

    ``sender``, ``subject`` and ``date`` (ISO 8601) are as an e-mail says them, which
    anybody can write there; empty where nothing does.  ``named``: whoever it says it
    is from, here or in a mail that it holds, in each spelling.  ``has_unread``: it
    leads to whole files that a converter put beside it.
    """

    texts: tuple[str, ...]
    enclosures: tuple[Enclosure, ...] = ()
    sender: str = ""
    subject: str = ""
    date: str = ""
    named: tuple[str, ...] = field(default=(), repr=False)
    has_unread: bool = False
