"""A line for a passphrase: hidden, and known to no keyboard's dictionary."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from focalpoint_app.gui.controls.line_field import LineField

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretLine(LineField):
    """Aligned with the window while it is hidden: dots tell no script."""

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(_HINTS)
        self.show_text(is_shown=False)

    def show_text(self, *, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if is_shown else mode.Password)
