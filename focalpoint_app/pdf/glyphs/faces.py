"""One font file: what it covers and how HarfBuzz shapes a word with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

UNITS = 1000  # of every length below, per em


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph of the file at an offset from the letter's origin, scaled in percent."""

    gid: int
    dx: int = 0
    dy: int = 0
    percent: int = 100


@dataclass(frozen=True, slots=True)
class Outline:
    """What one glyph of the PDF draws.

    Fonts such as Noto Naskh draw a beh as a bowl and a dot, and lift a vowel mark
    over its letter.  In the PDF a letter is one glyph, so that it says itself once,
    and a mark stands on the line at its letter's origin with the lift drawn in:
    readers take a lifted glyph for another line.
    """

    parts: tuple[Part, ...]
    advance: int

    @property
    def is_plain(self) -> bool:
        """A glyph of the file as it is; PDF/A lets no code name glyph 0."""
        return len(self.parts) == 1 and self.parts[0] == Part(self.gid) and self.gid > 0

    @property
    def gid(self) -> int:
        return self.parts[0].gid


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """``says`` is the text a reader gets back; ``advance`` moves the pen.

    A face gives the same object for the same glyph, so that it can be a key.
    """

    outline: Outline
    says: str
    advance: int


_Placed = tuple[int, int, int, int]  # glyph, x, y, advance
_Cluster = tuple[bool, str, tuple[_Placed, ...]]  # right to left?, text, ink


