"""The program's fonts: which families, in which order, at which size."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

_CHINESE = "Noto Sans SC"
WINDOW_FAMILIES = ("Noto Sans Arabic", "Noto Sans", _CHINESE)
NARRATIVE_FAMILIES = ("Noto Naskh Arabic", "Noto Serif", _CHINESE)
"""Arabic first: where a Latin family leads, Arabic tails are clipped.

Rare Chinese characters, which ours lacks, come from the system's fonts.
"""

WINDOW_SIZE = 15
NARRATIVE_SIZE = 18
TITLE_SIZE = 21
BADGE_SIZE = 12
SMALL_SIZE = 13


def load_fonts(folder: Path) -> None:
    """Register every face of the folder with Qt; about 7 ms, the Chinese one 0.5."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def window_font(percent: int = 100) -> QFont:
    """The application's font: 15 px, or the system's if larger, times the setting."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont()
    font.setFamilies(list(WINDOW_FAMILIES))
    font.setPixelSize(round(max(WINDOW_SIZE, _pixels(system)) * percent / 100))
    return font


def sized_font(pixels: int, *, bold: bool = False) -> QFont:
    """The window's font at another size; grows with the application's font."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(pixels * font.pixelSize() / WINDOW_SIZE))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def narrative_font() -> QFont:
    font = sized_font(NARRATIVE_SIZE)
    font.setFamilies(list(NARRATIVE_FAMILIES))
    return font


def _pixels(font: QFont) -> float:
    """Logical pixels, whatever unit the system gave its font in."""
    if font.pixelSize() > 0:
        return font.pixelSize()
    screen = QGuiApplication.primaryScreen()
    dots = screen.logicalDotsPerInch() if screen else 96.0
    return QFontInfo(font).pointSizeF() * dots / 72
