"""A palette from tokens, and the scheme that the user or the system asks for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from focalpoint_app.gui.theme.tokens import SCHEMES, Scheme, Tokens

SYSTEM = "system"
"""The choice that follows the system's scheme."""

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "soft_ink",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "no",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field_line",
    QPalette.ColorRole.Shadow: "rail",
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette_of(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    for role in _FADED:
        soft = QColor(tokens.soft_ink)
        palette.setColor(QPalette.ColorGroup.Disabled, role, soft)
    return palette


def scheme_for(choice: str) -> Scheme:
    """``light``, ``dark`` or ``contrast`` as chosen, else as the system has it."""
    if choice in set(Scheme):
        return Scheme(choice)
    hints = QGuiApplication.styleHints()
    contrast = hints.accessibility().contrastPreference()
    if contrast is Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    return Scheme.DARK if dark else Scheme.LIGHT


def dress(choice: str) -> None:
    """Give the running application the colours of the user's choice."""
    QGuiApplication.setPalette(palette_of(SCHEMES[scheme_for(choice)]))
