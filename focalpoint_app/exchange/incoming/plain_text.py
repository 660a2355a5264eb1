"""Text files of any age and place, as Unicode."""

from __future__ import annotations

import re

from focalpoint_app.domain.errors import AppError

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLD = {"ar": "cp1256", "ru": "cp1251", "zh": "gb18030"}
"""What Windows wrote before Unicode where the language is spoken; else Latin."""

_KNOWN = re.compile(
    "utf-?(8|16|16le|16be|32)|us-ascii|ascii|iso-?8859-[0-9]{1,2}(-[ei])?|latin-?1"
    "|(windows-?|cp)(125[0-8]|720|864|866|936|437|850)|koi8-[ru]|gb2312|gbk|gb18030"
    "|big5|euc-(jp|kr|cn)|shift[-_]jis|iso-2022-jp|mac-?(arabic|roman|cyrillic)"
    "|x-mac-arabic|asmo-708"
)
"""Those that mail programs use; Python knows others, which unpack or never end."""

_SAME = {"asmo-708": "iso8859-6", "x-mac-arabic": "mac-arabic"}


def text_of(content: bytes, language: str) -> str:
    """As its first bytes say, else UTF-8, else what Windows wrote in ``language``.

    Raises:
        AppError: ``letter.unknown_kind`` where it is no text at all.
    """
    for mark, name in _BOMS.items():
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    if b"\x00" in content:
        raise AppError("letter.unknown_kind")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_OLD.get(language, "cp1252"), errors="replace")


def decoded(content: bytes, charset: str, language: str) -> str:
    """As a mail's header says, where it names a known way of writing."""
    name = charset.strip().lower()
    if not _KNOWN.fullmatch(name):
        return _guessed(content, language)
    try:
        return content.decode(_SAME.get(name, name), errors="replace")
    except LookupError:
        return _guessed(content, language)


def _guessed(content: bytes, language: str) -> str:
    return text_of(content.replace(b"\x00", b""), language)
