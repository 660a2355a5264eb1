"""Unicode's normal forms of strange text, in time that grows with its length alone."""

import re
import unicodedata
from functools import partial
from itertools import groupby
from typing import Literal

Form = Literal["NFC", "NFKC"]

_MANY = 500
"""Marks in a row that no language has and that cost nothing yet."""

_PIECE = 64
_MARKS = re.compile(rf"(?:[^\w\s\x00-\u02ff]|[\uff9e\uff9f]){{{_MANY},}}")
"""Combining marks are no letters; the last two become marks in NFKC."""


def normal_form(form: Form, text: str) -> str:
    """As ``unicodedata.normalize``, which sorts the marks of one letter by insertion:
    a million of them would take hours."""
    if len(text) >= _MANY:
        text = _MARKS.sub(partial(_in_order, form), text)
    return unicodedata.normalize(form, text)


def _in_order(form: Form, match: re.Match[str]) -> str:
    """Taken apart and put into the order that UAX #15 asks for."""
    if unicodedata.is_normalized(form, match[0]):  # Order is what it looks at first.
        return match[0]
    return "".join(
        "".join(sorted(run, key=unicodedata.combining) if is_mark else run)
        for is_mark, run in groupby(_apart(form, match[0]), key=_is_mark)
    )


def _apart(form: Form, text: str) -> str:
    """Piece by piece, none of them long enough to cost anything."""
    whole: Literal["NFD", "NFKD"] = "NFD" if form == "NFC" else "NFKD"
    pieces = range(0, len(text), _PIECE)
    return "".join(unicodedata.normalize(whole, text[n : n + _PIECE]) for n in pieces)


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) > 0