# Unicode counts these among format characters; HarfBuzz draws them, rightly.
_FORMAT_WITH_INK = frozenset(
    map(
        chr,
        (
            *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2,
            *range(0xFFF9, 0xFFFC), 0x110BD, 0x110CD,
            *range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4),
        ),
    )
)  # fmt: skip
_SELECTORS = frozenset(
    map(chr, (0x34F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)


def is_invisible(char: str) -> bool:
    """Format characters: they steer the text and leave no ink."""
    if char in _FORMAT_WITH_INK:
        return False
    return unicodedata.category(char) == "Cf" or char in _SELECTORS


_SAID_AS = {"\u00a0": " ", "\u202f": " ", "\u2011": "-"}  # found by an ordinary search
_FARTHEST = 900  # what writing stacks is under 700; more covers the line above
_KEPT_INVISIBLES = "\u200c\u200d"
_BETWEEN = "\n"  # no letter joins with it
_UPPER_ROW, _LOWER_ROW = 400, 140  # of the digits in a box
_DIGITS_WIDTH = 48  # percent of an em's digits that a row may fill
_SWELL = 14  # of a bold glyph drawn four times, to each side


class Face:
    """Shaping is pure, and what is remembered of it may be shared by threads.

    ``swollen``: for a bold that has no file of its own, each glyph is drawn four
    times, a hair apart.
    """

    def __init__(self, path: Path, *, swollen: bool = False) -> None:
        self.name = path.stem.replace("Regular", "Bold") if swollen else path.stem
        self._swollen = swollen
        self.blob = hb.Blob.from_file_path(str(path))
        self.face = hb.Face(self.blob)
        self.font = hb.Font(self.face)
        self._scale: float = UNITS / self.face.upem
        self._codes = frozenset(self.face.unicodes)
        self.empty: int = self.font.get_nominal_glyph(0x200B) or 0
        self._glyphs: dict[_Cluster, list[Glyph]] = {}
        self._silent: dict[str, Glyph] = {}

    def covers(self, char: str) -> bool:
        return ord(char) in self._codes or is_invisible(char)

    def advance_of(self, gid: int) -> int:
        advance: int = self.font.get_glyph_h_advance(gid)
        return round(advance * self._scale)

    def shaped(self, text: str, *, rtl: bool) -> list[Glyph]:
        """Glyphs of ``text`` from left to right."""
        glyphs: list[Glyph] = []
        for cluster in self._clusters(text, rtl=rtl):
            glyphs += self._drawn(cluster)
        return glyphs

    def shaped_together(self, words: Sequence[str], *, rtl: bool) -> list[list[Glyph]]:
        """Glyphs of each word, in a third of the time that one by one would take.

        Words of one script's letters only, with the marks upon them.
        """
        found: list[list[Glyph]] = [[]]
        for cluster in self._clusters(_BETWEEN.join(words), rtl=rtl):
            if cluster[1] == _BETWEEN:
                found.append([])
            else:
                found[-1] += self._drawn(cluster)
        return found[::-1] if rtl else found

    def missing(self, char: str) -> Glyph:
        """The visible box that stands for a character no font of ours holds.

        In it stands the character's number, in two rows of digits.
        """
        advance = self.advance_of(0)
        code = f"{ord(char):04X}" if ord(char) < 0x10000 else f"{ord(char):06X}"
        half = len(code) // 2
        parts = [Part(0)]
        for row, digits in ((_UPPER_ROW, code[:half]), (_LOWER_ROW, code[half:])):
            parts += self._row(digits, advance // 2, row)
        return Glyph(Outline(tuple(parts), advance), char, advance)

    def _row(self, digits: str, middle: int, y: int) -> Iterator[Part]:
        percent = _DIGITS_WIDTH // len(digits)
        gids = [self.font.get_nominal_glyph(ord(digit)) or 0 for digit in digits]
        widths = [self.advance_of(gid) * percent // 100 for gid in gids]
        x = middle - sum(widths) // 2
        for gid, width in zip(gids, widths, strict=True):
            yield Part(gid, x, y, percent)
            x += width

    def silent(self, says: str) -> Glyph:
        """No ink, no width, only text."""
        known = self._silent.get(says)
        if known is None:
            outline = Outline((Part(self.empty),), 0)
            known = self._silent[says] = Glyph(outline, says, 0)
        return known

    def _clusters(self, text: str, *, rtl: bool) -> list[_Cluster]:
        """What is drawn for characters that belong together, left to right."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self.font, buffer)
        starts, inks = _grouped(buffer)
        ends = [len(text), *starts[:-1]] if rtl else [*starts[1:], len(text)]
        return [
            (rtl, text[start:end], tuple(ink))
            for start, end, ink in zip(starts, ends, inks, strict=False)
        ]

    def _drawn(self, cluster: _Cluster) -> list[Glyph]:
        known = self._glyphs.get(cluster)
        if known is None:
            known = self._glyphs[cluster] = self._cluster(*cluster)
        return known

    def _cluster(
        self, rtl: bool, text: str, placed: tuple[_Placed, ...]
    ) -> list[Glyph]:
        # Readers reverse right-to-left text glyph by glyph: one character each.
        says = _said(text)
        own, others = (says[:1], says[1:]) if rtl else (says, "")
        glyph = self._composed(placed, own, rtl=rtl)
        return [*map(self.silent, reversed(others)), glyph]

    def _composed(self, placed: tuple[_Placed, ...], says: str, *, rtl: bool) -> Glyph:
        scale = self._scale
        parts, pen = [], 0.0
        for gid, x, y, advance in placed:
            parts.append(Part(gid, _coarse((pen + x) * scale), _coarse(y * scale)))
            pen += advance
        if rtl:
            parts.reverse()  # the letter first, then its marks
        # Kerning moves the pen; it does not make another glyph.
        natural = self.advance_of(parts[0].gid) if pen else 0
        if self._swollen:
            parts = [swollen for part in parts for swollen in _swollen(part)]
        return Glyph(Outline(tuple(parts), natural), says, round(pen * scale))


def _swollen(part: Part) -> Iterator[Part]:
    for dx in (-_SWELL, _SWELL):
        for dy in (-_SWELL, _SWELL):
            yield Part(part.gid, part.dx + dx, part.dy + dy, part.percent)


def _grouped(buffer: hb.Buffer) -> tuple[list[int], list[list[_Placed]]]:
    """Where in the text each cluster starts, and its glyphs."""
    starts: list[int] = []
    inks: list[list[_Placed]] = []
    last = -1
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.cluster != last:
            last = info.cluster
            starts.append(last)
            inks.append([])
        inks[-1].append((info.codepoint, at.x_offset, at.y_offset, at.x_advance))
    return starts, inks


def _coarse(offset: float) -> int:
    """To a hundredth of an em, so that marks at like places share a glyph; ten
    thousand marks on one letter end upon each other."""
    return max(-_FARTHEST, min(_FARTHEST, round(offset / 10) * 10))


def _said(text: str) -> str:
    return "".join(
        _SAID_AS.get(char, char)
        for char in text
        if char in _KEPT_INVISIBLES or not is_invisible(char)
    )
