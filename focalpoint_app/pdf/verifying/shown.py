"""What a page's content shows, run by run, read as a reader's search would read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from unicodedata import bidirectional

from focalpoint_app.pdf.verifying.fonts import Decoder, unhexed

# Only what shows text matters: where it stands, in which font, to whom it is shown.
# Property lists are swallowed whole, as their strings are not on the page.  Each
# branch keeps what it has scanned, closed or not, so that time stays linear.
_NUMBER = rb"[-+.\d]{1,20}"
_TOKENS = re.compile(
    rb"<<[^>]*(?:>(?!>)[^>]*)*"
    rb"|/(?P<font>[^\s<>\[\]()/{}%]{1,127})\s+" + _NUMBER + rb"\s+Tf\b"
    rb"|(?P<x>" + _NUMBER + rb")\s+(?P<y>" + _NUMBER + rb")\s+Tm\b"
    rb"|(?P<mode>\d)\s+Tr\b"
    rb"|(?P<artifact>/Artifact\b)"
    rb"|\b(?:(?P<opens>B[DM]C)|(?P<closes>EMC)|(?P<moves>BT|ET|T[dD]|T\*))(?![^\s\[(<])"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)"
    rb"|\((?P<literal>[^()\\]*(?:\\.[^()\\]*)*)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
    b"\n": b"", b"\r": b"", b"\r\n": b"",
}  # fmt: skip
_INVISIBLE = frozenset((b"3", b"7"))

# Blanks, and the marks that our own pages set for readers of Arabic.
_UNSEEN = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]+")


class Shown(NamedTuple):
    """One run of one direction, in the order of its text, without blanks.

    ``y`` is that of its baseline, in points from below; ``decoration`` is what the
    page itself calls no part of its text: head, foot, watermark.
    """

    text: str
    y: float
    decoration: bool


def squeezed(text: str) -> str:
    """Without blanks and the marks of direction, which pages set otherwise."""
    return _UNSEEN.sub("", text)


@dataclass(slots=True)
class _State:
    """What operators have set up to here."""

    decode: Decoder | None = None
    y: float = 0.0
    is_visible: bool = True
    is_next_artifact: bool = False
    artifacts: list[bool] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def ended(self) -> Iterator[Shown]:
        text = _in_order(self.parts)
        self.parts = []
        if text:
            yield Shown(text, self.y, any(self.artifacts))

    def follow(self, token: re.Match[bytes], decoders: Mapping[str, Decoder]) -> None:
        match token.lastgroup:
            case "font":
                self.decode = decoders.get("/" + token["font"].decode("latin-1"))
            case "y":
                self.y = _number(token["y"])
            case "mode":
                self.is_visible = token["mode"] not in _INVISIBLE
            case "artifact":
                self.is_next_artifact = True
            case "opens":
                self.artifacts.append(self.is_next_artifact)
                self.is_next_artifact = False
            case "closes" if self.artifacts:
                self.artifacts.pop()

    def show(self, codes: bytes) -> None:
        if self.decode is not None and self.is_visible:
            self.parts += self.decode(codes)


def shown(content: bytes, decoders: Mapping[str, Decoder]) -> Iterator[Shown]:
    """Runs in the order in which they are drawn; invisible ones are not there."""
    state = _State()
    for token in _TOKENS.finditer(content):
        match token.lastgroup:
            case "hex":
                state.show(unhexed(token["hex"]))
            case "literal":
                state.show(_ESCAPE.sub(_unescaped, token["literal"]))
            case None:
                continue
            case _:
                if state.parts:
                    yield from state.ended()
                state.follow(token, decoders)
    yield from state.ended()


def _in_order(parts: list[str]) -> str:
    """Arabic is drawn from its last letter to its first; marks of direction beside
    figures are no letters.
    """
    text = squeezed("".join(parts))
    if any(map(_is_rtl, text)):
        return squeezed("".join(parts[::-1]))
    return text


@cache
def _is_rtl(letter: str) -> bool:
    return bidirectional(letter) in ("R", "AL")


def _number(digits: bytes) -> float:
    try:
        return round(float(digits), 1)
    except ValueError:
        return 0.0


def _unescaped(escape: re.Match[bytes]) -> bytes:
    """ISO 32000-2, table 3."""
    name = escape[1]
    if name[:1].isdigit():
        return bytes([int(name, 8) & 0xFF])
    return _ESCAPED.get(name, name)
