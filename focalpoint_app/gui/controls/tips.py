"""Tool tips that hold what somebody wrote."""

from __future__ import annotations

from PySide6.QtGui import Qt as GuiQt


def plain_tip(text: str) -> str:
    """Shown as it is: Qt takes a tip that looks like markup for markup, and would
    fetch the pictures that it names from the disk."""
    if not GuiQt.mightBeRichText(text):
        return text
    from html import escape  # Late: it brings a table of two thousand signs.

    return f"<div>{escape(text)}</div>".replace("\n", "<br>")
