"""Text as a search compares it: Arabic spellings folded, digits plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from focalpoint_app.domain.content import Content, Field
from focalpoint_app.domain.normal_form import normal_form

_UNIFIED = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك",
}  # fmt: skip
_TATWEEL = "ـ"
_ARABIC_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
_BEFORE = 50
_AFTER = 110
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+")
"""Chinese has no blanks between its words: each ideograph counts as one."""
_DROPPED = re.compile(
    f"[{_ARABIC_MARKS}{_TATWEEL}\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_DIGITS = {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_FOLDED = str.maketrans(_UNIFIED) | _DIGITS
_SPELLINGS = {
    plain: "".join(letter for letter, to in _UNIFIED.items() if to == plain)
    for plain in frozenset(_UNIFIED.values())
}
_LOOSE = f"[{_ARABIC_MARKS}{_TATWEEL}\u200c-\u200f]*"


def folded(text: str) -> str:
    """NFKC, no harakat, tatweel or format characters, one alef, plain digits."""
    if text.isascii():
        return text.casefold()
    text = _DROPPED.sub("", normal_form("NFKC", text))
    return text.translate(_FOLDED).casefold()


def words(text: str) -> tuple[str, ...]:
    """Folded words, in order: letters and digits only."""
    return tuple(_WORD.findall(folded(text)))


def is_beginning(word: str) -> bool:
    """One letter alone begins too many words (118 ms in 100,000 answers)."""
    return len(word) > 1


def holds(text_words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Every wanted word is there; the last, if longer than a letter, as a beginning."""
    if not wanted:
        return False
    *whole, last = wanted
    found = frozenset(text_words)
    if not all(word in found for word in whole):
        return False
    if not is_beginning(last):
        return last in found
    return any(word.startswith(last) for word in found)


def spelling_of(word: str) -> re.Pattern[str]:
    """Finds a folded word in text as it was written, whatever its marks."""
    spelling = _LOOSE.join(_letter(c) for c in word)
    start = "" if re.match(f"[{_IDEOGRAPHS}]", word) else r"(?<![^\W_])"
    return re.compile(start + spelling, re.IGNORECASE)


def snippet(text: str, wanted: tuple[str, ...]) -> tuple[str, int, int]:
    """The passage round the first wanted word, and where that word stands in it.

    One line; cut at blanks, with ``…`` where something was left out.
    """
    line = text.replace("\n", " ")
    start, end = _first(line, wanted)
    cut = max(0, start - _BEFORE)
    if cut:
        cut = line.find(" ", cut, start) + 1 or cut
    stop = min(len(line), max(end, start) + _AFTER)
    if stop < len(line):
        blank = line.rfind(" ", end, stop)
        stop = blank if blank > end else stop
    before = "…" if cut else ""
    after = "…" if stop < len(line) else ""
    shift = len(before) - cut
    return f"{before}{line[cut:stop]}{after}", start + shift, end + shift


def searchable(field: Field, content: Content) -> str:
    """The words of a field that a person may look for; empty where none."""
    match field, content:
        case (Field.VALUE, Mapping()):
            return str(content.get("text", ""))
        case (Field.ROW, Mapping()):
            return " ".join(_strings(content.get("cells")))
        case (Field.CITE, Mapping()):
            return str(content.get("provision", ""))
        case (Field.SKIP, str()):
            return content
    return ""


def _first(line: str, wanted: tuple[str, ...]) -> tuple[int, int]:
    for word in wanted:
        found = spelling_of(word).search(line)
        if found:
            return found.start(), found.end()
    return 0, 0


def _letter(plain: str) -> str:
    if plain.isdecimal():
        arabic = chr(0x0660 + int(plain)) + chr(0x06F0 + int(plain))
        return f"[{plain}{arabic}]"
    others = _SPELLINGS.get(plain, "")
    return f"[{plain}{others}]" if others else re.escape(plain)


def _strings(content: Content) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        for name in sorted(content):
            yield from _strings(content[name])
