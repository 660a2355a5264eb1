"""A paragraph's runs as one text with the look of each stretch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from focalpoint_app.document.blocks import Direction, Run
from focalpoint_app.pdf.glyphs.lettering import Lettering
from focalpoint_app.pdf.levels.classes import classes_of
from focalpoint_app.pdf.levels.paragraph import first_strong

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_UNDRAWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Halves of characters, and two that PDF/A lets no code stand for (6.2.11.7.2).
_SURROGATES = re.compile("[\ud800-\udfff\ufffe\uffff]")
_IN_NEED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ONE_BLANK = str.maketrans("\t\r\u0085", "   ")
_STRONG = (re.compile("L"), re.compile("[RA]"))
_UNBROKEN = 24  # characters of an isolated run that stay on one line
RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi"})


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    lettering: Lettering
    colour: str
    link: str | None = None


class SpannedText(NamedTuple):
    """One bidi paragraph; ``spans`` are (end, span) in order, to the end."""

    text: str
    spans: tuple[tuple[int, Span], ...]


def drawable(text: str) -> str:
    """``text`` without control characters; a lone surrogate becomes U+FFFD."""
    if not _IN_NEED.search(text):
        return text
    text = text.replace("\r\n", "\n").translate(_ONE_BLANK)
    return _SURROGATES.sub("\ufffd", _UNDRAWABLE.sub("", text))


def spanned(
    runs: Iterable[Run], span_of: Callable[[Run], Span]
) -> tuple[SpannedText, ...]:
    """One text per line of the writer: newlines end bidi paragraphs."""
    texts: list[SpannedText] = []
    parts: list[str] = []
    spans: list[tuple[int, Span]] = []
    size = 0
    for run in runs:
        span = span_of(run)
        first, *rest = _isolated(run).replace("\u2029", "\n").split("\n")
        parts.append(first)
        size += len(first)
        spans.append((size, span))
        for line in rest:
            texts.append(SpannedText("".join(parts), tuple(spans)))
            parts, size = [line], len(line)
            spans = [(size, span)]
    texts.append(SpannedText("".join(parts), tuple(spans)))
    return tuple(texts)


def _isolated(run: Run) -> str:
    text = drawable(run.text)
    if not run.isolated or not text:
        return text
    if len(text) <= _UNBROKEN:
        text = text.replace(" ", "\u00a0")
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def base_level(
    text: str, language: str | None, around: str, direction: Direction = Direction.AUTO
) -> int:
    """0 or 1: the writer's choice, the text's own language, else the one around it.

    A text without a tag that holds nothing of the direction around it (an English
    title in an Arabic document) takes its own.
    """
    if direction is not Direction.AUTO:
        return int(direction is Direction.RTL)
    if language is not None:
        return int(is_rtl(language))
    expected = int(is_rtl(around))
    own = first_strong(text)
    if own is None or own == expected:
        return expected
    return expected if _STRONG[expected].search(classes_of(text)) else own


def is_rtl(language: str) -> bool:
    return language.split("-")[0].lower() in RTL_LANGUAGES
