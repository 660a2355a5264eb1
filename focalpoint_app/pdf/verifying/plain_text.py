"""Texts as they are compared: by their letters, whatever a page sets around them."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from focalpoint_app.pdf.verifying.runs import squeezed

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,") | {
    0x25CC: None  # stands in for the letter under a mark that has none
}
_BULLET = re.compile(r"\A\s*[-–•*●▪]\s+")
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_ORPHANS = re.compile(rf"(?<![^\W\d_])(?<![{_MARKS}])[{_MARKS}]+")
"""Marks without a letter: pages set them on a circle that nobody reads."""


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """As texts are compared: no blanks or marks of direction, one set of digits."""
    whole = normalize("NFC", text)
    return squeezed(_ORPHANS.sub("", whole)).translate(_DIGITS)


def unlisted(text: str) -> str:
    """A list's mark is the page's own."""
    return _BULLET.sub("", text, count=1)


def plain_paragraph(text: str) -> str:
    return plain(unlisted(text))
