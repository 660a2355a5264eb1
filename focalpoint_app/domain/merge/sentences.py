"""Texts of six languages as sentences and words; joined again they are the text."""

from __future__ import annotations

import re

_CLOSING = "(?:[ \u00a0\u202f]?»|[\"'”’)\\]}）】』」》\u2069\u200f])*"
_END = re.compile(
    rf"[.!?؟؛…]+{_CLOSING}(?=\s)\s*"  # Needs a blank: 3.5, unodc.org.
    rf"|[。！？；]+{_CLOSING}\s*"  # Chinese leaves none.
    r"|\s*\n\s*"
)
_LAST_WORD = re.compile(r"([^\s.'’(\[«“\"]*)\.\Z")
_LONGEST_ABBREVIATION = 12
_CHINESE_END = re.compile(rf"[。！？；]{_CLOSING}\Z")

ABBREVIATIONS = frozenset({
    "art", "arts", "no", "nos", "para", "paras", "p", "pp", "dr", "mr", "mrs", "ms",
    "vol", "ed", "sect", "cf", "e.g", "i.e", "st", "ch", "res", "doc",
    "núm", "núms", "pág", "págs", "párr", "sr", "sra", "ee", "uu", "inc",
    "al", "m", "mme", "mm", "par", "sous-par", "chap", "réf",
    "ст", "п", "пп", "г", "гг", "ч", "см", "др", "т", "тыс", "млн", "руб", "абз",
    "م", "د", "ص", "ج", "ق", "هـ", "أ", "رقم",
})  # fmt: skip
"""Words whose full stop ends no sentence."""

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
"""Accents and harakat: they stand inside a word, whatever ``\\w`` says of them."""

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]\s*"  # Chinese: a character is a word.
    rf"|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\w{_MARKS}])+\s*"
    r"|[^\w\s]\s*"
    r"|\s+"
)


def sentences(text: str) -> tuple[str, ...]:
    """In order, each with the blanks and line ends that follow it."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end[0].startswith(".") and _is_no_end(text, start, end.start() + 1):
            continue
        if end.end() > start:
            found.append(text[start : end.end()])
            start = end.end()
    return (*found, text[start:]) if start < len(text) else tuple(found)


def words(text: str) -> tuple[str, ...]:
    """In order, each with the blanks that follow it."""
    return tuple(_WORD.findall(text))


def key_of(piece: str) -> str:
    """What makes two pieces the same: their words, not the blanks around them."""
    return " ".join(piece.split())


def joined(pieces: tuple[str, ...]) -> str:
    """One text again; a blank where pieces of different texts would touch."""
    text = ""
    for piece in pieces:
        touching = text and piece and not (text[-1].isspace() or piece[0].isspace())
        if touching and not _CHINESE_END.search(text[-20:]):
            text += " "
        text += piece
    return text


def _is_no_end(text: str, start: int, end: int) -> bool:
    """``end`` is right after the full stop in question."""
    last = _LAST_WORD.search(text[max(start, end - _LONGEST_ABBREVIATION) : end])
    word = last[1] if last else ""
    if word.casefold() in ABBREVIATIONS:
        return True
    if word.isdigit():  # A number in a list: "2. The State shall".
        return text[start:end].lstrip() == f"{word}."
    return len(word) == 1 and word.isupper()
