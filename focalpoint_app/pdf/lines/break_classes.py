"""One letter per line-breaking class (UAX #14, table 1), for a whole text at once.

Worked out from general category and width, with the exceptions of the scripts our
fonts hold; a test compares each with Unicode's LineBreak.txt.  Scripts that need a
dictionary, Hangul syllables, flags and emoji have no class here.
"""

from __future__ import annotations

import unicodedata

ALPHABETIC, IDEOGRAPH, MARK, BLANK, DIGIT = "a", "i", "m", "S", "0"
WIDE_OPENING, OPENING = "O", "o"
_CURLED = {"\u2018": "u", "\u201c": "u", "\u2019": "v", "\u201d": "v"}

# Names of the classes beside the letters that rules are written in.
NAMES = {
    "AL": ALPHABETIC, "HL": "h", "NU": DIGIT, "SP": BLANK, "CM": MARK, "ZWJ": "j",
    "OP": OPENING, "CL": "c", "CP": "p", "QU": "q", "EX": "x", "IS": "s", "SY": "y",
    "HY": "-", "BA": "b", "BB": "B", "B2": "=", "GL": "g", "WJ": "w", "ZW": "z",
    "PR": "$", "PO": "%", "ID": IDEOGRAPH, "IN": "n", "NS": "k",
}  # fmt: skip

_BY_CATEGORY = {
    "Mn": "CM", "Mc": "CM", "Me": "CM", "Cf": "CM", "Cc": "CM", "Ps": "OP", "Pe": "CL",
    "Pi": "QU", "Pf": "QU", "Nd": "NU", "Zs": "BA", "Pd": "BA", "Sc": "PR",
}  # fmt: skip

# Where the category says otherwise: characters, or first-last.
_EXCEPTIONS = {
    "AL": "600-605 6dd 890-891 8e2 2015 2061-2064 2e1a",
    "B2": "2014 2e3a-2e3b",
    "BA": "9 7c ad 964-965 2027 2056 2058-205b 205d-205e 2e0e-2e15 2e19 2e2a-2e2d "
    "2e30-2e31 2e33-2e34 2e3c-2e3e 2e41 2e43-2e4a 2e4c 2e4e-2e4f",
    "BB": "b4 2c8 2cc 2df 1ffd",
    "CL": "3001-3002 fe11-fe12 fe50 fe52 ff0c ff0e ff61 ff64",
    "CM": "3035",
    "CP": "29 5d",
    "EX": "21 3f 5c6 61b 61d-61f 6d4 2762-2763 2e2e 2e53-2e54 fe15-fe16 fe56-fe57 ff01 "
    "ff1f",
    "GL": "a0 34f 35c-362 1dcd 1dfc 2007 2011 202f",
    "HL": "5ef-5f2 fb1f fb4f",
    "HY": "2d",
    "ID": "3030 303f fe31-fe32 fe58 fe63 ff0d ff10-ff19 ff66 ff71-ff9d",
    "IN": "2024-2026 22ef fe19",
    "IS": "2c 2e 3a-3b 37e 60c-60d 2044 fe10 fe13-fe14",
    "NS": "203c-203d 2047-2049 3005 301c 303b-303c 3041 3043 3045 3047 3049 3063 3083 "
    "3085 3087 308e 3095-3096 309b-309e 30a0-30a1 30a3 30a5 30a7 30a9 30c3 30e3 30e5 "
    "30e7 30ee 30f5-30f6 30fb-30fe 31f0-31ff fe54-fe55 ff1a-ff1b ff65 ff67-ff70 "
    "ff9e-ff9f",
    "NU": "66b-66c",
    "OP": "a1 bf 2e18",
    "PO": "25 a2 b0 609-60b 66a 2030-2037 2057 20a7 20b6 20bb 20be 20c0 2103 2109 fdfc "
    "fe6a ff05 ffe0",
    "PR": "2b 5c b1 2116 2212-2213",
    "QU": "22 27 275b-2760 2e00-2e01 2e06-2e08 2e0b",
    "SP": "20",
    "SY": "2f",
    "WJ": "2060 feff",
    "ZW": "200b",
    "ZWJ": "200d",
}


def _listed(ranges: str) -> set[int]:
    codes: set[int] = set()
    for listed in ranges.split():
        first, _, last = listed.partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return codes


class _Classes(dict[int, str]):
    """Filled as characters are met; ``str.translate`` asks for the missing ones."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _class_letter(chr(code))
        return letter


def _class_letter(char: str) -> str:
    width = unicodedata.east_asian_width(char)
    is_wide = width in "WF"
    name = _BY_CATEGORY.get(unicodedata.category(char))
    if name is None and char.isalpha() and _is_hebrew(char):
        name = "HL"
    if name == "OP" and width in "WFH":
        return WIDE_OPENING  # rule LB30 leaves these out
    return NAMES[name or ("ID" if is_wide else "AL")]


def _is_hebrew(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("HEBREW LETTER")


_CLASSES = _Classes(
    {
        code: NAMES[name]
        for name, ranges in _EXCEPTIONS.items()
        for code in _listed(ranges)
    }
)
_CLASSES.update(str.maketrans(_CURLED))


def break_classes(text: str) -> str:
    """``text`` with every character replaced by the letter of its class."""
    return text.translate(_CLASSES)
