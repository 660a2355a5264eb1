"""The colours of the window, scheme by scheme, and which pairs must contrast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Scheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as ``#RRGGBB``.

    ``field_line`` bounds what can be typed into or pressed (3:1 on the card);
    ``line`` only separates.  ``selected`` is the ground of the rail's place.
    """

    ground: str
    card: str
    line: str
    field_line: str
    ink: str
    soft_ink: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    rail: str
    on_rail: str
    selected: str
    on_selected: str
    answered: str
    in_part: str
    no: str
    notice: str
    on_notice: str
    problem: str
    on_problem: str

    def color(self, name: str) -> QColor:
        return QColor(getattr(self, name))


LIGHT = Tokens(
    ground="#F5F4F0",
    card="#FFFFFF",
    line="#E2DED6",
    field_line="#8B9498",
    ink="#1D2A30",
    soft_ink="#5F6B70",
    accent="#0B6478",
    on_accent="#FFFFFF",
    accent_soft="#E3F0F2",
    on_accent_soft="#0B5A6C",
    rail="#12343C",
    on_rail="#C9D8DB",
    selected="#0B6478",
    on_selected="#FFFFFF",
    answered="#2C7A4B",
    in_part="#B07A12",
    no="#B0413A",
    notice="#FBF3E0",
    on_notice="#7D560A",
    problem="#FBE9E7",
    on_problem="#96322C",
)
DARK = Tokens(
    ground="#14191C",
    card="#1C2327",
    line="#2E383D",
    field_line="#69767C",
    ink="#E6E9EA",
    soft_ink="#9AA7AC",
    accent="#5BB8CC",
    on_accent="#0C1215",
    accent_soft="#1D3A42",
    on_accent_soft="#8AD0DF",
    rail="#0C1215",
    on_rail="#B4C0C4",
    selected="#1D3A42",
    on_selected="#8AD0DF",
    answered="#69B98A",
    in_part="#D9A94A",
    no="#E08A83",
    notice="#332B19",
    on_notice="#E0B55E",
    problem="#3A2220",
    on_problem="#EBA29C",
)
CONTRAST = Tokens(
    ground="#000000",
    card="#060606",
    line="#9A9A9A",
    field_line="#FFFFFF",
    ink="#FFFFFF",
    soft_ink="#E4E4E4",
    accent="#FFD84D",
    on_accent="#000000",
    accent_soft="#2B2500",
    on_accent_soft="#FFE58A",
    rail="#000000",
    on_rail="#FFFFFF",
    selected="#FFD84D",
    on_selected="#000000",
    answered="#7CF0A6",
    in_part="#FFC14D",
    no="#FF9A94",
    notice="#241B00",
    on_notice="#FFD680",
    problem="#2E0A08",
    on_problem="#FFB3AE",
)
SCHEMES: Mapping[Scheme, Tokens] = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.CONTRAST: CONTRAST,
}

TEXT_PAIRS = (
    ("ink", "ground"),
    ("ink", "card"),
    ("ink", "accent_soft"),
    ("soft_ink", "ground"),
    ("soft_ink", "card"),
    ("accent", "card"),
    ("accent", "ground"),
    ("on_accent", "accent"),
    ("on_accent_soft", "accent_soft"),
    ("on_rail", "rail"),
    ("on_selected", "selected"),
    ("on_notice", "notice"),
    ("on_problem", "problem"),
    ("no", "card"),
    ("answered", "card"),
    ("no", "ground"),
    ("answered", "ground"),
)
"""Ink and ground of every text in the window: 4.5:1 at least (WCAG 1.4.3)."""

SHAPE_PAIRS = (
    ("field_line", "card"),
    ("accent", "card"),
    ("accent", "ground"),
    ("answered", "card"),
    ("in_part", "card"),
    ("no", "card"),
)
"""Shapes that carry meaning: 3:1 at least (WCAG 1.4.11)."""

_BY_GROUND = {tokens.ground.lower(): tokens for tokens in SCHEMES.values()}


def tokens() -> Tokens:
    """Those the application's palette was made from; light before there is one."""
    name = QGuiApplication.palette().color(QPalette.ColorRole.Window).name()
    return _BY_GROUND.get(name, LIGHT)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
