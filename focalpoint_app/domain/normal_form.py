"""Unicode's normal forms of strange text, in time that grows with its length alone."""

import re
import unicodedata
from functools import partial
from itertools import groupby
from typing import Literal

Form = Literal["NFC", "NFKC"]

_MANY = 500
"""Marks in a row that no language has and that cost nothing yet."""

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
    signs = (sign for each in match[0] for sign in _apart(form, each))
    runs = groupby(signs, key=_is_mark)
    return "".join(
        sign
        for is_mark, run in runs
        for sign in (sorted(run, key=unicodedata.combining) if is_mark else run)
    )


def _apart(form: Form, sign: str) -> str:
    return unicodedata.normalize("NFD" if form == "NFC" else "NFKD", sign)


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) > 0
