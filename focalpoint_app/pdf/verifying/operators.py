"""A page's content as the operators that matter for what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pyhanko.pdf_utils.misc import PdfError

# Property lists are swallowed whole, as their strings are not on the page; so are
# comments, and pictures within the content but for their beginning.  Each branch keeps
# what it has scanned, closed or not, so that time stays linear.  How our own pages
# begin a run is taken at a time: there are some hundred to a page.  A number that
# belongs to nothing ends the reading: each reader would make something else of it.
_NUMBER = rb"[-+.\d]{1,20}+"
_BLANK = rb"[ \t\r\n\f]"  # A page that sets numbers apart by NUL is refused.
_NAME = rb"/[^\s<>\[\]()/{}%]{0,127}"
_TOKENS = re.compile(
    rb"<<[^>]*(?:>(?!>)[^>]*)*"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)(?:>\]TJ\b)?"
    rb"|/Guide<</ActualText\(\)>>BDC\[<(?P<guide>[0-9A-Fa-f]{4})>\]TJ EMC"
    rb"|(?P<ink>(?:" + _NUMBER + rb" ){3})rg (?P<face>" + _NAME + rb") "
    rb"(?P<placed>" + _NUMBER + rb" Tf (?:" + _NUMBER + rb" ){6})Tm\b"
    rb"|\((?P<literal>[^()\\]*(?:\\.[^()\\]*)*)"
    rb"|(?P<numbers>(?:" + _NUMBER + _BLANK + rb"+){1,6}+)(?P<operator>[A-Za-z]{1,3})\b"
    rb"|-?\d\d? ?(?=[<\]])|(?P<moves>[-+.\d][-+.\d\s]{0,200}+)(?=[<(\]])"
    rb"|/(?P<mark>" + _NAME[1:] + rb")(?=\s*<<)"
    rb"|(?P<name>" + _NAME + rb")(?:\s+(?P<size>" + _NUMBER + rb"))?"
    rb"\s+(?P<named>[A-Za-z]{1,3})\b"
    rb"|" + _NAME + rb"|(?P<inline>\bBI\b(?:(?!\sEI\b).)*)"
    rb"|(?<!\w)(?P<word>[A-Za-z'\"]{1,3}\*?)(?![\w*])|%[^\r\n]*|(?P<stray>[-+.\d])",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
    b"\n": b"", b"\r": b"", b"\r\n": b"",
}  # fmt: skip


MARK = "mark"
"""The name of marked content that has properties; the operator follows it."""


class Shows(NamedTuple):
    """A string of codes."""

    codes: bytes


class Moves(NamedTuple):
    """By how much the next letter is drawn further back, in thousandths of an em."""

    by: float


class Begins(NamedTuple):
    """A run as our own pages begin it: ``rg``, ``Tf`` and ``Tm`` together."""

    colour: tuple[float, ...]
    font: str
    size: tuple[float, ...]
    matrix: tuple[float, ...]


class Operator(NamedTuple):
    """``name`` is that of a resource or a mark, without its slash."""

    word: str
    numbers: tuple[float, ...] = ()
    name: str = ""


Meaning = Shows | Begins | Moves | Operator


def operators(content: bytes, left: Iterator[object]) -> Iterator[Meaning]:
    """In their order; strings stand before the operator that shows them.

    Of ``left`` one is taken for each, and for what is passed over.

    Raises PdfError where ``left`` has an end before the content, and for numbers that
    no operator takes.
    """
    for token, _ in zip(_TOKENS.finditer(content), left, strict=False):
        kind = token.lastgroup
        if kind is not None:
            yield _MEANINGS[kind](token)
    if next(left, None) is None:
        raise PdfError("too many operators")


def _hex(token: re.Match[bytes]) -> Shows:
    return Shows(unhexed(token["hex"]))


def _guide(token: re.Match[bytes]) -> Shows:
    return Shows(unhexed(token["guide"]))


def _literal(token: re.Match[bytes]) -> Shows:
    return Shows(_ESCAPE.sub(_unescaped, token["literal"]))


def _begins(token: re.Match[bytes]) -> Begins:
    size, _, place = token["placed"].partition(b" Tf ")
    colour, face = _repeated(token["ink"]), _text(token["face"][1:])
    return Begins(colour, face, _repeated(size), _numbers(place))


def _operator(token: re.Match[bytes]) -> Operator:
    return Operator(_text(token["operator"]), _numbers(token["numbers"]))


def _named(token: re.Match[bytes]) -> Operator:
    size = _numbers(token["size"] or b"")
    return Operator(_text(token["named"]), size, _text(token["name"][1:]))


def _mark(token: re.Match[bytes]) -> Operator:
    return Operator(MARK, name=_text(token["mark"]))


def _word(token: re.Match[bytes]) -> Operator:
    return Operator(_text(token["word"]))


def _inline(_token: re.Match[bytes]) -> Operator:
    return Operator("BI")


def _stray(_token: re.Match[bytes]) -> Meaning:
    raise PdfError("a number that belongs to nothing")


def _moves(token: re.Match[bytes]) -> Moves:
    return Moves(sum(_numbers(token["moves"])))


_MEANINGS: Mapping[str, Callable[[re.Match[bytes]], Meaning]] = {
    "hex": _hex, "guide": _guide, "literal": _literal, "placed": _begins,
    "operator": _operator, "named": _named, "mark": _mark, "word": _word,
    "inline": _inline, "moves": _moves, "stray": _stray,
}  # fmt: skip


def unhexed(digits: bytes) -> bytes:
    """A hexadecimal string's bytes; an odd last digit counts as followed by 0."""
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _text(word: bytes) -> str:
    return word.decode("latin-1")


@lru_cache(maxsize=256)
def _repeated(digits: bytes) -> tuple[float, ...]:
    return _numbers(digits)


def _numbers(digits: bytes) -> tuple[float, ...]:
    try:
        return tuple(map(float, digits.split()))
    except ValueError:
        return ()


def _unescaped(escape: re.Match[bytes]) -> bytes:
    """ISO 32000-2, table 3."""
    name = escape[1]
    if name[:1].isdigit():
        return bytes([int(name, 8) & 0xFF])
    return _ESCAPED.get(name, name)
