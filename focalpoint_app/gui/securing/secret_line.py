"""A line for a passphrase: hidden, and known to no keyboard's dictionary."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretLine(QLineEdit):
    """Aligned with the window while it is hidden: dots tell no script."""

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(_HINTS)
        self.show_text(is_shown=False)

    def show_text(self, *, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if is_shown else mode.Password)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        side = Qt.AlignmentFlag
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = side.AlignRight if rtl else side.AlignLeft
        self.setAlignment(edge | side.AlignAbsolute | side.AlignVCenter)
