"""Labels: titles, running text, soft text; each aligned by its own language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from focalpoint_app.gui.controls.paragraph import Paragraph
from focalpoint_app.gui.theme.fonts import SMALL_SIZE, TITLE_SIZE, sized_font
from focalpoint_app.language.isolates import direction_of


def plain_label(parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """Shows its text as it is: no markup, no shortcuts."""
    if wrap:
        return Paragraph(parent)
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def soft_label(parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    label = plain_label(parent, wrap=wrap)
    label.setFont(sized_font(SMALL_SIZE))
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def title_label(parent: QWidget | None = None) -> QLabel:
    label = plain_label(parent, wrap=True)
    label.setFont(sized_font(TITLE_SIZE, bold=True))
    return label


def bold_label(parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    label = plain_label(parent, wrap=wrap)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def say(label: QLabel, text: str) -> None:
    """Set a text that may be in another language than the window's.

    It aligns by its own first strong letter, as a paragraph does.
    """
    label.setText(text)
    direction = direction_of(text)
    if direction is not None:
        side = Qt.AlignmentFlag.AlignAbsolute | (
            Qt.AlignmentFlag.AlignRight
            if direction == "rtl"
            else Qt.AlignmentFlag.AlignLeft
        )
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
