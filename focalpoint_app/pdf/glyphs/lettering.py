"""Words in the fonts their characters need, shaped once and remembered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from focalpoint_app.pdf.glyphs.faces import Glyph, is_invisible
from focalpoint_app.pdf.glyphs.pens import BLANKS, Pen, Piece, joined, piece
from focalpoint_app.pdf.glyphs.shapes import shape
from focalpoint_app.pdf.lines.guides import stands_alone

_ARABIC = re.compile(
    "[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
)
# Signs of Chinese that Latin has too: where an ideograph stands in the word they
# are set as wide as it.
_EAST_ASIAN = re.compile(
    "[\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]|\u2014\u2014"
)
# What stands within one number, however it is broken at line ends: it is drawn by the
# pen of the digits, since readers turn round what is drawn in several goes.
_ARABIC_DIGIT = re.compile("[\u0660-\u0669]")
_WITHIN_NUMBERS = frozenset("/.,:-")
_SHARED = re.compile("[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]")


class Choice(NamedTuple):
    """A character's own pen, unless it follows its letter's; None where no font has
    it.  ``alone``: drawn by itself."""

    follows: bool
    pen: Pen | None
    alone: bool


class Word(NamedTuple):
    """A stretch of one direction; ``ink`` is its width without final blanks.

    Widths in points, pieces from left to right.
    """

    text: str
    width: float
    ink: float
    pieces: tuple[Piece, ...]


@dataclass(slots=True, eq=False)
class Lettering:
    """The pens of one style of text; ``chinese`` gives its own when first asked.

    Its face is the largest, and few documents need it.
    """

    arabic: Pen
    latin: Pen
    chinese: Callable[[], Pen]
    missing: set[str]
    _chinese: list[Pen] = field(default_factory=list)
    _words: tuple[dict[str, Word], dict[str, Word]] = field(
        default_factory=lambda: ({}, {})
    )
    _choices: tuple[dict[str, Choice], dict[str, Choice]] = field(
        default_factory=lambda: ({}, {})
    )
    # Characters of the pen that draws most of a direction.
    _plain: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))

    def word(self, text: str, *, rtl: bool) -> Word:
        known = self._words[rtl].get(text)
        if known is None:
            known = self._words[rtl][text] = self._shaped(text, rtl=rtl)
        return known

    def words(self, texts: Sequence[str], *, rtl: bool) -> list[Word]:
        """As ``word`` for each, quicker together."""
        known = self._words[rtl]
        new = [text for text in texts if text not in known]
        if new:
            self._learn(new, rtl=rtl)
        return [known[text] for text in texts]

    def _learn(self, texts: Sequence[str], *, rtl: bool) -> None:
        if rtl and len(texts) > 1:
            self.arabic.shapes.learn([text.rstrip(BLANKS) for text in texts])
        known = self._words[rtl]
        for text in texts:
            known[text] = self._shaped(text, rtl=rtl)

    def _shaped(self, text: str, *, rtl: bool) -> Word:
        inked = text.rstrip(BLANKS)
        if not inked:
            return self._in_parts(text, rtl=rtl)._replace(ink=0.0)
        if self._plain[rtl].issuperset(inked):
            if text == inked + " ":
                return self._before_blank(inked, text, rtl=rtl)
            word = self._in_one_part(inked, rtl=rtl)
        else:
            word = self._in_parts(inked, rtl=rtl)
        return word if inked == text else self._with_blank(word, text, rtl=rtl)

    def _in_one_part(self, text: str, *, rtl: bool) -> Word:
        """Most words: as ``_in_parts``, quicker."""
        pen = self.arabic if rtl else self.latin
        drawn = piece(pen, pen.shapes.of(text, rtl=rtl))
        return Word(text, drawn.width, drawn.width, (drawn,))

    def _before_blank(self, inked: str, text: str, *, rtl: bool) -> Word:
        """Most of these: as ``_in_one_part`` and ``_with_blank``, in one go."""
        pen = self.arabic if rtl else self.latin
        shape = pen.shapes.of(inked, rtl=rtl)
        drawn = piece(pen, shape)
        blank = self.word(" ", rtl=rtl)
        first, second = (blank.pieces, (drawn,)) if rtl else ((drawn,), blank.pieces)
        width = drawn.width + blank.width
        return Word(text, width, drawn.width, joined(first, second))

    def _in_parts(self, text: str, *, rtl: bool) -> Word:
        pieces = [self._piece(*part, rtl=rtl) for part in self._parts(text, rtl=rtl)]
        width = sum(part.width for part in pieces)
        return Word(text, width, width, tuple(reversed(pieces) if rtl else pieces))

    def _piece(self, pen: Pen | None, text: str, *, rtl: bool) -> Piece:
        if pen is not None:
            return piece(pen, pen.shapes.of(text, rtl=rtl))
        boxes = shape(self.latin.face, self._boxes(text, rtl=rtl), rtl=rtl)
        return piece(self.latin, boxes)

    def _boxes(self, text: str, *, rtl: bool) -> list[Glyph]:
        self.missing.update(text)
        boxes = [self.latin.face.missing(char) for char in text]
        return boxes[::-1] if rtl else boxes

    def _with_blank(self, word: Word, text: str, *, rtl: bool) -> Word:
        """``word`` and what blanks ``text`` has after it."""
        blank = self.word(text[len(word.text) :], rtl=rtl)
        first, second = (blank, word) if rtl else (word, blank)
        pieces = joined(first.pieces, second.pieces)
        return Word(text, word.width + blank.width, word.width, pieces)

    def glyphs(self, text: str, *, rtl: bool) -> Iterator[tuple[Pen, list[Glyph]]]:
        """Stretches of one pen in logical order, each with glyphs left to right."""
        for pen, part in self._parts(text, rtl=rtl):
            if pen is None:
                yield self.latin, self._boxes(part, rtl=rtl)
            else:
                yield pen, pen.face.shaped(part, rtl=rtl)

    def _parts(self, text: str, *, rtl: bool) -> Iterator[tuple[Pen | None, str]]:
        """``text`` cut where the pen changes; None where no font has the character."""
        is_east_asian = _EAST_ASIAN.search(text) is not None
        is_number = not rtl and _ARABIC_DIGIT.search(text) is not None
        if not is_east_asian and self._is_one_part(text, rtl=rtl):
            yield self._choice(text[0], rtl=rtl).pen, text
            return
        start = 0
        was_alone = False
        current: Pen | None = None
        for place, char in enumerate(text):
            pen = self._pen(char, current if place else None, rtl=rtl)
            if is_east_asian and _SHARED.match(char):
                pen = self._chinese_pen()
            if is_number and char in _WITHIN_NUMBERS and self.arabic.face.covers(char):
                pen = self.arabic
            alone = self._choice(char, rtl=rtl).alone
            if place and (alone or was_alone or pen is not current):
                yield current, text[start:place]
                start = place
            current, was_alone = pen, alone
        yield current, text[start:]

    def _is_one_part(self, text: str, *, rtl: bool) -> bool:
        """Of most words: no change of pen, no sign by itself."""
        if self._plain[rtl].issuperset(text):
            return True
        known = self._choices[rtl]
        choices = [known.get(char) or self._choice(char, rtl=rtl) for char in text]
        pens = {choice.pen for choice in choices}
        return len(pens) == 1 and not any(choice.alone for choice in choices)

    def _pen(self, char: str, before: Pen | None, *, rtl: bool) -> Pen | None:
        choice = self._choice(char, rtl=rtl)
        if choice.follows and before is not None and before.face.covers(char):
            return before
        return choice.pen

    def _choice(self, char: str, *, rtl: bool) -> Choice:
        known = self._choices[rtl].get(char)
        if known is None:
            follows = is_invisible(char) or unicodedata.category(char)[0] == "M"
            ordered = self._preferred(char, rtl=rtl)
            own = next((pen for pen in ordered if pen.face.covers(char)), None)
            if own is None and self._chinese_pen().face.covers(char):
                own = self._chinese_pen()
            alone = rtl and stands_alone(char)
            known = self._choices[rtl][char] = Choice(follows, own, alone)
            is_usual = own is (self.arabic if rtl else self.latin)
            if is_usual and not alone and not _SHARED.match(char):
                self._plain[rtl].add(char)
        return known

    def _chinese_pen(self) -> Pen:
        if not self._chinese:
            self._chinese.append(self.chinese())
        return self._chinese[0]

    def _preferred(self, char: str, *, rtl: bool) -> tuple[Pen, Pen]:
        if _ARABIC.match(char) or (rtl and not char.isalnum()):
            return self.arabic, self.latin
        return self.latin, self.arabic
