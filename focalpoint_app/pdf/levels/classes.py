"""One letter per bidirectional class (UAX #9, table 4), for a whole text at once."""

from __future__ import annotations

import unicodedata

# Paired brackets keep their identity: each gets a private letter of its own.
_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e"
    "\u2308\u2309\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e"
    "\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9"
    "\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989"
    "\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996"
    "\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26"
    "\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009"
    "\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018"
    "\u3019\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d"
    "\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_FIRST_BRACKET = 0xE000  # private use: no class letter lies there

LETTERS = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "ES": "+", "ET": "$", "AN": "N",
    "CS": ",", "NSM": "M", "BN": "b", "B": "B", "S": "S", "WS": "W", "ON": "O",
    "LRE": "1", "RLE": "2", "LRO": "3", "RLO": "4", "PDF": "5",
    "LRI": "l", "RLI": "r", "FSI": "f", "PDI": "p",
}  # fmt: skip

# Unassigned code points: DerivedBidiClass.txt, its @missing lines.
_UNASSIGNED = (
    (0x0590, 0x05FF, "R"), (0x0600, 0x07BF, "A"), (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "A"), (0x20A0, 0x20CF, "$"), (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDCF, "A"), (0xFDF0, 0xFDFF, "A"), (0xFE70, 0xFEFF, "A"),
    (0x10800, 0x10CFF, "R"), (0x10D00, 0x10D3F, "A"), (0x10D40, 0x10EBF, "R"),
    (0x10EC0, 0x10EFF, "A"), (0x10F00, 0x10F2F, "R"), (0x10F30, 0x10F6F, "A"),
    (0x10F70, 0x10FFF, "R"), (0x1E800, 0x1EC6F, "R"), (0x1EC70, 0x1ECBF, "A"),
    (0x1ECC0, 0x1ECFF, "R"), (0x1ED00, 0x1ED4F, "A"), (0x1ED50, 0x1EDFF, "R"),
    (0x1EE00, 0x1EEFF, "A"), (0x1EF00, 0x1EFFF, "R"),
)  # fmt: skip


def is_bracket(letter: str) -> bool:
    return letter >= "\ue000"


def is_opening(bracket: str) -> bool:
    return (ord(bracket) - _FIRST_BRACKET) % 2 == 0


def closing_of(opening: str) -> str:
    return chr(ord(opening) + 1)


class _Classes(dict[int, str]):
    """Filled as characters are met; ``str.translate`` asks for the missing ones."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _class_letter(chr(code))
        return letter


def _class_letter(char: str) -> str:
    char = _CANONICAL.get(char, char)
    place = _BRACKETS.find(char)
    if place >= 0:
        return chr(_FIRST_BRACKET + place)
    known = unicodedata.bidirectional(char)
    return LETTERS[known] if known else _unassigned(ord(char))


def _unassigned(code: int) -> str:
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return "b"
    for first, last, letter in _UNASSIGNED:
        if first <= code <= last:
            return letter
    is_default_ignorable = 0xE0000 <= code <= 0xE0FFF or 0xFFF0 <= code <= 0xFFF8
    return "b" if is_default_ignorable else "L"


_CLASSES = _Classes()


def classes_of(text: str) -> str:
    """``text`` with every character replaced by the letter of its class."""
    return text.translate(_CLASSES)
