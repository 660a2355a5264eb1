"""Unicode's normal forms of strange text, in time that grows with its length alone."""

import re
import unicodedata
from collections.abc import Mapping
from functools import partial
from typing import Literal

Form = Literal["NFC", "NFKC"]
Decomposed = Literal["NFD", "NFKD"]

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
    text = _apart("NFD" if form == "NFC" else "NFKD", match[0])
    classes = {each: unicodedata.combining(each) for each in set(text)}
    marks = {each: number for each, number in classes.items() if number}
    if len(set(marks.values())) < 2:
        return text
    runs = re.compile(f"[{re.escape(''.join(marks))}]{{2,}}")
    return runs.sub(lambda run: _by_class(run[0], marks), text)


def _by_class(run: str, marks: Mapping[str, int]) -> str:
    """In the order of their classes, those of one as they stood.

    The classes are halved: of a million marks no list is made.
    """
    classes = sorted(set(marks.values()))
    if len(classes) < 2:
        return run
    middle = classes[len(classes) // 2]
    low = {each: number for each, number in marks.items() if number < middle}
    high = {each: number for each, number in marks.items() if number >= middle}
    return "".join(
        _by_class(run.translate(dict.fromkeys(map(ord, others))), mine)
        for mine, others in ((low, high), (high, low))
    )


def _apart(form: Decomposed, text: str) -> str:
    """Piece by piece, none of them long enough to cost anything."""
    if all(unicodedata.is_normalized(form, each) for each in set(text)):
        return text
    pieces = range(0, len(text), _PIECE)
    return "".join(unicodedata.normalize(form, text[n : n + _PIECE]) for n in pieces)
