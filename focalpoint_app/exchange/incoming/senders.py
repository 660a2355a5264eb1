"""Whoever an e-mail says it is from, in every spelling that its words may have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from focalpoint_app.exchange.kept import kept_line

SENDERS = (
    "From", "Sender", "Reply-To", "Return-Path", "Resent-From", "Resent-Sender",
    "Resent-Reply-To", "Disposition-Notification-To", "X-Sender", "X-Original-From",
)  # fmt: skip
"""Headers that name whoever wrote or sent a mail."""

TITLES = frozenset(
    {
        "dr", "mr", "mrs", "ms", "miss", "prof", "eng", "m", "mme", "mlle", "me", "sr",
        "sra", "srta", "д-р", "г-н", "г-жа", "د", "أ", "م", "السيد", "السيدة",
        "الآنسة", "الدكتور", "الدكتورة", "الأستاذ", "الأستاذة", "المهندس",
        "المهندسة", "القاضي", "القاضية", "المستشار", "المستشارة",
    }
)  # fmt: skip
"""What stands before a name and is no part of it, without its full stop."""

MOST_NAMES = 400
_MOST_SPELLED = 4 * MOST_NAMES
"""Spellings among which so many names are looked for: many are one but for stops."""
_LONGEST = 2_000
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"'،]{1,64}@[^\s<>()\[\],;:\"'،]{1,255}")
_BRACKETED = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"\(([^()]*)\)")
_EDGES = " \t\r\n,;:\"'،؛«»“”‘’<>()"
_HEADER = r"^[ \t\u00a0\u202f\u3000>|*]*"
_QUOTED = re.compile(
    rf"(?im){_HEADER}(?:from|sender|reply-to|de|от|من|المرسل|发件人)[ \t\u00a0*]*[:：]"
    rf"[ \t*]*(?P<said>[^\n]{{2,300}})\n{_HEADER}[^\W\d][\w -]{{1,20}}[*\u00a0]?[:：]"
)
"""Such a line as mail programs write above what they forward, and one more after it."""


def names_of(values: Iterable[str]) -> tuple[str, ...]:
    """Names and addresses in the values of such headers, decoded before."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    for value in (each[:_LONGEST] for each in values):
        if value in seen:
            continue
        seen.add(value)
        found |= dict.fromkeys(_spelled(value))
        if len(found) > _MOST_SPELLED:  # More than people have; a file may go on.
            break
    stripped = (kept_line(each).strip(_EDGES).strip() for each in found)
    return tuple(dict.fromkeys(filter(None, stripped)))[:MOST_NAMES]


def quoted_senders(text: str) -> Iterator[str]:
    """What the heads of mails say that were forwarded or answered in a text.

    A line with figures is a date's or an article's: *From: 2018*, *To: 2022*.
    """
    for found in _QUOTED.finditer(text):
        said = found["said"]
        if "@" in said or not any(map(str.isdigit, said)):
            yield said


def _spelled(value: str) -> Iterator[str]:
    for address in _ADDRESS.findall(value):
        yield address
        yield from _in_words(address)
    without = _ADDRESS.sub(" ", value)
    for comment in _COMMENT.findall(without):
        yield from _spellings(comment)
    for name in _BRACKETED.split(_COMMENT.sub(" ", without)):
        yield from _spellings(name.strip(_EDGES))


def _in_words(address: str) -> Iterator[str]:
    """``huda.alzahraa`` of an address, and as two words; *info* is nobody's name."""
    local = address.rpartition("@")[0]
    words = [each for each in re.split(r"[._+-]+", local) if each.isalpha()]
    if len(words) > 1:
        yield local
        yield " ".join(words)


def _spellings(name: str) -> Iterator[str]:
    """As it stands, first name first, without titles, without middle names."""
    yield name
    parts = [each.strip(_EDGES) for each in re.split("[,،，]", name)]
    turned = " ".join(reversed(parts))
    yield turned
    words = turned.split()
    while words and words[0].rstrip(".").casefold() in TITLES:
        words = words[1:]
    yield " ".join(words)
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"
