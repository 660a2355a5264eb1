"""Where a line may end: a plain reading of UAX #14.

After blanks, hyphens, dashes and slashes, around ideographs, and inside web
addresses; never before a digit that follows its sign.
"""

from __future__ import annotations

import re

from focalpoint_app.pdf.glyphs.pens import BLANKS

_AFTER = "\\-/\\\\\u2010\u2012\u2013\u2014\u200b\u00ad"
_IDEOGRAPHS = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_CLOSERS = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09\uff0c\uff1a\uff1b"
    "\uff1f!),.:;?\\]}\u00bb\u201d\u2019"
)
_OPENERS = "\u3008\u300a\u300c\u300e\u3010\u3014\uff08(\\[{\u00ab\u201c\u2018"
_TOKEN = re.compile(
    f"[{_OPENERS}]*[{_IDEOGRAPHS}][{_CLOSERS}]*[{BLANKS}]*"
    f"|[{_AFTER}]*(?:[^{BLANKS}{_IDEOGRAPHS}{_AFTER}]+|[{_AFTER}](?=[0-9\u0660-\u0669]))+"
    f"[{_AFTER}]*[{BLANKS}]*"
    f"|[{_AFTER}]+[{BLANKS}]*"
    f"|[{BLANKS}]+"
)
_ENDS = re.compile(f"(?:[{BLANKS}{_AFTER}]|[{_IDEOGRAPHS}][{_CLOSERS}]*)\\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ADDRESS_PART = re.compile(
    r"^(?:https?://)?[^/?#]+[/?#]*|[^/?&=.#_-]*[/?&=.#_-]+|[^/?&=.#_-]+"
)


def words(text: str) -> list[tuple[str, bool]]:
    """``text`` in order, cut at each opportunity; True where a line may end after."""
    if "://" not in text and "www." not in text:
        return [(token, _may_end(token)) for token in _TOKEN.findall(text)]
    found: list[tuple[str, bool]] = []
    start = 0
    for address in _ADDRESS.finditer(text):
        found += [
            (t, _may_end(t)) for t in _TOKEN.findall(text[start : address.start()])
        ]
        parts = _ADDRESS_PART.findall(address.group())
        found += [(part, True) for part in parts[:-1]] + [(parts[-1], False)]
        start = address.end()
    return found + [(token, _may_end(token)) for token in _TOKEN.findall(text[start:])]


def _may_end(token: str) -> bool:
    return token[-1] in BLANKS or _ENDS.search(token) is not None
